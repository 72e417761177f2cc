import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { newId, type MemberId } from '#kernel/id.ts';
import { textOfPdf } from '#platform/pdf/pdf-text.ts';
import { stopPdf } from '#platform/pdf/typst.ts';
import { signedIn, stranger, testDatabase, testServer } from '#tests/harness.ts';
import {
  exportCapitalCertificate,
  listCapitalCertificates,
  recordCapitalCertificate,
  verifyCapitalCertificate,
  withdrawCapitalCertificate,
  type CapitalCertificateId,
} from './capital-certificate.wire.ts';
import { recordCapital, type CapitalActId } from './capital.wire.ts';
import { registry, usePersonalKeys } from './index.ts';
import { recordMember } from './member.wire.ts';
import { examples, saveExamples } from './registry.example.ts';

const here = await testDatabase();
const { as } = await testServer(here, registry.handlers);
usePersonalKeys({ cipher: randomBytes(32), index: randomBytes(32) });
const { cooperative } = examples;
const manager = as(await signedIn(here, { role: 'organisation-manager', organisation: cooperative }));
const memberPerson = await signedIn(here, { role: 'organisation-member', organisation: cooperative });
const memberOf = as(memberPerson);
const anybody = as(stranger);
const auditor = as(await signedIn(here, { role: 'auditor' }));

beforeAll(() => saveExamples(here.owner));
afterAll(() => stopPdf());

async function joined(more: Record<string, unknown> = {}): Promise<MemberId> {
  const id = newId<MemberId>();
  const { status } = await manager(recordMember, {
    id,
    organisation: cooperative,
    standing: 'official-both',
    name: 'Nguyễn Thị Đoàn Kết',
    joinedOn: '2025-01-10',
    subscribedVnd: 2_000_000,
    contributedVnd: 1_005_000,
    ...more,
  });
  expect(status).toBe(200);
  return id;
}

async function issued(member: MemberId, more: Record<string, unknown> = {}): Promise<CapitalCertificateId> {
  const id = newId<CapitalCertificateId>();
  const given = { id, member, issuedOn: day('2026-03-01'), ...more };
  expect((await manager(recordCapitalCertificate, given)).status).toBe(200);
  return id;
}

const statesOf = async (member: MemberId) =>
  (await manager(listCapitalCertificates, { organisation: cooperative, member })).body.items.map(({ state }) => state);

