import { z } from 'zod';
import { Day, Instant } from '#kernel/day.ts';
import { idOf, type Branded } from '#kernel/id.ts';
import { command, query } from '#kernel/method.ts';
import { pageOf, paging } from '#kernel/page.ts';
import { Lat, Lon, UnitCode, unitKinds } from '#kernel/place.ts';
import { line, prose } from '#kernel/text.ts';
import { actStates, planTroubles, undoTroubles } from './unit-act.ts';

export const UnitActId = idOf('UnitActId');
export type UnitActId = Branded<'UnitActId'>;

export const Version = z.object({ code: UnitCode, from: Day });
export const NamedVersion = Version.extend({ name: z.string(), kind: z.enum(unitKinds) });
export type NamedVersion = z.infer<typeof NamedVersion>;

const Plan = z.object({
  ends: z.array(Version).max(400),
  begins: z
    .array(
      z.object({
        code: UnitCode,
        name: line(100),
        nameEn: line(100).nullable().default(null),
        kind: z.enum(unitKinds),
        formerDistrict: line(100).nullable().default(null),
        lon: Lon.nullable().default(null),
        lat: Lat.nullable().default(null),
      }),
    )
    .max(400),
  links: z.array(z.object({ from: UnitCode, to: UnitCode, part: z.enum(['whole', 'part']) })).max(1_000),
});

const Told = {
  onDay: Day,
  document: line(300, 3),
  legalBasis: line(300, 3),
  note: prose(2_000).optional(),
  plan: Plan,
};

export const UnitActRow = z.object({
  id: UnitActId,
  onDay: Day,
  document: z.string(),
  state: z.enum(actStates),
  ends: z.array(z.string()),
  begins: z.array(z.string()),
  draftedAt: Instant,
  doneAt: Instant.nullable(),
});
export type UnitActRow = z.infer<typeof UnitActRow>;

export const listUnitActs = query('places.unit-act.list', {
  input: z.object({ state: z.enum(actStates).optional(), ...paging }),
  reply: pageOf(UnitActRow).extend({ may: z.object({ draft: z.boolean() }) }),
});

export const Effects = z.object({
  seatsMoved: z.int(),
  seatsWaiting: z.int(),
  plotsMoved: z.int(),
  plotsWaiting: z.int(),
  officersEnded: z.int(),
  requestsMoved: z.int(),
  requestsWaiting: z.int(),
  classesEnded: z.int(),
});

/** A draft with what it would bring about; a deed with what it brought about and whether it can be taken back. */
export const getUnitAct = query('places.unit-act.get', {
  input: z.object({ act: UnitActId }),
  reply: z.object({
    id: UnitActId,
    onDay: Day,
    document: z.string(),
    legalBasis: z.string(),
    note: z.string().nullable(),
    state: z.enum(actStates),
    version: z.int(),
    reason: z.string().nullable(),
    draftedAt: Instant,
    doneAt: Instant.nullable(),
    plan: Plan,
    ends: z.array(NamedVersion.extend({ seats: z.int(), members: z.int(), plots: z.int() })),
    officers: z.array(z.object({ name: z.string(), unit: UnitCode, proposedFor: z.array(z.string()) })),
    troubles: z.array(z.object({ code: z.enum(planTroubles), unit: UnitCode.nullable() })),
    effects: Effects,
    undoTroubles: z.array(z.enum(undoTroubles)),
    may: z.object({ change: z.boolean(), confirm: z.boolean(), withdraw: z.boolean() }),
  }),
});

export const draftUnitAct = command('places.unit-act.draft', {
  input: z.object({ id: UnitActId, ...Told }),
  reply: z.object({}),
});

export const changeUnitAct = command('places.unit-act.change', {
  input: z.object({ act: UnitActId, version: z.int(), ...Told }),
  reply: z.object({ version: z.int() }),
});

/** Carries the draft out, all of it, if it still brings about what was seen before. */
export const confirmUnitAct = command('places.unit-act.confirm', {
  input: z.object({ act: UnitActId, version: z.int(), seen: Effects }),
  reply: z.object({}),
});

/** Takes a draft off the table, or what was done back. */
export const withdrawUnitAct = command('places.unit-act.withdraw', {
  input: z.object({ act: UnitActId, reason: line(500, 3) }),
  reply: z.object({}),
});
