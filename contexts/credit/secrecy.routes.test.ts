import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addDays, addMonths, today, type Day } from '#kernel/day.ts';
import { newId, type OrganisationId } from '#kernel/id.ts';
import type { Method } from '#kernel/method.ts';
import { textOfPdf } from '#platform/pdf/pdf-text.ts';
import { getOrganisation } from '#contexts/registry/organisation.wire.ts';
import { listNotifications } from '#contexts/people/notification.wire.ts';
import { listFigures } from '#contexts/insight/figure.wire.ts';
import { signedIn, stranger, testDatabase, testServer, type Ask } from '#tests/harness.ts';
import { acceptAnswer, recordAnswer, refuseAnswer } from './answer.wire.ts';
import { giveConsent, withdrawConsent } from './consent.wire.ts';
import { saveCreditWorld, damHa, type CreditWorld } from './credit.example.ts';
import { listDesk, openDossier } from './desk.wire.ts';
import type { AnswerId, ConsentId, DossierId } from './dossier.ts';
import { assembleDossier, exportDossier, getDossier, listDossiers } from './dossier.wire.ts';
import { creditSample, sampleConditions } from './product.example.ts';
import type { ProductId } from './product.ts';
import { checkProduct, getProduct, listProducts, publishProduct } from './product.wire.ts';
import { listWaiting } from './waiting.wire.ts';

const base = await testDatabase();
const { owner } = base;
const { as, drain } = await testServer(base);

const { product } = creditSample;
/** What the second bank lends. */
const itsProduct = newId<ProductId>();
const words = { vi: 'Vay thử', en: 'Test loan', th: 'เงินกู้ทดสอบ' };
const secretRemarks = 'Chữ kín của ngân hàng thứ nhất';
const secretPurpose = 'Mục đích nói riêng với ngân hàng thứ nhất';

let world: CreditWorld;
let director: Ask;
let first: Ask;
let second: Ask;
let dossier: DossierId;

const role = (held: Parameters<typeof signedIn>[1]) => signedIn(base, held).then(as);

beforeAll(async () => {
  world = await saveCreditWorld(owner);
  director = await role({ role: 'organisation-manager', organisation: world.cooperative });
  first = await role({ role: 'bank-officer', organisation: world.bank });
  const { otherBank: organisation } = world;
  second = as(
    await signedIn(base, { role: 'bank-officer', organisation }, { role: 'organisation-manager', organisation }),
  );
  const published = await second(publishProduct, {
    product: itsProduct,
    bank: world.otherBank,
    code: 'THU-2',
    name: words,
    purpose: words,
    leastVnd: 50_000_000,
    mostVnd: 500_000_000,
    leastMonths: 6,
    mostMonths: 24,
    rateBp: 700,
    secured: false,
    conditions: [...sampleConditions],
    source: 'thử nghiệm',
    verified: false,
  });
  expect(published.status).toBe(200);
});

beforeEach(async () => {
  dossier = newId<DossierId>();
  expect((await director(assembleDossier, { dossier, organisation: world.cooperative })).status).toBe(200);
});

async function share(change: { product?: ProductId; purpose?: string; until?: Day } = {}): Promise<ConsentId> {
  const consent = newId<ConsentId>();
  const { status } = await director(giveConsent, {
    consent,
    dossier,
    product,
    purpose: secretPurpose,
    amountVnd: 200_000_000,
    months: 12,
    until: addDays(today(), 60),
    ...change,
  });
  expect(status).toBe(200);
  return consent;
}

const offerOf = (answer: AnswerId) => ({
  answer,
  dossier,
  kind: 'offered' as const,
  amountVnd: 187_654_321,
  rateBp: 651,
  months: 12,
  paidOutOn: addDays(today(), 10),
  validUntil: addDays(today(), 20),
  remarks: secretRemarks,
});
async function offered(by: Ask): Promise<AnswerId> {
  const answer = newId<AnswerId>();
  expect((await by(recordAnswer, offerOf(answer))).status).toBe(200);
  return answer;
}

