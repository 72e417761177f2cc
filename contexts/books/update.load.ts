import type { Actor, Owned } from '#kernel/actor.ts';
import { day, type Day } from '#kernel/day.ts';
import { isAuditor } from '#kernel/actor.ts';
import type { OrganisationId } from '#kernel/id.ts';
import { daysOfYear } from '#kernel/reporting-year.ts';
import type { Db } from '#platform/database/db.ts';
import { characterOn, organisationFacts, parameterOn, type PublishedOrganisation } from '#registry';
import { checksOf, type Check } from './update-check.ts';
import { valuesOf, type UpdateSheet } from './update-entry.ts';
import { formOf, type UpdateField, type UpdateForm, type UpdateValues } from './update-field.ts';
import { differencesOf, markProvisional, type Difference } from './update-provisional.ts';
import { asValues, formerValues, knownValues } from './update-known.store.ts';
import { mayAnswer, mayWrite } from './update.access.ts';
import { actsOf, entriesOf, remarksOf, type UpdateRecord } from './update.store.ts';
import { isOpen } from './update.ts';
import type { KnownValue, UpdatePage, UpdateView } from './update.wire.ts';

export const ownedBy = (organisation: Pick<PublishedOrganisation, 'id' | 'unit_code'>): Owned => ({
  organisation: organisation.id,
  unit: organisation.unit_code,
});

/** The form is that of the kind it was when the year ended; without a year, of what it is. */
export async function reporter(db: Db, organisation: OrganisationId, year?: number) {
  const facts = await organisationFacts(db, organisation);
  const then = year === undefined ? undefined : await characterOn(db, facts.id, daysOfYear(year).until);
  return { facts, owned: ownedBy(facts), form: formOf((then ?? facts).kind) };
}

/** By when a year's update is due; null where no parameter says so. */
export async function deadlineOf(db: Db, year: number): Promise<Day | null> {
  const parameter = await parameterOn<string>(db, 'report.deadline', daysOfYear(year).until);
  return typeof parameter?.value === 'string' ? day(`${year}-${parameter.value}`) : null;
}

export const sheetOf = (entries: readonly { field: string; version: number; value: number | null }[]): UpdateSheet =>
  Object.fromEntries(entries.map(({ field, version, value }) => [field, { version, value }]));

export interface Standing {
  readonly values: UpdateValues;
  /** Which of them were not final when they were written. */
  readonly provisional: readonly UpdateField[];
  readonly checks: readonly Check[];
}

const provisionalOf = (
  entries: readonly { field: UpdateField; value: number | null; provisional: boolean }[],
): UpdateField[] => entries.flatMap(({ field, value, provisional }) => (provisional && value !== null ? [field] : []));

/** An update as it stands, checked against everything the register knows today. */
export async function standing(db: Db, update: UpdateRecord, today: Day): Promise<Standing> {
  const { organisation_id: organisation, year, form } = update;
  const { until } = daysOfYear(year);
  const entries = markProvisional(await entriesOf(db, update.id), until);
  const values = valuesOf(sheetOf(entries));
  const known = asValues(await knownValues(db, { organisation, year, form, today }));
  const former = await formerValues(db, organisation, year);
  const provisional = provisionalOf(entries);
  return {
    values,
    provisional,
    checks: checksOf({ form, values, known, former, provisional, yearIsOver: today > until }),
  };
}

/** Where the final accounts say otherwise than an accepted update did while it was provisional. */
export async function differences(db: Db, update: UpdateRecord, today: Day): Promise<Difference[]> {
  const { organisation_id: organisation, year, form } = update;
  const entries = markProvisional(await entriesOf(db, update.id), daysOfYear(year).until);
  return differencesOf(entries, await knownValues(db, { organisation, year, form, today }));
}

async function viewOf(
  db: Db,
  update: UpdateRecord,
  { known, seesNames }: { known: readonly KnownValue[]; seesNames: boolean },
): Promise<UpdateView> {
  const named = <Row extends { by: string | null }>(row: Row): Row => (seesNames ? row : { ...row, by: null });
  const acts = await actsOf(db, update.id);
  const remarks = (await remarksOf(db, update.id)) as (UpdateView['remarks'][number] & { act: string })[];
  const last = update.state === 'returned' ? acts.findLast(({ kind }) => kind === 'returned')?.id : undefined;
  const entries = markProvisional(await entriesOf(db, update.id), daysOfYear(update.year).until);
  return {
    id: update.id,
    state: update.state,
    edition: update.edition,
    version: update.version,
    entries: entries.map(named),
    differences: update.state === 'accepted' ? differencesOf(entries, known) : [],
    remarks: remarks.filter(({ act }) => act === last),
    acts: acts.map(({ id, kind, edition, reason, by, at }) =>
      named({ kind, edition, reason, by, at, remarks: remarks.filter(({ act }) => act === id) }),
    ),
  };
}

interface Asked {
  readonly facts: PublishedOrganisation;
  readonly form: UpdateForm;
  readonly year: number;
  readonly update: UpdateRecord | undefined;
}

/** The whole page: the form, what is known, what was told, what is to be looked at, and what the asker may do. */
export async function updatePage(
  db: Db,
  { facts, form, year, update }: Asked,
  { actor, today, isDraftable }: { actor: Actor; today: Day; isDraftable: boolean },
): Promise<UpdatePage> {
  const owned = ownedBy(facts);
  const known = await knownValues(db, { organisation: facts.id, year, form, today });
  const former = await formerValues(db, facts.id, year);
  const { from, until } = daysOfYear(year);
  const view = update === undefined ? null : await viewOf(db, update, { known, seesNames: !isAuditor(actor) });
  const values = valuesOf(sheetOf(view?.entries ?? []));
  const provisional = provisionalOf(view?.entries ?? []);
  return {
    organisation: { id: facts.id, name: facts.name, kind: facts.kind as UpdatePage['organisation']['kind'] },
    year,
    form,
    layoutVerified: false,
    from,
    until,
    deadlineOn: await deadlineOf(db, year),
    update: view,
    known,
    former,
    checks:
      view === null
        ? []
        : checksOf({ form, values, known: asValues(known), former, provisional, yearIsOver: today > until }),
    may: mayNow(update, { actor, owned, isDraftable }),
  };
}

function mayNow(
  update: UpdateRecord | undefined,
  { actor, owned, isDraftable }: { actor: Actor; owned: Owned; isDraftable: boolean },
): UpdatePage['may'] {
  const writes = mayWrite(actor, owned);
  const state = update?.state ?? 'missing';
  const isOpenNow = state !== 'missing' && isOpen(state);
  return {
    draft: state === 'missing' && isDraftable && writes,
    write: isOpenNow && writes,
    submit: isOpenNow && writes,
    answer: state === 'submitted' && mayAnswer(actor, owned),
    correct: state === 'accepted' && writes,
  };
}
