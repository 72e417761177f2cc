import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addDays, today } from '#kernel/day.ts';
import { newId, type OrganisationId } from '#kernel/id.ts';
import { textOfPdf } from '#platform/pdf/pdf-text.ts';
import {
  confirmListed,
  otherProvince,
  signedIn,
  stranger,
  testDatabase,
  testServer,
  type Ask,
} from '#tests/harness.ts';
import { saveCreditWorld, damHa, type CreditWorld } from './credit.example.ts';
import type { AnswerId, ConsentId, DossierId } from './dossier.ts';
import { acceptAnswer, recordAnswer, refuseAnswer } from './answer.wire.ts';
import { giveConsent, withdrawConsent } from './consent.wire.ts';
import { listDesk, openDossier } from './desk.wire.ts';
import { assembleDossier, exportDossier, getDossier, listDossiers, verifyDossier } from './dossier.wire.ts';
import { creditSample, sampleConditions } from './product.example.ts';
import { checkProduct, closeProduct, getProduct, listProducts, publishProduct } from './product.wire.ts';
import type { ProductId } from './product.ts';
import { listWaiting } from './waiting.wire.ts';

const base = await testDatabase();
const { owner } = base;
const { as, drain } = await testServer(base);
let world: CreditWorld;
let director: Ask;
let foreign: Ask;
let banker: Ask;
let otherBanker: Ask;
let commune: Ask;
let province: Ask;
let auditor: Ask;
const nobody = as(stranger);

beforeAll(async () => {
  world = await saveCreditWorld(owner);
  await confirmListed(base);
  director = as(await signedIn(base, { role: 'organisation-manager', organisation: world.cooperative }));
  foreign = as(await signedIn(base, { role: 'organisation-manager', organisation: world.other }));
  banker = as(await signedIn(base, { role: 'bank-officer', organisation: world.bank }));
  otherBanker = as(await signedIn(base, { role: 'bank-officer', organisation: world.otherBank }));
  commune = as(await signedIn(base, { role: 'commune-officer', unit: damHa }));
  province = as(await signedIn(base, { role: 'provincial-officer' }));
  auditor = as(await signedIn(base, { role: 'auditor' }));
});

const { product } = creditSample;
let dossier: DossierId;
const assembled = async (by: Ask = director, organisation: OrganisationId = world.cooperative): Promise<DossierId> => {
  const id = newId<DossierId>();
  expect((await by(assembleDossier, { dossier: id, organisation })).status).toBe(200);
  return id;
};
const consentFor = (change: object = {}) => ({
  consent: newId<ConsentId>(),
  dossier,
  product,
  purpose: 'Vay vốn vụ chanh leo đầu tiên',
  amountVnd: 200_000_000,
  months: 12,
  until: addDays(today(), 60),
  ...change,
});
const shared = async (): Promise<ConsentId> => {
  const consent = consentFor();
  expect((await director(giveConsent, consent)).status).toBe(200);
  return consent.consent;
};
const offer = () => ({
  answer: newId<AnswerId>(),
  dossier,
  kind: 'offered' as const,
  amountVnd: 180_000_000,
  rateBp: 650,
  months: 12,
  paidOutOn: addDays(today(), 10),
  validUntil: addDays(today(), 20),
  remarks: 'Giải ngân hai lần.',
});

beforeEach(async () => {
  dossier = await assembled();
});