const without = (told: object, names: readonly string[]) =>
  Object.fromEntries(Object.entries(told).filter(([name]) => !names.includes(name)));

/** Everything a bank could turn over to learn about a cooperative, with whole replies; ids of requests differ anyway. */
async function everythingFor(by: Ask, answer: AnswerId, consent: ConsentId) {
  const asked: [Method, object][] = [
    [listDesk, {}],
    [listDesk, { waiting: 'true' }],
    [listDesk, { size: 1, page: 2 }],
    [listWaiting, {}],
    [listNotifications, {}],
    [listDossiers, {}],
    [listDossiers, { organisation: world.cooperative }],
    [getDossier, { dossier }],
    [exportDossier, { dossier }],
    [openDossier, { dossier }],
    [recordAnswer, offerOf(newId<AnswerId>())],
    [acceptAnswer, { answer }],
    [refuseAnswer, { answer }],
    [withdrawConsent, { consent }],
    [listProducts, {}],
    [getProduct, { product }],
    [checkProduct, { product, organisation: world.cooperative }],
    [getOrganisation, { organisation: world.cooperative }],
    [listFigures, {}],
  ];
  return Promise.all(
    asked.map(async ([method, input]) => {
      const { status, body } = await by(method, input as never);
      return { method: method.name, status, told: without(body, ['requestId', 'instance']) };
    }),
  );
}

describe('the other bank', () => {
  test('is told the very same before and after the first was shown a dossier, looked, offered, and was accepted', async () => {
    const [answer, consent] = [newId<AnswerId>(), newId<ConsentId>()];
    const before = await everythingFor(second, answer, consent);
    expect(before.filter(({ status }) => ![200, 403, 404].includes(status))).toEqual([]);
    await share();
    const steps: [string, () => Promise<unknown>][] = [
      ['shared', () => drain()],
      ['opened', () => first(openDossier, { dossier })],
      ['printed', () => first(exportDossier, { dossier })],
      ['offered', () => offered(first)],
    ];
    for (const [step, happen] of steps) {
      await happen();
      await drain();
      expect(await everythingFor(second, answer, consent), step).toEqual(before);
    }
    const given = (await director(getDossier, { dossier })).body.consents[0]!;
    expect((await director(acceptAnswer, { answer: given.answers[0]!.id })).status).toBe(200);
    await drain();
    expect(await everythingFor(second, answer, consent)).toEqual(before);
  });

  test('with the very ids in its hands learns no more of an answer than that it is not its own', async () => {
    const consent = await share();
    const answer = await offered(first);
    for (const { method, status } of await everythingFor(second, answer, consent))
      if (/^credit\.(dossier|desk\.open|answer|consent|product\.check)/.test(method)) {
        expect([method, status]).toEqual([method, method === 'credit.dossier.list' ? 200 : 403]);
      }
    for (const other of [director, first]) expect((await other(getDossier, { dossier: newId() })).status).toBe(403);
  });

  test('who comes after the first finds a dossier nobody has seen: no answer, no look, no state, no trace on paper', async () => {
    const its = { product: itsProduct, purpose: 'Vay vốn vụ chanh leo' };
    const untouched = newId<DossierId>();
    await director(assembleDossier, { dossier: untouched, organisation: world.cooperative });
    const taken = await share();
    await first(openDossier, { dossier });
    await offered(first);
    await director(withdrawConsent, { consent: taken });
    await share(its);
    await drain();
    const handled = dossier;
    dossier = untouched;
    await share(its);
    await drain();

    const opened = async (one: DossierId) => (await second(openDossier, { dossier: one })).body;
    const ofItself = ['consent', 'dossier', 'number', 'contentHash', 'content', 'lastLookAt'];
    const seen = await opened(handled);
    expect(without(seen, ofItself)).toEqual(without(await opened(untouched), ofItself));
    expect(seen).toMatchObject({ lastAnswer: null, reply: null, answers: [], may: { answer: true } });
    const row = async (one: DossierId) =>
      (await second(listDesk, { waiting: 'true' })).body.items.find((each) => each.dossier === one);
    expect(await row(handled)).toMatchObject({ lastAnswer: null, reply: null, purpose: its.purpose });
    const paper = textOfPdf(new Uint8Array((await second(exportDossier, { dossier: handled })).raw)).join(' ');
    const all = JSON.stringify([
      seen,
      paper,
      (await second(listWaiting, {})).body,
      (await second(listNotifications, {})).body,
    ]);
    for (const secret of [world.bank, product, 'Kín Tiếng', secretRemarks, secretPurpose, '187654321', '187.654.321'])
      expect(all).not.toContain(secret);
    expect((await second(recordAnswer, { ...offerOf(newId<AnswerId>()), dossier: handled, remarks: '' })).status).toBe(
      200,
    );
    // And the first, which had it before, does not learn who has it now.
    const firsts = JSON.stringify([
      (await first(listNotifications, {})).body,
      (await first(listDesk, {})).body,
      (await first(openDossier, { dossier: handled })).body,
    ]);
    for (const secret of [world.otherBank, itsProduct, 'Thứ Hai', its.purpose]) expect(firsts).not.toContain(secret);
  });

  test('is not told by a notification; each bank hears of its own alone', async () => {
    const consent = await share();
    await offered(first);
    await director(withdrawConsent, { consent });
    await drain();
    const { number } = (await director(getDossier, { dossier })).body;
    const heardBy = async (by: Ask) =>
      (await by(listNotifications, {})).body.items
        .filter(({ params }) => params['number'] === number)
        .map(({ topic }) => topic);
    expect((await heardBy(first)).toSorted()).toEqual(['credit.consent.given', 'credit.consent.withdrawn']);
    expect(await heardBy(director)).toEqual(['credit.answer.recorded']);
    expect(await heardBy(second)).toEqual([]);
  });
});

