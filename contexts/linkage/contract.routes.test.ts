import { beforeAll, describe, expect, test } from 'vitest';
import { addDays, today } from '#kernel/day.ts';
import { newId, type AccountId, type ContractId, type OrganisationId } from '#kernel/id.ts';
import { textOfPdf } from '#platform/pdf/pdf-text.ts';
import { createAccount } from '#platform/session/account.ts';
import {
  makeDemonstration,
  otherProvince,
  signedIn,
  stranger,
  testDatabase,
  testOrigin,
  testServer,
  type Ask,
} from '#tests/harness.ts';
import { softKey } from '#tests/passkey.harness.ts';
import { browser, signInServer } from '#tests/sign-in.harness.ts';
import { acceptanceWays, acceptContract, confirmAcceptance, type AcceptanceId } from './acceptance.wire.ts';
import {
  changeContract,
  draftContract,
  exportContract,
  getContract,
  listContracts,
  verifyContract,
  withdrawContract,
} from './contract.wire.ts';
import { confirmEnding, submitEnding, type EndingId } from './ending.wire.ts';
import { linkage } from './index.ts';
import { draftDemand, draftOffer, getOffer, type LineId } from './line.wire.ts';
import { damHa, exampleTerms, goods, parties, purple, quangTan, saveParties, tonne } from './linkage.example.ts';
import type { Terms } from './terms.ts';

const database = await testDatabase();
const { as, upload } = await testServer(database, linkage.handlers);
beforeAll(() => saveParties(database.owner));
const password = 'một câu đủ dài 2026';
/** A person with a password, so that an acceptance can be proved. */
async function personOf(organisation: OrganisationId, role: 'organisation-manager' | 'buyer') {
  const person = await signedIn(database, { role, organisation });
  await database.owner(
    `insert into auth.account (id, "accountId", "providerId", "userId", password)
     select $1, $2, 'credential', $2, password from auth.account where "userId" = $3`,
    [newId(), person.account, await passwordModel],
  );
  return { person, ask: as(person) };
}
/** One account whose hash the others share: hashing takes its time. */
const passwordModel = database
  .within((db) => createAccount(db, { id: model, name: 'Mẫu', email: 'model@example.test', password }))
  .then(() => model);
const model = newId<AccountId>();

const seller = await personOf(parties.cooperative, 'organisation-manager');
const buyer = await personOf(parties.buyer, 'buyer');
const officer = as(await signedIn(database, { role: 'provincial-officer' }));

async function lines({ offerQty = 30 * tonne, demandQty = 120 * tonne } = {}) {
  const offer = newId<LineId>();
  const demand = newId<LineId>();
  const line = { commodity: goods.passionFruit, from: today(), until: addDays(today(), 330), per: 'total' as const };
  const made = [
    await seller.ask(draftOffer, {
      ...line,
      id: offer,
      organisation: parties.cooperative,
      variety: purple,
      periodQty: offerQty,
      floorPriceVnd: 14_001,
    }),
    await buyer.ask(draftDemand, {
      ...line,
      id: demand,
      organisation: parties.buyer,
      periodQty: demandQty,
      ceilingPriceVnd: 20_000,
    }),
  ];
  expect(made.map(({ status }) => status)).toEqual([200, 200]);
  return { offer, demand };
}

async function drafted(given: Partial<Terms> = {}, joined?: Awaited<ReturnType<typeof lines>>) {
  const id = newId<ContractId>();
  const pair = joined ?? (await lines());
  const terms = { ...exampleTerms(), ...given };
  const { status, body } = await seller.ask(draftContract, { id, ...pair, terms });
  expect(status, JSON.stringify(body)).toBe(200);
  return { id, ...pair, terms, contentHash: body.contentHash };
}

const accept = (ask: Ask, side: 'seller' | 'buyer', contract: ContractId, contentHash: string) =>
  ask(acceptContract, { id: newId<AcceptanceId>(), contract, side, contentHash, way: { kind: 'password', password } });

