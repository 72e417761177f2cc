import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId, type MemberId } from '#kernel/id.ts';
import { textOfPdf } from '#platform/pdf/pdf-text.ts';
import { stopPdf } from '#platform/pdf/typst.ts';
import { signedIn, testDatabase, testServer } from '#tests/harness.ts';
import { registry, usePersonalKeys } from './index.ts';
import { closeMembership, listMemberExports, recordMember } from './member.wire.ts';
import { examples, saveExamples } from './registry.example.ts';
import { exportVotes, listVotes } from './vote.wire.ts';

const here = await testDatabase();
const { as } = await testServer(here, registry.handlers);
usePersonalKeys({ cipher: randomBytes(32), index: randomBytes(32) });
const { cooperative: organisation } = examples;
const manager = as(await signedIn(here, { role: 'organisation-manager', organisation }));
const auditor = as(await signedIn(here, { role: 'auditor' }));

beforeAll(() => saveExamples(here.owner));
afterAll(() => stopPdf());

async function joined(name: string, more: Record<string, unknown>): Promise<MemberId> {
  const id = newId<MemberId>();
  const given = { id, organisation, standing: 'official-both', name, joinedOn: '2025-01-10', ...more } as const;
  expect((await manager(recordMember, given as never)).status).toBe(200);
  return id;
}

test('every official member of the day votes, the smallest stake as the largest; an associate and who has left do not', async () => {
  await joined('Vốn Lớn', { contributedVnd: 90_000_000 });
  await joined('Vốn Nhỏ', { contributedVnd: 1_000_000 });
  await joined('Vào Sau', { contributedVnd: 1_000_000, joinedOn: '2026-05-01' });
  const associate = await joined('Liên Kết', { standing: 'associate' });
  const on = (day: string) => manager(listVotes, { organisation, on: day });
  const before = (await on('2026-04-30')).body;
  expect(before.items.map(({ name }) => name)).toEqual(['Vốn Lớn', 'Vốn Nhỏ']);
  expect(before).toMatchObject({ voters: 2, others: 1, each: null });
  expect((await on('2026-05-01')).body.voters).toBe(3);
  await manager(closeMembership, { member: associate, version: 1, leftOn: '2026-06-01' });
  expect((await on('2026-05-31')).body.others).toBe(1);
  expect((await on('2026-06-01')).body.others).toBe(0);
});

test('the list to be signed says that the number of votes is not known where no parameter says it', async () => {
  const { raw } = await manager(exportVotes, { organisation, on: '2026-06-01' });
  const text = textOfPdf(raw).join(' ').replaceAll(/\s+/g, ' ');
  expect(text).toContain('Vốn Nhỏ');
  const taken = (await manager(listMemberExports, { organisation })).body.items;
  expect(taken.map(({ format, rows }) => [format, rows])).toEqual([['pdf', 3]]);
  expect(text).toContain('chưa xác định, không phụ thuộc số vốn góp');
  const inLanguage = async (language: 'en' | 'th') =>
    textOfPdf((await manager(exportVotes, { organisation, on: '2026-06-01', language })).raw)
      .join(' ')
      .replaceAll(/\s+/g, ' ');
  expect(await inLanguage('en')).toContain('not established, whatever the capital contributed');
  expect(await inLanguage('th')).not.toContain('phụ thuộc số vốn góp');
  const masked = (await auditor(listVotes, { organisation, on: '2026-06-01' })).body;
  expect(masked.items.every(({ name }) => name === null)).toBe(true);
  expect((await auditor(exportVotes, { organisation })).status).toBe(403);
});
