import { manages } from '#kernel/actor.ts';
import type { Day } from '#kernel/day.ts';
import type { MemberId, OrganisationId } from '#kernel/id.ts';
import type { Polygon, UnitCode } from '#kernel/place.ts';
import { Problem } from '#kernel/problem.ts';
import { endedForGood } from '#registry';
import { handle } from '#platform/method/handle.ts';
import type { Db } from '#platform/database/db.ts';
import { areaDifferenceBp, polygonAreaM2 } from './area.ts';
import { outlineTroubles } from './outline.ts';
import { namesOf } from './people.store.ts';
import { plotChangeObstacles, type LandUse, type PlotVersionKind } from './plot.ts';
import * as store from './plot.store.ts';
import { changePlot, closePlot, correctPlot, getPlot, listPlots, recordPlot } from './plot.wire.ts';
import { mayKeepPlot, maySee, ownedOf, reachOf, seesNames } from './production.access.ts';

const rowOf = (plot: store.PlotRecord) => ({
  id: plot.id,
  code: plot.code,
  name: plot.name,
  organisation: { id: plot.organisation_id, name: plot.organisation_name },
  unit: { code: plot.unit_code, name: plot.unit_name },
  landUse: plot.land_use,
  areaM2: plot.area_m2,
  outlineAreaM2: plot.outline_area_m2,
  differenceBp: plot.outline_area_m2 === null ? null : areaDifferenceBp(plot.area_m2, plot.outline_area_m2),
  closedOn: plot.valid_until,
});

interface PlotFacts {
  readonly name: string;
  readonly member?: MemberId | undefined;
  readonly landUse: LandUse;
  readonly areaM2: number;
  readonly outline?: Polygon | undefined;
  readonly unit: UnitCode;
}

/** Checks what is said of a plot and works out what the outline encloses; the declared area stays as declared. */
async function checkedFacts(db: Db, facts: PlotFacts, organisation: OrganisationId, on: Day) {
  const { outline, member } = facts;
  const troubles = outline === undefined ? [] : outlineTroubles(outline);
  if (troubles.length > 0) throw new Problem('unprocessable', 'production.outline.not-valid', { obstacles: troubles });
  if (member !== undefined && !(await store.isMemberOf(db, member, organisation)))
    throw new Problem('unprocessable', 'production.plot.member-of-another', { member });
  return {
    name: facts.name,
    member: member ?? null,
    landUse: facts.landUse,
    areaM2: facts.areaM2,
    outline: outline ?? null,
    outlineAreaM2: outline === undefined ? null : polygonAreaM2(outline),
    unit: facts.unit,
    unitFrom: await store.unitOn(db, facts.unit, on),
  };
}

interface Change {
  readonly kind: Exclude<PlotVersionKind, 'recorded'>;
  readonly seenVersion: number;
  readonly on: Day;
  readonly today: Day;
}

async function refuseChange(db: Db, plot: store.PlotRecord, change: Change): Promise<void> {
  const seasons = await store.seasonsOnPlot(db, plot.id);
  const obstacles = plotChangeObstacles(
    { version: plot.version, kind: plot.kind, validFrom: plot.valid_from, validUntil: plot.valid_until },
    { ...change, runningSeasons: seasons.filter(({ state }) => state === 'running').length },
  );
  if (obstacles.length > 0) throw new Problem('conflict', 'production.plot.not-changeable', { obstacles });
}

const listing = handle(listPlots, async ({ input, actor, db, insist }) => {
  insist(await store.mayAskFor(db, actor, input.organisation));
  const reach = reachOf(actor);
  const { items, total, areaM2, units } = await store.plotPage(db, reach, input);
  const record = actor.grants.some(({ role }) =>
    ['organisation-manager', 'buyer', 'commune-officer', 'provincial-officer'].includes(role),
  );
  return { total, areaM2, units, items: items.map(rowOf), may: { record } };
});