describe('a certificate of contribution', () => {
  test('tells the member, the capital in figures and words, what is still to be paid, and its check code', async () => {
    const member = await joined();
    const certificate = await issued(member);
    const { items } = (await manager(listCapitalCertificates, { organisation: cooperative, member })).body;
    const { raw, headers } = await manager(exportCapitalCertificate, { certificate });
    expect(headers['content-type']).toContain('application/pdf');
    const text = textOfPdf(raw).join(' ').replaceAll(/\s+/g, ' ');
    for (const words of [
      'GIẤY CHỨNG NHẬN VỐN GÓP',
      'Nguyễn Thị Đoàn Kết',
      '1.005.000',
      'Một triệu không trăm linh năm nghìn đồng.',
      '995.000 đồng',
      items[0]!.checkCode,
    ])
      expect(text).toContain(words);
  });

  test('is one at a time: it is outdated by a payment, replaced by a new one, and withdrawn with a reason', async () => {
    const member = await joined();
    const first = await issued(member);
    const again = { id: newId<CapitalCertificateId>(), member, issuedOn: day('2026-03-02') };
    expect((await manager(recordCapitalCertificate, again)).body['obstacles']).toEqual(['one-stands']);
    const paid = await manager(recordCapital, {
      id: newId<CapitalActId>(),
      organisation: cooperative,
      kind: 'paid-in',
      onDay: '2026-04-01',
      lines: [{ member, paidVnd: 995_000 }],
    });
    expect(paid.status).toBe(200);
    expect(await statesOf(member)).toEqual(['outdated']);
    const second = await issued(member, { issuedOn: day('2026-04-02'), replaces: first });
    expect(await statesOf(member)).toEqual(['valid', 'replaced']);
    const withdrawing = { certificate: first, withdrawnOn: day('2026-05-01'), reason: 'đã thay' };
    expect((await manager(withdrawCapitalCertificate, withdrawing)).body['obstacles']).toEqual(['replaced-already']);
    expect((await manager(withdrawCapitalCertificate, { ...withdrawing, certificate: second })).status).toBe(200);
    expect(await statesOf(member)).toEqual(['withdrawn', 'replaced']);
    const { raw } = await manager(exportCapitalCertificate, { certificate: second });
    expect(textOfPdf(raw).join(' ')).toContain('ĐÃ THU HỒI NGÀY 01/05/2026');
  });

  test('is verified by whoever holds the paper: does it stand, and nothing of the member or the money', async () => {
    const member = await joined();
    const first = await issued(member);
    const rows = async () => (await manager(listCapitalCertificates, { organisation: cooperative, member })).body.items;
    const { verifyToken: token, checkCode, number } = (await rows())[0]!;
    const asked = async (code = token!) => (await anybody(verifyCapitalCertificate, { token: code })).body;
    const { raw } = await manager(exportCapitalCertificate, { certificate: first });
    expect(textOfPdf(raw).join('').replaceAll(/\s/g, '')).toContain(`/registry/certificates/${token}`);
    const told = { organisation: expect.any(String), number, issuedOn: '2026-03-01', checkCode, provenance: 'entered' };
    const standing = { ...told, state: 'stands', replacedBy: null, replacedOn: null, withdrawnOn: null };
    expect(await asked()).toEqual({ certificate: standing });
    const paying = { id: newId<CapitalActId>(), organisation: cooperative, kind: 'paid-in', onDay: '2026-03-05' };
    const paid = await manager(recordCapital, { ...paying, lines: [{ member, paidVnd: 5_000 }] } as never);
    expect(paid.status).toBe(200);
    expect(await asked(), 'that the capital has changed is nobody else’s').toEqual({ certificate: standing });
    const second = await issued(member, { issuedOn: day('2026-04-02'), replaces: first });
    const by = { replacedBy: number + 1, replacedOn: '2026-04-02' };
    expect(await asked()).toEqual({ certificate: { ...standing, ...by, state: 'replaced' } });
    const withdrawnOn = day('2026-05-01');
    await manager(withdrawCapitalCertificate, {
      certificate: second,
      withdrawnOn,
      reason: 'Nguyễn Thị Đoàn Kết mất giấy',
    });
    const { certificate } = await asked((await rows())[0]!.verifyToken!);
    expect(certificate).toMatchObject({ state: 'withdrawn', withdrawnOn, number: number + 1 });
    expect(JSON.stringify(certificate)).not.toMatch(/Đoàn Kết|1005000|1010000/);
    expect(await asked('a'.repeat(32))).toEqual({ certificate: null });
  });

  test('is issued only for what is paid in by its day', async () => {
    const member = await joined({ contributedVnd: 0 });
    const given = { id: newId<CapitalCertificateId>(), member, issuedOn: day('2099-01-01') };
    expect((await manager(recordCapitalCertificate, given)).body['obstacles']).toEqual(['in-future', 'nothing-paid']);
  });

  test('is opened by its own member and by no other, and by an auditor never', async () => {
    const [own, other] = [await joined(), await joined()];
    await here.owner('update registry.member set account_id = $1 where id = $2', [memberPerson.account, own]);
    const [mine, theirs] = [await issued(own), await issued(other)];
    expect((await memberOf(exportCapitalCertificate, { certificate: mine })).status).toBe(200);
    expect((await memberOf(exportCapitalCertificate, { certificate: theirs })).status).toBe(403);
    expect((await auditor(exportCapitalCertificate, { certificate: mine })).status).toBe(403);
    const listed = (await memberOf(listCapitalCertificates, { organisation: cooperative })).body;
    expect(listed.items.map(({ id }) => id)).toEqual([mine]);
    const masked = (await auditor(listCapitalCertificates, { organisation: cooperative })).body;
    expect(masked.items.every(({ name, verifyToken }) => name === null && verifyToken === null)).toBe(true);
  });
});