describe('the product', () => {
  test('everybody reads what the bank offers, with made-up numbers marked', async () => {
    const { body } = await nobody(listProducts, {});
    expect(body.items).toMatchObject([{ rateBp: 650, verified: false, provenance: 'synthetic' }]);
    expect((await director(getProduct, { product })).body.may).toMatchObject({
      check: [{ id: world.cooperative }],
      publish: false,
    });
  });

  test('the check gives the reasons, and tells the bank nothing', async () => {
    const asked = { product, organisation: world.cooperative, amountVnd: 200_000_000, months: 12 };
    const { body } = await director(checkProduct, asked);
    expect(body.judgement.outcome).toBe('yes');
    expect(body.judgement.clauses.find(({ code }) => code === 'nd55-limit')!.tests[0]).toMatchObject({
      need: { most: 5_000_000_000 },
      against: [{ name: 'mostUnsecuredVnd', source: { view: 'reference.parameter', verified: true } }],
    });
    expect((await director(checkProduct, { ...asked, amountVnd: 2_000_000_000 })).body.judgement.outcome).toBe('no');
    const open = (await director(checkProduct, { product, organisation: world.cooperative })).body.judgement;
    expect(open.outcome).toBe('unknown');
    for (const by of [banker, foreign]) expect((await by(checkProduct, asked)).status).toBe(403);
    expect((await nobody(checkProduct, asked)).status).toBe(401);
    expect((await banker(listWaiting, {})).body.items).toEqual([]);
  });

  test('only an officer of the bank publishes for it; a new version leaves the old one standing', async () => {
    const mine = newId<ProductId>();
    const words = { vi: 'Vay thử', en: 'Test loan', th: 'เงินกู้ทดสอบ' };
    const given = {
      product: mine,
      bank: world.otherBank,
      code: 'THU-1',
      name: words,
      purpose: words,
      leastVnd: 1_000_000,
      mostVnd: 9_000_000,
      leastMonths: 1,
      mostMonths: 12,
      rateBp: 700,
      secured: false,
      conditions: [...sampleConditions],
      source: 'thử nghiệm',
      verified: false,
    };
    for (const by of [banker, province, director]) expect((await by(publishProduct, given)).status).toBe(403);
    expect((await otherBanker(publishProduct, given)).body).toEqual({ version: 1 });
    expect((await otherBanker(publishProduct, { ...given, rateBp: 680 })).body).toEqual({ version: 2 });
    expect((await banker(publishProduct, { ...given, bank: world.bank })).status).toBe(403);
    expect(await owner('select version from credit.loan_product_version where product_id = $1', [mine])).toHaveLength(
      2,
    );
    const wrong = { ...given, conditions: [{ ...sampleConditions[0]!, test: 'nothingSuch' }] };
    expect((await otherBanker(publishProduct, wrong)).body).toMatchObject({
      code: 'credit.product.conditions-not-feel',
      troubles: [{ code: 'fact-unknown', text: 'nothingSuch' }],
      obstacles: [{ code: 'fact-unknown', condition: 'nd55-borrower', text: 'nothingSuch' }],
    });
    const backwards = { ...given, leastVnd: 2, mostVnd: 1, leastMonths: 12, mostMonths: 6, code: 'THU-9' };
    expect((await otherBanker(publishProduct, backwards)).body).toMatchObject({
      code: 'credit.product.not-publishable',
      obstacles: ['amounts-not-in-order', 'months-not-in-order', 'another-product'],
    });
    const again = await otherBanker(publishProduct, { ...given, product: newId<ProductId>() });
    expect([again.status, again.body.code]).toEqual([409, 'credit.product.not-publishable']);
    expect(again.body.obstacles).toEqual(['code-taken']);
    expect((await otherBanker(getProduct, { product: mine })).body.may).toMatchObject({ publish: true, close: true });
    expect((await banker(getProduct, { product: mine })).body.may).toMatchObject({ publish: false, close: false });
    expect((await otherBanker(listProducts, {})).body.may).toMatchObject({ publish: [{ id: world.otherBank }] });
    for (const by of [director, province, nobody]) expect((await by(listProducts, {})).body.may.publish).toEqual([]);
    expect((await banker(closeProduct, { product: mine })).status).toBe(403);
    expect((await otherBanker(closeProduct, { product: mine })).status).toBe(200);
    expect((await otherBanker(closeProduct, { product: mine })).body).toMatchObject({
      code: 'credit.product.not-endable',
      obstacles: ['product-ended'],
    });
    expect((await otherBanker(getProduct, { product: mine })).body.may).toMatchObject({ publish: false, close: false });
    const listed = async (input: object) => (await nobody(listProducts, input)).body.items.map(({ id }) => id);
    expect(await listed({})).not.toContain(mine);
    expect(await listed({ closed: true, bank: world.otherBank })).toEqual([mine]);
    expect((await director(giveConsent, consentFor({ product: mine, amountVnd: 5_000_000 }))).body).toMatchObject({
      obstacles: ['product-ended'],
    });
    expect((await otherBanker(publishProduct, given)).body).toMatchObject({ obstacles: ['product-ended'] });
  });
});

