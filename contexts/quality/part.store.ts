import { sql } from 'kysely';
import type { AccountId, CommodityId, OrganisationId } from '#kernel/id.ts';
import type { UnitCode } from '#kernel/place.ts';
import type { Db } from '#platform/database/db.ts';
import { sessionIn } from '#platform/session/session.tables.ts';
import type { CommodityView } from './quality-part.wire.ts';
import { qualityIn } from './quality.tables.ts';

export interface KnownParty {
  readonly id: OrganisationId;
  readonly name: string;
  readonly kind: string;
  readonly provenance: 'entered' | 'synthetic' | 'reported';
  readonly unit: { readonly code: UnitCode; readonly name: string } | null;
}

export interface Parts {
  readonly party: (id: OrganisationId) => KnownParty;
  readonly commodity: (id: CommodityId) => CommodityView;
}

async function parties(db: Db, ids: readonly OrganisationId[]): Promise<Map<OrganisationId, KnownParty>> {
  if (ids.length === 0) return new Map();
  const rows = await qualityIn(db)
    .selectFrom('registry.published_organisation')
    .select(['id', 'name', 'kind', 'provenance', 'unit_code', 'unit_name'])
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return new Map(
    rows.map(({ unit_code, unit_name, ...row }) => [
      row.id,
      { ...row, unit: unit_code === null ? null : { code: unit_code, name: unit_name ?? unit_code } },
    ]),
  );
}

async function commodities(db: Db, ids: readonly CommodityId[]): Promise<Map<CommodityId, CommodityView>> {
  if (ids.length === 0) return new Map();
  const rows = await qualityIn(db)
    .selectFrom('registry.published_commodity')
    .select(['id', 'code', 'name_vi', 'name_en', 'name_th', 'base_unit', 'trade_unit', 'trade_unit_qty'])
    .where('id', 'in', [...new Set(ids)])
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

function known<Id, Value>(values: Map<Id, Value>, id: Id): Value {
  const value = values.get(id);
  if (value === undefined) throw new Error(`a row names ${String(id)}, which the registry does not publish`);
  return value;
}

/** The names behind the ids of a page of rows: one question for each kind. */
export async function partsOf(
  db: Db,
  organisations: readonly OrganisationId[],
  goods: readonly CommodityId[],
): Promise<Parts> {
  const byOrganisation = await parties(db, organisations);
  const byCommodity = await commodities(db, goods);
  return { party: (id) => known(byOrganisation, id), commodity: (id) => known(byCommodity, id) };
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

/** The names of those who decided; nobody's when the reader may not know them. */
export async function namesOf(
  db: Db,
  accounts: readonly string[],
  shown: boolean,
): Promise<(account: string) => string | null> {
  if (!shown || accounts.length === 0) return () => null;
  const rows = await sessionIn(db)
    .selectFrom('auth.user')
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(accounts)] as AccountId[])
    .execute();
  const names = new Map<string, string>(rows.map(({ id, name }) => [id, name]));
  return (account) => names.get(account) ?? null;
}
