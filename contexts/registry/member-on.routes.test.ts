import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { newId, type MemberId } from '#kernel/id.ts';
import { signedIn, testDatabase, testServer } from '#tests/harness.ts';
import { recordCapital } from './capital.wire.ts';
import type { CapitalActId } from './capital.ts';
import { registry, usePersonalKeys } from './index.ts';
import {
  closeMembership,
  correctMember,
  exportMembers,
  listMemberExports,
  listMembers,
  recordMember,
} from './member.wire.ts';
import { examples, saveExamples, vanDon } from './registry.example.ts';

const here = await testDatabase();
const { as } = await testServer(here, registry.handlers);
usePersonalKeys({ cipher: randomBytes(32), index: randomBytes(32) });
const { neighbour: organisation } = examples;
const manager = as(await signedIn(here, { role: 'organisation-manager', organisation }));
const auditor = as(await signedIn(here, { role: 'auditor' }));
const officer = as(await signedIn(here, { role: 'commune-officer', unit: vanDon }));

const members: Record<'stays' | 'leaves' | 'rises', MemberId> = {
  stays: newId<MemberId>(),
  leaves: newId<MemberId>(),
  rises: newId<MemberId>(),
};

beforeAll(async () => {
  await saveExamples(here.owner);
  const joined = async (id: MemberId, name: string, joinedOn: string, more: object = {}) =>
    expect(
      (
        await manager(recordMember, {
          id,
          organisation,
          standing: 'official-both',
          name,
          joinedOn: day(joinedOn),
          contributedVnd: 2_000_000,
          ...more,
        } as never)
      ).status,
    ).toBe(200);
  await joined(members.stays, 'Người Ở Lại', '2024-01-01');
  await joined(members.leaves, 'Người Ra Đi', '2024-02-01', { standing: 'associate', contributedVnd: 0 });
  await joined(members.rises, 'Người Lên Chính Thức', '2024-03-01', { standing: 'associate-capital' });
  expect(
    (await manager(closeMembership, { member: members.leaves, version: 1, leftOn: day('2025-01-01') })).status,
  ).toBe(200);
  const { body: risen } = await manager(correctMember, {
    member: members.rises,
    version: 1,
    reason: 'Lên thành viên chính thức',
    standing: 'official-use',
    since: day('2025-06-01'),
  });
  expect(risen.version).toBe(2);
  const more = await manager(recordCapital, {
    id: newId<CapitalActId>(),
    organisation,
    kind: 'subscribed',
    onDay: day('2025-07-01'),
    document: 'Biên bản',
    lines: [{ member: members.stays, form: 'money', subscribedVnd: 3_000_000, paidVnd: 3_000_000 }],
  } as never);
  expect(more.body, JSON.stringify(more.body)).not.toHaveProperty('obstacles');
});

const of = async (asOf?: string, more: object = {}) => {
  const { body } = await manager(listMembers, {
    organisation,
    sort: 'joined',
    ...(asOf && { asOf: day(asOf) }),
    ...more,
  });
  return body.items.filter(({ id }) => Object.values(members).includes(id));
};
const names = async (asOf?: string, more: object = {}) => (await of(asOf, more)).map(({ name }) => name);

describe('the members of a past day', () => {
  test('are those who had joined and not yet left, the day of leaving no longer counted', async () => {
    expect(await names('2023-12-31')).toEqual([]);
    expect(await names('2024-02-01')).toEqual(['Người Ở Lại', 'Người Ra Đi']);
    expect(await names('2024-12-31')).toEqual(['Người Ở Lại', 'Người Ra Đi', 'Người Lên Chính Thức']);
    expect(await names('2025-01-01')).toEqual(['Người Ở Lại', 'Người Lên Chính Thức']);
    expect(await names('2025-01-01', { present: 'false' })).toEqual(['Người Ra Đi']);
    expect(await names('2024-12-31', { present: 'false' })).toEqual([]);
    expect(await names()).toEqual(['Người Ở Lại', 'Người Lên Chính Thức']);
  });

  test('stand as they stood, with the capital of the book of that day; nobody has left yet who leaves later', async () => {
    const rises = async (asOf?: string) => (await of(asOf)).find(({ id }) => id === members.rises);
    expect(await rises('2025-05-31')).toMatchObject({ standing: 'associate-capital' });
    expect(await rises('2025-06-01')).toMatchObject({ standing: 'official-use' });
    expect(await rises()).toMatchObject({ standing: 'official-use' });
    expect(await names('2025-05-31', { standing: 'associate-capital' })).toEqual(['Người Lên Chính Thức']);
    expect((await of('2024-12-31')).find(({ id }) => id === members.leaves)).toMatchObject({ leftOn: null });
    const paid = async (asOf?: string) => (await of(asOf)).find(({ id }) => id === members.stays)?.contributedVnd;
    expect([await paid('2025-06-30'), await paid('2025-07-01'), await paid()]).toEqual([
      2_000_000, 5_000_000, 5_000_000,
    ]);
  });

  test('a coming day is today; who sees no names sees none of then either', async () => {
    expect(await names('2099-01-01')).toEqual(await names());
    const { body } = await auditor(listMembers, { organisation, asOf: day('2024-12-31') });
    expect(body.items.every(({ name }) => name === null)).toBe(true);
    expect((await officer(listMembers, { organisation, asOf: day('2024-12-31') })).status).toBe(200);
  });

  test('as a sheet and on A4, with the day in the name and in who took it away', async () => {
    const taken = (format: 'csv' | 'pdf', asOf?: string) =>
      manager(exportMembers, { organisation, format, ...(asOf && { asOf: day(asOf) }) });
    const sheet = await taken('csv', '2024-12-31');
    expect(sheet.raw.toString('utf8')).toContain('Người Ra Đi');
    expect(sheet.raw.toString('utf8')).toContain('Liên kết góp vốn');
    expect((await taken('csv')).raw.toString('utf8')).not.toContain('Người Ra Đi');
    const paper = await taken('pdf', '2024-12-31');
    expect(paper.raw.subarray(0, 5).toString()).toBe('%PDF-');
    const { items } = (await manager(listMemberExports, { organisation })).body;
    expect(items.map(({ format, asOf }) => [format, asOf])).toEqual([
      ['pdf', '2024-12-31'],
      ['csv', null],
      ['csv', '2024-12-31'],
    ]);
  });
});