describe('those of the cooperative', () => {
  test('who do not run it, and officers and auditors of its place, open, print, share and answer nothing', async () => {
    const consent = await share();
    const answer = await offered(first);
    const member = await role({ role: 'organisation-member', organisation: world.cooperative });
    const people = [
      member,
      await role({ role: 'commune-officer', unit: damHa }),
      await role({ role: 'provincial-officer' }),
      await role({ role: 'auditor' }),
      await role({ role: 'administrator' }),
      await role({ role: 'laboratory', organisation: world.cooperative }),
    ];
    for (const by of people) {
      const { body } = await by(listWaiting, {});
      expect(body.items).toEqual([]);
      const tries = [
        await by(getDossier, { dossier }),
        await by(exportDossier, { dossier }),
        await by(openDossier, { dossier }),
        await by(withdrawConsent, { consent }),
        await by(acceptAnswer, { answer }),
        await by(refuseAnswer, { answer }),
        await by(listDesk, {}),
      ];
      expect(tries.map(({ status, body: { code } }) => [status, code])).toEqual(
        tries.map(() => [403, 'access.denied']),
      );
    }
    expect((await member(listDossiers, {})).status).toBe(403);
    expect((await as(stranger)(exportDossier, { dossier })).status).toBe(401);
  });
});

