import { dayOf } from '#kernel/day.ts';
import { Problem } from '#kernel/problem.ts';
import { handle } from '#platform/method/handle.ts';
import type { Db } from '#platform/database/db.ts';
import { shownCode, traceLink } from './lot-address.ts';
import { findCertificate, findVariety, lotOf } from './lot.store.ts';
import { labelSheet } from './label.document.ts';
import * as lots from './lot.store.ts';
import { printLabels } from './lot.wire.ts';
import { partsOf } from './part.store.ts';
import { mayPrint } from './quality.access.ts';
import type { MarketVerdict } from './residue.ts';
import * as store from './trace.store.ts';
import { getTrace } from './trace.wire.ts';

type Traced = NonNullable<Awaited<ReturnType<typeof store.findTraced>>>;
type Decision = Awaited<ReturnType<typeof store.tracedDecisions>>[number];

/** What a release snapshot holds that may be shown to anybody. */
interface Snapshot {
  readonly samples?: readonly { readonly verdict: Pick<MarketVerdict, 'release' | 'notTested'> }[];
}

/** A releasing decision that no later block has taken back, the newest of each market. */
function standingReleases(decisions: readonly Decision[]): Decision[] {
  const blocked = decisions.findIndex(({ kind }) => kind === 'blocked');
  const standing = (blocked < 0 ? decisions : decisions.slice(0, blocked)).filter(({ kind }) => kind === 'released');
  return standing.filter(({ market }, at) => standing.findIndex((other) => other.market === market) === at);
}

async function releasedMarket(db: Db, decision: Decision) {
  const { samples = [] } = decision.snapshot as Snapshot;
  const verdict = samples[0]?.verdict;
  return {
    market: {
      code: decision.market!,
      vi: decision.name_vi ?? decision.market!,
      en: decision.name_en ?? decision.market!,
      th: decision.name_th ?? decision.market!,
    },
    releasedOn: decision.decided_on,
    release: verdict?.release ?? 'inconclusive',
    limitSet: `${decision.set_name} (${decision.set_version})`,
    verified: decision.verified ?? false,
    notTested: await store.residueNames(
      db,
      (verdict?.notTested ?? []).map(({ residue }) => residue),
    ),
  };
}

// The seat of a household or a group is somebody's home.
const homes: readonly string[] = ['farm', 'household-business', 'cooperative-group'];

const placeOf = ({ unit_name, address, producer_kind }: Traced): string | null => {
  if (address === null || homes.includes(producer_kind)) return unit_name;
  return unit_name === null || address.includes(unit_name) ? address : `${address}, ${unit_name}`;
};

async function stagesOf(db: Db, lot: Traced) {
  const rows = await store.tracedStages(db, lot.id);
  return rows.map((row) => ({
    stage: row.stage,
    from: row.from_day,
    until: row.until_day,
    signedOn: row.signed_at === null ? null : dayOf(row.signed_at),
    signed: row.signed,
    seasons: row.seasons,
    place: row.place,
  }));
}

async function certificateOf(db: Db, lot: Traced) {
  const found = lot.certificate_id === null ? undefined : await findCertificate(db, lot.certificate_id);
  return found ? { number: found.number, issuer: found.issuer, validUntil: found.valid_until } : null;
}

async function laboratoryOf(db: Db, lot: Traced) {
  const report = await store.tracedReport(db, lot.id);
  if (report === undefined) return null;
  const { name, accreditation, method, number, issued_on, analyte_count } = report;
  return { name, accreditation, method, reportNumber: number, issuedOn: issued_on, analytes: analyte_count };
}

async function traceView(db: Db, lot: Traced, origin: string) {
  const decisions = await store.tracedDecisions(db, lot.id);
  const releases = standingReleases(decisions);
  const markets = [];
  for (const decision of releases) markets.push(await releasedMarket(db, decision));
  const { from_day, until_day, plots, protocols } = await store.tracedHarvest(db, lot.id);
  const isReleased = releases.length > 0;
  return {
    product: { vi: lot.name_vi, en: lot.name_en, th: lot.name_th },
    variety: await findVariety(db, lot.variety_id),
    producer: { name: lot.producer, place: placeOf(lot), gln: lot.gln },
    gtin: lot.gtin,
    lotCode: lot.code,
    link: traceLink(origin, lot),
    shortCode: shownCode(lot.short_code),
    qty: lot.qty,
    unit: { code: lot.trade_unit ?? lot.base_unit, qty: lot.trade_unit_qty ?? 1 },
    state: isReleased ? ('released' as const) : ('blocked' as const),
    blockedOn: isReleased ? null : (decisions.find(({ kind }) => kind === 'blocked')?.decided_on ?? null),
    packedOn: lot.packed_on,
    bestBeforeOn: lot.best_before_on,
    harvestedFrom: from_day,
    harvestedUntil: until_day,
    plots,
    protocols,
    stages: await stagesOf(db, lot),
    claim: lot.claim,
    certificate: await certificateOf(db, lot),
    laboratory: await laboratoryOf(db, lot),
    markets,
    synthetic: lot.provenance === 'synthetic' || lot.owner === 'synthetic',
  };
}

const tracing = handle(getTrace, async ({ input, db, insist, origin }) => {
  insist(true);
  const lot = await store.findTraced(db, input);
  if (lot === undefined) throw new Problem('not-found', 'quality.trace.unknown');
  return traceView(db, lot, origin);
});

const printing = handle(printLabels, async ({ input, actor, db, insist, origin }) => {
  const lot = await lotOf(db, input.lot);
  insist(mayPrint(actor, await lots.ownedLot(db, lot)));
  const parts = await partsOf(db, [lot.organisation_id], [lot.commodity_id]);
  const product = parts.commodity(lot.commodity_id)[input.language];
  return labelSheet({
    lot,
    product,
    producer: parts.party(lot.organisation_id).name,
    count: input.count,
    origin,
    language: input.language,
  });
});

export const traceRoutes = [tracing, printing];
