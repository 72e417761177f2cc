import type { UnitActId } from '#contexts/places/unit-act.wire.ts';
import type { Day } from '#kernel/day.ts';
import type { UnitCode } from '#kernel/place.ts';

type Act = UnitActId | ':id';

/** Every address of this context's pages; links are made with these, never by hand. */
export const placesPaths = {
  /** Codes are used again: with the first day it is that very unit, without it the latest of the code. */
  unit: (code: UnitCode | ':code', from?: Day) => `/places/units/${code}${from === undefined ? '' : `?from=${from}`}`,
  acts: '/places/acts',
  newAct: '/places/acts/new',
  act: (id: Act) => `/places/acts/${id}`,
  changeAct: (id: Act) => `/places/acts/${id}/change`,
  waiting: '/places/waiting',
} as const;