describe('consent that ends', () => {
  test('closes the paper at the next request, and a paper is kept by nobody on the way', async () => {
    const consent = await share();
    const paper = await first(exportDossier, { dossier });
    expect([paper.status, paper.headers['cache-control']]).toEqual([200, 'private, no-store']);
    expect(textOfPdf(new Uint8Array(paper.raw)).length).toBeGreaterThan(0);
    await director(withdrawConsent, { consent });
    const after = await first(exportDossier, { dossier });
    expect([after.status, after.body.code]).toEqual([403, 'access.denied']);
    expect(after.raw.toString()).not.toContain('%PDF');
  });

  test('by its last day, like by being taken back: paper, desk, waiting, answer', async () => {
    const consent = await share();
    await owner(`update credit.consent set given_on = given_on - 90, until_day = $2::date where id = $1`, [
      consent,
      addDays(today(), -1),
    ]);
    for (const { status } of [
      await first(exportDossier, { dossier }),
      await first(openDossier, { dossier }),
      await first(recordAnswer, offerOf(newId<AnswerId>())),
    ])
      expect(status).toBe(403);
    expect((await first(listDesk, {})).body.items.map((row) => row.dossier)).not.toContain(dossier);
    expect((await first(listWaiting, {})).body.items.map(({ id }) => id)).not.toContain(dossier);
  });

  test('an officer who has left the bank sees nothing of it any more', async () => {
    const leaving = await signedIn(base, { role: 'bank-officer', organisation: world.bank });
    await share();
    expect((await as(leaving)(openDossier, { dossier })).status).toBe(200);
    await owner(`update platform.access_grant set valid_until = $2::date where account_id = $1`, [
      leaving.account,
      addDays(today(), -1),
    ]);
    expect((await as(leaving)(openDossier, { dossier })).status).toBe(403);
    expect((await as(leaving)(exportDossier, { dossier })).status).toBe(403);
  });

  test('given to the same bank again, it may answer anew: an offer of the consent before binds nobody', async () => {
    const consent = await share();
    const old = await offered(first);
    await director(withdrawConsent, { consent });
    await share();
    expect((await first(openDossier, { dossier })).body.may.answer).toBe(true);
    expect((await director(acceptAnswer, { answer: old })).body).toMatchObject({ obstacles: ['consent-ended'] });
    const anew = await offered(first);
    expect((await director(acceptAnswer, { answer: anew })).status).toBe(200);
  });
});

describe('every reason at once', () => {
  test('why a consent cannot be given', async () => {
    const given = {
      consent: newId<ConsentId>(),
      dossier,
      product,
      purpose: 'x',
      amountVnd: 1,
      months: 360,
      until: addMonths(today(), 13),
    };
    expect((await director(giveConsent, given)).body).toMatchObject({
      code: 'credit.consent.not-givable',
      obstacles: ['until-too-far', 'amount-outside-the-product', 'months-outside-the-product'],
    });
    expect((await director(giveConsent, { ...given, until: addDays(today(), -1) })).body.obstacles).toContain(
      'until-in-the-past',
    );
    expect((await director(giveConsent, { ...given, product: newId<ProductId>() })).body.code).toBe(
      'credit.product.unknown',
    );
    expect((await director(giveConsent, { ...given, dossier: newId<DossierId>() })).body.code).toBe('access.denied');
  });

  test('why an offer cannot be made, and that a consent is withdrawn once', async () => {
    const consent = await share();
    const yesterday = addDays(today(), -1);
    const late = {
      ...offerOf(newId<AnswerId>()),
      amountVnd: undefined,
      paidOutOn: yesterday,
      validUntil: yesterday,
    };
    expect((await first(recordAnswer, late)).body).toMatchObject({
      code: 'credit.answer.not-recordable',
      obstacles: ['offer-incomplete', 'offer-already-expired', 'paid-out-in-the-past'],
    });
    expect((await director(withdrawConsent, { consent })).status).toBe(200);
    expect((await director(withdrawConsent, { consent })).body).toMatchObject({
      code: 'credit.consent.not-withdrawable',
      obstacles: ['already-ended'],
    });
    expect((await director(withdrawConsent, { consent: newId<ConsentId>() })).body.code).toBe('access.denied');
    expect((await director(acceptAnswer, { answer: newId<AnswerId>() })).body.code).toBe('access.denied');
  });

  test('an organisation of the article is read-only, also for its dossier', async () => {
    const told = newId<OrganisationId>();
    await owner(
      `insert into registry.organisation (province, id, kind, name, fields, founded_on, provenance) values (22, $1, 'cooperative', 'HTX của bài báo', '{crops}', '2019-03-01', 'reported')`,
      [told],
    );
    const manager = await role({ role: 'organisation-manager', organisation: told });
    expect((await manager(assembleDossier, { dossier: newId(), organisation: told })).body).toMatchObject({
      code: 'credit.dossier.not-assemblable',
      obstacles: ['organisation-read-only'],
    });
  });
});