async function signed(given: Partial<Terms> = {}) {
  const contract = await drafted(given);
  await accept(seller.ask, 'seller', contract.id, contract.contentHash);
  expect((await accept(buyer.ask, 'buyer', contract.id, contract.contentHash)).body.state).toBe('signed');
  return contract;
}

const drawnOf = async (offer: LineId) => (await seller.ask(getOffer, { offer })).body.drawnQty;

describe('linkage.contract.draft', () => {
  test('a contract is drafted from an offer and a demand, with its number, and seen by both sides', async () => {
    const { id } = await drafted();
    for (const side of [seller, buyer]) {
      const { body } = await side.ask(getContract, { contract: id });
      expect(body).toMatchObject({
        state: 'draft',
        seller: { id: parties.cooperative },
        buyer: { id: parties.buyer },
        variety: { id: purple },
        version: 1,
        valueVnd: 280_000_000,
        mostQty: 21 * tonne,
        penaltyCap: { shareBp: 800, verified: false },
        obstacles: [],
        provenance: 'entered',
      });
      expect(body.number).toMatch(/^HĐLK-\d{4}-\d{4}$/);
    }
  });

  test('a note about a limit price is for its owner’s eyes', async () => {
    const { id } = await drafted();
    expect((await seller.ask(getContract, { contract: id })).body.notes).toEqual(['below-own-floor']);
    expect((await buyer.ask(getContract, { contract: id })).body.notes).toEqual([]);
    expect((await officer(getContract, { contract: id })).body.notes).toEqual([]);
  });

  test('is seen by the officers of both places and the auditor, and by nobody else', async () => {
    const { id } = await drafted();
    const seen = async (...held: Parameters<typeof signedIn>[1][]) =>
      (await as(await signedIn(database, ...held))(getContract, { contract: id })).status;
    expect(await seen({ role: 'commune-officer', unit: damHa })).toBe(200);
    expect(await seen({ role: 'auditor' })).toBe(200);
    expect(await seen({ role: 'commune-officer', unit: quangTan })).toBe(403);
    expect(await seen({ role: 'buyer', organisation: parties.otherBuyer })).toBe(403);
    expect(await seen({ role: 'organisation-manager', organisation: parties.otherCooperative })).toBe(403);
    expect(await seen({ role: 'administrator' })).toBe(403);
    expect((await as(stranger)(getContract, { contract: id })).status).toBe(401);
    const elsewhere = as(await signedIn(database, { role: 'provincial-officer', province: otherProvince }));
    expect((await elsewhere(getContract, { contract: id }, { province: otherProvince })).status).toBe(403);
    const other = as(await signedIn(database, { role: 'buyer', organisation: parties.otherBuyer }));
    expect((await other(listContracts, {})).body.total).toBe(0);
    expect(
      (await seller.ask(listContracts, { search: 'ha long', mine: 'true', size: 200 })).body.items.map((row) => row.id),
    ).toContain(id);
  });

  test('nobody drafts for others', async () => {
    const pair = await lines();
    expect((await officer(draftContract, { id: newId<ContractId>(), ...pair, terms: exampleTerms() })).status).toBe(
      403,
    );
  });

  test('every obstacle is named', async () => {
    const pair = await lines({ offerQty: 10 * tonne });
    const terms = { ...exampleTerms(), priceVnd: 0, until: addDays(today(), 900), priceKind: 'floor-market' as const };
    const { body } = await seller.ask(draftContract, { id: newId<ContractId>(), ...pair, terms });
    expect(body).toMatchObject({
      code: 'linkage.contract.not-draftable',
      obstacles: [
        'market-without-source',
        'market-without-reading',
        'price-is-zero',
        'offer-exhausted',
        'outside-offer-days',
        'outside-demand-days',
      ],
    });
  });
});

