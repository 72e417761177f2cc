import { sql } from 'kysely';
import {
  newId,
  type AccountId,
  type CommodityId,
  type ContractId,
  type OrganisationId,
  type VarietyId,
} from '#kernel/id.ts';
import { offsetOf } from '#kernel/page.ts';
import { plain } from '#kernel/text.ts';
import type { Day } from '#kernel/day.ts';
import type { Db } from '#platform/database/db.ts';
import { sameOrganisation } from '#registry';
import type { LinePeriod, LineSide } from './line.ts';
import type { LineFilters, LineId } from './line.wire.ts';
import { linkageIn } from './linkage.tables.ts';
import { containing, direction, sortKey } from './part.store.ts';
import type { CertificateKind } from './part.wire.ts';

/** Everything of a line but its limit price: what anybody who looks may see. */
const shown = [
  'l.id',
  'l.organisation_id',
  'l.commodity_id',
  'l.variety_id',
  'l.from_day',
  'l.until_day',
  'l.per',
  'l.period_qty',
  'l.total_qty',
  'l.drawn_qty',
  'l.minimum_order_qty',
  'l.certificates',
  'l.quality',
  'l.place',
  'l.state',
  'l.revision',
  'l.provenance',
] as const;

export interface ListedLine {
  readonly side: LineSide;
  readonly filters: LineFilters;
  /** The organisations the caller runs, for `mine`. */
  readonly own: readonly OrganisationId[];
}

function filteredLines(db: Db, { side, filters, own }: ListedLine) {
  let rows = linkageIn(db)
    .selectFrom('linkage.line as l')
    .innerJoin('registry.published_organisation as o', 'o.id', 'l.organisation_id')
    .innerJoin('registry.published_commodity as c', 'c.id', 'l.commodity_id')
    .where('l.side', '=', side)
    .where('l.state', '=', filters.state ?? 'open');
  const { commodity, organisation, unit, certificate, from, until, search } = filters;
  if (commodity !== undefined) rows = rows.where('l.commodity_id', '=', commodity);
  if (organisation !== undefined) rows = rows.where('l.organisation_id', 'in', sameOrganisation(organisation));
  if (unit !== undefined) rows = rows.where('o.unit_code', '=', unit);
  if (certificate !== undefined) rows = rows.where(sql<boolean>`${certificate} = any(l.certificates)`);
  if (from !== undefined) rows = rows.where('l.until_day', '>=', from);
  if (until !== undefined) rows = rows.where('l.from_day', '<=', until);
  if (filters.free === true) rows = rows.whereRef('l.drawn_qty', '<', 'l.total_qty');
  if (filters.mine === true) rows = rows.where(sql<boolean>`l.organisation_id = any(${sql.val(own)}::uuid[])`);
  const words = containing(plain(search ?? ''));
  return search === undefined
    ? rows
    : rows.where(sql<boolean>`(o.plain_name like ${words} or platform.plain(c.name_vi) like ${words})`);
}

const orders: Readonly<Record<string, ReturnType<typeof sql>>> = {
  from: sql`l.from_day`,
  qty: sql`l.total_qty`,
  organisation: sql`o.name collate "vi-x-icu"`,
  commodity: sql`c.name_vi collate "vi-x-icu"`,
};

export async function linePage(db: Db, listed: ListedLine) {
  const rows = filteredLines(db, listed);
  const { filters } = listed;
  const items = await rows
    .select(shown)
    .orderBy(sql`${orders[sortKey(filters.sort)]!} ${direction(filters.sort)}`)
    .orderBy('l.id')
    .limit(filters.size)
    .offset(offsetOf(filters))
    .execute();
  const { total } = await rows.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  return { items, total };
}
export type LineRecord = Awaited<ReturnType<typeof linePage>>['items'][number];

export const findLine = (db: Db, side: LineSide, id: LineId) =>
  linkageIn(db)
    .selectFrom('linkage.line as l')
    .select(shown)
    .where('l.id', '=', id)
    .where('l.side', '=', side)
    .executeTakeFirst();

/** Read apart from the line, and only for its owner. */
export async function limitPriceOf(db: Db, id: LineId): Promise<number | null> {
  const { limit_price_vnd } = await linkageIn(db)
    .selectFrom('linkage.line')
    .select('limit_price_vnd')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return limit_price_vnd;
}

export const revisionsOf = (db: Db, line: LineId) =>
  linkageIn(db)
    .selectFrom('linkage.line_revision')
    .select(['revision', 'content', 'reason', 'recorded_at'])
    .where('line_id', '=', line)
    .orderBy('revision', 'desc')
    .limit(100)
    .execute();

/** Locked: whoever draws on a line, or changes it, waits for the one before. */
export const findLineForChange = (db: Db, side: LineSide, id: LineId) =>
  linkageIn(db)
    .selectFrom('linkage.line as l')
    .select(shown)
    .where('l.id', '=', id)
    .where('l.side', '=', side)
    .forUpdate()
    .executeTakeFirst();

export interface SavedTerms {
  readonly from: Day;
  readonly until: Day;
  readonly per: LinePeriod;
  readonly periodQty: number;
  readonly totalQty: number;
  readonly limitPriceVnd: number | null;
  readonly minimumOrderQty: number | null;
  readonly certificates: CertificateKind[];
  readonly quality: string;
  readonly place: string;
}