const getting = handle(getPlot, async ({ input, actor, db, insist }) => {
  const plot = await store.plotWithNames(db, input.plot);
  const owned = ownedOf(plot);
  insist(maySee(actor, owned));
  const versions = await store.plotVersions(db, plot.id);
  const named = seesNames(actor, owned);
  const nameOf = await namesOf(
    db,
    versions.map(({ recorded_by }) => recorded_by),
    named,
  );
  const isOpen = plot.valid_until === null;
  return {
    ...rowOf(plot),
    version: plot.version,
    validFrom: plot.valid_from,
    member: named ? plot.member_id : null,
    outline: plot.outline,
    around: plot.lon === null || plot.lat === null ? null : ([plot.lon, plot.lat] as [number, number]),
    versions: versions.map((version) => ({
      version: version.version,
      kind: version.kind,
      validFrom: version.valid_from,
      validUntil: version.valid_until,
      name: version.name,
      landUse: version.land_use,
      areaM2: version.area_m2,
      outline: version.outline as Polygon | null,
      outlineAreaM2: version.outline_area_m2,
      unit: { code: version.unit_code, name: version.unit_name },
      member: named ? version.member_id : null,
      reason: version.reason,
      recordedAt: version.recorded_at,
      recordedBy: nameOf(version.recorded_by),
    })),
    seasons: await store.seasonsOnPlot(db, plot.id),
    may: {
      change: mayKeepPlot(actor, owned),
      startSeason: isOpen && manages(actor, plot.organisation_id),
      recordConversion: isOpen && manages(actor, plot.organisation_id),
    },
  };
});

const recording = handle(recordPlot, async ({ input, actor, db, insist, today }) => {
  const { id, organisation, code, from } = input;
  const owner = await store.findOrganisation(db, organisation);
  if (owner === undefined) throw new Problem('not-found', 'production.organisation.unknown');
  insist(mayKeepPlot(actor, { organisation, unit: input.unit }));
  if (owner.provenance === 'reported') throw new Problem('conflict', 'production.plot.organisation-read-only');
  if (await endedForGood(db, organisation)) throw new Problem('conflict', 'production.plot.organisation-ended');
  if (from > today) throw new Problem('unprocessable', 'production.plot.in-the-future');
  const facts = await checkedFacts(db, input, organisation, from);
  const taken = await store.findPlotByCode(db, organisation, code);
  if (taken !== undefined) throw new Problem('conflict', 'production.plot.code-taken', { plotCode: code });
  await store.insertPlot(db, { id, organisation, code });
  await store.insertVersion(db, {
    ...facts,
    plot: id,
    version: 1,
    kind: 'recorded',
    validFrom: from,
    validUntil: null,
    reason: null,
    by: actor.account!,
  });
  const { outlineAreaM2 } = facts;
  return { outlineAreaM2, differenceBp: outlineAreaM2 === null ? null : areaDifferenceBp(input.areaM2, outlineAreaM2) };
});

const changing = handle(changePlot, async ({ input, actor, db, insist, today }) => {
  const plot = await store.plotForChange(db, input.plot);
  insist(mayKeepPlot(actor, ownedOf(plot)));
  await refuseChange(db, plot, { kind: 'changed', seenVersion: input.seenVersion, on: input.from, today });
  const facts = await checkedFacts(db, input, plot.organisation_id, input.from);
  const version = plot.version + 1;
  const { reason } = input;
  await store.insertVersion(db, {
    ...facts,
    plot: plot.id,
    version,
    kind: 'changed',
    validFrom: input.from,
    validUntil: null,
    reason,
    by: actor.account!,
  });
  return { version };
});

const correcting = handle(correctPlot, async ({ input, actor, db, insist, today }) => {
  const plot = await store.plotForChange(db, input.plot);
  insist(mayKeepPlot(actor, ownedOf(plot)));
  await refuseChange(db, plot, { kind: 'corrected', seenVersion: input.seenVersion, on: plot.valid_from, today });
  const facts = await checkedFacts(db, input, plot.organisation_id, plot.valid_from);
  const version = plot.version + 1;
  await store.insertVersion(db, {
    ...facts,
    plot: plot.id,
    version,
    kind: 'corrected',
    validFrom: plot.valid_from,
    validUntil: plot.valid_until,
    reason: input.reason,
    by: actor.account!,
  });
  return { version };
});

const closing = handle(closePlot, async ({ input, actor, db, insist, today }) => {
  const plot = await store.plotForChange(db, input.plot);
  insist(mayKeepPlot(actor, ownedOf(plot)));
  await refuseChange(db, plot, { kind: 'closed', seenVersion: input.seenVersion, on: input.on, today });
  const version = plot.version + 1;
  await store.insertVersion(db, {
    plot: plot.id,
    version,
    kind: 'closed',
    validFrom: plot.valid_from,
    validUntil: input.on,
    name: plot.name,
    member: plot.member_id,
    landUse: plot.land_use,
    areaM2: plot.area_m2,
    outline: plot.outline,
    outlineAreaM2: plot.outline_area_m2,
    unit: plot.unit_code,
    unitFrom: plot.unit_from,
    reason: input.reason,
    by: actor.account!,
  });
  return { version };
});

export const plotRoutes = [listing, getting, recording, changing, correcting, closing];
