import { Problem } from '#kernel/problem.ts';
import { plain } from '#kernel/text.ts';
import { offsetOf } from '#kernel/page.ts';
import { handle } from '#platform/method/handle.ts';
import {
  assessmentOf,
  isSyntheticIn,
  lotFacts,
  releaseFacts,
  type Assessment,
  type LotFacts,
} from './assessment.store.ts';
import * as lots from './lot.store.ts';
import { isAuditor } from '#kernel/actor.ts';
import { maySee, reachesAnything, reachOf } from './quality.access.ts';
import { releaseObstacles } from './release.ts';
import type { LimitInForce, MarketVerdict, ResidueVerdict } from './residue.ts';
import { marketVerdict, organicVerdict } from './verdict.ts';
import { limitPage, limitSetList, type LimitSetRecord } from './verdict.store.ts';
import { getVerdict, listLimits, listLimitSets, listVerdicts, type ResidueVerdictView } from './verdict.wire.ts';

const limitView = (limit: LimitInForce) =>
  limit.kind === 'value'
    ? { kind: limit.kind, ngPerKg: limit.ngPerKg, listed: limit.listed, verified: limit.verified }
    : { kind: limit.kind, ngPerKg: null, listed: true, verified: false };

export const limitSetView = (set: LimitSetRecord) => ({
  id: set.id,
  market: set.market,
  version: set.version,
  name: set.name,
  defaultRule: set.default_rule,
  defaultNgPerKg: set.default_ng_per_kg,
  defaultSource: set.default_source,
  defaultVerified: set.default_verified,
  validFrom: set.valid_from,
  validUntil: set.valid_until,
  source: set.source,
  verified: set.verified,
});

const countsOf = ({ residues }: MarketVerdict) => ({
  residues: residues.length,
  quantified: residues.filter(({ foundNgPerKg }) => foundNgPerKg !== null).length,
  notCompliant: residues.filter(({ enforcement }) => enforcement === 'not-compliant').length,
  fail: residues.filter(({ release }) => release === 'fail').length,
  inconclusive: residues.filter(({ release }) => release === 'inconclusive').length,
});

const residueView = (verdict: ResidueVerdict, { nameOf }: Assessment): ResidueVerdictView => ({
  ...verdict,
  name: nameOf(verdict.residue),
  limit: limitView(verdict.limit),
  notes: [...verdict.notes],
  components: verdict.components.map((component) => ({ ...component, name: nameOf(component.analyte) })),
});

/** Rows worth a look: something was found or may be there, a doubt stands, or the market names a limit of its own. */
const isTelling = ({ release, components, limit }: ResidueVerdict): boolean =>
  release === 'fail' ||
  release === 'inconclusive' ||
  components.some(({ kind }) => kind === 'value' || kind === 'below-loq') ||
  (limit.kind === 'value' && limit.listed);

const weight = ({ release, foundNgPerKg }: ResidueVerdict): number =>
  ['fail', 'inconclusive', 'pass', 'no-limit'].indexOf(release) * 2 + (foundNgPerKg === null ? 1 : 0);

interface InMarket {
  readonly lot: lots.LotRecord;
  readonly assessment: Assessment;
  readonly facts: LotFacts;
  readonly market: { readonly code: string; readonly vi: string; readonly en: string; readonly th: string };
}

function inMarket({ lot, assessment, facts, market }: InMarket) {
  const set = assessment.sets.find(({ record }) => record.market === market.code);
  const released = lot.released_for.includes(market.code);
  if (set === undefined) {
    const nothing = { residues: 0, quantified: 0, notCompliant: 0, fail: 0, inconclusive: 0 };
    const unknown = { enforcement: 'not-tested', release: 'not-tested', analytes: 0, counts: nothing } as const;
    return { market, limitSet: null, ...unknown, notTested: [], obstacles: [{ code: 'no-limit-set' }], released };
  }
  const verdict = marketVerdict(assessment.samples[0]?.results ?? [], set.limits, assessment.on);
  const { enforcement, release, analytes } = verdict;
  return {
    market,
    limitSet: limitSetView(set.record),
    enforcement,
    release,
    analytes,
    counts: countsOf(verdict),
    notTested: verdict.notTested.map(({ residue, limit }) => ({
      residue,
      name: assessment.nameOf(residue),
      limit: limitView(limit),
      singleMethod: assessment.substances.get(residue)?.singleMethod ?? false,
    })),
    obstacles: releaseObstacles(releaseFacts(lot, assessment, facts, set.limits)).map((obstacle) => ({ ...obstacle })),
    released,
  };
}

