import { sql } from 'kysely';
import type { Day } from '#kernel/day.ts';
import type { AccountId, MemberId, OrganisationId } from '#kernel/id.ts';
import { Problem } from '#kernel/problem.ts';
import type { ParsedInputOf } from '#kernel/method.ts';
import type { Db } from '#platform/database/db.ts';
import { parametersOn, type Parameter } from '#registry';
import { booksIn } from './books.tables.ts';
import type { UseBasis } from './member-use.ts';
import type { SurplusLine } from './surplus.ts';
import type { SurplusId, withdrawSurplus } from './surplus.wire.ts';

const bpOf = (value: unknown): number | null => (typeof value === 'number' ? Math.round(value * 10_000) : null);

/** The dated rules of sharing, on a day, with their sources. */
/** Where a trial begins. Floors of the law before, and a choice of ours: shown with their source, enforced nowhere. */
const startKeys = {
  development: 'surplus.developmentFund.minShare',
  reserve: 'surplus.reserveFund.minShare',
  patronage: 'surplus.patronage.usualShare',
} as const;
const startOf = (found: Parameter | undefined) => ({
  bp: bpOf(found?.value),
  verified: found?.verified ?? false,
  source: found?.source ?? null,
});

export async function surplusRules(db: Db, kind: string, on: Day) {
  const undividedKey = kind === 'union' ? 'lhhtx.undividedFund.minRate' : 'htx.undividedFund.minRate';
  const patronageKey = 'surplus.patronage.minShare';
  const found = await parametersOn(db, [undividedKey, patronageKey, ...Object.values(startKeys)], on);
  const [undivided, patronage] = [found.get(undividedKey), found.get(patronageKey)];
  return {
    undividedLeastBp: bpOf(undivided?.value),
    undividedVerified: undivided?.verified ?? false,
    undividedSource: undivided?.source ?? null,
    patronageLeastBp: bpOf(patronage?.value),
    patronageVerified: patronage?.verified ?? false,
    patronageSource: patronage?.source ?? null,
    starts: {
      development: startOf(found.get(startKeys.development)),
      reserve: startOf(found.get(startKeys.reserve)),
      patronage: startOf(found.get(startKeys.patronage)),
    },
  };
}

/** Paid capital of each member on a day, by the ledger. */
export async function capitalOn(db: Db, organisation: OrganisationId, on: Day): Promise<Map<MemberId, number>> {
  const { rows } = await sql<{ member: MemberId; vnd: number }>`
    select member_id as member, sum(paid_vnd)::bigint as vnd from registry.published_capital_line
    where organisation_id = ${organisation} and on_day <= ${on} group by member_id having sum(paid_vnd) > 0`.execute(
    db,
  );
  return new Map(rows.map(({ member, vnd }) => [member, vnd]));
}

const recorded = (db: Db) =>
  booksIn(db)
    .selectFrom('books.surplus as s')
    .leftJoin('auth.user as u', 'u.id', 's.recorded_by')
    .leftJoin('books.surplus_reversal as r', 'r.surplus_id', 's.id')
    .select([
      's.id',
      's.organisation_id',
      's.year',
      's.number',
      's.profit_vnd as profitVnd',
      's.patronage_bp as patronageBp',
    ])
    .select('s.use_basis as useBasis')
    .select(['s.decided_on as decidedOn', 's.document', 'u.name as by', 's.recorded_at as at'])
    .select(['r.reversed_on', 'r.document as reversal_document', 'r.reason as reversal_reason']);

/** Of a year, or of all; the newest first. */
export const surplusesOf = (db: Db, organisation: OrganisationId, year: number | undefined) =>
  recorded(db)
    .where('s.organisation_id', '=', organisation)
    .$if(year !== undefined, (rows) => rows.where('s.year', '=', year!))
    .orderBy('s.year', 'desc')
    .orderBy('s.number', 'desc')
    .execute();

export const linesOfSurpluses = (db: Db, ids: readonly SurplusId[]) =>
  booksIn(db)
    .selectFrom('books.surplus_line')
    .select(['surplus_id', 'kind', 'name', 'fund', 'member_id', 'weight_vnd as weightVnd', 'amount_vnd as amountVnd'])
    .where('surplus_id', 'in', ids.length === 0 ? ['00000000-0000-0000-0000-000000000000' as SurplusId] : [...ids])
    .orderBy('surplus_id')
    .orderBy('position')
    .execute();

export async function surplusToWithdraw(db: Db, surplus: SurplusId) {
  const row = await recorded(db).where('s.id', '=', surplus).executeTakeFirst();
  if (row === undefined) throw new Problem('not-found', 'books.surplus.unknown');
  return row;
}

export interface Recording {
  readonly id: SurplusId;
  readonly organisation: OrganisationId;
  readonly year: number;
  readonly number: number;
  readonly profitVnd: number;
  readonly patronageBp: number;
  readonly useBasis: UseBasis;
  readonly decidedOn: Day;
  readonly document: string;
  readonly rules: unknown;
  readonly basisHash: string;
  readonly lines: readonly SurplusLine[];
}

/** Of two at once the number lets one in. */
export async function insertSurplus(db: Db, given: Recording, by: AccountId): Promise<void> {
  await booksIn(db)
    .insertInto('books.surplus')
    .values({
      id: given.id,
      organisation_id: given.organisation,
      year: given.year,
      number: given.number,
      profit_vnd: given.profitVnd,
      patronage_bp: given.patronageBp,
      use_basis: given.useBasis,
      decided_on: given.decidedOn,
      document: given.document,
      rules: JSON.stringify(given.rules),
      basis_hash: given.basisHash,
      recorded_by: by,
    })
    .execute();
  await booksIn(db)
    .insertInto('books.surplus_line')
    .values(
      given.lines.map(({ kind, name, fund, member, weightVnd, amountVnd }, index) => ({
        surplus_id: given.id,
        position: index + 1,
        kind,
        name,
        fund,
        member_id: member as MemberId | null,
        weight_vnd: weightVnd,
        amount_vnd: amountVnd,
      })),
    )
    .execute();
}

export async function insertReversal(
  db: Db,
  given: ParsedInputOf<typeof withdrawSurplus>,
  by: AccountId,
): Promise<void> {
  const { surplus, reversedOn, document, reason } = given;
  await booksIn(db)
    .insertInto('books.surplus_reversal')
    .values({ surplus_id: surplus, reversed_on: reversedOn, document, reason, recorded_by: by })
    .execute();
}
