import { describe, expect, test } from 'vitest';
import { newId, type FileId } from '#kernel/id.ts';
import { listMembers } from '#contexts/registry/member.wire.ts';
import { intakeWorld } from '#tests/intake.harness.ts';
import { getBatch, importBatch, listRows, recordBatch, withdrawBatch } from './batch.wire.ts';
import { memberHeadings, memberRow, workbook } from './sheet.example.ts';

const { as, upload, drain, checked, cooperative, people } = await intakeWorld();
const { director, communeOfficer, otherOfficer, officer } = people;

const membersThere = async () => (await as(director)(listMembers, { organisation: cooperative, size: 200 })).body.items;

describe('a sheet of members', () => {
  test('is read, checked, taken over, and taken over again changes what differs', async () => {
    const rows = [1, 2, 3].map((n) => memberRow(n));
    const { id, ask, body } = await checked(
      director,
      await workbook([{ rows: [['DANH SÁCH THÀNH VIÊN'], [], [...memberHeadings], ...rows] }]),
    );
    expect(body).toMatchObject({ state: 'checked', counts: { rows: 3, outcomes: { new: 3, refused: 0 } } });
    const preview = await ask(listRows, { batch: id });
    expect(preview.body.items[0]).toMatchObject({ row: 4, outcome: 'new', troubles: [] });
    expect((await membersThere()).length).toBe(0);
    expect(await ask(importBatch, { batch: id, version: body.version })).toMatchObject({ status: 200 });
    await drain();
    expect((await ask(getBatch, { batch: id })).body).toMatchObject({ state: 'imported' });
    const there = await membersThere();
    expect(there.map(({ name, nationalId, contributedVnd }) => [name, nationalId, contributedVnd])).toEqual([
      ['Nguyễn Văn B 1', '••••••••0001', 5_000_000],
      ['Nguyễn Văn C 2', '••••••••0002', 5_000_000],
      ['Nguyễn Văn D 3', '••••••••0003', 5_000_000],
    ]);

    const again = await checked(
      director,
      await workbook([
        { rows: [[...memberHeadings], memberRow(1), memberRow(2, { 5: '0987 654 321', 6: null }), memberRow(9)] },
      ]),
    );
    expect(again.proposed.remembered).toBe(true);
    expect(again.body.counts?.outcomes).toMatchObject({ same: 1, update: 1, new: 1 });
    const [update] = (await again.ask(listRows, { batch: again.id, outcome: 'update' })).body.items;
    expect(update).toMatchObject({
      differences: [{ field: 'phone', before: '0912345678', after: '0987 654 321' }],
    });
    await again.ask(importBatch, { batch: again.id, version: again.body.version });
    await drain();
    expect((await membersThere()).find(({ name }) => name === 'Nguyễn Văn C 2')).toMatchObject({
      phone: '0987 654 321',
      hamlet: 'Thôn 2',
    });

    const now = (await again.ask(getBatch, { batch: again.id })).body;
    expect(await again.ask(withdrawBatch, { batch: again.id, version: now.version, reason: 'Nhầm tệp' })).toMatchObject(
      { status: 200 },
    );
    await drain();
    const after = await membersThere();
    expect(after).toHaveLength(3);
    expect(after.find(({ name }) => name === 'Nguyễn Văn C 2')?.phone).toBe('0912345678');
  });
  test('is nobody else’s', async () => {
    const file = (
      await upload(
        otherOfficer,
        await workbook([
          {
            rows: [
              ['a', 'b'],
              [1, 2],
            ],
          },
        ]),
        'a.xlsx',
      )
    ).body.id as FileId;
    expect((await as(otherOfficer)(recordBatch, { id: newId(), file, organisation: cooperative })).status).toBe(403);
    const { id } = await checked(communeOfficer, await workbook([{ rows: [[...memberHeadings], memberRow(1)] }]));
    for (const person of [otherOfficer]) expect((await as(person)(getBatch, { batch: id })).status).toBe(403);
    expect((await as(officer)(getBatch, { batch: id })).status).toBe(200);
  });
});
