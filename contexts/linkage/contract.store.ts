import { sql } from 'kysely';
import type { Day } from '#kernel/day.ts';
import type { AccountId, ChainId, ContractId, OrganisationId } from '#kernel/id.ts';
import type { ParsedInputOf } from '#kernel/method.ts';
import { offsetOf } from '#kernel/page.ts';
import { plain } from '#kernel/text.ts';
import type { Db } from '#platform/database/db.ts';
import type { Scope } from './contract.access.ts';
import type { ContractState } from './contract.ts';
import type { ContractContent, listContracts } from './contract.wire.ts';
import { linkageIn } from './linkage.tables.ts';
import { containing, direction, sortKey } from './part.store.ts';
import type { Side } from './part.wire.ts';
import { isParty, isPartyOf, isWithin } from './scope.store.ts';

type Filters = ParsedInputOf<typeof listContracts>;

const deliveredQty = sql<number>`(select coalesce(sum(d.net_qty - d.outside_qty), 0)::bigint from linkage.delivery d
  where d.province = c.province and d.contract_id = c.id and d.state = 'confirmed')`;

export interface ListedContracts {
  readonly filters: Filters;
  readonly scope: Scope;
  readonly own: readonly OrganisationId[];
}

function filteredContracts(db: Db, { filters, scope, own }: ListedContracts) {
  let rows = linkageIn(db)
    .selectFrom('linkage.contract as c')
    .innerJoin('registry.published_organisation as s', 's.id', 'c.seller_id')
    .innerJoin('registry.published_organisation as b', 'b.id', 'c.buyer_id')
    .where(isWithin(scope));
  const { state, organisation, commodity, chain, unit, search, mine } = filters;
  if (state !== undefined) rows = rows.where('c.state', '=', state);
  if (commodity !== undefined) rows = rows.where('c.commodity_id', '=', commodity);
  if (chain !== undefined) rows = rows.where('c.chain_id', '=', chain);
  if (unit !== undefined) rows = rows.where('s.unit_code', '=', unit);
  if (organisation !== undefined) rows = rows.where(isPartyOf(organisation));
  if (mine === true) rows = rows.where(isParty(own));
  if (search !== undefined && search !== '') {
    const words = containing(plain(search));
    rows = rows.where((eb) =>
      eb.or([
        eb('s.plain_name', 'like', words),
        eb('b.plain_name', 'like', words),
        sql<boolean>`platform.plain(c.number) like ${words}`,
      ]),
    );
  }
  return rows;
}

const orders: Readonly<Record<string, ReturnType<typeof sql>>> = {
  from: sql`c.from_day`,
  number: sql`c.number`,
  qty: sql`c.committed_qty`,
};

export async function contractPage(db: Db, listed: ListedContracts) {
  const rows = filteredContracts(db, listed);
  const { filters } = listed;
  const items = await rows
    .selectAll('c')
    .select(deliveredQty.as('delivered_qty'))
    .orderBy(sql`${orders[sortKey(filters.sort)]!} ${direction(filters.sort)}`)
    .orderBy('c.id')
    .limit(filters.size)
    .offset(offsetOf(filters))
    .execute();
  const { total } = await rows.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  return { items, total };
}

const oneContract = (db: Db, contract: ContractId) =>
  linkageIn(db)
    .selectFrom('linkage.contract as c')
    .selectAll('c')
    .select(deliveredQty.as('delivered_qty'))
    .where('c.id', '=', contract);
export const findContract = (db: Db, contract: ContractId) => oneContract(db, contract).executeTakeFirst();
export type ContractRecord = NonNullable<Awaited<ReturnType<typeof findContract>>>;

/** Whatever changes a contract or what hangs on it takes its row first: one after the other. */
export async function findContractForChange(db: Db, contract: ContractId): Promise<ContractRecord | undefined> {
  await linkageIn(db).selectFrom('linkage.contract').select('id').where('id', '=', contract).forUpdate().execute();
  return findContract(db, contract);
}

export const findContractByToken = (db: Db, token: string) =>
  linkageIn(db)
    .selectFrom('linkage.contract')
    .select(['state', 'version', 'content_hash', 'signed_on', 'ended_on', 'provenance'])
    .where('verify_token', '=', token)
    .executeTakeFirst();

const prefixes = { contract: 'HĐLK', settlement: 'BQT' } as const;

/** The next number of the year that people can say: HĐLK-2026-0001. */
export async function nextNumber(db: Db, kind: keyof typeof prefixes, today: Day): Promise<string> {
  const year = Number(today.slice(0, 4));
  const { last } = await linkageIn(db)
    .insertInto('linkage.counter')
    .values({ kind, year, last: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['province', 'kind', 'year'])
        .doUpdateSet((eb) => ({ last: eb('linkage.counter.last', '+', 1) })),
    )
    .returning('last')
    .executeTakeFirstOrThrow();
  return `${prefixes[kind]}-${year}-${String(last).padStart(4, '0')}`;
}

const letters = 'abcdefghijklmnopqrstuvwxyz234567';
/** 160 bits that nobody guesses, in letters that nobody confuses. */
const verifyToken = (): string =>
  [...crypto.getRandomValues(new Uint8Array(32))].map((byte) => letters[byte % letters.length]).join('');

