import { sql } from 'kysely';
import type { MemberId, OrganisationId } from '#kernel/id.ts';
import type { ParsedInputOf } from '#kernel/method.ts';
import { offsetOf } from '#kernel/page.ts';
import { Problem } from '#kernel/problem.ts';
import type { Db } from '#platform/database/db.ts';
import type { SessionTables } from '#platform/session/session.tables.ts';
import type { CapitalActId } from './capital.ts';
import type { listCapital } from './capital.wire.ts';
import { registryIn } from './registry.tables.ts';

type Filters = Omit<ParsedInputOf<typeof listCapital>, 'member'> & {
  /** Only acts that touch one of these; undefined: all. */
  readonly members: readonly MemberId[] | undefined;
};

const linesShown = 20;

/** The lines of some acts, of each at most so many; of one's own acts only one's own lines. */
const linesIn = (db: Db, acts: readonly CapitalActId[], members: readonly MemberId[] | undefined) =>
  registryIn(db)
    .selectFrom((eb) => {
      const lines = eb
        .selectFrom('registry.capital_line as l')
        .innerJoin('registry.member as m', 'm.id', 'l.member_id')
        .select(['l.act_id', 'l.member_id as member', 'm.name', 'l.form', 'l.subscribed_vnd', 'l.paid_vnd'])
        .select(['l.valuation_document', 'l.ends_membership'])
        .select(
          sql<number>`row_number() over (partition by l.act_id order by m.name collate "vi-x-icu", l.form)`.as('place'),
        )
        .where('l.act_id', 'in', acts);
      return (members === undefined ? lines : lines.where('l.member_id', 'in', members)).as('lines');
    })
    .selectAll('lines')
    .where('lines.place', '<=', linesShown)
    .orderBy('lines.place')
    .execute();

const sums = (db: Db, acts: readonly CapitalActId[]) =>
  registryIn(db)
    .selectFrom('registry.capital_line')
    .select('act_id')
    .select((eb) => [
      sql<number>`sum(subscribed_vnd)::bigint`.as('subscribed'),
      sql<number>`sum(paid_vnd)::bigint`.as('paid'),
      eb.fn.countAll<number>().as('count'),
    ])
    .where('act_id', 'in', acts)
    .groupBy('act_id')
    .execute();

/** The book, the last entry first. */
export async function bookPage(db: Db, { organisation, kind, members, ...page }: Filters) {
  let rows = registryIn(db)
    .$extendTables<SessionTables>()
    .selectFrom('registry.capital_act as a')
    .where('a.organisation_id', '=', organisation);
  if (kind !== undefined) rows = rows.where('a.kind', '=', kind);
  if (members !== undefined)
    rows = rows.where((eb) =>
      eb.exists(
        eb
          .selectFrom('registry.capital_line as l')
          .select('l.act_id')
          .whereRef('l.act_id', '=', 'a.id')
          .where('l.organisation_id', '=', organisation)
          .where('l.member_id', 'in', members.length === 0 ? [null as never] : members),
      ),
    );
  const acts = await rows
    .leftJoin('registry.capital_act as r', 'r.id', 'a.reverses_id')
    .leftJoin('registry.capital_act as b', 'b.reverses_id', 'a.id')
    .leftJoin('auth.user as u', 'u.id', 'a.recorded_by')
    .select([
      'a.id',
      'a.number',
      'a.kind',
      'a.on_day',
      'a.document',
      'a.legal_basis',
      'a.note',
      'a.recorded_at',
      'a.cause_id',
    ])
    .select(['r.number as reverses', 'b.number as reversed_by', 'u.name as by'])
    .orderBy('a.number', 'desc')
    .limit(page.size)
    .offset(offsetOf(page))
    .execute();
  const { total } = await rows.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const ids = acts.map(({ id }) => id);
  if (ids.length === 0) return { items: [], total };
  const [lines, totals] = [await linesIn(db, ids, members), await sums(db, ids)];
  const items = acts.map((act) => ({
    ...act,
    lines: lines.filter(({ act_id }) => act_id === act.id),
    sum: totals.find(({ act_id }) => act_id === act.id)!,
  }));
  return { items, total };
}
export type BookedPage = Awaited<ReturnType<typeof bookPage>>['items'][number];

/** The act that is to be taken back, with whose it is. */
export async function capitalActRecord(db: Db, act: CapitalActId) {
  const row = await registryIn(db)
    .selectFrom('registry.capital_act as a')
    .leftJoin('registry.capital_act as b', 'b.reverses_id', 'a.id')
    .select(['a.id', 'a.organisation_id', 'a.number', 'b.id as reversed_by'])
    .where('a.id', '=', act)
    .executeTakeFirst();
  if (row === undefined) throw new Problem('not-found', 'registry.capital.unknown');
  return row;
}

/** Documents and notes of all acts, for the sheet. */
export const actTexts = (db: Db, organisation: OrganisationId) =>
  registryIn(db)
    .selectFrom('registry.capital_act')
    .select(['id', 'document', 'note'])
    .where('organisation_id', '=', organisation)
    .execute();
