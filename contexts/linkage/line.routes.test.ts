import { beforeAll, describe, expect, test } from 'vitest';
import { addDays, today } from '#kernel/day.ts';
import { newId } from '#kernel/id.ts';
import { otherProvince, signedIn, stranger, testDatabase, testServer } from '#tests/harness.ts';
import { linkage } from './index.ts';
import {
  changeOffer,
  draftDemand,
  draftOffer,
  getDemand,
  getOffer,
  listDemands,
  listOffers,
  withdrawOffer,
  type LineId,
} from './line.wire.ts';
import { damHa, goods, kg, parties, purple, saveParties, tonne } from './linkage.example.ts';

const database = await testDatabase();
const { as } = await testServer(database, linkage.handlers);
beforeAll(() => saveParties(database.owner));

const manager = as(await signedIn(database, { role: 'organisation-manager', organisation: parties.cooperative }));
const buyer = as(await signedIn(database, { role: 'buyer', organisation: parties.buyer }));
const officer = as(await signedIn(database, { role: 'provincial-officer' }));
const auditor = as(await signedIn(database, { role: 'auditor' }));

const offer = (id = newId<LineId>()) => ({
  id,
  organisation: parties.cooperative,
  commodity: goods.passionFruit,
  variety: purple,
  from: today(),
  until: addDays(today(), 300),
  per: 'total' as const,
  periodQty: 30 * tonne,
  floorPriceVnd: 13_331,
  certificates: ['organic' as const],
  place: 'Thôn Trại Dinh',
});

describe('linkage.offer.draft', () => {
  test('an offer is listed for whoever has signed in, with what is free of it', async () => {
    const given = offer();
    expect((await manager(draftOffer, given)).body).toMatchObject({ id: given.id });
    const { body } = await buyer(listOffers, {
      search: 'dam ha chanh'.slice(0, 6),
      commodity: goods.passionFruit,
      unit: damHa,
    });
    const row = body.items.find((item) => item.id === given.id);
    expect(row).toMatchObject({
      organisation: { id: parties.cooperative, unit: { code: damHa, name: 'Đầm Hà' } },
      commodity: { vi: 'Chanh leo', unit: { code: 'kg', qty: kg } },
      variety: { id: purple },
      totalQty: 30 * tonne,
      drawnQty: 0,
      may: { change: false, contract: true },
    });
    expect((await as(stranger)(listOffers, {})).status).toBe(401);
  });

  test('a quantity each week becomes the sum of its weeks', async () => {
    const given = { ...offer(), per: 'week' as const, until: addDays(today(), 13), periodQty: tonne };
    await manager(draftOffer, given);
    expect((await manager(getOffer, { offer: given.id })).body).toMatchObject({
      totalQty: 2 * tonne,
      periodQty: tonne,
    });
  });

  test('nobody offers for another organisation', async () => {
    expect((await buyer(draftOffer, offer())).status).toBe(403);
    expect((await officer(draftOffer, offer())).status).toBe(403);
    expect((await as(stranger)(draftOffer, offer())).status).toBe(401);
  });

  test('an organisation the article tells of makes no offers', async () => {
    const told = as(await signedIn(database, { role: 'organisation-manager', organisation: parties.reported }));
    const { status, body } = await told(draftOffer, { ...offer(), organisation: parties.reported });
    expect({ status, obstacles: body['obstacles'] }).toEqual({ status: 409, obstacles: ['reported'] });
  });

  test('all that is wrong is said at once', async () => {
    const wrong = { ...offer(), commodity: goods.eggs, from: addDays(today(), -5), until: addDays(today(), -6) };
    const { body } = await manager(draftOffer, wrong);
    expect(body).toMatchObject({
      code: 'linkage.offer.not-possible',
      obstacles: ['ends-before-it-begins', 'already-over', 'variety-of-another'],
    });
  });

  test('the same command again is one offer', async () => {
    const given = offer();
    const commandId = newId();
    const first = await manager(draftOffer, given, { commandId });
    expect((await manager(draftOffer, given, { commandId })).body).toEqual(first.body);
    expect((await manager(draftOffer, given)).status).toBe(409);
  });

  test('what another province records is not there', async () => {
    const given = offer();
    await manager(draftOffer, given);
    const elsewhere = as(await signedIn(database, { role: 'provincial-officer', province: otherProvince }));
    expect((await elsewhere(getOffer, { offer: given.id }, { province: otherProvince })).status).toBe(403);
    expect((await elsewhere(listOffers, {}, { province: otherProvince })).body.total).toBe(0);
  });
});

