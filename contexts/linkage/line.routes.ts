import type { Actor } from '#kernel/actor.ts';
import type { CommodityId, OrganisationId, VarietyId } from '#kernel/id.ts';
import { Problem } from '#kernel/problem.ts';
import type { Db } from '#platform/database/db.ts';
import type { Call } from '#platform/method/handle.ts';
import { endedForGood } from '#registry';
import { runOrganisations } from './contract.access.ts';
import { mayChangeLine, mayLook, ownsLimit } from './line.access.ts';
import {
  commodityExists,
  findLine,
  findLineForChange,
  limitPriceOf,
  linePage,
  reviseLine,
  revisionsOf,
  saveLine,
  varietyFits,
  withdrawLine,
  type LineRecord,
  type SavedTerms,
} from './line.store.ts';
import { lineObstacles, revisionObstacles, totalQtyOf, type LineSide, type LineTerms } from './line.ts';
import type { LineFilters, LineId, LineRow } from './line.wire.ts';
import { findParty, partsOf, type Parts } from './part.store.ts';
import type { CertificateKind } from './part.wire.ts';

type Asked = Pick<Call<unknown>, 'actor' | 'db' | 'insist' | 'today'>;

const unknown = (side: LineSide): Problem => new Problem('not-found', `linkage.${side}.unknown`);
const refused = (side: LineSide, obstacles: readonly string[]): Problem =>
  new Problem('conflict', `linkage.${side}.not-possible`, { obstacles });

function viewOf(actor: Actor, row: LineRecord, parts: Parts): LineRow {
  const mine = mayChangeLine(actor, row.organisation_id);
  return {
    id: row.id,
    organisation: parts.party(row.organisation_id),
    commodity: parts.commodity(row.commodity_id),
    variety: parts.variety(row.variety_id),
    from: row.from_day,
    until: row.until_day,
    per: row.per,
    periodQty: row.period_qty,
    totalQty: row.total_qty,
    drawnQty: row.drawn_qty,
    minimumOrderQty: row.minimum_order_qty,
    certificates: row.certificates,
    quality: row.quality,
    place: row.place,
    state: row.state,
    revision: row.revision,
    provenance: row.provenance,
    may: {
      change: mine && row.state === 'open',
      contract: row.state === 'open' && row.drawn_qty < row.total_qty && runOrganisations(actor).length > 0,
    },
  };
}

const partsOfLines = (db: Db, rows: readonly LineRecord[]): Promise<Parts> =>
  partsOf(db, {
    organisations: rows.map((row) => row.organisation_id),
    commodities: rows.map((row) => row.commodity_id),
    varieties: rows.map((row) => row.variety_id),
  });

export async function listedLines({ actor, db, insist }: Asked, side: LineSide, filters: LineFilters) {
  insist(mayLook(actor));
  const { items, total } = await linePage(db, { side, filters, own: runOrganisations(actor) });
  const parts = await partsOfLines(db, items);
  return { total, items: items.map((row) => viewOf(actor, row, parts)) };
}

export async function gotLine({ actor, db, insist }: Asked, side: LineSide, id: LineId) {
  const row = await findLine(db, side, id);
  if (row === undefined) throw unknown(side);
  insist(mayLook(actor));
  const parts = await partsOfLines(db, [row]);
  const owns = ownsLimit(actor, row.organisation_id);
  const revisions = await revisionsOf(db, id);
  return {
    ...viewOf(actor, row, parts),
    ownsLimit: owns,
    limitPriceVnd: owns ? await limitPriceOf(db, id) : null,
    revisions: revisions.map(({ recorded_at, content, ...revision }) => ({
      ...revision,
      content: content as Record<string, unknown>,
      recordedAt: recorded_at,
    })),
  };
}

interface GivenTerms extends LineTerms {
  readonly limitPriceVnd: number | null;
  readonly certificates: CertificateKind[];
  readonly quality: string;
  readonly place: string;
}

const savedTerms = (given: GivenTerms): SavedTerms => ({
  ...given,
  minimumOrderQty: given.minimumOrderQty ?? null,
  totalQty: totalQtyOf(given),
});

interface GivenLine {
  readonly id: LineId;
  readonly organisation: OrganisationId;
  readonly commodity: CommodityId;
  readonly variety: VarietyId | null;
}

/** Who a line may be drafted for: an organisation that exists, works, and is not merely told of. */
async function ownerOf(db: Db, id: OrganisationId) {
  const owner = await findParty(db, id);
  if (owner === undefined) throw new Problem('unprocessable', 'linkage.organisation.unknown');
  return owner;
}

export async function draftedLine(asked: Asked, side: LineSide, line: GivenLine, terms: GivenTerms) {
  const { actor, db, insist, today } = asked;
  insist(mayChangeLine(actor, line.organisation));
  const hasEnded = await endedForGood(db, line.organisation);
  const owner = await ownerOf(db, line.organisation);
  const obstacles: string[] = lineObstacles(terms, today);
  if (hasEnded || owner.status !== 'operating') obstacles.push('not-operating');
  if (owner.provenance === 'reported') obstacles.push('reported');
  if (!(await commodityExists(db, line.commodity))) throw new Problem('unprocessable', 'linkage.commodity.unknown');
  if (line.variety !== null && !(await varietyFits(db, line.variety, line.commodity)))
    obstacles.push('variety-of-another');
  if (obstacles.length > 0) throw refused(side, obstacles);
  const provenance = owner.provenance === 'synthetic' ? 'synthetic' : 'entered';
  await saveLine(db, { ...line, side, provenance, by: actor.account! }, savedTerms(terms));
  return { id: line.id };
}

interface Revising {
  readonly id: LineId;
  readonly revision: number;
  readonly reason: string;
}

async function lineForChange({ actor, db, insist }: Asked, side: LineSide, id: LineId) {
  const line = await findLineForChange(db, side, id);
  if (line === undefined) throw unknown(side);
  insist(mayChangeLine(actor, line.organisation_id));
  return { ...line, drawnQty: line.drawn_qty };
}

export async function changedLine(asked: Asked, side: LineSide, given: Revising, terms: GivenTerms) {
  const line = await lineForChange(asked, side, given.id);
  const saved = savedTerms(terms);
  const obstacles = [
    ...lineObstacles(terms, asked.today),
    ...revisionObstacles(line, { revision: given.revision, totalQty: saved.totalQty }),
  ];
  if (obstacles.length > 0) throw refused(side, obstacles);
  return { revision: await reviseLine(asked.db, line, saved, { reason: given.reason, by: asked.actor.account! }) };
}

export async function withdrawnLine(asked: Asked, side: LineSide, given: Revising) {
  const line = await lineForChange(asked, side, given.id);
  const obstacles = revisionObstacles(line, { revision: given.revision, totalQty: line.drawn_qty });
  if (obstacles.length > 0) throw refused(side, obstacles);
  return { revision: await withdrawLine(asked.db, line, { reason: given.reason, by: asked.actor.account! }) };
}
