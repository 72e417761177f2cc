import { sql } from 'kysely';
import type { Day } from '#kernel/day.ts';
import type { DeliveryId, HarvestId, LotId, MemberId, OrganisationId } from '#kernel/id.ts';
import type { Db } from '#platform/database/db.ts';
import { booksIn } from './books.tables.ts';
import type { Dispatch, LotPart, PatronageShare, SettledLine, Untraced } from './patronage.ts';

export interface AgreedStatement {
  readonly id: string;
  readonly seller: OrganisationId;
  readonly on: Day;
}

/** A statement both sides agreed on; undefined for any other. */
export async function agreedStatement(db: Db, settlement: string): Promise<AgreedStatement | undefined> {
  const { rows } = await sql<AgreedStatement>`
    select id, seller_id as seller, period_until as on from linkage.published_settlement
    where id = ${settlement} and state in ('agreed', 'paid')`.execute(db);
  return rows[0];
}

export async function settledLines(db: Db, settlement: string): Promise<SettledLine[]> {
  const { rows } = await sql<SettledLine>`
    select delivery_id as delivery, qty, amount_vnd as "amountVnd" from linkage.published_settlement_line
    where settlement_id = ${settlement} order by position`.execute(db);
  return rows;
}

interface PartRow extends LotPart {
  readonly dispatch: string;
  readonly delivery: string;
  readonly lot: string;
  readonly dispatched: number;
}

/** The parts of the lots that left with these loads, each with the member whose plot it grew on, as of the day of harvest. */
export async function dispatchesOf(db: Db, deliveries: readonly string[]): Promise<Dispatch[]> {
  const { rows } = await sql<PartRow>`
    select d.id as dispatch, d.delivery_id as delivery, d.lot_id as lot, d.qty as dispatched, p.harvest_id as harvest, p.qty,
      p.plot_id is null as "isWithdrawn",
      (select m.member_id from production.published_plot_member m
       where m.province = p.province and m.plot_id = p.plot_id and m.valid_from <= p.harvested_on
       order by m.version desc limit 1) as member
    from quality.published_dispatch d
    join quality.published_lot_part p on p.province = d.province and p.lot_id = d.lot_id
    where d.delivery_id = any(${[...deliveries]}::uuid[])
    order by d.id, p.harvest_id`.execute(db);
  const dispatches = new Map<string, Dispatch & { readonly parts: LotPart[] }>();
  for (const { dispatch, delivery, lot, dispatched, ...part } of rows) {
    const known = dispatches.get(dispatch) ?? { delivery, lot, qty: dispatched, parts: [] };
    known.parts.push(part);
    dispatches.set(dispatch, known);
  }
  return [...dispatches.values()];
}

export async function hasPatronage(db: Db, settlement: string): Promise<boolean> {
  const row = await booksIn(db)
    .selectFrom('books.patronage')
    .select('position')
    .where('settlement_id', '=', settlement)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export async function insertPatronage(
  db: Db,
  { id, seller, on }: AgreedStatement,
  shares: readonly PatronageShare[],
): Promise<void> {
  if (shares.length === 0) return;
  await booksIn(db)
    .insertInto('books.patronage')
    .values(
      shares.map((share, index) => ({
        organisation_id: seller,
        settlement_id: id,
        position: index + 1,
        on_day: on,
        delivery_id: share.delivery as DeliveryId,
        lot_id: share.lot as LotId | null,
        harvest_id: share.harvest as HarvestId | null,
        member_id: share.member as MemberId | null,
        untraced: share.untraced,
        amount_vnd: share.amountVnd,
      })),
    )
    .execute();
}

export interface PatronageSum {
  readonly member: MemberId | null;
  readonly untraced: Untraced | null;
  readonly amountVnd: number;
  readonly shares: number;
}

/** By member, and by reason where there is none, of a calendar year. */
export async function patronageSums(db: Db, organisation: OrganisationId, year: number): Promise<PatronageSum[]> {
  const { rows } = await sql<PatronageSum>`
    select member_id as member, untraced, sum(amount_vnd)::bigint as "amountVnd", count(*) as shares from books.patronage
    where organisation_id = ${organisation} and on_day between make_date(${year}, 1, 1) and make_date(${year}, 12, 31)
    group by member_id, untraced order by 3 desc, 1`.execute(db);
  return rows;
}
