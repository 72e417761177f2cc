import { sql } from 'kysely';
import type { Day } from '#kernel/day.ts';
import type { ChainId, CommodityId, OrganisationId } from '#kernel/id.ts';
import type { ParsedInputOf } from '#kernel/method.ts';
import { offsetOf } from '#kernel/page.ts';
import { plain } from '#kernel/text.ts';
import type { Db } from '#platform/database/db.ts';
import { sameOrganisation } from '#registry';
import type { listChains, PartnerId } from './chain.wire.ts';
import type { PartnerRole, Stage } from './chain.ts';
import { linkageIn } from './linkage.tables.ts';
import { containing, direction, sortKey } from './part.store.ts';

type Filters = ParsedInputOf<typeof listChains>;

function filteredChains(db: Db, filters: Filters) {
  const { search, state, commodity, organisation, unit } = filters;
  let rows = linkageIn(db).selectFrom('linkage.chain as c');
  if (search !== undefined && search !== '') rows = rows.where('c.plain_name', 'like', containing(plain(search)));
  if (state !== undefined) rows = rows.where('c.state', '=', state);
  if (commodity !== undefined)
    rows = rows.where(({ exists, selectFrom }) =>
      exists(
        selectFrom('linkage.chain_product as p')
          .select('p.chain_id')
          .whereRef('p.chain_id', '=', 'c.id')
          .where('p.commodity_id', '=', commodity)
          .where('p.dropped_at', 'is', null),
      ),
    );
  if (organisation !== undefined)
    rows = rows.where(({ exists, selectFrom }) =>
      exists(
        selectFrom('linkage.chain_partner as p')
          .select('p.chain_id')
          .whereRef('p.chain_id', '=', 'c.id')
          .where('p.organisation_id', 'in', sameOrganisation(organisation))
          .where('p.until_day', 'is', null),
      ),
    );
  if (unit !== undefined)
    rows = rows.where(({ exists, selectFrom }) =>
      exists(
        selectFrom('registry.published_organisation as o')
          .select('o.id')
          .whereRef('o.id', '=', 'c.lead_id')
          .where('o.unit_code', '=', unit),
      ),
    );
  return rows;
}

const partnerCount = sql<number>`(select count(*) from linkage.chain_partner p
  where p.province = c.province and p.chain_id = c.id and p.until_day is null)`;
const contractCount = sql<number>`(select count(*) from linkage.contract k
  where k.province = c.province and k.chain_id = c.id and k.state in ('signed', 'closed'))`;
const filledStages = sql<Stage[]>`array(select distinct s from linkage.chain_partner p cross join unnest(p.stages) s
  where p.province = c.province and p.chain_id = c.id and p.until_day is null)`;
const products = sql<CommodityId[]>`array(select p.commodity_id from linkage.chain_product p
  where p.province = c.province and p.chain_id = c.id and p.dropped_at is null)`;

export async function chainPage(db: Db, filters: Filters) {
  const rows = filteredChains(db, filters);
  const order = sortKey(filters.sort) === 'partners' ? partnerCount : sql`c.name collate "vi-x-icu"`;
  const items = await rows
    .select(['c.id', 'c.name', 'c.lead_id', 'c.state', 'c.product_note', 'c.provenance'])
    .select([partnerCount.as('partners'), contractCount.as('contracts')])
    .select([filledStages.as('stages'), products.as('products')])
    .orderBy(sql`${order} ${direction(filters.sort)}`)
    .orderBy('c.id')
    .limit(filters.size)
    .offset(offsetOf(filters))
    .execute();
  const { total } = await rows.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  return { items, total };
}

export const findChain = (db: Db, chain: ChainId) =>
  linkageIn(db)
    .selectFrom('linkage.chain as c')
    .selectAll('c')
    .select(products.as('products'))
    .where('c.id', '=', chain)
    .executeTakeFirst();

/** Locked, so that two who change it at once do it one after the other. */
export const findChainForChange = (db: Db, chain: ChainId) =>
  linkageIn(db).selectFrom('linkage.chain').selectAll().where('id', '=', chain).forUpdate().executeTakeFirst();

