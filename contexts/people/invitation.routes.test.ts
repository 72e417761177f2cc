import { beforeAll, describe, expect, test } from 'vitest';
import type { Role } from '#kernel/actor.ts';
import { newId, type AccountId, type GrantId } from '#kernel/id.ts';
import { otherProvince, signedIn, stranger, testDatabase, testServer, type Person } from '#tests/harness.ts';
import { browser, signInServer } from '#tests/sign-in.harness.ts';
import { myAccount } from './account.wire.ts';
import { newLinkToken, tokenHash } from './invitation.ts';
import {
  acceptInvitation,
  acceptReset,
  draftInvitation,
  draftReset,
  getInvitation,
  listInvitations,
  withdrawInvitation,
} from './invitation.wire.ts';
import { listNotifications } from './notification.wire.ts';
import { baChe, hongGai, placesForPeople, savePlacesForPeople } from './people.example.ts';
import { revokeGrant } from './grant.wire.ts';

const database = await testDatabase();
const { as } = await testServer(database);
const signIn = await signInServer(database);
const { cooperative, otherCooperative, bank } = placesForPeople;
const password = 'chanh leo hữu cơ';

let officer: Person;
let communeOfficer: Person;
let manager: Person;
beforeAll(async () => {
  await savePlacesForPeople(database.owner);
  officer = await signedIn(database, { role: 'provincial-officer' });
  communeOfficer = await signedIn(database, { role: 'commune-officer', unit: baChe });
  manager = await signedIn(database, { role: 'organisation-manager', organisation: cooperative });
});

interface Link {
  readonly token: string;
  readonly invitation: string;
  readonly status: number;
  readonly body: { readonly code?: string };
}

async function link(by: Person, to: { role: Role; organisation?: string; unit?: string }): Promise<Link> {
  const token = newLinkToken();
  const invitation = newId();
  const asked = { invitation, tokenHash: await tokenHash(token), name: 'Lê Văn Bình', ...to };
  const { status, body } = await as(by)(draftInvitation, asked);
  return { token, invitation, status, body };
}

const comer = (email = `${newId()}@example.test`) => ({
  account: newId<AccountId>(),
  name: 'Lê Văn Bình',
  email,
  password,
});
const accept = (token: string, newAccount: ReturnType<typeof comer> | undefined, by: Person = stranger) =>
  as(by)(acceptInvitation, { token, grant: newId<GrantId>(), ...(newAccount === undefined ? {} : { newAccount }) });

describe('who may invite whom', () => {
  test.each([
    ['a provincial officer invites a commune officer', () => officer, { role: 'commune-officer', unit: baChe }, 200],
    ['a provincial officer invites a bank officer', () => officer, { role: 'bank-officer', organisation: bank }, 200],
    ['a provincial officer makes no administrator', () => officer, { role: 'administrator' }, 403],
    [
      'a commune officer invites a manager in his unit',
      () => communeOfficer,
      { role: 'organisation-manager', organisation: cooperative },
      200,
    ],
    [
      'a commune officer does not look beyond his unit',
      () => communeOfficer,
      { role: 'organisation-manager', organisation: otherCooperative },
      403,
    ],
    ['a commune officer makes no colleague', () => communeOfficer, { role: 'commune-officer', unit: baChe }, 403],
    [
      'a manager invites a member of the own cooperative',
      () => manager,
      { role: 'organisation-member', organisation: cooperative },
      200,
    ],
    [
      'a manager invites nobody for another cooperative',
      () => manager,
      { role: 'organisation-member', organisation: otherCooperative },
      403,
    ],
    ['nobody invites', () => stranger, { role: 'organisation-member', organisation: cooperative }, 401],
  ] as const)('%s', async (_title, by, to, status) => {
    expect((await link(by(), to)).status).toBe(status);
  });

  test('an auditor writes nothing', async () => {
    const auditor = await signedIn(database, { role: 'auditor' });
    expect((await link(auditor, { role: 'organisation-member', organisation: cooperative })).status).toBe(403);
  });

  test('a role has to fit its place, and all reasons are named', async () => {
    const { status, body } = await link(officer, { role: 'laboratory', organisation: bank, unit: hongGai });
    expect([status, body]).toMatchObject([409, { obstacles: ['role-does-not-fit', 'unit-not-wanted'] }]);
  });

  test('an officer of another province is a stranger here', async () => {
    const neighbour = await signedIn(database, { role: 'provincial-officer', province: otherProvince });
    expect((await link(neighbour, { role: 'commune-officer', unit: baChe })).status).toBe(403);
  });
});