describe('linkage.contract.accept', () => {
  test('is signed when both sides have accepted the same hash, and both lines carry the promise', async () => {
    const { id, contentHash, offer, terms } = await drafted();
    expect((await accept(seller.ask, 'seller', id, contentHash)).body.state).toBe('offered');
    expect(await drawnOf(offer)).toBe(terms.committedQty);
    expect((await accept(buyer.ask, 'buyer', id, contentHash)).body.state).toBe('signed');
    const { body } = await officer(getContract, { contract: id });
    expect(body).toMatchObject({ state: 'signed', signedOn: today() });
    expect(body.acceptances.map(({ kind, side, contentHash: of }) => ({ kind, side, of }))).toEqual([
      { kind: 'password', side: 'seller', of: contentHash },
      { kind: 'password', side: 'buyer', of: contentHash },
    ]);
    const told = await database.owner<{ topic: string }>(
      `select topic from platform.outbox where payload->>'contract' = $1 order by id`,
      [id],
    );
    expect(told.map(({ topic }) => topic)).toEqual([
      'linkage.contract.drafted',
      'linkage.contract.accepted',
      'linkage.contract.signed',
    ]);
  });

  test('neither side accepts for the other, nor an officer for either', async () => {
    const { id, contentHash } = await drafted();
    expect((await accept(seller.ask, 'buyer', id, contentHash)).status).toBe(403);
    expect((await accept(buyer.ask, 'seller', id, contentHash)).status).toBe(403);
    expect((await accept(officer, 'seller', id, contentHash)).status).toBe(403);
    const member = as(await signedIn(database, { role: 'organisation-member', organisation: parties.cooperative }));
    expect((await accept(member, 'seller', id, contentHash)).status).toBe(403);
  });

  test('nor for one that has been merged or dissolved since it was drafted', async () => {
    const { id, contentHash } = await drafted();
    const set = (status: string) =>
      database.owner('update registry.organisation set status = $1 where id = $2', [status, parties.buyer]);
    await set('merged');
    expect((await accept(seller.ask, 'seller', id, contentHash)).body['obstacles']).toEqual(['not-operating']);
    await set('operating');
    expect((await accept(seller.ask, 'seller', id, contentHash)).status).toBe(200);
  });

  test('a wrong password accepts nothing, and the password stands in no row', async () => {
    const { id, contentHash, offer } = await drafted();
    const wrong = { kind: 'password' as const, password: 'không phải mật khẩu' };
    const { status, body } = await seller.ask(acceptContract, {
      id: newId<AcceptanceId>(),
      contract: id,
      side: 'seller',
      contentHash,
      way: wrong,
    });
    expect({ status, obstacles: body['obstacles'] }).toEqual({ status: 403, obstacles: ['password-wrong'] });
    expect(await drawnOf(offer)).toBe(0);
    await accept(seller.ask, 'seller', id, contentHash);
    const rows = await database.owner<{ n: number }>(
      `select count(*)::int as n from platform.audit where input::text like $1`,
      [`%${password}%`],
    );
    expect(rows[0]?.n).toBe(0);
  });

  test('only a demonstration account accepts as one', async () => {
    const { id, contentHash } = await drafted();
    const way = { kind: 'demonstration' as const };
    const asked = { contract: id, side: 'seller' as const, contentHash, way };
    expect((await seller.ask(acceptContract, { id: newId<AcceptanceId>(), ...asked })).body['obstacles']).toEqual([
      'not-a-demonstration',
    ]);
    const made = await signedIn(database, { role: 'organisation-manager', organisation: parties.cooperative });
    await database.owner(`update auth."user" set demonstration = true where id = $1`, [made.account]);
    await makeDemonstration(database);
    expect((await as(made)(acceptanceWays, { contract: id, side: 'seller' })).body.demonstration).toBe(true);
    expect((await as(made)(acceptContract, { id: newId<AcceptanceId>(), ...asked })).body.state).toBe('offered');
    await database.owner(`update platform.tenant set demonstration = false where province = 22`);
  });

  test('paper counts once the other side has confirmed the scan', async () => {
    const { id, contentHash } = await drafted();
    await accept(buyer.ask, 'buyer', id, contentHash);
    const pdf = new TextEncoder().encode('%PDF-1.7\n1 0 obj << >> endobj\ntrailer << >>\n%%EOF');
    const { body: scan } = await upload(seller.person, pdf, 'hop-dong.pdf');
    const acceptance = newId<AcceptanceId>();
    const way = { kind: 'paper' as const, scan: scan.id as never };
    const { body, status } = await seller.ask(acceptContract, {
      id: acceptance,
      contract: id,
      side: 'seller',
      contentHash,
      way,
    });
    expect({ status, state: body.state }).toEqual({ status: 200, state: 'offered' });
    expect((await seller.ask(confirmAcceptance, { acceptance })).status).toBe(403);
    expect((await buyer.ask(confirmAcceptance, { acceptance })).body.state).toBe('signed');
    expect((await buyer.ask(confirmAcceptance, { acceptance })).body['obstacles']).toEqual(['already-confirmed']);
  });

  test('a changed draft voids what was accepted, and gives the quantity back', async () => {
    const { id, contentHash, offer, terms } = await drafted();
    await accept(seller.ask, 'seller', id, contentHash);
    const changed = await buyer.ask(changeContract, {
      contract: id,
      version: 1,
      terms: { ...terms, priceVnd: 15_000 },
      note: 'giá mới',
    });
    expect(changed.body.version).toBe(2);
    expect(await drawnOf(offer)).toBe(0);
    const { body } = await seller.ask(getContract, { contract: id });
    expect(body.state).toBe('draft');
    expect(body.acceptances[0]?.voidedAt).not.toBeNull();
    expect(body.versions[0]).toMatchObject({
      version: 2,
      draftedSide: 'buyer',
      differences: [{ field: 'priceVnd', before: 14_000, after: 15_000 }],
    });
    expect((await accept(seller.ask, 'seller', id, contentHash)).body['obstacles']).toEqual(['hash-differs']);
    expect((await seller.ask(changeContract, { contract: id, version: 1, terms })).body['obstacles']).toEqual([
      'changed-meanwhile',
    ]);
  });

  test('a signed wording is not changed, withdrawn or accepted again', async () => {
    const { id, contentHash, terms } = await signed();
    expect(
      (await seller.ask(changeContract, { contract: id, version: 1, terms: { ...terms, priceVnd: 1 } })).body[
        'obstacles'
      ],
    ).toEqual(['not-a-draft']);
    expect((await seller.ask(withdrawContract, { contract: id })).status).toBe(409);
    expect((await accept(seller.ask, 'seller', id, contentHash)).body['obstacles']).toEqual([
      'not-a-draft',
      'already-accepted',
    ]);
  });

  test('a withdrawn draft gives everything back', async () => {
    const { id, contentHash, offer } = await drafted();
    await accept(seller.ask, 'seller', id, contentHash);
    await buyer.ask(withdrawContract, { contract: id });
    expect(await drawnOf(offer)).toBe(0);
  });

  test('fifty promises at once never exceed the offer', async () => {
    const pair = await lines({ offerQty: 30 * tonne, demandQty: 900 * tonne });
    const contracts = [];
    for (let count = 0; count < 50; count += 1) contracts.push(await drafted({ committedQty: 4 * tonne }, pair));
    const answers = await Promise.all(
      contracts.map(({ id, contentHash }) => accept(seller.ask, 'seller', id, contentHash)),
    );
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(7);
    expect(statuses.filter((status) => status === 409)).toHaveLength(43);
    for (const { body, status } of answers) if (status === 409) expect(body['obstacles']).toEqual(['offer-exhausted']);
    expect(await drawnOf(pair.offer)).toBe(28 * tonne);
    const [ledger] = await database.owner<{ qty: string }>(
      `select sum(qty) as qty from linkage.line_draw where line_id = $1`,
      [pair.offer],
    );
    expect(Number(ledger?.qty)).toBe(28 * tonne);
  }, 60_000);

  test('the same acceptance sent again, even at once, is one', async () => {
    const { id, contentHash, offer, terms } = await drafted();
    const input = {
      id: newId<AcceptanceId>(),
      contract: id,
      side: 'seller' as const,
      contentHash,
      way: { kind: 'password' as const, password },
    };
    const commandId = newId();
    const answers = await Promise.all([1, 2, 3].map(() => seller.ask(acceptContract, input, { commandId })));
    expect(answers.map(({ body }) => body)).toEqual([{ state: 'offered' }, { state: 'offered' }, { state: 'offered' }]);
    expect(await drawnOf(offer)).toBe(terms.committedQty);
  });
});

