import { handle } from '#platform/method/handle.ts';
import { mayOpenRows } from './figure.access.ts';
import { groupedByUnit, valueOf } from './figure-map.ts';
import { sharesOf, unitMap } from './figure-map.store.ts';
import { scopeOf } from './figure.routes.ts';
import { figureDefinition } from './figure.ts';
import { listFigureUnits } from './figure.wire.ts';

const byName = new Intl.Collator('vi');

export const figureMapRoutes = [
  handle(listFigureUnits, async ({ input, actor, db, today, insist }) => {
    const definition = figureDefinition(input.key);
    // A sum or a mean of a unit with one cooperative tells its accounts.
    insist(mayOpenRows(actor, definition, null));
    const { asOf } = await scopeOf(db, { asOf: input.asOf }, today);
    const shares = await sharesOf(db, input.key, asOf);
    const groups = groupedByUnit(shares, await unitMap(db), { map: input.map, asOf });
    const total = shares.reduce((sum, { value, rows }) => ({ value: sum.value + value, rows: sum.rows + rows }), {
      value: 0,
      rows: 0,
    });
    return {
      items: groups
        .toSorted((a, b) =>
          a.unit === null || b.unit === null
            ? Number(a.unit === null) - Number(b.unit === null)
            : byName.compare(a.unit.name, b.unit.name),
        )
        .map((group) => ({
          unit: group.unit,
          value: valueOf(definition.aggregate, group),
          rowCount: group.rows,
        })),
      total: { value: valueOf(definition.aggregate, total), rowCount: total.rows },
      unit: definition.unit,
      asOf,
      map: input.map,
    };
  }),
];
