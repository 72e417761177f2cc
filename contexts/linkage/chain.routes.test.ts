import { beforeAll, describe, expect, test } from 'vitest';
import { today } from '#kernel/day.ts';
import { newId, type ChainId } from '#kernel/id.ts';
import { signedIn, stranger, testDatabase, testServer } from '#tests/harness.ts';
import { openStages } from './chain.ts';
import {
  changeChain,
  closeChain,
  closePartner,
  draftChain,
  getChain,
  listChains,
  recordPartner,
  type PartnerId,
} from './chain.wire.ts';
import { linkage } from './index.ts';
import { goods, parties, saveParties } from './linkage.example.ts';

const database = await testDatabase();
const { as } = await testServer(database, linkage.handlers);
const told = newId<ChainId>();
beforeAll(async () => {
  await saveParties(database.owner);
  await database.owner(
    `insert into linkage.chain (province, id, name, lead_id, product_note, source, provenance) values (22, $1, 'Chuỗi trong bài báo', $2, 'khoai tây', 'Bài báo', 'reported')`,
    [told, parties.reported],
  );
  await database.owner(
    `insert into linkage.chain_partner (province, id, chain_id, organisation_id, role, stages, subject, provenance)
     values (22, $1, $2, $3, 'lead', '{production,sale}', 'trồng và tiêu thụ', 'reported')`,
    [newId(), told, parties.reported],
  );
});

const manager = as(await signedIn(database, { role: 'organisation-manager', organisation: parties.cooperative }));
const buyer = as(await signedIn(database, { role: 'buyer', organisation: parties.buyer }));
const officer = as(await signedIn(database, { role: 'provincial-officer' }));
const anybody = as(stranger);

const chain = (id = newId<ChainId>()) => ({
  id,
  lead: parties.cooperative,
  leadStages: ['sale' as const, 'production' as const],
  name: 'Chuỗi chanh leo Đầm Hà',
  state: 'active' as const,
  products: [goods.passionFruit],
});

describe('a chain', () => {
  test('is kept by its lead and seen by everybody, stages in the decree’s order', async () => {
    const given = chain();
    expect((await manager(draftChain, given)).status).toBe(200);
    const { body } = await anybody(getChain, { chain: given.id });
    expect(body).toMatchObject({
      lead: { id: parties.cooperative },
      stages: ['production', 'sale'],
      openStages: ['inputs', 'harvest', 'preprocess', 'process'],
      products: [{ vi: 'Chanh leo' }],
      contracts: [],
      may: { change: false },
    });
    expect(
      (await anybody(listChains, { search: 'dam ha', commodity: goods.passionFruit })).body.items.map(({ id }) => id),
    ).toContain(given.id);
  });

  test('partners come and go; a second lead there is not', async () => {
    const given = chain();
    await manager(draftChain, given);
    const partner = newId<PartnerId>();
    const joining = {
      chain: given.id,
      organisation: parties.buyer,
      role: 'buyer' as const,
      stages: ['process' as const, 'sale' as const],
    };
    expect((await buyer(recordPartner, { id: partner, ...joining })).status).toBe(403);
    expect((await manager(recordPartner, { id: partner, ...joining })).status).toBe(200);
    expect((await manager(recordPartner, { id: newId<PartnerId>(), ...joining })).body['obstacles']).toEqual([
      'already-partner',
    ]);
    const second = { ...joining, organisation: parties.otherCooperative, role: 'lead' as const };
    expect((await manager(recordPartner, { id: newId<PartnerId>(), ...second })).body['obstacles']).toEqual([
      'one-lead-only',
    ]);
    expect((await anybody(listChains, { organisation: parties.buyer })).body.items).toMatchObject([
      { id: given.id, partners: 2 },
    ]);
    expect((await manager(closePartner, { partner, on: today() })).status).toBe(200);
    expect((await anybody(getChain, { chain: given.id })).body.partners).toHaveLength(1);
  });

  test('two changes at once: one is told that it came second', async () => {
    const given = chain();
    await manager(draftChain, given);
    const change = { chain: given.id, version: 1, name: given.name, state: given.state, products: [] };
    const both = await Promise.all([
      manager(changeChain, change),
      officer(changeChain, { ...change, name: 'Tên khác' }),
    ]);
    expect(both.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409]);
  });

  test('an ended one stays as it was', async () => {
    const given = chain();
    await manager(draftChain, given);
    await manager(closeChain, { chain: given.id, on: today() });
    const change = { chain: given.id, version: 2, name: given.name, state: given.state, products: [] };
    expect((await manager(changeChain, change)).body['obstacles']).toEqual(['ended']);
  });

  test('the article tells of is read-only, with its source and no contract on file', async () => {
    const { body } = await anybody(getChain, { chain: told });
    expect(body).toMatchObject({
      provenance: 'reported',
      source: 'Bài báo',
      partners: [{ contracts: 0, subject: 'trồng và tiêu thụ' }],
    });
    const change = { chain: told, version: 1, name: 'Khác đi', state: 'active' as const, products: [] };
    expect((await officer(changeChain, change)).body['obstacles']).toEqual(['reported']);
    expect((await officer(draftChain, { ...chain(), lead: parties.reported })).body['obstacles']).toEqual(['reported']);
  });

  test('stages nobody fills are named', () => {
    expect(openStages([{ stages: ['inputs', 'production'] }, { stages: ['harvest', 'sale'] }])).toEqual([
      'preprocess',
      'process',
    ]);
  });
});
