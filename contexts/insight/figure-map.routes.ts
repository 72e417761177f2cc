import { handle } from '#platform/method/handle.ts';
import { mayOpenRows } from './figure.access.ts';
import { groupedByUnit, unplacedReasons, valueOf, type Group } from './figure-map.ts';
import { placesOf, sharesOf } from './figure-map.store.ts';
import { scopeOf } from './figure-scope.store.ts';
import { figureDefinition } from './figure.ts';
import { listFigureUnits } from './figure.wire.ts';

const byName = new Intl.Collator('vi');
const rank = ({ why }: Group): number => (why === null ? -1 : unplacedReasons.indexOf(why));

/** Units by name, of one name by district; behind them what lies in none, reason by reason. */
const byPlace = (one: Group, other: Group): number =>
  rank(one) - rank(other) ||
  byName.compare(one.unit?.name ?? '', other.unit?.name ?? '') ||
  byName.compare(one.unit?.district ?? '', other.unit?.district ?? '');

export const figureMapRoutes = [
  handle(listFigureUnits, async ({ input, actor, db, today, insist }) => {
    const definition = figureDefinition(input.key);
    // A sum or a mean of a unit with one cooperative tells its accounts.
    insist(mayOpenRows(actor, definition, null));
    const { asOf } = await scopeOf(db, { asOf: input.asOf }, today);
    const shares = await sharesOf(db, input.key, asOf);
    const groups = groupedByUnit(shares, await placesOf(db, { map: input.map, asOf }));
    const total = shares.reduce((sum, { value, rows }) => ({ value: sum.value + value, rows: sum.rows + rows }), {
      value: 0,
      rows: 0,
    });
    return {
      items: groups.toSorted(byPlace).map((group) => ({
        unit: group.unit,
        why: group.why,
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
