import type { Day } from '#kernel/day.ts';
import { Problem } from '#kernel/problem.ts';
import type { Position } from '#kernel/ring.ts';
import { unitKey } from '#kernel/succession.ts';
import type { Db } from '#platform/database/db.ts';
import { handle } from '#platform/method/handle.ts';
import { unitsOfProvince } from '#registry';
import { drawn } from './boundary.act.ts';
import { provinceBox } from './boundary-check.ts';
import { mostCorners } from './boundary-read.ts';
import { boundaryImports, otherOutlines, saveBoundaries, shownBoundaries } from './boundary.store.ts';
import { importBoundaries, listBoundaries } from './boundary.wire.ts';
import { mayKeepUnits } from './places.access.ts';

async function standingUnits(db: Db, today: Day) {
  const units = await unitsOfProvince(db, today);
  return units.map(({ code, valid_from, name, kind, lon, lat }) => ({ code, from: valid_from, name, kind, lon, lat }));
}

type Standing = Awaited<ReturnType<typeof standingUnits>>;

const pointsOf = (units: Standing): Position[] =>
  units.flatMap(({ lon, lat }): Position[] => (lon === null || lat === null ? [] : [[lon, lat]]));

const cornersIn = (outlines: readonly { coordinates: readonly (readonly (readonly Position[])[])[] }[]): number =>
  outlines.reduce((sum, { coordinates }) => sum + coordinates.flat(2).length, 0);

export const boundaryRoutes = [
  handle(listBoundaries, async ({ actor, db, today, insist }) => {
    insist(true);
    return {
      items: (await shownBoundaries(db)) as never,
      units: await standingUnits(db, today),
      imports: await boundaryImports(db),
      may: { import: mayKeepUnits(actor) },
    };
  }),

  handle(importBoundaries, async ({ input, actor, db, today, insist, tell }) => {
    insist(mayKeepUnits(actor));
    const units = await standingUnits(db, today);
    const known = new Set(units.map(unitKey));
    const codes = input.items.map(({ unit }) => unit.code);
    const geometries = input.items.map(({ geometry }) => geometry);
    const obstacles = [
      ...input.items
        .filter(({ unit }) => !known.has(unitKey(unit)))
        .map(({ unit }) => ({ code: 'unit-unknown', unit: unit.code })),
      ...codes.filter((code, at) => codes.indexOf(code) !== at).map((unit) => ({ code: 'unit-twice', unit })),
      ...(cornersIn(geometries) > mostCorners ? [{ code: 'too-many-corners', unit: null }] : []),
    ];
    if (obstacles.length > 0) throw new Problem('conflict', 'places.boundary.not-importable', { obstacles });
    const given = input.items.map(({ unit, geometry }) => ({ unit: unit.code as string, geometry }));
    const beside = await otherOutlines(db, codes);
    const { troubles, shown } = await drawn({ given, beside, box: provinceBox(pointsOf(units)) });
    if (troubles.length > 0) throw new Problem('unprocessable', 'places.boundary.not-sound', { obstacles: troubles });
    const items = input.items.map(({ unit, geometry }, at) => ({ unit, geometry, shown: shown[at]! }));
    await saveBoundaries(db, items, { source: input.source, by: actor.account! });
    await tell('places.boundary.imported', { units: codes });
    return { imported: items.length, corners: cornersIn(geometries), shownCorners: cornersIn(shown) };
  }),
];