export interface Wording {
  readonly version: number;
  readonly content: ContractContent;
  readonly canonical: string;
  readonly contentHash: string;
  readonly side: Side;
  readonly by: AccountId;
  readonly note: string;
}

const columns = ({ version, content, contentHash }: Wording) => {
  const { terms, unit } = content;
  return {
    version,
    content_hash: contentHash,
    from_day: terms.from,
    until_day: terms.until,
    committed_qty: terms.committedQty,
    tolerance_bp: terms.toleranceBp,
    unit_code: unit.code,
    unit_qty: unit.qty,
    price_kind: terms.priceKind,
    price_vnd: terms.priceVnd,
    market_reading: terms.marketReading,
    payment_due_days: terms.paymentDueDays,
    dispute_window_days: terms.disputeWindowDays,
    on_silence: terms.onSilence,
    vat_bp: terms.vatBp,
  };
};

const saveVersion = (db: Db, contract: ContractId, wording: Wording) =>
  linkageIn(db)
    .insertInto('linkage.contract_version')
    .values({
      contract_id: contract,
      version: wording.version,
      content: wording.canonical,
      content_hash: wording.contentHash,
      drafted_side: wording.side,
      drafted_by: wording.by,
      note: wording.note,
    })
    .execute();

export async function saveContract(
  db: Db,
  wording: Wording,
  {
    provenance,
    variety,
  }: { readonly provenance: 'entered' | 'synthetic'; readonly variety: ContractRecord['variety_id'] },
): Promise<void> {
  const { content } = wording;
  await linkageIn(db)
    .insertInto('linkage.contract')
    .values({
      id: content.contract,
      number: content.number,
      verify_token: verifyToken(),
      chain_id: content.chain,
      offer_id: content.offer,
      demand_id: content.demand,
      seller_id: content.seller.id,
      buyer_id: content.buyer.id,
      commodity_id: content.commodity.id,
      variety_id: variety,
      signed_on: null,
      ended_on: null,
      provenance,
      ...columns(wording),
    })
    .execute();
  await saveVersion(db, content.contract, wording);
}

export async function saveWording(db: Db, wording: Wording): Promise<void> {
  await linkageIn(db)
    .updateTable('linkage.contract')
    .set({ ...columns(wording), state: 'draft', changed_at: sql`now()` })
    .where('id', '=', wording.content.contract)
    .execute();
  await saveVersion(db, wording.content.contract, wording);
}

export const setContractState = (
  db: Db,
  contract: ContractId,
  given: { readonly state: ContractState; readonly signedOn?: Day; readonly endedOn?: Day },
) =>
  linkageIn(db)
    .updateTable('linkage.contract')
    .set({
      state: given.state,
      changed_at: sql`now()`,
      ...(given.signedOn === undefined ? {} : { signed_on: given.signedOn }),
      ...(given.endedOn === undefined ? {} : { ended_on: given.endedOn }),
    })
    .where('id', '=', contract)
    .execute();

export const versionsOf = (db: Db, contract: ContractId) =>
  linkageIn(db)
    .selectFrom('linkage.contract_version')
    .selectAll()
    .where('contract_id', '=', contract)
    .orderBy('version')
    .execute();

export const findVersion = (db: Db, contract: ContractId, version: number) =>
  linkageIn(db)
    .selectFrom('linkage.contract_version')
    .selectAll()
    .where('contract_id', '=', contract)
    .where('version', '=', version)
    .executeTakeFirst();

export const chainOf = (db: Db, chain: ChainId) =>
  linkageIn(db).selectFrom('linkage.chain').select(['id', 'name']).where('id', '=', chain).executeTakeFirst();

export const takesPart = async (db: Db, chain: ChainId, organisations: readonly OrganisationId[]): Promise<boolean> =>
  (await linkageIn(db)
    .selectFrom('linkage.chain_partner')
    .select('id')
    .where('chain_id', '=', chain)
    .where('organisation_id', 'in', organisations)
    .where('until_day', 'is', null)
    .limit(1)
    .executeTakeFirst()) !== undefined;

/** What is delivered under a contract, by how firmly it stands. */
export const deliveredUnder = (db: Db, contract: ContractId) =>
  linkageIn(db)
    .selectFrom('linkage.delivery')
    .select([
      sql<number>`coalesce(sum(net_qty - outside_qty) filter (where state = 'confirmed'), 0)::bigint`.as('insideQty'),
      sql<number>`coalesce(sum(outside_qty) filter (where state = 'confirmed'), 0)::bigint`.as('outsideQty'),
      sql<number>`coalesce(sum(net_qty) filter (where state = 'recorded'), 0)::bigint`.as('openQty'),
      sql<number>`coalesce(sum(net_qty) filter (where state = 'disputed'), 0)::bigint`.as('disputedQty'),
    ])
    .where('contract_id', '=', contract)
    .executeTakeFirstOrThrow();

/** A number set by law on a day, with its source. */
export const parameterOn = (db: Db, key: string, on: Day) =>
  linkageIn(db)
    .selectFrom('registry.published_parameter')
    .select(['value', 'source', 'verified'])
    .where('key', '=', key)
    .where('valid_from', '<=', on)
    .where((eb) => eb.or([eb('valid_until', 'is', null), eb('valid_until', '>=', on)]))
    .orderBy('valid_from', 'desc')
    .executeTakeFirst();