describe('a link is used', () => {
  test('the invited person sees what it is for, opens an account with it, signs in and has the role', async () => {
    const { token } = await link(communeOfficer, { role: 'organisation-manager', organisation: cooperative });
    const seen = await as(stranger)(getInvitation, { hash: await tokenHash(token) });
    expect(seen.body).toMatchObject({
      kind: 'invite',
      name: 'Lê Văn Bình',
      held: { role: 'organisation-manager', organisation: { id: cooperative } },
    });

    const newcomer = comer();
    expect((await accept(token, newcomer)).body).toEqual({ account: newcomer.account });
    const visitor = browser(signIn);
    expect((await visitor.post('/api/auth/sign-in/email', { email: newcomer.email, password })).status).toBe(200);
    const { body } = await visitor.ask(myAccount, {});
    expect(body).toMatchObject({
      account: { name: 'Lê Văn Bình', email: newcomer.email, demonstration: false },
      grants: [
        {
          role: 'organisation-manager',
          organisation: { name: 'Hợp tác xã Chanh leo Ba Chẽ' },
          unit: null,
          until: null,
        },
      ],
    });
  });

  test('both sides are told', async () => {
    const inviting = await signedIn(database, { role: 'provincial-officer' });
    const { token } = await link(inviting, { role: 'commune-officer', unit: hongGai });
    const newcomer = comer();
    await accept(token, newcomer);
    const told = await as(inviting)(listNotifications, {});
    expect(told.body.items).toMatchObject([
      { topic: 'people.invitation.accepted', params: { role: 'commune-officer', place: 'Hồng Gai' }, seen: false },
    ]);
    const visitor = browser(signIn);
    await visitor.post('/api/auth/sign-in/email', { email: newcomer.email, password });
    expect((await visitor.ask(listNotifications, {})).body.items).toMatchObject([{ topic: 'people.grant.approved' }]);
  });

  test('it works once', async () => {
    const { token } = await link(officer, { role: 'auditor' });
    const both = await Promise.all([accept(token, comer()), accept(token, comer())]);
    expect(both.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409]);
    expect((await accept(token, comer())).body).toMatchObject({
      code: 'people.invitation.not-acceptable',
      obstacles: ['used'],
    });
    expect((await as(stranger)(getInvitation, { hash: await tokenHash(token) })).body).toMatchObject({
      obstacles: ['used'],
    });
  });

  test('it ends after 24 hours', async () => {
    const { token, invitation } = await link(officer, { role: 'auditor' });
    await database.owner(
      `update platform.invitation set made_at = now() - interval '25 hours', expires_at = now() - interval '1 hour' where id = $1`,
      [invitation],
    );
    expect((await accept(token, comer())).body).toMatchObject({ obstacles: ['expired'] });
  });

  test('it can be withdrawn by who made it or by an officer of the province, by nobody else', async () => {
    const { token, invitation } = await link(manager, { role: 'organisation-member', organisation: cooperative });
    expect((await as(communeOfficer)(withdrawInvitation, { invitation })).status).toBe(403);
    expect((await as(officer)(withdrawInvitation, { invitation })).status).toBe(200);
    expect((await accept(token, comer())).body).toMatchObject({ obstacles: ['withdrawn'] });
    expect((await as(manager)(listInvitations, {})).body.items.find(({ id }) => id === invitation)?.state).toBe(
      'withdrawn',
    );
  });

  test('a guessed token leads nowhere', async () => {
    expect((await accept(newLinkToken(), comer())).status).toBe(404);
  });

  test('a weak password and a taken address are named together', async () => {
    const { token } = await link(officer, { role: 'auditor' });
    const taken = comer();
    await accept((await link(officer, { role: 'auditor' })).token, taken);
    const { body } = await accept(token, { ...comer(taken.email), password: 'aaaa' });
    expect(body).toMatchObject({ obstacles: ['email-taken', 'too-short', 'too-few-characters'] });
  });

  test('somebody signed in takes a second role with the same account', async () => {
    const { token } = await link(officer, { role: 'laboratory', organisation: bank });
    expect(token).toBeDefined();
    const second = await link(officer, { role: 'organisation-manager', organisation: otherCooperative });
    expect((await accept(second.token, undefined)).body).toMatchObject({ obstacles: ['sign-in-first'] });
    expect((await accept(second.token, undefined, manager)).body).toEqual({ account: manager.account });
    expect((await as(manager)(myAccount, {})).body.grants).toHaveLength(2);
  });

  test('the token, the password and the name are in no audit row, and the token is nowhere', async () => {
    const { token } = await link(officer, { role: 'auditor' });
    const newcomer = comer();
    await accept(token, newcomer);
    const rows = await database.owner<{ input: unknown }>(
      `select input from platform.audit where method like 'people.invitation.%'`,
    );
    const all = JSON.stringify(rows);
    for (const secret of [token, password, newcomer.name, newcomer.email]) expect(all).not.toContain(secret);
    const kept = JSON.stringify(await database.owner(`select * from platform.invitation`));
    expect(kept).not.toContain(token);
  });

  test('the password is in no fingerprint: with another one the same command is still the same', async () => {
    const { token } = await link(officer, { role: 'auditor' });
    const [newcomer, grant, commandId] = [comer(), newId<GrantId>(), newId()];
    const input = { token, grant, newAccount: newcomer };
    const first = await as(stranger)(acceptInvitation, input, { commandId });
    const again = { ...input, newAccount: { ...newcomer, password: 'another one 2027' } };
    expect(await as(stranger)(acceptInvitation, again, { commandId })).toMatchObject({ status: 200, body: first.body });
    const other = { ...input, newAccount: { ...newcomer, name: 'Người khác' } };
    expect((await as(stranger)(acceptInvitation, other, { commandId })).body.code).toBe('command.id-reused');
  });

  test('links of a person whose role is revoked are withdrawn with it', async () => {
    const leaving = await signedIn(database, { role: 'organisation-manager', organisation: cooperative });
    const { token } = await link(leaving, { role: 'organisation-member', organisation: cooperative });
    const [grant] = await database.owner<{ id: GrantId }>(
      `select id from platform.access_grant where account_id = $1`,
      [leaving.account],
    );
    await as(communeOfficer)(revokeGrant, { grant: grant!.id, reason: 'Thôi làm giám đốc' });
    expect((await accept(token, comer())).body).toMatchObject({ obstacles: ['withdrawn'] });
  });
});

