import { today as todayOf, type Day } from '#kernel/day.ts';
import type { ParsedInputOf } from '#kernel/method.ts';
import type { UnitCode } from '#kernel/place.ts';
import { Problem } from '#kernel/problem.ts';
import type { Db } from '#platform/database/db.ts';
import { isSameUnit, namedUnit, placesOn, type FigureMap, type PlaceUnit, type UnplacedReason } from './figure-map.ts';
import { seatedOn, unitMap } from './figure-map.store.ts';
import type { Scope } from './figure-rows.store.ts';
import { provinceFacts, type ProvinceFacts } from './figure.store.ts';
import type { getFigure } from './figure.wire.ts';

type Where = Pick<ParsedInputOf<typeof getFigure>, 'unit' | 'former' | 'unplaced' | 'map'>;

interface Place {
  readonly unit: PlaceUnit | null;
  readonly unplaced: UnplacedReason | null;
  readonly map: FigureMap;
}

/** What a figure is asked for. */
export interface Asked extends Scope {
  /** A unit of today: whose officers may open what it tells. */
  readonly unit: UnitCode | null;
  readonly facts: ProvinceFacts;
  readonly place: Place;
}

/** Codes are reused: one of a past day is nobody's who has that code today. */
export const unitAsked = ({ unit, map }: Partial<Where>): UnitCode | null => (map === 'past' ? null : (unit ?? null));

const unknown = () =>
  new Problem('not-found', 'insight.figure.unknown-scope', { fields: [{ path: 'unit', code: 'unit.unknown' }] });

/** The place asked for, and who was seated there on the day: by the very placing by which the figure is told by units. */
async function placeOf(db: Db, { unit, former, unplaced, map }: Where, asOf: Day) {
  if (unit === undefined && former === undefined && unplaced === undefined)
    return { seated: null, place: { unit: null, unplaced: null, map } };
  const known = await unitMap(db);
  const wanted = unplaced === undefined ? namedUnit(known, { unit, former }, { map, asOf }) : null;
  if (unplaced === undefined && wanted === null) throw unknown();
  const places = [...placesOn(await seatedOn(db, asOf), known, { map, asOf })];
  const seated = places
    .filter(([, placed]) => ('why' in placed ? placed.why === unplaced : isSameUnit(placed.unit, wanted)))
    .map(([organisation]) => organisation);
  return { seated, place: { unit: wanted, unplaced: unplaced ?? null, map } };
}

export async function scopeOf(
  db: Db,
  input: { readonly asOf?: Day | undefined } & Partial<Where>,
  today: Day,
): Promise<Asked> {
  const asOf = input.asOf ?? today;
  if (asOf > todayOf())
    throw new Problem('unprocessable', 'insight.figure.in-the-future', {
      fields: [{ path: 'asOf', code: 'day.in-the-future' }],
    });
  const facts = await provinceFacts(db);
  if (facts === undefined) throw unknown();
  const { seated, place } = await placeOf(db, { ...input, map: input.map ?? 'now' }, asOf);
  return { asOf, seated, unit: unitAsked(input), facts, place };
}
