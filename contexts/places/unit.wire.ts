import { z } from 'zod';
import { Day } from '#kernel/day.ts';
import { command, query } from '#kernel/method.ts';
import { Flag } from '#kernel/method.ts';
import { pageOf, paging } from '#kernel/page.ts';
import { UnitCode, unitKinds } from '#kernel/place.ts';
import { line } from '#kernel/text.ts';
import { Geometry } from './boundary.wire.ts';
import { NamedVersion } from './unit-act.wire.ts';

const Way = z.object({
  link: z.uuid(),
  /** null: a former unit of which no source gives the code. */
  code: UnitCode.nullable(),
  /** The first day of that version; null where none is known. */
  from: Day.nullable(),
  until: Day.nullable(),
  name: z.string(),
  kind: z.enum(unitKinds),
  district: z.string().nullable(),
  onDay: Day,
  part: z.enum(['whole', 'part']),
  source: z.string(),
  /** By the list or by a person. */
  verified: z.boolean(),
  confirmedOn: Day.nullable(),
  document: z.string().nullable(),
});
export type Way = z.infer<typeof Way>;

/** A unit as it is drawn: by its outline, or by its point where none was imported. */
const DrawnUnit = NamedVersion.extend({
  lon: z.number().nullable(),
  lat: z.number().nullable(),
  shown: Geometry.nullable(),
  /** Of the outline. */
  source: z.string().nullable(),
});
export type DrawnUnit = z.infer<typeof DrawnUnit>;

/** A version of a unit with what it was made of and what it became. */
export const getUnit = query('places.unit.get', {
  input: z.object({ code: UnitCode, from: Day.optional() }),
  reply: z.object({
    code: UnitCode,
    from: Day,
    until: Day.nullable(),
    name: z.string(),
    kind: z.enum(unitKinds),
    formerDistrict: z.string().nullable(),
    lon: z.number().nullable(),
    lat: z.number().nullable(),
    source: z.string(),
    verified: z.boolean(),
    predecessors: z.array(Way),
    successors: z.array(Way),
    /** This unit, what it was made of and what it became. */
    drawn: z.array(DrawnUnit),
    /** All versions the code has had: it may have named another place. */
    versions: z.array(z.object({ code: UnitCode, from: Day, until: Day.nullable(), name: z.string() })),
    may: z.object({ confirm: z.boolean() }),
  }),
});

export const UnitLinkRow = z.object({
  id: z.uuid(),
  from: z.object({
    former: z.string().nullable(),
    code: UnitCode.nullable(),
    /** The first day of that version; null for a former unit. */
    from: Day.nullable(),
    name: z.string(),
    kind: z.enum(unitKinds),
    district: z.string().nullable(),
  }),
  to: z.object({ code: UnitCode, from: Day, name: z.string(), kind: z.enum(unitKinds) }),
  onDay: Day,
  part: z.enum(['whole', 'part']),
  source: z.string(),
  verified: z.boolean(),
  document: z.string().nullable(),
});
export type UnitLinkRow = z.infer<typeof UnitLinkRow>;

/** Which unit went into which, with how far it is verified. */
export const listUnitLinks = query('places.unit-link.list', {
  input: z.object({
    search: line(100, 0).optional(),
    verified: Flag.optional(),
    part: z.enum(['whole', 'part']).optional(),
    ...paging,
  }),
  reply: pageOf(UnitLinkRow).extend({
    unverified: z.int(),
    may: z.object({ confirm: z.boolean() }),
  }),
});

/** Writes down a link that the list lacks, from a former unit or an ended one. */
export const recordUnitLink = command('places.unit-link.record', {
  input: z.object({
    id: z.uuid(),
    former: line(100).optional(),
    from: z.object({ code: UnitCode, from: Day }).optional(),
    to: z.object({ code: UnitCode, from: Day }),
    onDay: Day,
    part: z.enum(['whole', 'part']),
    document: line(300, 3),
  }),
  reply: z.object({}),
});

/** Somebody has read it in the document. */
export const confirmUnitLinks = command('places.unit-link.confirm', {
  input: z.object({ links: z.array(z.uuid()).min(1).max(500), document: line(300, 3) }),
  reply: z.object({ confirmed: z.int() }),
});

/** The document says otherwise: the link no longer counts. Those of an act go with the act. */
export const withdrawUnitLink = command('places.unit-link.withdraw', {
  input: z.object({ link: z.uuid(), reason: line(500, 3) }),
  reply: z.object({}),
});
