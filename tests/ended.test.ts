import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { beforeAll, expect, test } from 'vitest';
import { draftOffer } from '#contexts/linkage/line.wire.ts';
import { recordPlot } from '#contexts/production/plot.wire.ts';
import { day } from '#kernel/day.ts';
import { newId, type OrganisationId } from '#kernel/id.ts';
import { handlers } from '#app/methods.ts';
import { signedIn, testDatabase, testServer } from '#tests/harness.ts';
import { recordCards } from '#contexts/registry/card.wire.ts';
import { recordCertificate } from '#contexts/registry/certificate.wire.ts';
import { useCardSecret, usePersonalKeys } from '#registry';
import { damHa, saveExamples } from '#contexts/registry/registry.example.ts';
import { letters, newOne, paper, playing } from '#contexts/registry/reshaping.example.ts';
import { mergeOrganisations } from '#contexts/registry/reshaping.wire.ts';

const here = await testDatabase();
const { as } = await testServer(here, handlers);
usePersonalKeys({ cipher: randomBytes(32), index: randomBytes(32) });
useCardSecret(randomBytes(32));
const officer = as(await signedIn(here, { role: 'provincial-officer' }));
const { made } = playing(officer);
let ended: OrganisationId;
const commodity = newId();

beforeAll(async () => {
  await saveExamples(here.owner);
  await here.owner(
    `insert into registry.commodity (province, id, code, name_vi, name_en, name_th, sector, base_unit, storage, cycle)
     values (22, $1, 'passion-fruit', 'Chanh leo', 'Passion fruit', 'เสาวรส', 'crop', 'g', 'perishable', 'long')`,
    [commodity],
  );
  const [one, two] = [await made('cooperative', letters('za', 5)), await made('cooperative', letters('zb', 5))];
  const merged = await officer(mergeOrganisations, { ...paper(), predecessors: [one, two], made: newOne() });
  expect(merged.status).toBe(200);
  ended = one;
});

const certificate = () => ({
  id: newId(),
  organisation: ended,
  kind: 'vietgap' as const,
  number: 'VG-1',
  issuer: 'Tổ chức chứng nhận',
  validFrom: day('2026-06-01'),
  commodity,
});

test('who has ended takes nothing new: every refusal has its code', async () => {
  const manager = as(await signedIn(here, { role: 'organisation-manager', organisation: ended }));
  const refused = await officer(recordCertificate, certificate() as never);
  expect(refused.body).toMatchObject({ obstacles: ['organisation-ended'] });
  expect(
    (await officer(recordCards, { organisation: ended, members: [newId()], expiresOn: '2027-06-01' })).body,
  ).toMatchObject({ obstacles: ['organisation-ended'] });
  const plot = {
    id: newId(),
    organisation: ended,
    code: 'L1',
    from: '2026-07-01',
    unit: damHa,
    landUse: 'annual-crops',
    areaM2: 1_000,
    name: 'Lô 1',
  };
  expect((await manager(recordPlot, plot as never)).body).toMatchObject({ code: 'production.plot.organisation-ended' });
  const offer = {
    id: newId(),
    organisation: ended,
    commodity,
    from: '2026-12-01',
    until: '2026-12-31',
    per: 'week',
    periodQty: 1_000,
    floorPriceVnd: null,
  };
  const answer = await manager(draftOffer, offer as never);
  expect([answer.status, JSON.stringify(answer.body)]).toEqual([409, expect.stringContaining('not-operating')]);
});

test('a certificate entered while the organisation is being merged comes before it, or is refused', async () => {
  const [one, two] = [await made('cooperative', letters('zc', 5)), await made('cooperative', letters('zd', 5))];
  const holding = new pg.Client({ connectionString: here.ownerUrl });
  await holding.connect();
  try {
    // An act that ends it is under way: its row is held, and let go once the status is written.
    await holding.query('begin');
    await holding.query(`update registry.organisation set status = 'merged' where id = $1`, [one]);
    const recorded = officer(recordCertificate, { ...certificate(), organisation: one });
    const early = await Promise.race([recorded, holding.query('select pg_sleep(0.3)')]);
    expect(early).not.toHaveProperty('status');
    await holding.query('commit');
    expect((await recorded).body).toMatchObject({ obstacles: ['organisation-ended'] });
  } finally {
    await holding.end();
  }
  expect((await officer(recordCertificate, { ...certificate(), organisation: two })).status).toBe(200);
});