test('a passkey signs the hash of the wording, and that hash only', async () => {
  const signIn = await signInServer(database);
  const account = newId<AccountId>();
  const email = `${account}@example.test`;
  await database.within((db) => createAccount(db, { id: account, name: 'Đặng Văn Giang', email, password }));
  await database.owner(
    `insert into platform.access_grant (province, id, account_id, role, organisation_id, valid_from) values (22, $1, $2, 'organisation-manager', $3, '2020-01-01')`,
    [newId(), account, parties.cooperative],
  );
  const visitor = browser(signIn);
  await visitor.post('/api/auth/sign-in/email', { email, password });
  const key = softKey(testOrigin);
  const options = await visitor.get('/api/auth/passkey/generate-register-options');
  const response = key.register(options.body as unknown as { challenge: string });
  expect((await visitor.post('/api/auth/passkey/verify-registration', { response, name: 'điện thoại' })).status).toBe(
    200,
  );
  const [session] = await database.owner<{ token: string }>(`select token from auth.session where "userId" = $1`, [
    account,
  ]);
  const { id, contentHash } = await drafted();
  const other = await drafted();

  const director = as(await personWithSession(account, session!.token));
  const { body: ways } = await director(acceptanceWays, { contract: id, side: 'seller' });
  expect(Buffer.from(ways.passkey!.challenge, 'base64url').toString('hex')).toBe(contentHash);
  const sign = (challenge: string) => ({ kind: 'passkey' as const, assertion: key.assert({ challenge }) as never });
  const otherWays = await director(acceptanceWays, { contract: other.id, side: 'seller' });
  const asked = { contract: id, side: 'seller' as const, contentHash };
  const wrong = await director(acceptContract, {
    id: newId<AcceptanceId>(),
    ...asked,
    way: sign(otherWays.body.passkey!.challenge),
  });
  expect(wrong.body['obstacles']).toEqual(['passkey-wrong']);
  const right = await director(acceptContract, {
    id: newId<AcceptanceId>(),
    ...asked,
    way: sign(ways.passkey!.challenge),
  });
  expect(right.body).toMatchObject({ state: 'offered' });
  expect((await buyer.ask(getContract, { contract: id })).body.acceptances).toMatchObject([
    { kind: 'passkey', acceptedBy: 'Đặng Văn Giang', contentHash },
  ]);
});

