import { sql, type RawBuilder } from 'kysely';
import type { Instant } from '#kernel/day.ts';
import { newId, type AccountId } from '#kernel/id.ts';
import type { ParsedInputOf } from '#kernel/method.ts';
import { offsetOf } from '#kernel/page.ts';
import { Problem } from '#kernel/problem.ts';
import type { Db } from '#platform/database/db.ts';
import type { MergerId } from '#registry';
import type { PairScope } from './duplicates.access.ts';
import { duplicatesIn } from './duplicates.tables.ts';
import type { PairEntryKind, PairId, PairState, Subject } from './pair.ts';
import type { listPairs } from './pair.wire.ts';

const isSeatedIn = (id: string, units: readonly string[]) => sql<boolean>`exists (
  select from registry.published_identity i
  where i.province = p.province and i.id = ${sql.ref(id)} and i.unit_code = any(${units}::text[]))`;

const bothIn = {
  organisation: ({ units }: PairScope) =>
    sql<boolean>`(${isSeatedIn('p.first_id', units)} and ${isSeatedIn('p.second_id', units)})`,
  member: ({ units, organisations }: PairScope) => sql<boolean>`exists (
    select from registry.published_member_identity a
    join registry.published_member_identity b on b.province = a.province and b.id = p.second_id
    where a.province = p.province and a.id = p.first_id
      and ((a.unit_code = any(${units}::text[]) and b.unit_code = any(${units}::text[]))
        or (a.organisation_id = b.organisation_id and a.organisation_id = any(${organisations}::uuid[]))))`,
};

const inUnit = (subject: Subject, unit: string): RawBuilder<boolean> =>
  sql<boolean>`exists (select from ${sql.table(subject === 'member' ? 'registry.published_member_identity' : 'registry.published_identity')} i
    where i.province = p.province and i.id in (p.first_id, p.second_id) and i.unit_code = ${unit})`;

type ListInput = ParsedInputOf<typeof listPairs>;
export type PairFilters = Pick<ListInput, 'clause' | 'unit' | 'least' | 'record'> & {
  readonly subject: Subject;
  readonly state?: PairState | undefined;
};
type Filters = ListInput & PairFilters;

export function pairsIn(db: Db, filters: PairFilters, scope: PairScope) {
  const { subject, state, clause, unit, least, record } = filters;
  let rows = duplicatesIn(db).selectFrom('duplicates.pair as p').where('p.subject', '=', subject);
  if (state !== undefined) rows = rows.where('p.state', '=', state);
  if (!scope.all) rows = rows.where(bothIn[subject](scope));
  if (clause !== undefined) rows = rows.where(sql<boolean>`${clause} = any(p.clauses)`);
  if (unit !== undefined) rows = rows.where(inUnit(subject, unit));
  if (least !== undefined) rows = rows.where('p.likelihood', '>=', least / 100);
  if (record !== undefined)
    rows = rows.where((eb) => eb.or([eb('p.first_id', '=', record), eb('p.second_id', '=', record)]));
  return rows;
}

const columns = [
  'p.id',
  'p.subject',
  'p.first_id',
  'p.second_id',
  'p.likelihood',
  'p.clauses',
  'p.evidence',
  'p.first_print',
  'p.second_print',
  'p.state',
  'p.reopened_at',
  'p.merger_id',
] as const;

export async function pairPage(db: Db, filters: Filters, scope: PairScope) {
  const rows = pairsIn(db, filters, scope);
  const items = await rows
    .select(columns)
    .orderBy('p.likelihood', 'desc')
    .orderBy('p.id')
    .limit(filters.size)
    .offset(offsetOf(filters))
    .execute();
  return { items, total: await countOf(rows) };
}

const countOf = async (rows: ReturnType<typeof pairsIn>): Promise<number> =>
  (await rows.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()).total;

