import type { UnitActId } from '#contexts/places/unit-act.wire.ts';
import type { Day } from '#kernel/day.ts';
import type { UnitCode } from '#kernel/place.ts';

type Act = UnitActId | ':id';

interface LinkStart {
  readonly former: string | null;
  readonly code: UnitCode | null;
  readonly from: Day | null;
  readonly name: string;
  readonly onDay: Day;
}

const searchOf = (values: object): string => {
  const given = Object.entries(values).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return given.length === 0 ? '' : `?${new URLSearchParams(given).toString()}`;
};

/** Every address of this context's pages; links are made with these, never by hand. */
export const placesPaths = {
  /** Codes are used again: with the first day it is that very unit, without it the latest of the code. */
  unit: (code: UnitCode | ':code', from?: Day) => `/places/units/${code}${from === undefined ? '' : `?from=${from}`}`,
  acts: '/places/acts',
  newAct: '/places/acts/new',
  act: (id: Act) => `/places/acts/${id}`,
  changeAct: (id: Act) => `/places/acts/${id}/change`,
  waiting: '/places/waiting',
  links: '/places/links',
  /** With what the wrong link said, so that only what was wrong is entered anew. */
  newLink: (start?: LinkStart) => `/places/links/new${searchOf(start ?? {})}`,
  boundaries: '/places/boundaries',
  importBoundaries: '/places/boundaries/import',
  address: (address?: string) => `/places/addresses${searchOf({ address })}`,
} as const;
