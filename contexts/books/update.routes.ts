import { newId } from '#kernel/id.ts';
import { Problem } from '#kernel/problem.ts';
import { daysOfYear } from '#kernel/reporting-year.ts';
import { handle } from '#platform/method/handle.ts';
import { mayRead, mayWrite } from './update.access.ts';
import { markProvisional, takesKnown } from './update-provisional.ts';
import { isValueOf, fieldsOf, type UpdateForm } from './update-field.ts';
import { written } from './update-entry.ts';
import { knownValues } from './update-known.store.ts';
import { reporter, sheetOf, updatePage } from './update.load.ts';
import {
  entriesOf,
  entriesOfField,
  findUpdate,
  insertAct,
  insertEntries,
  insertUpdate,
  updateToChange,
  updateToRead,
  type UpdateRecord,
} from './update.store.ts';
import { draftObstacles, isOpen } from './update.ts';
import { assembleUpdate, draftUpdate, getUpdate, listFieldEntries, recordField } from './update.wire.ts';
import type { Db } from '#platform/database/db.ts';
import type { AccountId } from '#kernel/id.ts';
import type { Day } from '#kernel/day.ts';
import { isAuditor } from '#kernel/actor.ts';

const noForm = (): Problem => new Problem('not-found', 'books.update.no-form');
const notWritable = (obstacles: readonly unknown[]): Problem =>
  new Problem('conflict', 'books.update-field.not-writable', { obstacles });

/** Writes what is known into what nobody has written yet, and over what was itself filled in while it was not final. */
async function fill(db: Db, update: UpdateRecord, { by, today }: { by: AccountId; today: Day }): Promise<number> {
  const entries = await entriesOf(db, update.id);
  const sheet = sheetOf(entries);
  const { organisation_id: organisation, year, form } = update;
  const known = await knownValues(db, { organisation, year, form, today });
  const taken = known.filter((value) =>
    takesKnown(
      entries.find((entry) => entry.field === value.field),
      value,
    ),
  );
  await insertEntries(
    db,
    update,
    taken.map(({ field, value, source, on, provisional }) => ({
      field,
      value,
      version: (sheet[field]?.version ?? 0) + 1,
      way: 'known' as const,
      source,
      sourceOn: on,
      provisional,
    })),
    by,
  );
  return taken.length;
}

export const updateRoutes = [
  handle(getUpdate, async ({ input, actor, db, today, insist }) => {
    const { facts, owned, form: formThen } = await reporter(db, input.organisation, input.year);
    insist(mayRead(actor, owned));
    const update = await findUpdate(db, facts.id, input.year);
    const form = update?.form ?? formThen;
    if (form === undefined) throw noForm();
    const reporting = { form, provenance: facts.provenance, foundedOn: facts.founded_on };
    const isDraftable = draftObstacles(reporting, input.year, today).length === 0;
    return updatePage(db, { facts, form, year: input.year, update }, { actor, today, isDraftable });
  }),

  handle(draftUpdate, async ({ input, actor, db, today, insist, tell }) => {
    const { facts, owned, form } = await reporter(db, input.organisation, input.year);
    insist(mayWrite(actor, owned));
    const obstacles: string[] = draftObstacles(
      { form, provenance: facts.provenance, foundedOn: facts.founded_on },
      input.year,
      today,
    );
    if ((await findUpdate(db, facts.id, input.year)) !== undefined) obstacles.push('begun-already');
    const isNew = obstacles.length === 0 && (await insertUpdate(db, { ...input, form: form as UpdateForm }));
    if (obstacles.length === 0 && !isNew) obstacles.push('begun-already');
    if (obstacles.length > 0) throw new Problem('conflict', 'books.update.not-draftable', { obstacles });
    const update = await updateToChange(db, input.id);
    await insertAct(db, update, { id: newId(), kind: 'drafted', by: actor.account! });
    const filled = await fill(db, update, { by: actor.account!, today });
    await tell('books.update.drafted', { update: update.id, organisation: facts.id, year: input.year });
    return { filled };
  }),

  handle(assembleUpdate, async ({ input, actor, db, today, insist }) => {
    const update = await updateToChange(db, input.update);
    const { owned } = await reporter(db, update.organisation_id);
    insist(mayWrite(actor, owned));
    if (!isOpen(update.state)) throw notWritable(['not-open']);
    return { filled: await fill(db, update, { by: actor.account!, today }) };
  }),

  handle(recordField, async ({ input, actor, db, insist }) => {
    const update = await updateToChange(db, input.update);
    const { owned } = await reporter(db, update.organisation_id);
    insist(mayWrite(actor, owned));
    const { field, value, seen, note } = input;
    const obstacles: unknown[] = [];
    if (!isOpen(update.state)) obstacles.push('not-open');
    if (!fieldsOf(update.form).includes(field)) obstacles.push('not-in-this-form');
    if (value !== null && !isValueOf(field, value)) obstacles.push('out-of-range');
    if (obstacles.length > 0) throw notWritable(obstacles);
    const entries = await entriesOf(db, update.id);
    const result = written(sheetOf(entries), { field, seen, value });
    if ('standing' in result) {
      // Both stay in sight: what stands there now, with its writer, and what was to be written.
      const standing = entries.find((entry) => entry.field === field) ?? null;
      throw new Problem('conflict', 'books.update-field.changed-meanwhile', { standing, given: value });
    }
    const { version } = result.sheet[field]!;
    await insertEntries(db, update, [{ field, value, version, way: 'typed', note }], actor.account!);
    return { version };
  }),

  handle(listFieldEntries, async ({ input, actor, db, insist }) => {
    const update = await updateToRead(db, input.update);
    const { owned } = await reporter(db, update.organisation_id);
    insist(mayRead(actor, owned));
    const rows = markProvisional(await entriesOfField(db, update.id, input.field), daysOfYear(update.year).until);
    return { items: isAuditor(actor) ? rows.map((row) => ({ ...row, by: null })) : rows };
  }),
];