describe('the dossier', () => {
  test('freezes what the rooms have published, and stays as it was', async () => {
    await owner('update registry.yearly_account set revenue_vnd = 1 where organisation_id = $1', [world.cooperative]);
    const { body } = await director(getDossier, { dossier });
    await owner('update registry.yearly_account set revenue_vnd = 624000000 where organisation_id = $1', [
      world.cooperative,
    ]);
    expect(body.content.accounts).toEqual([
      { year: 2025, revenueVnd: 624_000_000, profitVnd: 47_000_000, source: 'sổ sách' },
    ]);
    expect(body.content.facts.find(({ name }) => name === 'revenueVnd')).toMatchObject({
      value: 624_000_000,
      source: { view: 'registry.published_yearly_account', rows: 1, asOf: today() },
    });
    expect(body).toMatchObject({ intact: true, synthetic: true, state: 'assembled', may: { share: true } });
  });

  test('its paper carries contents, sources, days, the mark of made-up data and a code that checks', async () => {
    const { headers, raw, status } = await director(exportDossier, { dossier });
    expect([status, headers['content-type']]).toEqual([200, 'application/pdf']);
    const pages = textOfPdf(new Uint8Array(raw));
    const text = pages.join(' ');
    const { body } = await director(getDossier, { dossier });
    for (const words of ['HỒ SƠ THÔNG TIN VAY VỐN', 'Báo cáo năm', '624.000.000', body.number])
      expect(text).toContain(words);
    for (const page of pages) expect(page).toContain('DỮ LIỆU MINH HỌA');
    expect(text.replaceAll(/\s/g, '')).toContain(body.contentHash);
    const typed = `${body.code.slice(0, 5)}-${body.code.slice(5)}`.toLowerCase();
    const checked = await nobody(verifyDossier, { code: typed });
    expect(checked.body).toEqual({
      assembledOn: today(),
      contentHash: body.contentHash,
      intact: true,
      synthetic: true,
    });
    expect((await nobody(verifyDossier, { code: '0'.repeat(20) })).status).toBe(404);
    expect((await nobody(verifyDossier, { code: 'nonsense' })).status).toBe(400);
  });

  test('content somebody changed no longer checks', async () => {
    await owner(
      `update credit.dossier set content = jsonb_set(content, '{accounts,0,revenueVnd}', '9000000000') where id = $1`,
      [dossier],
    );
    const { body } = await director(getDossier, { dossier });
    expect(body.intact).toBe(false);
    expect((await nobody(verifyDossier, { code: body.code })).body.intact).toBe(false);
  });

  test('is its organisation’s alone: not another’s, not an officer’s, not a bank’s', async () => {
    for (const by of [foreign, commune, province, auditor, banker]) {
      expect((await by(getDossier, { dossier })).status).toBe(403);
      expect((await by(exportDossier, { dossier })).status).toBe(403);
      expect((await by(giveConsent, consentFor())).status).toBe(403);
      expect((await by(assembleDossier, { dossier: newId<DossierId>(), organisation: world.cooperative })).status).toBe(
        403,
      );
    }
    const abroad = as(await signedIn(base, { role: 'provincial-officer', province: otherProvince }));
    expect((await abroad(getDossier, { dossier }, { province: otherProvince })).status).toBe(403);
    expect((await abroad(listDossiers, {}, { province: otherProvince })).body.total).toBe(0);
  });
});

