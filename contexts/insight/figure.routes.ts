import { today as todayOf } from '#kernel/day.ts';
import type { Actor } from '#kernel/actor.ts';
import type { Db } from '#platform/database/db.ts';
import { handle } from '#platform/method/handle.ts';
import { mayOpenRows } from './figure.access.ts';
import { scopeOf, unitAsked, type Asked } from './figure-scope.store.ts';
import { figureDefinition, figureKeys, type FigureKey } from './figure.ts';
import { figureHistory, figureNow, figureRowPage, reportedFigures, tellsOfOne, valueBefore } from './figure.store.ts';
import type { FigureView } from './figure.wire.ts';
import { getFigure, listFigureRows, listFigures } from './figure.wire.ts';

type Reported = Awaited<ReturnType<typeof reportedFigures>>[number];

const reportedView = (reported: Reported) => ({
  value: reported.value,
  asOf: reported.as_of,
  source: reported.source,
  doubt:
    reported.doubt_vi === null
      ? null
      : {
          vi: reported.doubt_vi,
          en: reported.doubt_en ?? reported.doubt_vi,
          th: reported.doubt_th ?? reported.doubt_vi,
        },
});

async function view(
  db: Db,
  key: FigureKey,
  { actor, ...asked }: Asked & { readonly actor: Actor },
  reported: readonly Reported[],
): Promise<FigureView> {
  const definition = figureDefinition(key);
  const now = await figureNow(db, key, asked);
  // What was stored is of the day it was stored: it says nothing about another day one asks for.
  const isWhole = asked.seated === null;
  const before = asked.asOf === todayOf() && isWhole ? await valueBefore(db, now) : undefined;
  const openRows = mayOpenRows(actor, definition, asked.unit);
  return {
    key,
    value: openRows || !(await tellsOfOne(db, key, asked)) ? now.value : null,
    unit: definition.unit,
    asOf: asked.asOf,
    scope: { province: asked.facts.name, ...asked.place },
    definition: definition.definition,
    definitionVersion: definition.version,
    source: definition.source,
    rowCount: now.rowCount,
    before: before === undefined ? null : { value: before.value, at: before.computed_at },
    reported: isWhole ? reported.filter((one) => one.key === key).map(reportedView) : [],
    synthetic: asked.facts.demonstration,
    may: { openRows },
  };
}

export const figureRoutes = [
  handle(listFigures, async ({ input, actor, db, today, insist }) => {
    insist(true);
    const scope = await scopeOf(db, input, today);
    const reported = await reportedFigures(db);
    const items: FigureView[] = [];
    for (const key of figureKeys) items.push(await view(db, key, { ...scope, actor }, reported));
    return { items };
  }),

  handle(getFigure, async ({ input, actor, db, today, insist }) => {
    insist(true);
    const scope = await scopeOf(db, input, today);
    const figure = await view(db, input.key, { ...scope, actor }, await reportedFigures(db));
    const history = scope.seated === null ? await figureHistory(db, input.key) : [];
    return {
      ...figure,
      history: history.map((past) => ({
        value: past.value,
        asOf: past.as_of,
        at: past.computed_at,
        definitionVersion: past.definition_version,
      })),
    };
  }),

  handle(listFigureRows, async ({ input, actor, db, today, insist }) => {
    const definition = figureDefinition(input.key);
    insist(mayOpenRows(actor, definition, unitAsked(input)));
    const scope = await scopeOf(db, input, today);
    const { rowCount } = await figureNow(db, input.key, scope);
    return { items: await figureRowPage(db, input.key, scope, input), total: rowCount };
  }),
];