describe('a limit price', () => {
  test('is shown to its owner alone: not to the other side, an officer, the auditor or the administrator', async () => {
    const given = offer();
    await manager(draftOffer, given);
    expect((await manager(getOffer, { offer: given.id })).body).toMatchObject({
      limitPriceVnd: 13_331,
      ownsLimit: true,
    });
    const member = as(await signedIn(database, { role: 'organisation-member', organisation: parties.cooperative }));
    const bank = as(await signedIn(database, { role: 'bank-officer', organisation: parties.otherBuyer }));
    const administrator = as(await signedIn(database, { role: 'administrator' }));
    const commune = as(await signedIn(database, { role: 'commune-officer', unit: damHa }));
    for (const somebody of [buyer, officer, auditor, member, bank, administrator, commune]) {
      const { body, raw } = await somebody(getOffer, { offer: given.id });
      expect(body).toMatchObject({ limitPriceVnd: null, ownsLimit: false });
      expect(raw.toString()).not.toContain('13331');
      expect((await somebody(listOffers, {})).raw.toString()).not.toContain('13331');
    }
  });

  test('of a demand is the buyer’s alone', async () => {
    const id = newId<LineId>();
    const { floorPriceVnd: _, ...line } = offer(id);
    const demand = { ...line, organisation: parties.buyer, ceilingPriceVnd: 21_117, minimumOrderQty: tonne };
    expect((await buyer(draftDemand, demand)).status).toBe(200);
    expect((await buyer(getDemand, { demand: id })).body.limitPriceVnd).toBe(21_117);
    for (const somebody of [manager, officer, auditor]) {
      expect((await somebody(getDemand, { demand: id })).body.limitPriceVnd).toBeNull();
      expect((await somebody(listDemands, {})).raw.toString()).not.toContain('21117');
    }
  });

  test('leaves no trace in the audit, the outbox, the stored replies or the views', async () => {
    await manager(draftOffer, { ...offer(), floorPriceVnd: 98_765_431 });
    const rows = await database.owner<{ text: string }>(
      `select input::text as text from platform.audit union all select payload::text from platform.outbox
       union all select reply::text from platform.command_reply union all select to_jsonb(o)::text from linkage.published_offer o
       union all select content::text from linkage.line_revision`,
    );
    expect(rows.filter(({ text }) => text?.includes('98765431'))).toEqual([]);
  });
});

describe('a revision', () => {
  test('is a new entry; two at once do not overwrite each other', async () => {
    const given = offer();
    await manager(draftOffer, given);
    const { id: _, organisation: __, commodity: ___, variety: ____, ...terms } = given;
    const change = { offer: given.id, revision: 1, ...terms };
    const both = await Promise.all([
      manager(changeOffer, { ...change, periodQty: 25 * tonne, reason: 'mất mùa' }),
      manager(changeOffer, { ...change, periodQty: 35 * tonne }),
    ]);
    expect(both.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409]);
    const { body } = await manager(getOffer, { offer: given.id });
    expect(body.revisions.map(({ revision }) => revision)).toEqual([2, 1]);
    expect((await buyer(changeOffer, { ...change, revision: 2 })).status).toBe(403);
  });

  test('a withdrawn offer is no longer listed, and still there', async () => {
    const given = offer();
    await manager(draftOffer, given);
    expect((await manager(withdrawOffer, { offer: given.id, revision: 1, reason: 'bán hết' })).body).toMatchObject({
      revision: 2,
    });
    expect((await buyer(listOffers, { size: 200 })).body.items.map(({ id }) => id)).not.toContain(given.id);
    expect((await buyer(listOffers, { size: 200, state: 'withdrawn' })).body.items.map(({ id }) => id)).toContain(
      given.id,
    );
    expect((await manager(withdrawOffer, { offer: given.id, revision: 2 })).body['obstacles']).toEqual(['withdrawn']);
  });
});