describe('a lost password', () => {
  async function newcomer() {
    const { token } = await link(officer, { role: 'organisation-manager', organisation: cooperative });
    const person = comer();
    await accept(token, person);
    return person;
  }
  async function reset(by: Person, account: AccountId) {
    const token = newLinkToken();
    const answer = await as(by)(draftReset, { invitation: newId(), tokenHash: await tokenHash(token), account });
    return { token, ...answer };
  }

  test('an officer hands over a link, the new password works, the old one and all sessions are gone', async () => {
    const person = await newcomer();
    const visitor = browser(signIn);
    await visitor.post('/api/auth/sign-in/email', { email: person.email, password });
    const { token, status } = await reset(communeOfficer, person.account);
    expect(status).toBe(200);
    expect((await as(stranger)(getInvitation, { hash: await tokenHash(token) })).body).toMatchObject({
      kind: 'reset',
      email: person.email,
    });

    const next = 'mật khẩu mới tinh';
    expect((await as(stranger)(acceptReset, { token, password: next })).status).toBe(200);
    expect((await visitor.ask(myAccount, {})).body.account).toBeNull();
    expect((await visitor.post('/api/auth/sign-in/email', { email: person.email, password })).status).toBe(401);
    expect((await visitor.post('/api/auth/sign-in/email', { email: person.email, password: next })).status).toBe(200);
    expect((await as(stranger)(acceptReset, { token, password: next })).body).toMatchObject({ obstacles: ['used'] });
  });

  test('a manager cannot take over an account that can do more than he can give', async () => {
    const person = await newcomer();
    await database.owner(
      `insert into platform.access_grant (province, id, account_id, role, valid_from) values (22, $1, $2, 'provincial-officer', '2020-01-01')`,
      [newId(), person.account],
    );
    expect((await reset(manager, person.account)).status).toBe(403);
    expect((await reset(communeOfficer, person.account)).status).toBe(403);
  });

  test('nor one that holds a role in another province', async () => {
    const person = await newcomer();
    await database.owner(
      `insert into platform.access_grant (province, id, account_id, role, valid_from) values (31, $1, $2, 'administrator', '2020-01-01')`,
      [newId(), person.account],
    );
    expect((await reset(officer, person.account)).status).toBe(403);
  });

  test('an invitation is no reset, and a reset no invitation', async () => {
    const person = await newcomer();
    const { token } = await reset(officer, person.account);
    expect((await accept(token, comer())).status).toBe(404);
    const invited = await link(officer, { role: 'auditor' });
    expect((await as(stranger)(acceptReset, { token: invited.token, password })).status).toBe(404);
  });
});
