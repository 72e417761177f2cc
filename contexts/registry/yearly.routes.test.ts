import { beforeAll, describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { newId } from '#kernel/id.ts';
import { signedIn, stranger, testDatabase, testServer } from '#tests/harness.ts';
import { listCertificates, recordCertificate, withdrawCertificate, type CertificateId } from './certificate.wire.ts';
import { registry } from './index.ts';
import { damHa, examples, saveExamples, vanDon } from './registry.example.ts';
import { listYearly, recordYearly } from './yearly.wire.ts';

const here = await testDatabase();
const { as } = await testServer(here, registry.handlers);
const { cooperative, neighbour, reported } = examples;

const manager = as(await signedIn(here, { role: 'organisation-manager', organisation: cooperative }));
const member = as(await signedIn(here, { role: 'organisation-member', organisation: cooperative }));
const neighbourManager = as(await signedIn(here, { role: 'organisation-manager', organisation: neighbour }));
const communeOfficer = as(await signedIn(here, { role: 'commune-officer', unit: damHa }));
const otherOfficer = as(await signedIn(here, { role: 'commune-officer', unit: vanDon }));
const officer = as(await signedIn(here, { role: 'provincial-officer' }));
const auditor = as(await signedIn(here, { role: 'auditor' }));
const nobody = as(stranger);

beforeAll(() => saveExamples(here.owner));

const figures = (year: number, more: Record<string, unknown> = {}) => ({
  organisation: cooperative,
  year,
  revenueVnd: 800_000_000,
  profitVnd: 90_000_000,
  source: 'Báo cáo năm',
  ...more,
});

describe('yearly figures', () => {
  test('the cooperative enters them; what it leaves out stays unknown', async () => {
    expect((await manager(recordYearly, figures(2024))).body.version).toBe(1);
    const { body } = await manager(listYearly, { organisation: cooperative });
    expect(body.items).toMatchObject([
      { year: 2024, revenueVnd: 800_000_000, workers: null, provenance: 'entered', version: 1 },
    ]);
  });

  test('a correction needs the version seen and a reason, and what was there before is kept', async () => {
    await manager(recordYearly, figures(2023));
    expect((await manager(recordYearly, figures(2023, { revenueVnd: 1 }))).body.obstacles).toEqual([
      'changed-meanwhile',
      'reason-missing',
      'profit-above-revenue',
    ]);
    const correction = figures(2023, { version: 1, revenueVnd: 810_000_000, reason: 'Cộng sót một hóa đơn' });
    expect((await manager(recordYearly, correction)).body.version).toBe(2);
    const rows = await here.owner<{ revenue: string }>(
      `select content->>'revenueVnd' as revenue from registry.yearly_account_entry where organisation_id = $1 and year = 2023 order by version`,
      [cooperative],
    );
    expect(rows.map(({ revenue }) => revenue)).toEqual(['800000000', '810000000']);
  });

  test('two corrections of one version: one wins', async () => {
    await manager(recordYearly, figures(2022));
    const answers = await Promise.all(
      [1, 2, 3].map((n) =>
        manager(recordYearly, figures(2022, { version: 1, revenueVnd: 900_000_000 + n, reason: 'cùng lúc' })),
      ),
    );
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409]);
  });

  test('a year that has not begun, and one before its founding, have no figures', async () => {
    expect((await manager(recordYearly, figures(2099))).body.obstacles).toEqual(['year-not-begun']);
    expect((await manager(recordYearly, figures(2019))).body.obstacles).toEqual(['before-founding']);
  });

  test('are for its own people, the officers of the place and auditors', async () => {
    for (const ask of [manager, member, communeOfficer, officer, auditor])
      expect((await ask(listYearly, { organisation: cooperative })).status).toBe(200);
    for (const ask of [neighbourManager, otherOfficer])
      expect((await ask(listYearly, { organisation: cooperative })).status).toBe(403);
    expect((await nobody(listYearly, { organisation: cooperative })).status).toBe(401);
    for (const ask of [member, neighbourManager, auditor, otherOfficer])
      expect((await ask(recordYearly, figures(2021))).status).toBe(403);
    expect((await officer(recordYearly, { ...figures(2021), organisation: reported })).body.obstacles).toEqual([
      'reported',
    ]);
  });
});

describe('certificates', () => {
  const certificate = (more: Record<string, unknown> = {}) => ({
    id: newId<CertificateId>(),
    organisation: cooperative,
    kind: 'vietgap' as const,
    number: 'VG-01',
    issuer: 'Tổ chức chứng nhận',
    validFrom: day('2025-01-01'),
    ...more,
  });

  test('everybody sees what an organisation holds and whether it still counts', async () => {
    await manager(recordCertificate, certificate());
    await manager(
      recordCertificate,
      certificate({ number: 'VG-00', validFrom: '2020-01-01', validUntil: '2022-01-01' }),
    );
    const { body } = await nobody(listCertificates, { organisation: cooperative });
    expect(body.items.map(({ number, state }) => [number, state])).toEqual([
      ['VG-01', 'valid'],
      ['VG-00', 'expired'],
    ]);
    expect(body.may).toEqual({ record: false, withdraw: false });
  });

  test('stars make an OCOP certificate, days in order any', async () => {
    const wrong = certificate({ kind: 'ocop', validFrom: '2099-01-01', validUntil: '2098-01-01' });
    expect((await manager(recordCertificate, wrong)).body.obstacles).toEqual([
      'ends-before-it-begins',
      'not-yet-issued',
      'grade-missing',
    ]);
    expect((await neighbourManager(recordCertificate, certificate())).status).toBe(403);
  });

  test('the officer records that it was withdrawn; it stays in the list', async () => {
    const given = certificate({ number: 'VG-02' });
    await manager(recordCertificate, given);
    const withdrawal = { certificate: given.id, withdrawnOn: day('2026-03-01') };
    expect((await manager(withdrawCertificate, withdrawal)).status).toBe(403);
    expect((await communeOfficer(withdrawCertificate, withdrawal)).status).toBe(200);
    expect((await communeOfficer(withdrawCertificate, withdrawal)).body.obstacles).toEqual(['withdrawn-already']);
    const { body } = await nobody(listCertificates, { organisation: cooperative });
    expect(body.items.find(({ number }) => number === 'VG-02')?.state).toBe('withdrawn');
  });
});