describe('shown to one bank', () => {
  test('the bank opens it, each look is written down, and the organisation sees the list', async () => {
    await shared();
    expect((await banker(listDesk, {})).body.items).toMatchObject([{ dossier, wantedVnd: 200_000_000 }]);
    expect((await otherBanker(listDesk, {})).body).toEqual({ items: [], total: 0 });
    const opened = await banker(openDossier, { dossier });
    expect(opened.body).toMatchObject({ intact: true, judgement: { outcome: 'yes' }, may: { answer: true } });
    expect((await banker(exportDossier, { dossier })).status).toBe(200);
    for (const by of [otherBanker, director, province]) expect((await by(openDossier, { dossier })).status).toBe(403);
    expect((await otherBanker(exportDossier, { dossier })).status).toBe(403);
    const { body } = await director(getDossier, { dossier });
    expect(body.consents).toMatchObject([
      { bank: { id: world.bank }, state: 'standing', looks: [{ what: 'printed' }, { what: 'opened' }] },
    ]);
  });

  test('with one bank at a time; of two consents at once, one stands', async () => {
    const both = await Promise.all([1, 2].map(() => director(giveConsent, consentFor())));
    expect(both.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409]);
    expect((await director(giveConsent, consentFor())).body).toMatchObject({
      code: 'credit.consent.not-givable',
      obstacles: ['already-shared'],
    });
  });

  test('taken back, it is gone for the bank at once, also for a command sent again', async () => {
    const consent = await shared();
    const commandId = newId();
    expect((await banker(openDossier, { dossier }, { commandId })).status).toBe(200);
    for (const by of [banker, foreign, province]) expect((await by(withdrawConsent, { consent })).status).toBe(403);
    expect((await director(withdrawConsent, { consent })).status).toBe(200);
    expect((await banker(openDossier, { dossier }, { commandId })).status).toBe(403);
    expect((await banker(exportDossier, { dossier })).status).toBe(403);
    expect((await banker(recordAnswer, offer())).status).toBe(403);
    expect((await banker(listDesk, {})).body.items.some((row) => row.dossier === dossier)).toBe(false);
    expect((await director(getDossier, { dossier })).body).toMatchObject({
      state: 'assembled',
      consents: [{ state: 'withdrawn' }],
    });
    expect((await director(giveConsent, consentFor())).status).toBe(200);
  });

  test('after its last day it is gone as well, and may be given anew', async () => {
    const consent = await shared();
    await owner(`update credit.consent set given_on = given_on - 90, until_day = $2::date where id = $1`, [
      consent,
      addDays(today(), -1),
    ]);
    expect((await banker(openDossier, { dossier })).status).toBe(403);
    expect((await director(getDossier, { dossier })).body.consents).toMatchObject([{ state: 'expired' }]);
    expect((await director(giveConsent, consentFor())).status).toBe(200);
  });
});

describe('what the province may know', () => {
  test('that a dossier exists, and not one letter about the bank: same rows, order and count for whichever bank', async () => {
    const second = await assembled();
    const officers = [province, commune, auditor];
    const listed = async () =>
      Promise.all(officers.map(async (by) => (await by(listDossiers, { sort: 'assembled' })).body));
    const before = await listed();
    await shared();
    const after = await listed();
    const withoutState = (bodies: Awaited<ReturnType<typeof listed>>) =>
      bodies.map(({ items, total }) => ({ total, items: items.map((row) => ({ ...row, state: '' })) }));
    expect(withoutState(after)).toEqual(withoutState(before));
    await banker(openDossier, { dossier });
    await banker(recordAnswer, offer());
    await drain();
    const text = JSON.stringify([
      await listed(),
      ...(await Promise.all(officers.map(async (by) => (await by(listWaiting, {})).body))),
      await owner('select * from credit.published_dossier'),
    ]);
    expect(text).toContain(second);
    for (const secret of [world.bank, product, 'Kín Tiếng']) expect(text).not.toContain(secret);
    const told = await owner<{ audience: string }>(`select audience from platform.notification`);
    expect(told.length).toBeGreaterThan(0);
    expect(
      told.every(({ audience }) => /^organisation:[^:]+:(bank-officer|organisation-manager)$/.test(audience)),
    ).toBe(true);
    const audited = JSON.stringify(
      await owner(`select input from platform.audit where method = 'credit.consent.give'`),
    );
    expect(audited).not.toContain(product);
  });

  test('sorting and filtering offer nothing that depends on a bank', () => {
    const { organisation, sort, page, size, ...rest } = listDossiers.input.shape;
    expect([organisation, sort, page, size].every(Boolean)).toBe(true);
    expect(rest).toEqual({});
    expect(sort.unwrap().options).toEqual(['assembled', '-assembled', 'organisation', '-organisation']);
  });
});