/** The cookie of a session that already stands. */
async function personWithSession(account: AccountId, token: string) {
  const fresh = await signedIn(database);
  const { createHmac } = await import('node:crypto');
  const name = fresh.cookie.slice(0, fresh.cookie.indexOf('='));
  const signature = createHmac('sha256', 'a-secret-only-for-tests-a-secret-only').update(token).digest('base64');
  return { account, cookie: `${name}=${encodeURIComponent(`${token}.${signature}`)}` };
}

describe('the end of a contract', () => {
  test('mutual: asked by one side, ended by the other’s word, what was not delivered goes back', async () => {
    const { id, offer } = await signed();
    const ending = newId<EndingId>();
    const given = { id: ending, contract: id, kind: 'mutual' as const, on: today(), reason: 'Hai bên thôi hợp tác' };
    expect((await buyer.ask(submitEnding, { ...given, side: 'buyer' })).body.state).toBe('signed');
    expect((await buyer.ask(confirmEnding, { ending })).status).toBe(403);
    expect((await seller.ask(confirmEnding, { ending })).body.state).toBe('terminated');
    expect(await drawnOf(offer)).toBe(0);
    expect((await officer(getContract, { contract: id })).body.endings).toMatchObject([
      { kind: 'mutual', state: 'agreed' },
    ]);
  });

  test('a breach is declared by one side, and is recorded as what that side says', async () => {
    const { id } = await signed();
    const given = {
      id: newId<EndingId>(),
      contract: id,
      side: 'buyer' as const,
      kind: 'breach' as const,
      on: today(),
      reason: 'Không giao hàng',
    };
    expect((await buyer.ask(submitEnding, given)).body.state).toBe('terminated');
    expect((await seller.ask(getContract, { contract: id })).body.endings).toMatchObject([
      { kind: 'breach', side: 'buyer', state: 'declared' },
    ]);
  });

  test('fulfilment is refused while nothing is delivered', async () => {
    const { id } = await signed();
    const given = {
      id: newId<EndingId>(),
      contract: id,
      side: 'seller' as const,
      kind: 'fulfilled' as const,
      on: today(),
      reason: 'Xong vụ',
    };
    expect((await seller.ask(submitEnding, given)).body['obstacles']).toEqual(['not-fulfilled']);
  });
});

