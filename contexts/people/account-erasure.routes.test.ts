import { beforeAll, describe, expect, test } from 'vitest';
import { newId, type AccountId } from '#kernel/id.ts';
import { createAccount } from '#platform/session/account.ts';
import { otherProvince, signedIn, stranger, testDatabase, testServer, type Held } from '#tests/harness.ts';
import { browser, signInServer } from '#tests/sign-in.harness.ts';
import { eraseAccount, myAccount } from './account.wire.ts';
import { listGrants } from './grant.wire.ts';
import { placesForPeople, savePlacesForPeople } from './people.example.ts';

const database = await testDatabase();
const { as } = await testServer(database);
const signIn = await signInServer(database);
const { cooperative } = placesForPeople;
const person = await signedIn(database, { role: 'administrator' });
const administrator = as(person);
const reason = 'theo yêu cầu của người ấy';
const password = 'chanh leo hữu cơ';
const member: Held = { role: 'organisation-member', organisation: cooperative };

beforeAll(() => savePlacesForPeople(database.owner));

async function holder(...held: Held[]) {
  const someone = await signedIn(database, ...held);
  return { ...someone, account: someone.account! };
}
const retire = (account: AccountId, province = 22) =>
  database.owner(
    `update platform.access_grant set revoked_at = now(), revoked_by = 'test', reason = 'hết' where account_id = $1 and province = $2`,
    [account, province],
  );
const erasing = (account: AccountId) => administrator(eraseAccount, { account, reason });

describe('an account', () => {
  test('without roles is erased: name and address are gone, its sessions end, nothing signs it in, the audit keeps its id', async () => {
    const account = newId<AccountId>();
    const email = `${account}@example.test`;
    await database.within((db) => createAccount(db, { id: account, name: 'Phạm Văn Quên', email, password }));
    const grant = newId();
    await database.owner(
      `insert into platform.access_grant (province, id, account_id, role, organisation_id, valid_from) values (22, $1, $2, 'organisation-member', $3, '2020-01-01')`,
      [grant, account, cooperative],
    );
    await database.owner(
      `insert into platform.invitation (province, id, kind, token_hash, name, role, organisation_id, expires_at, used_at, used_by)
       values (22, $1, 'invite', sha256('liên kết'::bytea), 'Phạm Văn Quên', 'organisation-member', $2, now(), now(), $3)`,
      [newId(), cooperative, account],
    );
    const his = browser(signIn);
    await his.post('/api/auth/sign-in/email', { email, password });
    expect((await his.ask(myAccount, {})).body.account?.name).toBe('Phạm Văn Quên');
    await retire(account);

    expect((await erasing(account)).status).toBe(200);
    expect((await his.ask(myAccount, {})).body.account).toBeNull();
    const again = browser(signIn);
    expect((await again.post('/api/auth/sign-in/email', { email, password })).status).toBe(401);
    expect(
      await database.owner(
        `select from auth."user" u left join platform.invitation i on i.used_by = u.id
         where u.email = $1 or u.name = 'Phạm Văn Quên' or i.name = 'Phạm Văn Quên'`,
        [email],
      ),
    ).toEqual([]);
    for (const table of ['session', 'account', 'passkey', '"twoFactor"'])
      expect(await database.owner(`select from auth.${table} where "userId" = $1`, [account])).toEqual([]);
    const { items } = (await administrator(listGrants, { account, past: 'true' })).body;
    expect(items).toMatchObject([{ account: { id: account, erased: true }, may: { erase: false } }]);
    expect(
      await database.owner(`select account_id, input from platform.audit where method = 'people.account.erase'`),
    ).toMatchObject([{ account_id: person.account, input: { account, reason } }]);
  });

  test('that holds a role, here or in another province, keeps its name until the role is revoked', async () => {
    const here = await holder(member);
    expect((await erasing(here.account)).body).toMatchObject({
      code: 'people.account.not-erasable',
      obstacles: ['holds-role'],
    });
    const both = await holder(member, { role: 'auditor', province: otherProvince });
    await retire(both.account);
    expect((await erasing(both.account)).body).toMatchObject({ obstacles: ['holds-role'] });
    await retire(both.account, otherProvince);
    const [row] = (await administrator(listGrants, { account: both.account, past: 'true' })).body.items;
    expect(row).toMatchObject({ may: { erase: true, revoke: false } });
    expect((await erasing(both.account)).status).toBe(200);
    expect((await erasing(both.account)).body).toMatchObject({ obstacles: ['already-erased'] });
  });

  test('is nobody’s to erase but the administrator’s, who erases neither himself nor strangers to the province', async () => {
    expect((await erasing(person.account!)).body).toMatchObject({ obstacles: ['own-account', 'holds-role'] });
    const elsewhere = await holder({ role: 'auditor', province: otherProvince });
    await retire(elsewhere.account, otherProvince);
    expect((await erasing(elsewhere.account)).body.code).toBe('people.account.unknown');
    const former = await holder(member);
    await retire(former.account);
    for (const role of ['provincial-officer', 'auditor'] as const) {
      const ask = as(await signedIn(database, { role }));
      expect((await ask(eraseAccount, { account: former.account, reason })).status).toBe(403);
      const { items } = (await ask(listGrants, { account: former.account, past: 'true' })).body;
      expect(items[0]?.may.erase).toBe(false);
    }
    expect((await as(stranger)(eraseAccount, { account: former.account, reason })).status).toBe(401);
  });

  test('shared by a demonstration is not erased', async () => {
    const demo = await holder(member);
    await retire(demo.account);
    await database.owner('update auth."user" set demonstration = true where id = $1', [demo.account]);
    expect((await erasing(demo.account)).body).toMatchObject({ obstacles: ['demonstration-account'] });
  });
});
