import { describe, expect, test } from 'vitest';
import { otherProvince, stranger } from '#tests/harness.ts';
import { qualityStage } from '#tests/quality.harness.ts';
import { getLot } from './lot.wire.ts';
import { kg } from './quality.example.ts';
import { eraseSample } from './sample.wire.ts';

const { db, as, people, manager, lotOf, sampleOf, reported } = await qualityStage();
const reason = 'theo yêu cầu của người ấy';

describe('who took a sample', () => {
  test('answers for it until the laboratory has reported', async () => {
    const lot = await lotOf(10 * kg);
    const sample = await sampleOf(lot);
    expect(await manager(eraseSample, { sample, reason })).toMatchObject({
      status: 409,
      body: { code: 'quality.sample.not-erasable', obstacles: ['not-reported'] },
    });
    const { samples } = (await manager(getLot, { lot })).body;
    expect(samples).toMatchObject([{ takenBy: 'Nguyễn Văn Mẫu', erased: false, may: { erase: false } }]);
  });

  test('is then erased once, by the producer or the officer of the place; the sample stays', async () => {
    const lot = await lotOf(10 * kg);
    const sample = await reported(lot);
    for (const person of [people.member, people.otherManager, people.otherOfficer, people.laboratory, people.auditor])
      expect((await as(person)(eraseSample, { sample, reason })).status).toBe(403);
    expect((await as(stranger)(eraseSample, { sample, reason })).status).toBe(401);
    const elsewhere = as(people.elsewhere)(eraseSample, { sample, reason }, { province: otherProvince });
    expect((await elsewhere).status).toBe(403);
    expect((await manager(getLot, { lot })).body.samples).toMatchObject([{ may: { erase: true } }]);

    expect((await as(people.officer)(eraseSample, { sample, reason })).status).toBe(200);
    expect((await manager(getLot, { lot })).body.samples).toMatchObject([
      { id: sample, takenBy: null, erased: true, place: 'Kho sơ chế', may: { erase: false } },
    ]);
    expect((await manager(eraseSample, { sample, reason })).body['obstacles']).toEqual(['already-erased']);
    expect(await db.owner('select taken_by from quality.sample where id = $1', [sample])).toEqual([{ taken_by: null }]);
    expect(await db.owner(`select input from platform.audit where method = 'quality.sample.erase'`)).toMatchObject([
      { input: { sample, reason } },
    ]);
  });
});
