import { randomBytes } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { newId, type MemberId } from '#kernel/id.ts';
import { signedIn, testDatabase, testServer } from '#tests/harness.ts';
import { getCapital, recordCapital, type CapitalActId } from './capital.wire.ts';
import { registry, usePersonalKeys } from './index.ts';
import { recordMember } from './member.wire.ts';
import { examples, saveExamples } from './registry.example.ts';

const here = await testDatabase();
const { as } = await testServer(here, registry.handlers);
usePersonalKeys({ cipher: randomBytes(32), index: randomBytes(32) });
const organisation = examples.cooperative;
const manager = as(await signedIn(here, { role: 'organisation-manager', organisation }));
beforeAll(() => saveExamples(here.owner));

const most = 100_000_000_000_000;

test('a book stays one that can be shown: lines that are each allowed are refused where their sum is not', async () => {
  const id = newId<MemberId>();
  const joining = {
    id,
    organisation,
    standing: 'official-both',
    name: 'Nguyễn Văn A',
    joinedOn: '2025-01-10',
  } as const;
  expect((await manager(recordMember, { ...joining, contributedVnd: most * 10 })).body.code).toBe('input.invalid');
  expect((await manager(recordMember, { ...joining, contributedVnd: 5_000_000 })).status).toBe(200);
  const book = async () => (await manager(getCapital, { organisation })).body;
  const before = await book();
  const enter = (lines: number) =>
    manager(recordCapital, {
      id: newId<CapitalActId>(),
      organisation,
      kind: 'increased',
      onDay: '2025-02-01',
      document: 'NQ 02',
      capReason: 'Đại hội quyết nghị',
      lines: Array.from({ length: lines }, () => ({ member: id, subscribedVnd: most })),
    });
  const refused = await enter(200);
  expect([refused.status, refused.body.code]).toEqual([409, 'registry.capital.too-large']);
  expect(await book()).toEqual(before);
  expect((await enter(2)).status).toBe(200);
  expect((await book()).subscribedVnd).toBe(before.subscribedVnd + 2 * most);
});
