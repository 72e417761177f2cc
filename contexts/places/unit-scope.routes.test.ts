import { beforeAll, expect, test } from 'vitest';
import type { Day } from '#kernel/day.ts';
import { newId, type OrganisationId } from '#kernel/id.ts';
import type { UnitCode } from '#kernel/place.ts';
import {
  acceptChangeRequest,
  getChangeRequest,
  listChangeRequests,
  submitChangeRequest,
  type ChangeRequestId,
} from '#contexts/registry/change-request.wire.ts';
import { listUnitClasses, recordUnitClass, type UnitClassId } from '#contexts/registry/unit-class.wire.ts';
import { listWaiting } from '#contexts/registry/waiting.wire.ts';
import { signedIn, testDatabase, testServer } from '#tests/harness.ts';
import { makeSeat, makeUnits, reform } from './places.example.ts';
import { confirmUnitAct, draftUnitAct, getUnitAct, type UnitActId } from './unit-act.wire.ts';
import { recordWaitingSeats } from './waiting-seat.wire.ts';

/** What was begun in a unit before an act, by the code that goes on or ends. */
const here = await testDatabase();
const { as } = await testServer(here);
const officer = as(await signedIn(here, { role: 'provincial-officer' }));
const heir = '90010' as UnitCode;
const day = '2026-10-01' as Day;
const act = newId<UnitActId>();
let [a, b]: UnitCode[] = [];
let officerOf: Record<'a' | 'b' | 'heir', ReturnType<typeof as>>;
let asked: Record<'whole' | 'divided', { organisation: OrganisationId; request: ChangeRequestId }>;

async function askedBy(name: string, unit: UnitCode) {
  const organisation = await makeSeat(here.owner, name, { unit });
  const manager = as(await signedIn(here, { role: 'organisation-manager', organisation }));
  const request = newId<ChangeRequestId>();
  const wanted = { registrationNumber: 'DK-1' };
  const document = { number: 'Giấy chứng nhận số 1', on: '2026-08-01', issuer: 'Ủy ban nhân dân xã' };
  await manager(submitChangeRequest, { id: request, organisation, wanted, document });
  return { organisation, request };
}

beforeAll(async () => {
  [a, b] = await makeUnits(here.owner, 2);
  asked = { whole: await askedBy('HTX Nguyên vẹn', a!), divided: await askedBy('HTX Bị chia', b!) };
  const classed = { class: 'mountain' as const, from: '2025-08-01' as Day, source: 'Quyết định 1', verified: true };
  await officer(recordUnitClass, { id: newId<UnitClassId>(), unit: b!, ...classed });
  await officer(draftUnitAct, {
    id: act,
    onDay: day,
    document: 'Nghị quyết số 1/NQ-TEST',
    legalBasis: 'Nghị quyết 1/NQ-TEST',
    plan: {
      ends: [a!, b!].map((code) => ({ code, from: reform })),
      begins: [
        { code: heir, name: 'Đơn vị mới', kind: 'commune' },
        { code: b!, name: 'Đơn vị hai', kind: 'ward' },
      ],
      links: [
        { from: a!, to: heir, part: 'whole' },
        { from: b!, to: heir, part: 'part' },
        { from: b!, to: b!, part: 'part' },
      ],
    },
  });
  const { effects } = (await officer(getUnitAct, { act })).body;
  expect(effects).toMatchObject({ requestsMoved: 1, requestsWaiting: 1, classesEnded: 1 });
  expect((await officer(confirmUnitAct, { act, version: 1, seen: effects })).status).toBe(200);
  const of = async (unit: UnitCode) => as(await signedIn(here, { role: 'commune-officer', unit }));
  officerOf = { a: await of(a!), b: await of(b!), heir: await of(heir) };
});

const waiting = async (ask: typeof officer) => (await ask(listWaiting, {})).body.items.map(({ id }) => id);
const seen = async (ask: typeof officer) => (await ask(listChangeRequests, {})).body.items.map(({ id }) => id);

test('a request waits for the officer of the unit in which the seat lies now; one of a divided unit for the province', async () => {
  const { whole, divided } = asked;
  expect([await waiting(officerOf.heir), await seen(officerOf.heir)]).toEqual([[whole.request], [whole.request]]);
  // The code goes on, the unit does not: its officer has nothing to do with what was asked before.
  for (const none of [officerOf.a, officerOf.b]) {
    expect([await waiting(none), await seen(none)]).toEqual([[], []]);
    expect((await none(getChangeRequest, { request: divided.request })).status).toBe(403);
    expect((await none(acceptChangeRequest, { request: whole.request, round: 1 })).status).toBe(403);
  }
  expect(await waiting(officer)).toEqual([divided.request]);

  const seat = { what: 'seat' as const, organisation: divided.organisation, seatFrom: '2020-01-01' };
  const assigned = { ...seat, unit: { code: b!, from: reform }, to: { code: b!, from: day } };
  expect((await officer(recordWaitingSeats, { items: [assigned] })).body).toEqual({ recorded: 1 });
  expect([await waiting(officer), await waiting(officerOf.b)]).toEqual([[], [divided.request]]);

  expect((await officerOf.heir(getChangeRequest, { request: whole.request })).body).toMatchObject({
    unit: { code: heir, name: 'Đơn vị mới' },
    may: { answer: true },
  });
  expect((await officerOf.heir(acceptChangeRequest, { request: whole.request, round: 1 })).status).toBe(200);
});

test('a class ends with its unit, and is given anew to the one that goes on under its code', async () => {
  const classes = async (past?: 'true') => (await officer(listUnitClasses, { unit: b!, past })).body.items;
  expect(await classes()).toEqual([]);
  expect(await classes('true')).toMatchObject([{ class: 'mountain', from: '2025-08-01', until: '2026-09-30' }]);
  const again = { class: 'mountain' as const, from: day, source: 'Quyết định 2', verified: true };
  expect((await officer(recordUnitClass, { id: newId<UnitClassId>(), unit: b!, ...again })).status).toBe(200);
  expect(await classes()).toMatchObject([{ from: day, until: null }]);
});
