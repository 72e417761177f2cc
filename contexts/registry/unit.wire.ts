import { z } from 'zod';
import { Day } from '#kernel/day.ts';
import { query } from '#kernel/method.ts';
import { pageOf, paging } from '#kernel/page.ts';
import { Lat, Lon, UnitCode, unitKinds } from '#kernel/place.ts';
import { line } from '#kernel/text.ts';
import { addressReasons } from './address.ts';

export const UnitRow = z.object({
  code: UnitCode,
  name: z.string(),
  kind: z.enum(unitKinds),
  /** The former district most of it lay in, by range of codes: approximate. */
  formerDistrict: z.string().nullable(),
  lon: Lon.nullable(),
  lat: Lat.nullable(),
  from: Day,
  /** The last day; null where it stands. */
  until: Day.nullable(),
  organisations: z.int(),
  source: z.string(),
  verified: z.boolean(),
});
export type UnitRow = z.infer<typeof UnitRow>;

export const unitSpans = ['standing', 'ended', 'all'] as const;

/** The units of the province, today's where nothing else is asked, with how many organisations have their seat in each. */
export const listUnits = query('registry.unit.list', {
  input: z.object({
    search: line(100, 0).optional(),
    kind: z.enum(unitKinds).optional(),
    /** A former district by its name as listed. */
    district: line(100).optional(),
    span: z.enum(unitSpans).default('standing'),
    sort: z.enum(['name', 'code', 'organisations', '-name', '-code', '-organisations']).default('name'),
    ...paging,
    // A province's units fit one page: choosers ask for all of them.
    size: paging.size.default(200),
  }),
  reply: z.object({ ...pageOf(UnitRow).shape, districts: z.array(z.string()) }),
});

const Successor = z.object({ code: UnitCode, name: z.string(), kind: z.enum(unitKinds) });

export const FormerUnitRow = z.object({
  id: z.string(),
  /** Blank where no source gives it. */
  code: UnitCode.nullable(),
  name: z.string(),
  kind: z.enum(unitKinds),
  district: z.string(),
  abolishedOn: Day,
  /** Several where the unit was divided: then a person has to choose. */
  successors: z.array(Successor),
  source: z.string(),
  verified: z.boolean(),
});
export type FormerUnitRow = z.infer<typeof FormerUnitRow>;

/** Units that no longer exist, and what each became. */
export const listFormerUnits = query('registry.former-unit.list', {
  input: z.object({ id: line(100).optional(), search: line(100, 0).optional(), ...paging }),
  reply: pageOf(FormerUnitRow).extend({
    /** Enter and correct former units. */
    may: z.object({ keep: z.boolean() }),
  }),
});

/** An address as it was written, in units of then or now: the one unit it lies in today, or a choice. */
export const resolveAddress = query('registry.unit.match', {
  input: z.object({
    address: line(300),
    /** The day it was written, where that is known. */
    writtenOn: Day.optional(),
  }),
  reply: z.object({
    /** `one`: certain enough to be filled in; `choice`: a person has to say; `none`: nothing in it is known. */
    outcome: z.enum(['one', 'choice', 'none']),
    /** Why a person has to say, or why nothing can be said. */
    reasons: z.array(z.enum(addressReasons)),
    units: z.array(
      Successor.extend({
        /** What in the address points to it: today's unit itself, or a former one. */
        by: z.object({ former: z.string().nullable(), name: z.string(), district: z.string().nullable() }),
        verified: z.boolean(),
      }),
    ),
  }),
});