export const partnersOf = (db: Db, chain: ChainId) =>
  linkageIn(db)
    .selectFrom('linkage.chain_partner as p')
    .select(['p.id', 'p.organisation_id', 'p.role', 'p.stages', 'p.subject', 'p.from_day', 'p.provenance'])
    .select(
      sql<number>`(select count(*) from linkage.contract k where k.province = p.province and k.chain_id = p.chain_id
        and k.state in ('signed', 'closed') and p.organisation_id in (k.seller_id, k.buyer_id))`.as('contracts'),
    )
    .where('p.chain_id', '=', chain)
    .where('p.until_day', 'is', null)
    .orderBy(sql`p.role = 'lead' desc`)
    .orderBy('p.recorded_at')
    .orderBy('p.id')
    .execute();

export const contractsOfChain = (db: Db, chain: ChainId) =>
  linkageIn(db)
    .selectFrom('linkage.contract')
    .select(['id', 'number', 'seller_id', 'buyer_id', 'state'])
    .where('chain_id', '=', chain)
    .where('state', 'in', ['signed', 'closed', 'terminated'])
    .orderBy('signed_on', 'desc')
    .limit(200)
    .execute();

interface Described {
  readonly name: string;
  readonly state: 'forming' | 'active';
  readonly startedOn?: Day | null | undefined;
  readonly productNote: string;
  readonly note: string;
  readonly products: readonly CommodityId[];
}

const columns = ({ name, state, startedOn, productNote, note }: Described) => ({
  name,
  state,
  started_on: startedOn ?? null,
  product_note: productNote,
  note,
});

async function saveProducts(db: Db, chain: ChainId, wanted: readonly CommodityId[]): Promise<void> {
  await linkageIn(db)
    .updateTable('linkage.chain_product')
    .set({ dropped_at: sql`now()` })
    .where('chain_id', '=', chain)
    .where('dropped_at', 'is', null)
    .execute();
  if (wanted.length === 0) return;
  await linkageIn(db)
    .insertInto('linkage.chain_product')
    .values([...new Set(wanted)].map((commodity_id) => ({ chain_id: chain, commodity_id, dropped_at: null })))
    .onConflict((conflict) =>
      conflict.columns(['province', 'chain_id', 'commodity_id']).doUpdateSet({ dropped_at: null }),
    )
    .execute();
}

export async function saveChain(
  db: Db,
  chain: Described & {
    readonly id: ChainId;
    readonly lead: OrganisationId;
    readonly provenance: 'entered' | 'synthetic';
  },
): Promise<void> {
  await linkageIn(db)
    .insertInto('linkage.chain')
    .values({
      id: chain.id,
      lead_id: chain.lead,
      provenance: chain.provenance,
      ended_on: null,
      source: null,
      ...columns(chain),
    })
    .execute();
  await saveProducts(db, chain.id, chain.products);
}

export async function changeChainRow(db: Db, chain: ChainId, described: Described): Promise<number> {
  const { version } = await linkageIn(db)
    .updateTable('linkage.chain')
    .set((eb) => ({ ...columns(described), version: eb('version', '+', 1), changed_at: sql`now()` }))
    .where('id', '=', chain)
    .returning('version')
    .executeTakeFirstOrThrow();
  await saveProducts(db, chain, described.products);
  return version;
}

export const endChain = (db: Db, chain: ChainId, on: Day) =>
  linkageIn(db)
    .updateTable('linkage.chain')
    .set((eb) => ({ state: 'ended', ended_on: on, version: eb('version', '+', 1), changed_at: sql`now()` }))
    .where('id', '=', chain)
    .execute();

export const savePartner = (
  db: Db,
  partner: {
    readonly id: PartnerId;
    readonly chain: ChainId;
    readonly organisation: OrganisationId;
    readonly role: PartnerRole;
    readonly stages: Stage[];
    readonly subject: string;
    readonly from: Day | null;
    readonly provenance: 'entered' | 'synthetic';
  },
) =>
  linkageIn(db)
    .insertInto('linkage.chain_partner')
    .values({
      id: partner.id,
      chain_id: partner.chain,
      organisation_id: partner.organisation,
      role: partner.role,
      stages: partner.stages,
      subject: partner.subject,
      from_day: partner.from,
      until_day: null,
      provenance: partner.provenance,
    })
    .execute();

export const findPartner = (db: Db, partner: PartnerId) =>
  linkageIn(db).selectFrom('linkage.chain_partner').selectAll().where('id', '=', partner).executeTakeFirst();

export const endPartner = (db: Db, partner: PartnerId, on: Day) =>
  linkageIn(db).updateTable('linkage.chain_partner').set({ until_day: on }).where('id', '=', partner).execute();