describe('the answer', () => {
  test('an offer with its schedule, which the organisation takes', async () => {
    await shared();
    const given = offer();
    expect((await otherBanker(recordAnswer, given)).status).toBe(403);
    expect((await banker(recordAnswer, given)).status).toBe(200);
    expect((await banker(recordAnswer, offer())).body).toMatchObject({ obstacles: ['offer-open'] });
    const [shown] = (await director(getDossier, { dossier })).body.consents[0]!.answers;
    expect(shown!.schedule).toHaveLength(12);
    expect(shown!.schedule.reduce((sum, { principal }) => sum + principal, 0)).toBe(180_000_000);
    expect((await director(listWaiting, {})).body.items.map(({ kind, id }) => [kind, id])).toContainEqual([
      'offer-to-answer',
      dossier,
    ]);
    for (const by of [banker, foreign, province])
      expect((await by(acceptAnswer, { answer: given.answer })).status).toBe(403);
    const twice = await Promise.all(
      [acceptAnswer, refuseAnswer].map((method) => director(method, { answer: given.answer })),
    );
    expect(twice.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409]);
    expect((await banker(recordAnswer, offer())).body.obstacles).toContain('already-settled');
  });

  test('first more papers, then a refusal with its clauses: the organisation reads both', async () => {
    await shared();
    const more = {
      answer: newId<AnswerId>(),
      dossier,
      kind: 'more-wanted',
      remarks: 'Cần phương án sử dụng vốn.',
    } as const;
    expect((await banker(recordAnswer, { ...more, remarks: '' })).body).toMatchObject({
      obstacles: ['reason-missing'],
    });
    expect((await banker(recordAnswer, more)).status).toBe(200);
    const refusal = {
      answer: newId<AnswerId>(),
      dossier,
      kind: 'refused',
      remarks: 'Dư nợ hiện tại cao.',
      clauses: ['bank-profit'],
    } as const;
    expect((await banker(recordAnswer, { ...refusal, clauses: [...refusal.clauses] })).status).toBe(200);
    const { answers } = (await director(getDossier, { dossier })).body.consents[0]!;
    expect(answers.map(({ kind, remarks }) => [kind, remarks])).toEqual([
      ['refused', 'Dư nợ hiện tại cao.'],
      ['more-wanted', 'Cần phương án sử dụng vốn.'],
    ]);
    expect((await director(acceptAnswer, { answer: refusal.answer })).body).toMatchObject({
      obstacles: ['not-an-offer'],
    });
  });

  test('an offer is not taken after the consent has ended', async () => {
    const consent = await shared();
    const given = offer();
    await banker(recordAnswer, given);
    await director(withdrawConsent, { consent });
    expect((await director(acceptAnswer, { answer: given.answer })).body).toMatchObject({
      obstacles: ['consent-ended'],
    });
  });
});

describe('the desk', () => {
  test('is read in pages, searched by number or name without accents, and put in order', async () => {
    const more = [await assembled(), await assembled(foreign, world.other)];
    await shared();
    expect((await director(giveConsent, consentFor({ dossier: more[0], amountVnd: 300_000_000 }))).status).toBe(200);
    expect((await foreign(giveConsent, consentFor({ dossier: more[1], amountVnd: 100_000_000 }))).status).toBe(200);
    const listed = async (input: object) => {
      const { body } = await banker(listDesk, { sort: 'wanted', ...input });
      return { total: body.total, rows: body.items.map((row) => row.dossier) };
    };
    const all = await listed({ size: 200 });
    const pages = await Promise.all(
      Array.from({ length: all.total }, async (_, index) => (await listed({ size: 1, page: index + 1 })).rows),
    );
    expect(pages.flat()).toEqual(all.rows);
    expect((await listed({ size: 1, page: all.total + 1 })).rows).toEqual([]);
    expect(all.rows[0]).toBe(more[1]);
    expect((await listed({ sort: '-wanted' })).rows[0]).toBe(more[0]);
    expect(await listed({ search: 'ben canh' })).toEqual({ total: 1, rows: [more[1]] });
    const { number } = (await director(getDossier, { dossier })).body;
    expect(await listed({ search: number.toLowerCase() })).toEqual({ total: 1, rows: [dossier] });
    expect((await listed({ search: '%' })).total).toBe(0);
    expect((await otherBanker(listDesk, { search: 'ben canh' })).body).toEqual({ items: [], total: 0 });
    expect((await banker(listDesk, { size: 201 })).status).toBe(400);
  });
});
