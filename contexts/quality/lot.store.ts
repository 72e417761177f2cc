import { sql, type Insertable } from 'kysely';
import type { CommodityId, HarvestId, LotId, OrganisationId, VarietyId } from '#kernel/id.ts';
import type { ParsedInputOf } from '#kernel/method.ts';
import { offsetOf } from '#kernel/page.ts';
import { Problem } from '#kernel/problem.ts';
import { plain } from '#kernel/text.ts';
import type { Db } from '#platform/database/db.ts';
import { sameOrganisation } from '#registry';
import type { CertificateId, LotState } from './lot.ts';
import type { listLots } from './lot.wire.ts';
import { containing, direction, sortKey } from './part.store.ts';
import type { OwnedLot, Reach } from './quality.access.ts';
import { qualityIn, type LotTable } from './quality.tables.ts';

type Filters = ParsedInputOf<typeof listLots>;

const leftQty = sql<number>`lot.qty - coalesce((select sum(d.qty) from quality.dispatch d
  where d.province = lot.province and d.lot_id = lot.id), 0)::bigint`;

/** Markets a lot is released for: a later block takes every release back. */
const releasedFor = sql<string[]>`coalesce((select array_agg(distinct d.market) from quality.lot_decision d
  where d.province = lot.province and d.lot_id = lot.id and d.kind = 'released'
    and not exists (select from quality.lot_decision b where b.province = d.province and b.lot_id = d.lot_id
      and b.kind = 'blocked' and b.at >= d.at)), '{}')`;

const lotsIn = (db: Db) => qualityIn(db).selectFrom('quality.lot as lot');
type Lots = ReturnType<typeof lotsIn>;

function within(lots: Lots, { everything, units, organisations, laboratories }: Reach): Lots {
  if (everything) return lots;
  return lots.where((eb) =>
    eb.or([
      eb('lot.organisation_id', 'in', [...organisations, sql<OrganisationId>`null`]),
      sql<boolean>`exists (select from registry.published_organisation o where o.province = lot.province
        and o.id = lot.organisation_id and o.unit_code = any(${[...units]}::text[]))`,
      sql<boolean>`exists (select from quality.sample s where s.province = lot.province and s.lot_id = lot.id
        and s.laboratory_id = any(${[...laboratories]}::uuid[]))`,
      sql<boolean>`exists (select from quality.dispatch d
        join linkage.published_delivery p on p.province = d.province and p.id = d.delivery_id
        where d.province = lot.province and d.lot_id = lot.id and p.buyer_id = any(${[...organisations]}::uuid[]))`,
    ]),
  );
}

function filtered(lots: Lots, { search, organisation, commodity, state, mine }: Filters, reach: Reach): Lots {
  let rows = within(lots, reach);
  if (organisation !== undefined) rows = rows.where('lot.organisation_id', 'in', sameOrganisation(organisation));
  if (commodity !== undefined) rows = rows.where('lot.commodity_id', '=', commodity);
  if (state !== undefined) rows = rows.where('lot.state', '=', state);
  if (mine === true)
    rows = rows.where('lot.organisation_id', 'in', [...reach.organisations, sql<OrganisationId>`null`]);
  if (search !== undefined && search !== '')
    rows = rows.where(sql<boolean>`platform.plain(lot.code) like ${containing(plain(search))}`);
  return rows;
}

const sortColumns = { packed: sql`lot.packed_on`, code: sql`lot.code`, qty: sql`lot.qty` };

export async function lotPage(db: Db, reach: Reach, filters: Filters) {
  const rows = filtered(lotsIn(db), filters, reach);
  const items = await rows
    .selectAll('lot')
    .select([leftQty.as('left_qty'), releasedFor.as('released_for')])
    .orderBy(sql`${sortColumns[sortKey(filters.sort) as keyof typeof sortColumns]} ${direction(filters.sort)}`)
    .orderBy('lot.id', 'desc')
    .limit(filters.size)
    .offset(offsetOf(filters))
    .execute();
  const { total } = await rows.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  return { items, total };
}

