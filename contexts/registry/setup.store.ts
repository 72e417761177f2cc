import { sql } from 'kysely';
import type { Day } from '#kernel/day.ts';
import type { ParsedInputOf } from '#kernel/method.ts';
import type { Db } from '#platform/database/db.ts';
import type { SessionTables } from '#platform/session/session.tables.ts';
import { parameterCounts } from './parameter.store.ts';
import { letterheadNow } from './letterhead.store.ts';
import { registryIn } from './registry.tables.ts';
import type { SetupStep } from './setup.ts';
import type { confirmSetup } from './setup.wire.ts';
import { unitsOfProvince } from './unit.store.ts';

interface Counts {
  readonly commodities: number;
  readonly without_unit: number;
  readonly units_changed_at: string | null;
}

/** The latest word on each step. */
async function notesOf(db: Db) {
  const rows = await registryIn(db)
    .$extendTables<SessionTables>()
    .selectFrom('registry.setup_note as n')
    .leftJoin('auth.user as a', 'a.id', 'n.recorded_by')
    .select(['n.step', 'n.said', 'n.recorded_at as at', 'a.name as by'])
    .orderBy('n.recorded_at')
    .orderBy('n.id')
    .execute();
  return Object.fromEntries(rows.map(({ step, ...said }) => [step, said])) as Partial<
    Record<SetupStep, Omit<(typeof rows)[number], 'step'>>
  >;
}

export async function setupState(db: Db, today: Day) {
  const units = await unitsOfProvince(db, today);
  const { rows } = await sql<Counts>`select
      (select count(*)::int from registry.commodity) as commodities,
      (select count(*)::int from registry.commodity c where not exists (select from registry.trade_unit t
        where t.province = c.province and t.commodity_id = c.id and t.usual and t.valid_until is null)) as without_unit,
      (select max(recorded_at) from registry.unit_entry) as units_changed_at`.execute(db);
  const { commodities, without_unit, units_changed_at } = rows[0]!;
  const head = await letterheadNow(db);
  return {
    units: { total: units.length, points: units.filter(({ lon }) => lon !== null).length, changedAt: units_changed_at },
    commodities: { total: commodities, withoutUnit: without_unit },
    parameters: await parameterCounts(db),
    letterhead: { recordedAt: head?.recorded_at ?? null, logo: head?.logo ?? false },
    notes: await notesOf(db),
  };
}

export const saveSetupNote = (db: Db, { id, step, said }: ParsedInputOf<typeof confirmSetup>, by: string) =>
  registryIn(db).insertInto('registry.setup_note').values({ id, step, said, recorded_by: by }).execute();