test('the printed code leads to state and hash, and to no party, price or person', async () => {
  const { id, contentHash } = await signed();
  const { body } = await seller.ask(getContract, { contract: id });
  const verified = await as(stranger)(verifyContract, { token: body.verifyToken });
  const signedToday = {
    state: 'signed',
    version: 1,
    contentHash,
    signedOn: today(),
    endedOn: null,
    provenance: 'entered',
  };
  expect(verified.body).toEqual({ contract: signedToday });
  expect((await as(stranger)(verifyContract, { token: 'a'.repeat(32) })).body).toEqual({ contract: null });
});

test('a contract prints as PDF in each of its versions, for those who may read it', async () => {
  const { id, terms } = await drafted();
  const spoken = { ...terms, quality: '#import "x": * $ <script> _*' };
  await buyer.ask(changeContract, { contract: id, version: 1, terms: spoken });
  for (const version of [1, 2]) {
    const { headers, raw } = await seller.ask(exportContract, { contract: id, version });
    expect([headers['content-type'], raw.subarray(0, 5).toString()]).toEqual(['application/pdf', '%PDF-']);
  }
  expect((await seller.ask(exportContract, { contract: id, version: 3 })).status).toBe(404);
  const toSign = async (version?: number) => {
    const { raw, body } = await seller.ask(exportContract, { contract: id, for: 'signing', version });
    return body?.['obstacles'] ?? textOfPdf(raw).join(' ').replaceAll(/\s+/g, ' ');
  };
  expect(await toSign()).toMatch(/^(?!.*BẢN THẢO).*Bản để ký/);
  expect(await toSign(1)).toEqual(['changed-meanwhile']);
  const other = as(await signedIn(database, { role: 'buyer', organisation: parties.otherBuyer }));
  expect((await other(exportContract, { contract: id })).status).toBe(403);
});

test('the paper names who accepted, with the title the register has, to those who may know the names', async () => {
  const { id } = await signed();
  const { body } = await seller.ask(getContract, { contract: id });
  const name = body.acceptances.find(({ side }) => side === 'seller')!.acceptedBy!;
  await database.owner(
    `insert into registry.representative (province, id, organisation_id, name, title, valid_from) values (22, $1, $2, $3, 'Giám đốc', '2025-01-01')`,
    [newId(), parties.cooperative, name],
  );
  const paper = async (ask: Ask) => textOfPdf((await ask(exportContract, { contract: id })).raw).join(' ');
  expect((await paper(buyer.ask)).replaceAll(/\s+/g, ' ')).toContain(`${name} Chức vụ: Giám đốc`);
  expect(await paper(as(await signedIn(database, { role: 'auditor' })))).not.toContain('Giám đốc');
});
