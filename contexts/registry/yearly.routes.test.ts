import { beforeAll, describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { newId, type AccountId } from '#kernel/id.ts';
import { signedIn, stranger, testDatabase, testServer } from '#tests/harness.ts';
import { listCertificates, recordCertificate, withdrawCertificate, type CertificateId } from './certificate.wire.ts';
import { registry } from './index.ts';
import { damHa, examples, saveExamples, vanDon } from './registry.example.ts';
import { saveYear, type YearGiven } from './yearly.store.ts';
import { listYearly } from './yearly.wire.ts';

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

describe('yearly figures', () => {
  const given = { organisation: cooperative, year: 2024, revenueVnd: 800_000_000, profitVnd: 90_000_000 };
  const blank = {
    externalRevenueVnd: null,
    internalRevenueVnd: null,
    costVnd: null,
    externalCostVnd: null,
    internalCostVnd: null,
    externalProfitVnd: null,
    internalProfitVnd: null,
    charterCapitalVnd: null,
    totalCapitalVnd: null,
    undividedAssetsVnd: null,
    officialMembers: null,
    workers: null,
  };
  const save = (more: Partial<YearGiven> = {}) =>
    here.within((db) => saveYear(db, { ...given, ...blank, source: 'Báo cáo năm', ...more }, newId<AccountId>()));

  test('what is left out stays unknown; a later version keeps the former with its reason', async () => {
    expect(await save()).toBe(1);
    expect(await save({ revenueVnd: 810_000_000, reason: 'Cộng sót một hóa đơn' })).toBe(2);
    const { body } = await manager(listYearly, { organisation: cooperative });
    expect(body.items).toMatchObject([
      { year: 2024, revenueVnd: 810_000_000, workers: null, provenance: 'entered', version: 2 },
    ]);
    const rows = await here.owner<{ revenue: string }>(
      `select content->>'revenueVnd' as revenue from registry.yearly_account_entry where organisation_id = $1 and year = 2024 order by version`,
      [cooperative],
    );
    expect(rows.map(({ revenue }) => revenue)).toEqual(['800000000', '810000000']);
  });

  test('are for its own people, the officers of the place and auditors', async () => {
    for (const ask of [manager, member, communeOfficer, officer, auditor])
      expect((await ask(listYearly, { organisation: cooperative })).status).toBe(200);
    for (const ask of [neighbourManager, otherOfficer])
      expect((await ask(listYearly, { organisation: cooperative })).status).toBe(403);
    expect((await nobody(listYearly, { organisation: cooperative })).status).toBe(401);
    expect((await officer(listYearly, { organisation: reported })).body.may).toEqual({ update: false });
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