const columns = (terms: SavedTerms) => ({
  from_day: terms.from,
  until_day: terms.until,
  per: terms.per,
  period_qty: terms.periodQty,
  total_qty: terms.totalQty,
  limit_price_vnd: terms.limitPriceVnd,
  minimum_order_qty: terms.minimumOrderQty,
  certificates: terms.certificates,
  quality: terms.quality,
  place: terms.place,
});

interface Revision {
  readonly line: LineId;
  readonly revision: number;
  readonly content: unknown;
  readonly limitPriceVnd: number | null;
  readonly reason: string;
  readonly by: AccountId;
}

const saveRevision = (db: Db, { line, revision, content, limitPriceVnd, reason, by }: Revision) =>
  linkageIn(db)
    .insertInto('linkage.line_revision')
    .values({
      line_id: line,
      revision,
      content: JSON.stringify(content),
      limit_price_vnd: limitPriceVnd,
      reason,
      recorded_by: by,
    })
    .execute();

function contentOf(terms: SavedTerms) {
  const { limitPriceVnd: _, ...content } = terms;
  return { ...content, state: 'open' };
}

export interface NewLine {
  readonly id: LineId;
  readonly side: LineSide;
  readonly organisation: OrganisationId;
  readonly commodity: CommodityId;
  readonly variety: VarietyId | null;
  readonly provenance: 'entered' | 'synthetic';
  readonly by: AccountId;
}

export async function saveLine(db: Db, line: NewLine, terms: SavedTerms): Promise<void> {
  const { id, side, organisation, commodity, variety, provenance, by } = line;
  await linkageIn(db)
    .insertInto('linkage.line')
    .values({
      id,
      side,
      organisation_id: organisation,
      commodity_id: commodity,
      variety_id: variety,
      provenance,
      ...columns(terms),
    })
    .execute();
  await saveRevision(db, {
    line: id,
    revision: 1,
    content: contentOf(terms),
    limitPriceVnd: terms.limitPriceVnd,
    reason: '',
    by,
  });
}

export async function reviseLine(
  db: Db,
  line: { readonly id: LineId; readonly revision: number },
  terms: SavedTerms,
  { reason, by }: { readonly reason: string; readonly by: AccountId },
): Promise<number> {
  const revision = line.revision + 1;
  await linkageIn(db)
    .updateTable('linkage.line')
    .set({ ...columns(terms), revision, changed_at: sql`now()` })
    .where('id', '=', line.id)
    .execute();
  const { limitPriceVnd } = terms;
  await saveRevision(db, { line: line.id, revision, content: contentOf(terms), limitPriceVnd, reason, by });
  return revision;
}

export async function withdrawLine(
  db: Db,
  line: { readonly id: LineId; readonly revision: number },
  { reason, by }: { readonly reason: string; readonly by: AccountId },
): Promise<number> {
  const revision = line.revision + 1;
  await linkageIn(db)
    .updateTable('linkage.line')
    .set({ state: 'withdrawn', revision, changed_at: sql`now()` })
    .where('id', '=', line.id)
    .execute();
  await saveRevision(db, { line: line.id, revision, content: { state: 'withdrawn' }, limitPriceVnd: null, reason, by });
  return revision;
}

/** Takes from a locked line, or gives back; the table's constraint has the last word. */
export async function drawOn(
  db: Db,
  line: LineId,
  draw: {
    readonly contract: ContractId;
    readonly qty: number;
    readonly why: 'accepted' | 'voided' | 'withdrawn' | 'ended';
  },
): Promise<void> {
  if (draw.qty === 0) return;
  await linkageIn(db)
    .updateTable('linkage.line')
    .set((eb) => ({ drawn_qty: eb('drawn_qty', '+', draw.qty) }))
    .where('id', '=', line)
    .execute();
  await linkageIn(db)
    .insertInto('linkage.line_draw')
    .values({ id: newId(), line_id: line, contract_id: draw.contract, qty: draw.qty, why: draw.why })
    .execute();
}

/** What a contract has drawn on a line and not given back. */
export async function drawnBy(db: Db, contract: ContractId, line: LineId): Promise<number> {
  const { qty } = await linkageIn(db)
    .selectFrom('linkage.line_draw')
    .select(sql<number>`coalesce(sum(qty), 0)::bigint`.as('qty'))
    .where('contract_id', '=', contract)
    .where('line_id', '=', line)
    .executeTakeFirstOrThrow();
  return qty;
}

export const commodityExists = async (db: Db, commodity: CommodityId): Promise<boolean> =>
  (await linkageIn(db)
    .selectFrom('registry.published_commodity')
    .select('id')
    .where('id', '=', commodity)
    .executeTakeFirst()) !== undefined;

export const varietyFits = async (db: Db, variety: VarietyId, commodity: CommodityId): Promise<boolean> =>
  (await linkageIn(db)
    .selectFrom('registry.published_variety')
    .select('id')
    .where('id', '=', variety)
    .where('commodity_id', '=', commodity)
    .executeTakeFirst()) !== undefined;