export async function findLot(db: Db, id: LotId) {
  return lotsIn(db)
    .selectAll('lot')
    .select([leftQty.as('left_qty'), releasedFor.as('released_for')])
    .where('lot.id', '=', id)
    .executeTakeFirst();
}
export type LotRecord = NonNullable<Awaited<ReturnType<typeof findLot>>>;

export async function lotOf(db: Db, id: LotId): Promise<LotRecord> {
  const lot = await findLot(db, id);
  if (lot === undefined) throw new Problem('not-found', 'quality.lot.unknown');
  return lot;
}

/** Locked: whoever releases, blocks, samples or dispatches it next waits. */
export async function lotForChange(db: Db, id: LotId): Promise<LotRecord> {
  await qualityIn(db).selectFrom('quality.lot').select('id').where('id', '=', id).forUpdate().execute();
  return lotOf(db, id);
}

/** Whose lot it is and who else has to do with it. */
export async function ownedLot(db: Db, lot: Pick<LotRecord, 'id' | 'organisation_id'>): Promise<OwnedLot> {
  const row = await qualityIn(db)
    .selectFrom('registry.published_organisation as owner')
    .select([
      'owner.unit_code',
      sql<OrganisationId[]>`coalesce((select array_agg(distinct s.laboratory_id) from quality.sample s
        where s.province = owner.province and s.lot_id = ${lot.id}), '{}')`.as('laboratories'),
      sql<OrganisationId[]>`coalesce((select array_agg(distinct p.buyer_id) from quality.dispatch d
        join linkage.published_delivery p on p.province = d.province and p.id = d.delivery_id
        where d.province = owner.province and d.lot_id = ${lot.id}), '{}')`.as('buyers'),
    ])
    .where('owner.id', '=', lot.organisation_id)
    .executeTakeFirstOrThrow();
  return {
    organisation: lot.organisation_id,
    unit: row.unit_code,
    laboratories: row.laboratories,
    buyers: row.buyers,
  };
}

export async function isCodeTaken(db: Db, code: string): Promise<boolean> {
  const taken = await qualityIn(db).selectFrom('quality.lot').select('id').where('code', '=', code).executeTakeFirst();
  return taken !== undefined;
}

export async function findGtin(db: Db, commodity: CommodityId): Promise<string | null> {
  const row = await qualityIn(db)
    .selectFrom('registry.published_commodity')
    .select('gtin')
    .where('id', '=', commodity)
    .executeTakeFirst();
  return row?.gtin ?? null;
}

/** The variety all of these harvests are of; null when they differ or name none. */
export async function commonVariety(db: Db, harvests: readonly HarvestId[]): Promise<VarietyId | null> {
  const rows = await qualityIn(db)
    .selectFrom('production.published_harvest')
    .select('variety_id')
    .distinct()
    .where('id', 'in', [...harvests])
    .execute();
  return rows.length === 1 ? rows[0]!.variety_id : null;
}

export async function findVariety(db: Db, id: VarietyId | null) {
  if (id === null) return null;
  const row = await qualityIn(db)
    .selectFrom('registry.published_variety')
    .select(['name_vi as vi', 'name_en as en', 'name_th as th'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

export type NewLot = Insertable<LotTable>;

export async function insertLot(db: Db, lot: NewLot): Promise<void> {
  await qualityIn(db).insertInto('quality.lot').values(lot).execute();
}

export async function setState(db: Db, id: LotId, state: LotState): Promise<void> {
  await qualityIn(db).updateTable('quality.lot').set({ state }).where('id', '=', id).execute();
}

export async function marketList(db: Db) {
  const rows = await qualityIn(db)
    .selectFrom('reference.market')
    .select(['code', 'name_vi as vi', 'name_en as en', 'name_th as th'])
    .orderBy('code')
    .execute();
  return rows;
}

export async function findCertificate(db: Db, id: CertificateId) {
  return qualityIn(db)
    .selectFrom('registry.published_certificate')
    .select([
      'id',
      'organisation_id',
      'commodity_id',
      'kind',
      'number',
      'issuer',
      'valid_from',
      'valid_until',
      'withdrawn_on',
    ])
    .where('id', '=', id)
    .executeTakeFirst();
}
