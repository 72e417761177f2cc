import { sql } from 'kysely';
import type { LotId } from '#kernel/id.ts';
import type { Day } from '#kernel/day.ts';
import type { Db } from '#platform/database/db.ts';
import { qualityIn } from './quality.tables.ts';

/** The lot behind a token or a short code, once it has been on the market. */
export async function findTraced(db: Db, { token, code }: { token?: string | undefined; code?: string | undefined }) {
  const rows = qualityIn(db)
    .selectFrom('quality.lot as l')
    .innerJoin('registry.published_organisation as o', 'o.id', 'l.organisation_id')
    .innerJoin('registry.published_commodity as c', 'c.id', 'l.commodity_id')
    .select(['l.id', 'l.code', 'l.gtin', 'l.token', 'l.short_code', 'l.qty', 'l.state', 'l.claim', 'l.certificate_id'])
    .select(['l.packed_on', 'l.best_before_on', 'l.provenance', 'l.variety_id'])
    .select([
      'o.name as producer',
      'o.kind as producer_kind',
      'o.unit_name',
      'o.address',
      'o.gln',
      'o.provenance as owner',
    ])
    .select(['c.name_vi', 'c.name_en', 'c.name_th', 'c.base_unit', 'c.trade_unit', 'c.trade_unit_qty'])
    .where('l.state', 'in', ['released', 'blocked', 'sampled'])
    .where(
      sql<boolean>`exists (select from quality.lot_decision d where d.province = l.province and d.lot_id = l.id and d.kind = 'released')`,
    );
  return (
    token === undefined ? rows.where('l.short_code', '=', code ?? '') : rows.where('l.token', '=', token)
  ).executeTakeFirst();
}

/** Stages of the seasons behind a lot: when they ran by log and harvests, and whether an officer signed them off. */
export async function tracedStages(db: Db, lot: LotId) {
  return qualityIn(db)
    .selectFrom('production.published_stage as t')
    .select(['t.stage', sql<number>`min(t.position)`.as('position'), sql<number>`count(*)`.as('seasons')])
    .select([
      sql<number>`count(*) filter (where t.state = 'signed-off')`.as('signed'),
      sql<string | null>`max(t.signed_at)`.as('signed_at'),
      sql<Day | null>`min((select min(d.done_on) from production.published_stage_day d
        where d.province = t.province and d.season_id = t.season_id and d.stage = t.stage))`.as('from_day'),
      sql<Day | null>`max((select max(d.done_on) from production.published_stage_day d
        where d.province = t.province and d.season_id = t.season_id and d.stage = t.stage))`.as('until_day'),
      sql<string | null>`min((select u.name from production.published_season s
        join production.published_plot p on p.province = s.province and p.id = s.plot_id
        join reference.unit u on u.code = p.unit_code and u.valid_until is null
        where s.province = t.province and s.id = t.season_id))`.as('place'),
    ])
    .where('t.season_id', 'in', (eb) =>
      eb
        .selectFrom('quality.lot_picking as part')
        .innerJoin('production.published_harvest as h', 'h.id', 'part.current_id')
        .select('h.season_id')
        .where('part.lot_id', '=', lot),
    )
    .groupBy('t.stage')
    .orderBy(sql`min(t.position)`)
    .execute();
}

export async function tracedHarvest(db: Db, lot: LotId) {
  return qualityIn(db)
    .selectFrom('quality.lot_picking as part')
    .innerJoin('production.published_harvest as h', 'h.id', 'part.current_id')
    .leftJoin('production.published_season as s', 's.id', 'h.season_id')
    .leftJoin('production.published_protocol as p', (join) =>
      join.onRef('p.code', '=', 's.protocol').onRef('p.version', '=', 's.protocol_version'),
    )
    .select([
      sql<Day | null>`min(h.harvested_on)`.as('from_day'),
      sql<Day | null>`max(h.harvested_on)`.as('until_day'),
      sql<number>`count(distinct h.plot_id)`.as('plots'),
      sql<{ vi: string; en: string; th: string }[]>`coalesce(
        jsonb_agg(distinct jsonb_build_object('vi', p.name_vi, 'en', p.name_en, 'th', p.name_th))
          filter (where p.name_vi is not null), '[]')`.as('protocols'),
    ])
    .where('part.lot_id', '=', lot)
    .executeTakeFirstOrThrow();
}

/** The release of each market that stands, and the day the lot was blocked, if it was. */
export async function tracedDecisions(db: Db, lot: LotId) {
  return qualityIn(db)
    .selectFrom('quality.lot_decision as d')
    .leftJoin('reference.market as m', 'm.code', 'd.market')
    .leftJoin('reference.limit_set as s', 's.id', 'd.limit_set_id')
    .select(['d.kind', 'd.market', 'd.decided_on', 'd.snapshot', 'd.report_id', 'd.at'])
    .select(['m.name_vi', 'm.name_en', 'm.name_th', 's.name as set_name', 's.version as set_version', 's.verified'])
    .where('d.lot_id', '=', lot)
    .orderBy('d.at', 'desc')
    .execute();
}

/** The newest report of a lot: laboratory, method, number; nobody's name. */
export async function tracedReport(db: Db, lot: LotId) {
  return qualityIn(db)
    .selectFrom('quality.report as r')
    .innerJoin('registry.published_organisation as o', 'o.id', 'r.laboratory_id')
    .select(['r.number', 'r.accreditation', 'r.method', 'r.issued_on', 'r.analyte_count', 'o.name'])
    .where('r.lot_id', '=', lot)
    .orderBy('r.sampled_on', 'desc')
    .orderBy('r.version', 'desc')
    .limit(1)
    .executeTakeFirst();
}

export async function residueNames(db: Db, codes: readonly string[]): Promise<string[]> {
  if (codes.length === 0) return [];
  const rows = await qualityIn(db)
    .selectFrom('reference.residue')
    .select('name')
    .where('code', 'in', [...codes])
    .orderBy(sql`lower(name)`)
    .execute();
  return rows.map(({ name }) => name);
}