const judging = handle(getVerdict, async ({ input, actor, db, insist, today }) => {
  const lot = await lots.lotOf(db, input.lot);
  insist(maySee(actor, await lots.ownedLot(db, lot)));
  const assessment = await assessmentOf(db, lot, input.on ?? today);
  const facts = await lotFacts(db, lot);
  const [newest] = assessment.samples;
  const named = (analytes: readonly string[]) =>
    analytes.map((analyte) => ({ analyte, name: assessment.nameOf(analyte) }));
  const organic =
    newest && lot.claim !== 'none' ? organicVerdict(newest.results, isSyntheticIn(assessment)) : undefined;
  const markets = await lots.marketList(db);
  return {
    on: assessment.on,
    report: newest ? { id: newest.report, number: newest.number, version: newest.version } : null,
    organic: organic ? { breaches: named(organic.breaches), traces: named(organic.traces) } : null,
    markets: markets.map((market) => inMarket({ lot, assessment, facts, market })),
  };
});

const residues = handle(listVerdicts, async ({ input, actor, db, insist, today }) => {
  const lot = await lots.lotOf(db, input.lot);
  insist(maySee(actor, await lots.ownedLot(db, lot)));
  const assessment = await assessmentOf(db, lot, input.on ?? today);
  const set = assessment.sets.find(({ record }) => record.market === input.market);
  if (set === undefined) throw new Problem('not-found', 'quality.limit-set.unknown');
  const all = marketVerdict(assessment.samples[0]?.results ?? [], set.limits, assessment.on).residues;
  const wanted = plain(input.search ?? '');
  const rows = all
    .filter((verdict) => input.rows === 'all' || isTelling(verdict))
    .map((verdict) => ({ verdict, name: assessment.nameOf(verdict.residue) }))
    .filter(({ name }) => wanted === '' || plain(name).includes(wanted))
    .sort((a, b) => weight(a.verdict) - weight(b.verdict) || a.name.localeCompare(b.name, 'en'));
  const page = rows.slice(offsetOf(input), offsetOf(input) + input.size);
  return { all: all.length, total: rows.length, items: page.map(({ verdict }) => residueView(verdict, assessment)) };
});

/** The lists are public law as far as they are verified; whoever works with lots may read them. */
const mayReadLimits = (actor: Parameters<typeof reachOf>[0]): boolean =>
  reachesAnything(reachOf(actor)) || isAuditor(actor);

const sets = handle(listLimitSets, async ({ actor, db, insist }) => {
  insist(mayReadLimits(actor));
  const rows = await limitSetList(db);
  return {
    items: rows.map((row) => ({
      ...limitSetView(row),
      marketNames: { code: row.market, vi: row.name_vi, en: row.name_en, th: row.name_th },
      limits: row.limits,
    })),
  };
});

const limits = handle(listLimits, async ({ input, actor, db, insist }) => {
  insist(mayReadLimits(actor));
  const { items, total } = await limitPage(db, input);
  return {
    total,
    items: items.map((row) => ({
      residue: row.residue_code,
      name: row.name,
      commodity: row.commodity_code,
      commodityNames:
        row.name_vi === null || row.name_en === null || row.name_th === null
          ? null
          : { vi: row.name_vi, en: row.name_en, th: row.name_th },
      rule: row.rule,
      ngPerKg: row.ng_per_kg,
      source: row.source,
      verified: row.verified,
    })),
  };
});

export const verdictRoutes = [judging, residues, sets, limits];
