import { sql } from 'kysely';
import type { Day } from '#kernel/day.ts';
import type { MemberId } from '#kernel/id.ts';
import type { Db } from '#platform/database/db.ts';
import type { SurplusId } from './surplus.wire.ts';

interface PatronageOfYear {
  readonly member: MemberId;
  readonly year: number;
  readonly amountVnd: number;
  readonly shares: number;
}

/** Of these members and nobody else, by calendar year, the newest first. */
export async function patronageByYear(db: Db, members: readonly MemberId[]): Promise<PatronageOfYear[]> {
  const { rows } = await sql<PatronageOfYear>`
    select member_id as member, extract(year from on_day)::int as year, sum(amount_vnd)::bigint as "amountVnd", count(*) as shares
    from books.patronage where member_id = any(${[...members]}::uuid[])
    group by member_id, 2 order by 2 desc`.execute(db);
  return rows;
}

interface OwnPart {
  readonly member: MemberId;
  readonly surplus: SurplusId;
  readonly year: number;
  readonly number: number;
  readonly decidedOn: Day;
  readonly document: string;
  readonly reversedOn: Day | null;
  readonly kind: 'patronage' | 'capital';
  readonly weightVnd: number | null;
  readonly amountVnd: number;
}

/** The parts of recorded surpluses that are these members', the newest first. */
export async function ownParts(db: Db, members: readonly MemberId[]): Promise<OwnPart[]> {
  const { rows } = await sql<OwnPart>`
    select l.member_id as member, s.id as surplus, s.year, s.number, s.decided_on as "decidedOn", s.document,
           r.reversed_on as "reversedOn", l.kind, l.weight_vnd as "weightVnd", l.amount_vnd as "amountVnd"
    from books.surplus_line l
    join books.surplus s on s.province = l.province and s.id = l.surplus_id
    left join books.surplus_reversal r on r.province = s.province and r.surplus_id = s.id
    where l.member_id = any(${[...members]}::uuid[])
    order by s.year desc, s.number desc, l.position`.execute(db);
  return rows;
}
