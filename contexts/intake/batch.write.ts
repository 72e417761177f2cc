import { Problem } from '#kernel/problem.ts';
import type { Db } from '#platform/database/db.ts';
import { accountIntake } from './account.judge.ts';
import type { Intake, WrittenBefore } from './batch.judge.ts';
import type { BatchRecord } from './batch.store.ts';
import type { BatchKind } from './field.ts';
import { memberIntake } from './member.judge.ts';
import { organisationIntake } from './organisation.judge.ts';

const intakes: Readonly<Record<BatchKind, Intake>> = {
  organisations: organisationIntake,
  members: memberIntake,
  accounts: accountIntake,
};

/** How the kind of this sheet meets the registry. */
export function intakeOf({ kind }: Pick<BatchRecord, 'kind'>): Intake {
  if (kind === null) throw new Problem('conflict', 'intake.batch.not-mapped');
  return intakes[kind];
}

type Changed = WrittenBefore & { readonly isGone: boolean };

/** Everything that stands against taking a sheet back. */
export async function blockersOf(db: Db, batch: BatchRecord, written: readonly Changed[]) {
  const gone = written
    .filter(({ isGone }) => isGone)
    .map(({ row, id, year }) => ({
      row,
      reason: 'former-values-gone' as const,
      target: id,
      organisation: null,
      name: '',
      year: year === 0 ? null : year,
      n: 0,
    }));
  return [...(await intakeOf(batch).blockers(db, written)), ...gone];
}

export const isBlocked = async (db: Db, batch: BatchRecord, written: readonly Changed[]): Promise<boolean> =>
  (await blockersOf(db, batch, written)).length > 0;
