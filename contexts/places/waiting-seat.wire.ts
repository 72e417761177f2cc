import { z } from 'zod';
import { Day } from '#kernel/day.ts';
import { OrganisationId, PlotId } from '#kernel/id.ts';
import { command, query } from '#kernel/method.ts';
import { paging } from '#kernel/page.ts';
import { Lat, Lon, UnitCode } from '#kernel/place.ts';
import { NamedVersion, Version } from './unit-act.wire.ts';

/** A seat or a plot of a unit that was divided: nobody has said yet where it lies now. */
export const WaitingSeat = z.object({
  id: z.string(),
  what: z.enum(['seat', 'plot']),
  name: z.string(),
  organisation: OrganisationId,
  plot: PlotId.nullable(),
  seatFrom: Day.nullable(),
  seatUntil: Day.nullable(),
  address: z.string().nullable(),
  lon: Lon.nullable(),
  lat: Lat.nullable(),
  unit: NamedVersion.extend({ until: Day }),
  /** The units it may lie in now. */
  choices: z.array(NamedVersion),
  /** The one in whose boundary its point lies; null where there is no point or no boundary. */
  byPoint: Version.nullable(),
});
export type WaitingSeat = z.infer<typeof WaitingSeat>;

export const listWaitingSeats = query('places.waiting-seat.list', {
  input: z.object({ ...paging }),
  reply: z.object({
    items: z.array(WaitingSeat),
    total: z.int(),
    /** How many of all have their point in a boundary. */
    withPoint: z.int(),
    may: z.object({ record: z.boolean() }),
  }),
});

const Assigned = { to: Version, by: z.enum(['person', 'point']).default('person') };

/** Says where waiting seats and plots lie; `point` only where the boundary says the same. */
export const recordWaitingSeats = command('places.waiting-seat.record', {
  input: z.object({
    items: z
      .array(
        z.discriminatedUnion('what', [
          z.object({
            what: z.literal('seat'),
            organisation: OrganisationId,
            seatFrom: Day,
            unit: Version,
            ...Assigned,
          }),
          z.object({ what: z.literal('plot'), plot: PlotId, unit: Version, ...Assigned }),
        ]),
      )
      .min(1)
      .max(500),
  }),
  reply: z.object({ recorded: z.int() }),
});

/** A seat whose point lies in another unit than the one recorded. */
export const SeatElsewhere = z.object({
  organisation: OrganisationId,
  name: z.string(),
  recorded: NamedVersion,
  /** null: in no boundary of the province. */
  found: NamedVersion.nullable(),
  lon: Lon,
  lat: Lat,
});
export type SeatElsewhere = z.infer<typeof SeatElsewhere>;

export const listSeatsElsewhere = query('places.seat-elsewhere.list', {
  /** Of one unit: recorded there, or found there. */
  input: z.object({ unit: UnitCode.optional(), ...paging }),
  reply: z.object({ items: z.array(SeatElsewhere), total: z.int(), boundaries: z.int() }),
});
