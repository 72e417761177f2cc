import { daysBetween } from '#kernel/day.ts';
import type { AccountId } from '#kernel/id.ts';
import { Problem } from '#kernel/problem.ts';
import type { Call } from '#platform/method/handle.ts';
import { handle } from '#platform/method/handle.ts';
import { saveYear, yearlyFields, type YearlyFigures } from '#registry';
import { mayAnswer, mayWrite } from './update.access.ts';
import { blocks } from './update-check.ts';
import type { UpdateField, UpdateValues } from './update-field.ts';
import type { Difference } from './update-provisional.ts';
import { differences, reporter, standing } from './update.load.ts';
import { lastReminder, insertReminder } from './update-list.store.ts';
import {
  actsOf,
  entriesOf,
  findUpdate,
  insertEntries,
  insertRemarks,
  saveDifference,
  saveStep,
  updateToChange,
  type UpdateRecord,
} from './update.store.ts';
import { reminderDays, stepObstacles } from './update.ts';
import { acceptUpdate, correctUpdate, refuseUpdate, remindOrganisation, submitUpdate } from './update.wire.ts';

const refused = (code: string, obstacles: readonly unknown[]): Problem =>
  new Problem('conflict', `books.update.${code}`, { obstacles });

const figuresOf = (values: UpdateValues) =>
  Object.fromEntries(yearlyFields.map((field) => [field, values[field] ?? null])) as unknown as YearlyFigures;

/** Of these one that is not final marks the year. Their sides do not: what final accounts confirm is not written anew and keeps its mark. */
const marking: readonly UpdateField[] = yearlyFields.filter((field) => !/^(external|internal|cost)/.test(field));

/** Four eyes: who handed it in does not take it in. */
async function submittedBy(db: Call<unknown>['db'], update: UpdateRecord): Promise<string | undefined> {
  const acts = await actsOf(db, update.id);
  return acts.findLast(({ kind }) => kind === 'submitted')?.byAccount;
}

async function reasonOfEdition(db: Call<unknown>['db'], update: UpdateRecord): Promise<string> {
  const acts = await actsOf(db, update.id);
  return acts.findLast(({ kind }) => kind === 'corrected')?.reason ?? `Cập nhật năm ${update.year}`;
}

interface Taking {
  readonly differing: readonly Difference[];
  readonly by: AccountId;
}

/** A correction that is prepared: what is final stands in it already, and nobody has handed it in. */
async function takeFinal(db: Call<unknown>['db'], update: UpdateRecord, { differing, by }: Taking): Promise<void> {
  const entries = await entriesOf(db, update.id);
  const versionOf = (field: UpdateField): number => entries.find((one) => one.field === field)?.version ?? 0;
  await insertEntries(
    db,
    update,
    differing.map(({ field, final, source, on }) => ({
      field,
      value: final,
      version: versionOf(field) + 1,
      way: 'known' as const,
      source,
      sourceOn: on,
    })),
    by,
  );
}

export const updateStepRoutes = [
  handle(submitUpdate, async ({ input, actor, db, today, insist, tell }) => {
    const update = await updateToChange(db, input.update);
    const { facts, owned } = await reporter(db, update.organisation_id);
    insist(mayWrite(actor, owned));
    const { values, checks } = await standing(db, update, today);
    const obstacles = [
      ...stepObstacles('submitted', { ...update, seen: input.version }),
      ...(blocks(checks).length > 0 ? [{ code: 'checks-block', count: blocks(checks).length }] : []),
    ];
    if (obstacles.length > 0) throw refused('not-submittable', obstacles);
    await saveStep(db, update, { kind: 'submitted', by: actor.account!, content: values });
    await tell('books.update.submitted', { update: update.id, organisation: facts.id, year: update.year });
    return {};
  }),

  handle(refuseUpdate, async ({ input, actor, db, insist, tell }) => {
    const update = await updateToChange(db, input.update);
    const { facts, owned } = await reporter(db, update.organisation_id);
    insist(mayAnswer(actor, owned));
    const obstacles = stepObstacles('returned', { ...update, seen: input.version });
    if (obstacles.length > 0) throw refused('not-answerable', obstacles);
    const act = await saveStep(db, update, { kind: 'returned', by: actor.account! });
    await insertRemarks(db, update.id, act, input.remarks);
    await tell('books.update.returned', { update: update.id, organisation: facts.id, year: update.year });
    return {};
  }),

  handle(acceptUpdate, async ({ input, actor, db, today, insist, tell }) => {
    const update = await updateToChange(db, input.update);
    const { facts, owned } = await reporter(db, update.organisation_id);
    insist(mayAnswer(actor, owned));
    const obstacles: string[] = stepObstacles('accepted', { ...update, seen: input.version });
    if ((await submittedBy(db, update)) === actor.account) obstacles.push('submitted-by-oneself');
    if (obstacles.length > 0) throw refused('not-answerable', obstacles);
    const { values, provisional } = await standing(db, update, today);
    await saveStep(db, update, { kind: 'accepted', by: actor.account!, content: values });
    const isProvisional = provisional.some((field) => marking.includes(field));
    const source = `Biểu ${update.form}, cập nhật hằng năm, bản ${update.edition}${isProvisional ? ', có số tạm tính' : ''}`;
    const reason = await reasonOfEdition(db, update);
    await saveYear(
      db,
      { organisation: facts.id, year: update.year, ...figuresOf(values), source, reason },
      actor.account!,
    );
    await tell('registry.yearly.recorded', { organisation: facts.id, year: update.year });
    await tell('books.update.accepted', { update: update.id, organisation: facts.id, year: update.year });
    return {};
  }),

  handle(correctUpdate, async ({ input, actor, db, today, insist, tell }) => {
    const update = await updateToChange(db, input.update);
    const { facts, owned } = await reporter(db, update.organisation_id);
    insist(mayWrite(actor, owned));
    const obstacles = stepObstacles('corrected', { ...update, seen: input.version });
    if (obstacles.length > 0) throw refused('not-correctable', obstacles);
    const differing = input.takesFinal ? await differences(db, update, today) : [];
    await saveStep(db, update, { kind: 'corrected', by: actor.account!, reason: input.reason });
    await saveDifference(db, update.id, null);
    await takeFinal(db, { ...update, edition: update.edition + 1 }, { differing, by: actor.account! });
    await tell('books.update.corrected', { update: update.id, organisation: facts.id, year: update.year });
    return { edition: update.edition + 1 };
  }),

  handle(remindOrganisation, async ({ input, actor, db, today, insist, tell }) => {
    const { facts, owned, form } = await reporter(db, input.organisation);
    insist(mayAnswer(actor, owned));
    const update = await findUpdate(db, facts.id, input.year);
    const last = await lastReminder(db, facts.id, input.year);
    const obstacles: unknown[] = [];
    if (form === undefined) obstacles.push('no-form');
    if (update?.state === 'submitted' || update?.state === 'accepted') obstacles.push('handed-in-already');
    if (last !== null && daysBetween(last, today) < reminderDays)
      obstacles.push({ code: 'reminded-lately', on: last, days: reminderDays });
    if (obstacles.length > 0) throw refused('not-remindable', obstacles);
    await insertReminder(db, { ...input, on: today, by: actor.account! });
    await tell('books.update.reminded', { organisation: facts.id, year: input.year });
    return {};
  }),
];