/** How many pairs of a record are open for who asks. */
export const openPairsOf = (db: Db, subject: Subject, record: string, scope: PairScope): Promise<number> =>
  countOf(pairsIn(db, { subject, record, state: 'open' }, scope));

const found = <Row>(row: Row | undefined): Row => {
  if (row === undefined) throw new Problem('not-found', 'duplicates.pair.unknown');
  return row;
};

const byId = (db: Db, pair: PairId) =>
  duplicatesIn(db).selectFrom('duplicates.pair as p').select(columns).where('p.id', '=', pair);

export const pairById = async (db: Db, pair: PairId) => found(await byId(db, pair).executeTakeFirst());
export const pairForChange = async (db: Db, pair: PairId) => found(await byId(db, pair).forUpdate().executeTakeFirst());
export type PairRecord = Awaited<ReturnType<typeof pairById>>;

export const pairOfMerger = (db: Db, merger: MergerId) =>
  duplicatesIn(db)
    .selectFrom('duplicates.pair as p')
    .select(columns)
    .where('p.merger_id', '=', merger)
    .forUpdate()
    .executeTakeFirst();

/** Pairs decided to be one person, of a member. */
export const samePersonPairs = (db: Db, member: string) =>
  duplicatesIn(db)
    .selectFrom('duplicates.pair as p')
    .select(['p.id', 'p.first_id', 'p.second_id'])
    .where('p.subject', '=', 'member')
    .where('p.state', '=', 'one-person')
    .where((eb) => eb.or([eb('p.first_id', '=', member), eb('p.second_id', '=', member)]))
    .orderBy('p.id')
    .limit(20)
    .execute();

export const pairsOfMergers = (db: Db, mergers: readonly MergerId[]) =>
  mergers.length === 0
    ? Promise.resolve([])
    : duplicatesIn(db)
        .selectFrom('duplicates.pair as p')
        .select(['p.id', 'p.merger_id'])
        .where('p.merger_id', 'in', mergers)
        .execute();

export const entriesOf = (db: Db, pair: PairId) =>
  duplicatesIn(db)
    .selectFrom('duplicates.pair_entry as e')
    .leftJoin('auth.user as a', 'a.id', 'e.recorded_by')
    .select(['e.id', 'e.kind', 'e.reason', 'e.recorded_at as at', 'a.name as by'])
    .where('e.pair_id', '=', pair)
    .orderBy('e.recorded_at')
    .orderBy('e.id')
    .execute();

export interface Decision {
  readonly state: PairState;
  readonly merger?: MergerId;
  /** The facts as they are at this moment: the decision stands as long as they do. */
  readonly prints?: readonly [Buffer, Buffer];
  readonly entry: PairEntryKind;
  readonly reason: string;
  readonly by: AccountId;
}

/** What is decided of a pair, with its entry. */
export async function saveDecision(db: Db, pair: PairId, decision: Decision): Promise<void> {
  const { state, merger, prints, entry, reason, by } = decision;
  await duplicatesIn(db)
    .updateTable('duplicates.pair')
    .set({
      state,
      merger_id: merger ?? null,
      decided_at: state === 'open' || state === 'lapsed' ? null : sql<Instant>`now()`,
      ...(prints !== undefined && { first_print: prints[0], second_print: prints[1] }),
    })
    .where('id', '=', pair)
    .execute();
  await duplicatesIn(db)
    .insertInto('duplicates.pair_entry')
    .values({ id: newId(), pair_id: pair, kind: entry, reason, recorded_by: by })
    .execute();
}

/** Other open pairs of a record that was just merged: what they compare no longer stands for itself. */
export async function lapsePairsOf(db: Db, subject: Subject, record: string): Promise<void> {
  await duplicatesIn(db)
    .updateTable('duplicates.pair')
    .set({ state: 'lapsed' })
    .where('subject', '=', subject)
    .where('state', '=', 'open')
    .where((eb) => eb.or([eb('first_id', '=', record), eb('second_id', '=', record)]))
    .execute();
}
