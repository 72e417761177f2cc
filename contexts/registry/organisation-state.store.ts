import { sql } from 'kysely';
import { dayOf, type Day, type Instant } from '#kernel/day.ts';
import type { Branded, OrganisationId } from '#kernel/id.ts';
import type { Db } from '#platform/database/db.ts';
import { isPersonNumber, personKinds, type OrganisationKind } from './organisation.ts';
import {
  columnsStanding,
  stateColumns,
  type OrganisationState,
  type StateColumn,
  type StateEntry,
} from './organisation-state.ts';
import { registryIn } from './registry.tables.ts';

type ActId = Branded<'ActId'>;
export type StateValues = Readonly<Partial<OrganisationState>>;

export interface StoredEntry extends StateEntry {
  readonly act: ActId | null;
  readonly startKnown: boolean;
  readonly recordedAt: Instant;
}

/** What was told of an organisation and not undone, in the order it was recorded. */
export async function stateEntries(db: Db, organisation: OrganisationId): Promise<StoredEntry[]> {
  const rows = await registryIn(db)
    .selectFrom('registry.organisation_state')
    .selectAll()
    .where('organisation_id', '=', organisation)
    .where('undone_by', 'is', null)
    .orderBy('seq')
    .execute();
  return rows.map((row) => ({
    seq: row.seq,
    valid_from: row.valid_from,
    told: row.told,
    values: row,
    act: row.act_id,
    startKnown: row.start_known,
    recordedAt: row.recorded_at,
  }));
}

/** A person's number is kept in the record alone, where it can be blanked. */
const withoutPersons = (values: StateValues, kind: OrganisationKind): StateValues =>
  Object.fromEntries(
    Object.entries(values).map(([column, value]) => {
      const isNumber = column === 'registration_number' && personKinds.includes(kind);
      return [column, isNumber && isPersonNumber(value as string | null) ? null : value];
    }),
  ) as StateValues;

async function kindOf(db: Db, organisation: OrganisationId): Promise<OrganisationKind> {
  const { kind } = await registryIn(db)
    .selectFrom('registry.organisation')
    .select('kind')
    .where('id', '=', organisation)
    .executeTakeFirstOrThrow();
  return kind;
}

interface Entering {
  readonly on: Day;
  readonly values: StateValues;
  readonly act?: ActId | null;
  readonly startKnown?: boolean;
}

async function insertEntry(db: Db, organisation: OrganisationId, entry: Entering): Promise<void> {
  const next = sql<number>`(select coalesce(max(s.seq), 0) + 1 from registry.organisation_state s
    where s.province = platform.current_province() and s.organisation_id = ${organisation})`;
  await registryIn(db)
    .insertInto('registry.organisation_state')
    .values({
      organisation_id: organisation,
      seq: next,
      valid_from: entry.on,
      told: Object.keys(entry.values),
      start_known: entry.startKnown ?? true,
      act_id: entry.act ?? null,
      ...withoutPersons(entry.values, await kindOf(db, organisation)),
    })
    .execute();
}

/** The first entry of its history, out of the record as it stands; once. */
async function openHistory(db: Db, organisation: OrganisationId): Promise<void> {
  const record = await registryIn(db)
    .selectFrom('registry.organisation as o')
    .select(stateColumns.map((column) => `o.${column}` as const))
    .select(['o.recorded_at'])
    .select(
      sql<Day>`coalesce(o.founded_on, o.certificate_on, least(
        (select min(p.valid_from) from registry.organisation_place p where p.province = o.province and p.organisation_id = o.id),
        (select min(a.on_day) from registry.organisation_act a where a.province = o.province and a.organisation_id = o.id)))`.as(
        'began',
      ),
    )
    .where('o.id', '=', organisation)
    .executeTakeFirstOrThrow();
  const { began, recorded_at, ...values } = record;
  await insertEntry(db, organisation, {
    on: began ?? dayOf(recorded_at),
    values,
    startKnown: values.founded_on !== null || values.certificate_on !== null,
  });
}

/** Who was known to be there on an earlier day than thought, was there then. */
async function moveOpening(db: Db, organisation: OrganisationId, to: Day): Promise<void> {
  await registryIn(db)
    .updateTable('registry.organisation_state')
    .set({ valid_from: to })
    .where('organisation_id', '=', organisation)
    .where('seq', '=', 1)
    .where('valid_from', '>', to)
    .execute();
}

/**
 * Writes down what is so from a day on, and gives back which of it is so today too: what a later day has already told
 * otherwise stays as it is. The caller holds the lock of the organisation.
 */
export async function recordState(db: Db, organisation: OrganisationId, entry: Entering): Promise<StateValues> {
  let entries = await stateEntries(db, organisation);
  if (entries.length === 0) {
    await openHistory(db, organisation);
    entries = await stateEntries(db, organisation);
  }
  const columns = Object.keys(entry.values) as StateColumn[];
  if (columns.length === 0) return {};
  const founded = entry.values.founded_on;
  await moveOpening(db, organisation, founded != null && founded < entry.on ? founded : entry.on);
  await insertEntry(db, organisation, entry);
  return Object.fromEntries(
    columnsStanding(entries, entry.on, columns).map((column) => [column, entry.values[column]]),
  ) as StateValues;
}

/** A new organisation's history begins with its record. */
export const beginHistory = (db: Db, organisation: OrganisationId): Promise<void> => openHistory(db, organisation);
