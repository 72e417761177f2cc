import { sql } from 'kysely';
import type { AccountId, CommodityId, OrganisationId, VarietyId } from '#kernel/id.ts';
import type { UnitCode } from '#kernel/place.ts';
import type { Db } from '#platform/database/db.ts';
import { sessionIn } from '#platform/session/session.tables.ts';
import { linkageIn } from './linkage.tables.ts';
import type { CommodityView } from './part.wire.ts';

export interface KnownParty {
  readonly id: OrganisationId;
  readonly name: string;
  readonly kind: string;
  readonly taxNumber: string | null;
  readonly address: string | null;
  readonly provenance: 'entered' | 'synthetic' | 'reported';
  readonly status: string;
  readonly unit: { readonly code: UnitCode; readonly name: string } | null;
}

export interface Parts {
  readonly party: (id: OrganisationId) => KnownParty;
  readonly commodity: (id: CommodityId) => CommodityView;
  readonly variety: (id: VarietyId | null) => { id: VarietyId; vi: string; en: string; th: string } | null;
}

type Ids<Id> = readonly (Id | null)[];
const distinct = <Id>(ids: Ids<Id>): Id[] => [
  ...new Set(ids.filter((id): id is NonNullable<typeof id> => id !== null)),
];

async function parties(db: Db, ids: Ids<OrganisationId>): Promise<Map<OrganisationId, KnownParty>> {
  const wanted = distinct(ids);
  if (wanted.length === 0) return new Map();
  const rows = await linkageIn(db)
    .selectFrom('registry.published_organisation')
    .select(['id', 'name', 'kind', 'tax_number', 'address', 'provenance', 'status', 'unit_code', 'unit_name'])
    .where('id', 'in', wanted)
    .execute();
  return new Map(
    rows.map(({ unit_code, unit_name, tax_number, ...row }) => [
      row.id,
      {
        ...row,
        taxNumber: tax_number,
        unit: unit_code === null ? null : { code: unit_code, name: unit_name ?? unit_code },
      },
    ]),
  );
}

async function commodities(db: Db, ids: Ids<CommodityId>): Promise<Map<CommodityId, CommodityView>> {
  const wanted = distinct(ids);
  if (wanted.length === 0) return new Map();
  const rows = await linkageIn(db)
    .selectFrom('registry.published_commodity')
    .select(['id', 'code', 'name_vi', 'name_en', 'name_th', 'base_unit', 'trade_unit', 'trade_unit_qty'])
    .where('id', 'in', wanted)
    .execute();
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        code: row.code,
        vi: row.name_vi,
        en: row.name_en,
        th: row.name_th,
        baseUnit: row.base_unit,
        unit: { code: row.trade_unit ?? row.base_unit, qty: row.trade_unit_qty ?? 1 },
      },
    ]),
  );
}

async function varieties(db: Db, ids: Ids<VarietyId>) {
  const wanted = distinct(ids);
  if (wanted.length === 0) return new Map<VarietyId, { id: VarietyId; vi: string; en: string; th: string }>();
  const rows = await linkageIn(db)
    .selectFrom('registry.published_variety')
    .select(['id', 'name_vi', 'name_en', 'name_th'])
    .where('id', 'in', wanted)
    .execute();
  return new Map(rows.map((row) => [row.id, { id: row.id, vi: row.name_vi, en: row.name_en, th: row.name_th }]));
}

function known<Id, Value>(values: Map<Id, Value>, id: Id): Value {
  const value = values.get(id);
  if (value === undefined) throw new Error(`a row names ${String(id)}, which the registry does not publish`);
  return value;
}

/** The names behind the ids of a page of rows: one question for each kind. */
export async function partsOf(
  db: Db,
  ids: {
    readonly organisations?: Ids<OrganisationId>;
    readonly commodities?: Ids<CommodityId>;
    readonly varieties?: Ids<VarietyId>;
  },
): Promise<Parts> {
  const organisations = await parties(db, ids.organisations ?? []);
  const goods = await commodities(db, ids.commodities ?? []);
  const kinds = await varieties(db, ids.varieties ?? []);
  return {
    party: (id) => known(organisations, id),
    commodity: (id) => known(goods, id),
    variety: (id) => (id === null ? null : known(kinds, id)),
  };
}

export async function findParty(db: Db, id: OrganisationId): Promise<KnownParty | undefined> {
  return (await parties(db, [id])).get(id);
}

/** A person's words as a pattern that finds them anywhere, in plain letters. */
export const containing = (plainWords: string): string =>
  `%${plainWords.replaceAll(/[%_\\]/g, (mark) => `\\${mark}`)}%`;

/** 'name' ascending, '-name' descending. */
export const direction = (sort: string) => (sort.startsWith('-') ? sql`desc nulls last` : sql`asc nulls last`);
export const sortKey = (sort: string): string => sort.replace(/^-/, '');

/** The names of those who drafted or signed; nobody's when the reader may not know them. */
export async function namesOf(
  db: Db,
  accounts: readonly AccountId[],
  shown: boolean,
): Promise<(account: AccountId) => string | null> {
  if (!shown || accounts.length === 0) return () => null;
  const rows = await sessionIn(db)
    .selectFrom('auth.user')
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(accounts)])
    .execute();
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return (account) => names.get(account) ?? null;
}
