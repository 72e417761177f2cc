import { sql } from 'kysely';
import type { Day } from '#kernel/day.ts';
import type { AccountId, Branded, OrganisationId } from '#kernel/id.ts';
import { Problem } from '#kernel/problem.ts';
import type { Db } from '#platform/database/db.ts';
import { registryIn } from './registry.tables.ts';
import type { UndividedEntryId, UndividedKind, UndividedLine } from './undivided.ts';

/** The whole book of the undivided fund and assets, in the order of entry. */
export async function undividedBook(db: Db, organisation: OrganisationId) {
  const entries = await registryIn(db)
    .selectFrom('registry.undivided_entry as e')
    .leftJoin('registry.undivided_entry as r', 'r.id', 'e.reverses_id')
    .leftJoin('registry.undivided_entry as b', 'b.reverses_id', 'e.id')
    .select(['e.id', 'e.number', 'e.kind', 'e.on_day as onDay', 'e.document', 'e.legal_basis as legalBasis', 'e.note'])
    .select(['e.recorded_at as recordedAt', 'e.cause_id as cause', 'r.number as reverses', 'b.number as reversedBy'])
    .where('e.organisation_id', '=', organisation)
    .orderBy('e.number')
    .execute();
  const lines = await registryIn(db)
    .selectFrom('registry.undivided_line')
    .select(['entry_id', 'account', 'source', 'pledge_barred as pledgeBarred', 'amount_vnd as amountVnd'])
    .where('organisation_id', '=', organisation)
    .orderBy('account', 'desc')
    .orderBy('source')
    .execute();
  return entries.map((entry) => ({ ...entry, lines: lines.filter(({ entry_id }) => entry_id === entry.id) }));
}
export type UndividedRecord = Awaited<ReturnType<typeof undividedBook>>[number];

export async function undividedEntryOwner(db: Db, entry: UndividedEntryId): Promise<OrganisationId> {
  const row = await registryIn(db)
    .selectFrom('registry.undivided_entry')
    .select('organisation_id')
    .where('id', '=', entry)
    .executeTakeFirst();
  if (row === undefined) throw new Problem('not-found', 'registry.undivided.unknown');
  return row.organisation_id;
}

export interface NewUndivided {
  readonly id: UndividedEntryId;
  readonly organisation: OrganisationId;
  readonly kind: UndividedKind;
  readonly onDay: Day;
  readonly document?: string | null | undefined;
  readonly legalBasis?: string | null | undefined;
  readonly note?: string | null | undefined;
  readonly reverses?: UndividedEntryId;
  readonly cause?: Branded<'ActId'> | null;
  readonly by: AccountId | null;
  readonly lines: readonly UndividedLine[];
}

/** The organisation is locked by whoever calls, so that numbers follow one another. */
export async function saveUndivided(db: Db, entry: NewUndivided): Promise<number> {
  const { last } = await registryIn(db)
    .selectFrom('registry.undivided_entry')
    .select((eb) => eb.fn.coalesce(eb.fn.max('number'), sql<number>`0`).as('last'))
    .where('organisation_id', '=', entry.organisation)
    .executeTakeFirstOrThrow();
  const number = last + 1;
  await registryIn(db)
    .insertInto('registry.undivided_entry')
    .values({
      id: entry.id,
      organisation_id: entry.organisation,
      number,
      kind: entry.kind,
      on_day: entry.onDay,
      document: entry.document ?? null,
      legal_basis: entry.legalBasis ?? null,
      note: entry.note ?? null,
      reverses_id: entry.reverses ?? null,
      cause_id: entry.cause ?? null,
      recorded_by: entry.by,
    })
    .execute();
  await registryIn(db)
    .insertInto('registry.undivided_line')
    .values(
      entry.lines.map((line) => ({
        entry_id: entry.id,
        organisation_id: entry.organisation,
        account: line.account,
        source: line.source,
        pledge_barred: line.pledgeBarred,
        amount_vnd: line.amountVnd,
      })),
    )
    .execute();
  return number;
}
