import type { Db } from '#platform/database/db.ts';
import { handle } from '#platform/method/handle.ts';
import { csvStream } from '#platform/spreadsheet/write.ts';
import { earliestHarvestOn } from './harvest.ts';
import { registerRows } from './log.store.ts';
import { exportRegister, type LogDetails } from './log.wire.ts';
import { maySee, ownedOf } from './production.access.ts';
import { seasonWithNames, type SeasonFound } from './season.store.ts';

/** Machine-readable: the columns are keys, the same in every language and every year. */
const columns = [
  'entry_id',
  'status',
  'done_on',
  'recorded_at',
  'organisation',
  'plot_code',
  'plot_area_m2',
  'treated_area_m2',
  'commodity',
  'season_started_on',
  'protocol',
  'family',
  'product',
  'active_ingredient',
  'quantity',
  'quantity_unit',
  'target',
  'method',
  'equipment',
  'weather',
  'phi_days',
  'phi_verified',
  'earliest_harvest_on',
  'verdict',
  'entered_as',
  'confirmed',
  'replaces_id',
  'reason',
] as const;

type Row = Awaited<ReturnType<typeof registerRows>>[number];

const statusOf = (row: Row): string => {
  if (row.withdrawn) return 'withdrawal';
  return row.replaced_by === null ? 'standing' : 'replaced';
};

function registerRow(season: SeasonFound, row: Row) {
  const { target, method, equipment, weather } = row.details as LogDetails;
  const stands = statusOf(row) === 'standing' && row.phi_days !== null;
  return {
    entry_id: row.id,
    status: statusOf(row),
    done_on: row.done_on,
    recorded_at: row.recorded_at,
    organisation: season.organisation_name,
    plot_code: season.plot_code,
    plot_area_m2: season.area_m2,
    treated_area_m2: row.treated_area_m2,
    commodity: season.commodity_code,
    season_started_on: season.started_on,
    protocol: `${season.protocol_code} ${season.protocol_version}`,
    family: row.family,
    product: row.input_name,
    active_ingredient: row.active_ingredient,
    quantity: row.qty,
    quantity_unit: row.qty_unit,
    target: target ?? null,
    method: method ?? null,
    equipment: equipment ?? null,
    weather: weather ?? null,
    phi_days: row.phi_days,
    phi_verified: row.phi_verified,
    earliest_harvest_on: stands ? earliestHarvestOn({ usedOn: row.done_on, phiDays: row.phi_days }) : null,
    verdict: row.verdict,
    entered_as: row.entered_as,
    confirmed: row.entered_as !== 'officer' || row.confirmed_at !== null,
    replaces_id: row.replaces_id,
    reason: row.reason,
  };
}

async function register(db: Db, season: SeasonFound) {
  const rows = await registerRows(db, season.id);
  return rows.map((row) => registerRow(season, row));
}

export const registerRoutes = [
  handle(exportRegister, async ({ input, actor, db, insist }) => {
    const season = await seasonWithNames(db, input.season);
    insist(maySee(actor, ownedOf(season)));
    const rows = await register(db, season);
    const fileName = `spray-register-${season.plot_code}-${season.started_on}.${input.format}`;
    if (input.format === 'json') {
      const body = Buffer.from(
        JSON.stringify({ format: 'lienket-spray-register', version: 1, season: season.id, rows }, null, 1),
      );
      return { fileName, mediaType: 'application/json', body };
    }
    const sheet = {
      name: 'register',
      columns: columns.map((key) => ({ key, title: key, kind: 'text' as const })),
      rows,
    };
    return { fileName, mediaType: 'text/csv; charset=utf-8', body: csvStream(sheet) };
  }),
];
