import { manages, type Actor } from '#kernel/actor.ts';
import { addDays, type Day } from '#kernel/day.ts';
import { Problem } from '#kernel/problem.ts';
import type { Db } from '#platform/database/db.ts';
import { handle } from '#platform/method/handle.ts';
import { earliestHarvestOn } from './harvest.ts';
import { harvestsOfSeason } from './harvest.store.ts';
import { harvestViews } from './harvest.reply.ts';
import { usesOfSeason } from './log.store.ts';
import { seasonPlan } from './plan.ts';
import { mayAskFor, plotForChange } from './plot.store.ts';
import { maySee, ownedOf, reachOf, writesAs } from './production.access.ts';
import { seasonRecord } from './progress.store.ts';
import type { SeasonRecord } from './progress.ts';
import { commodityOf, contentOf, protocolVersion } from './protocol.store.ts';
import { closingObstacles, startingObstacles } from './season.ts';
import * as store from './season.store.ts';
import { stageViews } from './stage.reply.ts';
import { closeSeason, getSeason, listSeasons, startSeason } from './season.wire.ts';

const rowOf = (season: Omit<store.SeasonFound, 'content'>) => ({
  id: season.id,
  organisation: { id: season.organisation_id, name: season.organisation_name },
  plot: { id: season.plot_id, code: season.plot_code, name: season.plot_name, areaM2: season.area_m2 },
  unit: { code: season.unit_code, name: season.unit_name },
  protocol: {
    id: season.protocol_id,
    code: season.protocol_code,
    version: season.protocol_version,
    name: season.protocol_name,
    practice: season.practice,
  },
  commodity: commodityOf(season),
  startedOn: season.started_on,
  closedOn: season.closed_on,
  state: season.state,
  provenance: season.provenance,
});

function mayWith(actor: Actor, season: store.SeasonFound) {
  const as = writesAs(actor, ownedOf(season));
  const isRunning = season.state === 'running';
  const runs = manages(actor, season.organisation_id);
  return {
    log: isRunning && as !== undefined,
    assist: isRunning && as === 'officer',
    harvest: isRunning && as !== undefined,
    explain: isRunning && (as === 'manager' || as === 'member'),
    close: isRunning && runs,
  };
}

const logOf = ({ entries }: SeasonRecord) => {
  const count = (verdict: string): number => entries.filter((entry) => entry.verdict === verdict).length;
  return {
    entries: entries.length,
    unconfirmed: entries.filter(({ confirmed }) => !confirmed).length,
    verdicts: { allowed: count('allowed'), banned: count('banned'), 'not-listed': count('not-listed') },
  };
};

const latest = (days: readonly Day[]): Day | null =>
  days.reduce<Day | null>((one, day) => (one === null || day > one ? day : one), null);

async function seasonView(db: Db, actor: Actor, season: store.SeasonFound, today: Day) {
  const record = await seasonRecord(db, season);
  const varieties = await store.varietiesOf(db, season.commodity_id);
  const uses = await usesOfSeason(db, season.id);
  const intervals = uses.filter(({ phi_days }) => (phi_days ?? 0) > 0);
  return {
    ...rowOf(season),
    variety: varieties.find(({ id }) => id === season.variety_id) ?? null,
    varieties,
    closingReason: season.closing_reason,
    standard: season.content.standard,
    stages: await stageViews(db, { actor, season, record, today }),
    overdue: 0,
    inputs: season.content.inputs,
    earliestHarvestOn: latest(
      intervals.map(({ done_on, phi_days }) => earliestHarvestOn({ usedOn: done_on, phiDays: phi_days })),
    ),
    harvests: await harvestViews(db, actor, await harvestsOfSeason(db, season.id)),
    log: logOf(record),
    may: mayWith(actor, season),
  };
}

export const seasonRoutes = [
  handle(listSeasons, async ({ input, actor, db, insist, today }) => {
    insist(await mayAskFor(db, actor, input.organisation));
    const { items, total } = await store.seasonPage(db, reachOf(actor), input, today);
    return {
      total,
      items: items.map(({ stages, overdue, ...season }) => ({ ...rowOf(season), stages, overdue })),
    };
  }),

  handle(getSeason, async ({ input, actor, db, insist, today }) => {
    const season = await store.seasonWithNames(db, input.season);
    insist(maySee(actor, ownedOf(season)));
    const view = await seasonView(db, actor, season, today);
    const overdue = view.stages
      .flatMap(({ steps }) => steps)
      .filter((step) => step.required && step.state === 'overdue');
    return { ...view, overdue: overdue.length };
  }),

  handle(startSeason, async ({ input, actor, db, insist, today, tell }) => {
    const { id, startedOn, variety } = input;
    const plot = await plotForChange(db, input.plot);
    insist(manages(actor, plot.organisation_id));
    const protocol = await protocolVersion(db, input.protocol, input.version);
    const obstacles = startingObstacles({
      startedOn,
      plot: { validUntil: plot.valid_until, knownFrom: plot.first_from },
      varietyFits: await store.varietyFits(db, protocol.commodity_id, variety),
      running: (await store.runningSeason(db, plot.id, protocol.commodity_id)) !== undefined,
      until: addDays(today, 366),
    });
    if (obstacles.length > 0) throw new Problem('conflict', 'production.season.not-startable', { obstacles });
    const content = contentOf(protocol);
    const plan = seasonPlan(content, startedOn);
    await store.insertSeason(db, {
      id,
      plot,
      protocol: { id: protocol.id, version: protocol.version, content },
      commodity: protocol.commodity_id,
      variety: variety ?? null,
      startedOn,
      provenance: plot.organisation_provenance === 'synthetic' ? 'synthetic' : 'entered',
      plan,
      by: actor.account!,
    });
    await tell('production.season.started', { season: id, plot: plot.id, organisation: plot.organisation_id });
    return { steps: plan.length, lastDueOn: latest(plan.map(({ dueUntil }) => dueUntil)) ?? startedOn };
  }),

  handle(closeSeason, async ({ input, actor, db, insist, today, tell }) => {
    const season = await store.seasonForChange(db, input.season);
    insist(manages(actor, season.organisation_id));
    const record = await seasonRecord(db, season);
    if (input.outcome === 'abandoned' && input.reason === undefined)
      throw new Problem('unprocessable', 'production.season.reason-missing');
    const obstacles = closingObstacles({
      state: season.state,
      startedOn: season.started_on,
      closedOn: input.on,
      submittedStages: record.stages.filter(({ state }) => state === 'submitted').length,
      today,
    });
    if (obstacles.length > 0) throw new Problem('conflict', 'production.season.not-closable', { obstacles });
    await store.endSeason(db, season.id, { state: input.outcome, on: input.on, reason: input.reason ?? null });
    await tell('production.season.closed', { season: season.id, state: input.outcome });
    return {};
  }),
];
