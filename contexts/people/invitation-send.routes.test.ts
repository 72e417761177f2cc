import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newId, type AccountId, type GrantId } from '#kernel/id.ts';
import { createAccount, giveRole } from '#platform/session/account.ts';
import { mailbox, mailServer } from '#platform/mail/settings.ts';
import { useMail } from '#platform/mail/mail.ts';
import { signedIn, stranger, testDatabase, testServer, testOrigin, type Person } from '#tests/harness.ts';
import { bodyOf, headersOf, openPostbox, sender } from '#tests/mail.harness.ts';
import type { Day } from '#kernel/day.ts';
import { myAccount } from './account.wire.ts';
import { invitationPath, mostLetters, newLinkToken, tokenHash } from './invitation.ts';
import {
  acceptInvitation,
  draftInvitation,
  draftReset,
  sendInvitation,
  withdrawInvitation,
} from './invitation.wire.ts';
import { placesForPeople, savePlacesForPeople } from './people.example.ts';

const database = await testDatabase();
const { as } = await testServer(database);
const box = await openPostbox();
const { cooperative } = placesForPeople;
const email = 'binh@example.test';

let officer: Person;
let manager: Person;
beforeAll(async () => {
  await savePlacesForPeople(database.owner);
  manager = await signedIn(database, { role: 'organisation-manager', organisation: cooperative });
});
beforeEach(async () => {
  officer = await signedIn(database, { role: 'provincial-officer' });
  useMail(
    { server: mailServer(box.url), from: mailbox(sender) },
    {
      patience: { stepMs: 500, letterMs: 1_000 },
    },
  );
  box.received.length = 0;
  box.answer({});
});

async function link(by: Person = officer, name = 'Lê Văn Bình') {
  const [token, invitation] = [newLinkToken(), newId()];
  const role = by === manager ? 'organisation-member' : 'organisation-manager';
  const to = { role, organisation: cooperative } as const;
  await as(by)(draftInvitation, { invitation, tokenHash: await tokenHash(token), name, ...to });
  return { token, invitation };
}
const send = async (made: { token: string; invitation: string }, by: Person = officer) =>
  as(by)(sendInvitation, { ...made, email });

const mailed = async (invitation: string): Promise<number> =>
  (
    await database.owner<{ mailed_times: number }>('select mailed_times from platform.invitation where id = $1', [
      invitation,
    ])
  )[0]!.mailed_times;

describe('a link sent by mail', () => {
  test('arrives, and opens', async () => {
    const made = await link();
    expect(await send(made)).toMatchObject({ status: 200, body: {} });
    expect(box.received.map(({ to }) => to)).toEqual([[`<${email}>`]]);
    const text = bodyOf(box.received[0]!);
    expect(text).toContain(`${testOrigin}${invitationPath(made.token)}\r\n`);
    expect(text).toContain('Kính gửi Lê Văn Bình,');
    const newAccount = { account: newId<AccountId>(), name: 'Lê Văn Bình', email, password: 'chanh leo hữu cơ' };
    const [, token = ''] = /#([\w-]{43})/.exec(text) ?? [];
    expect((await as(stranger)(acceptInvitation, { token, grant: newId<GrantId>(), newAccount })).status).toBe(200);
  });

  test('speaks the language that was chosen', async () => {
    await as(officer)(sendInvitation, { ...(await link()), email, language: 'th' });
    expect(bodyOf(box.received[0]!)).toContain('เรียน Lê Văn Bình');
  });

  test('leads to a new password, too', async () => {
    const person = newId<AccountId>();
    await database.within(async (db) => {
      await createAccount(db, { id: person, name: 'Ngô Văn Sáu', email: `${person}@example.test` });
      await giveRole(db, {
        account: person,
        role: 'organisation-manager',
        organisation: cooperative,
        from: '2020-01-01' as Day,
        by: null,
      });
    });
    const made = { token: newLinkToken(), invitation: newId() };
    const asked = { invitation: made.invitation, tokenHash: await tokenHash(made.token), account: person };
    await as(officer)(draftReset, asked);
    expect((await send(made)).status).toBe(200);
    expect(bodyOf(box.received[0]!)).toContain('đặt mật khẩu mới');
  });

  test('goes once, however often the command arrives', async () => {
    const made = await link();
    const commandId = newId();
    for (let times = 0; times < 3; times += 1)
      expect((await as(officer)(sendInvitation, { ...made, email }, { commandId })).status).toBe(200);
    expect(box.received).toHaveLength(1);
    expect(await mailed(made.invitation)).toBe(1);
    const other = await as(officer)(sendInvitation, { ...made, email: 'other@example.test' }, { commandId });
    expect(other.body.code).toBe('command.id-reused');
  });

  test('leaves neither token nor address behind', async () => {
    const made = await link();
    await send(made);
    const [row] = await database.owner<{ input: object }>(
      `select input from platform.audit where method = 'people.invitation.send' order by at desc limit 1`,
    );
    expect(row!.input).toEqual({ invitation: made.invitation, token: '•', email: '•', language: 'vi' });
    let kept = '';
    for (const table of ['audit', 'invitation', 'command_reply', 'outbox', 'notification'])
      kept += JSON.stringify(await database.owner(`select to_jsonb(t) as row from platform.${table} t`));
    for (const secret of [made.token, email]) expect(kept).not.toContain(secret);
  });

  test.each([
    ['Bình\r\nBcc: x@example.test', 'one line'],
    ['Xem https://evil.example/x', 'no link'],
  ])('carries nothing that a name brings along: %j', async (name) => {
    await send(await link(officer, name));
    const [seen] = box.received;
    expect(seen!.to).toEqual([`<${email}>`]);
    expect(headersOf(seen!).filter((header) => /^bcc/i.test(header))).toEqual([]);
    expect(bodyOf(seen!)).not.toMatch(/^Bcc/m);
    expect(bodyOf(seen!).match(/https?:\/\/\S+/g)).toHaveLength(1);
  });

  test.each(['a@example.test\r\nRCPT TO:<x@example.test>', 'a@example.test, x@example.test', '"a b"@example.test'])(
    'goes to one address: %j is none',
    async (wrong) => {
      const { status, body } = await as(officer)(sendInvitation, { ...(await link()), email: wrong });
      expect([status, body.code]).toEqual([400, 'input.invalid']);
      expect(box.received).toEqual([]);
    },
  );
});

describe('a link is not sent', () => {
  test('by anybody but its maker', async () => {
    const made = await link(manager);
    expect((await send(made, officer)).status).toBe(403);
    expect((await send(made, stranger)).status).toBe(401);
    expect((await send({ ...made, invitation: newId() })).body.code).toBe('access.denied');
    expect(box.received).toEqual([]);
  });

  test('with a token that is another link’s, or nobody’s', async () => {
    const [made, other] = [await link(), await link()];
    for (const token of [other.token, newLinkToken()]) {
      const { status, body } = await send({ ...made, token });
      expect([status, body]).toMatchObject([409, { obstacles: ['token-does-not-fit'] }]);
    }
    expect(box.received).toEqual([]);
  });

  test('when it is no longer open', async () => {
    const withdrawn = await link();
    await as(officer)(withdrawInvitation, { invitation: withdrawn.invitation });
    expect((await send(withdrawn)).body).toMatchObject({
      code: 'people.invitation.not-sendable',
      obstacles: ['withdrawn'],
    });
    const old = await link();
    await database.owner(
      `update platform.invitation set made_at = now() - interval '25 hours', expires_at = now() - interval '1 hour' where id = $1`,
      [old.invitation],
    );
    expect((await send(old)).body).toMatchObject({ obstacles: ['expired'] });
    expect(box.received).toEqual([]);
  });

  test('more than three times, also not at once', async () => {
    const made = await link();
    const answers = await Promise.all(Array.from({ length: 4 }, () => send(made)));
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 200, 200, 409]);
    expect((await send(made)).body).toMatchObject({ obstacles: ['mailed-often'] });
    expect(box.received).toHaveLength(mostLetters.link);
  });

  test('by who has sent a hundred within a day', async () => {
    await database.owner(
      `insert into platform.invitation (province, id, kind, token_hash, name, role, made_by, expires_at, mailed_times)
       select 22, gen_random_uuid(), 'invite', sha256(gen_random_uuid()::text::bytea), 'x', 'auditor', $1, now() + interval '23 hours', 2
       from generate_series(1, 50)`,
      [officer.account],
    );
    expect((await send(await link())).body).toMatchObject({ obstacles: ['mailed-much'] });
  });

  test('where no mail is configured, and everybody is told beforehand', async () => {
    expect((await as(officer)(myAccount, {})).body.mail).toBe(true);
    useMail(undefined);
    expect((await as(officer)(myAccount, {})).body.mail).toBe(false);
    expect(await send(await link())).toMatchObject({ status: 409, body: { code: 'mail.off' } });
  });

  test.each([
    ['is refused', { RCPT: '550 no such user' }, 422, 'mail.address-refused'],
    ['gets no answer', { RCPT: 'silence' }, 503, 'mail.unreachable'],
  ])('when it %s: nothing is half done, and the same command may come again', async (_, answers, status, code) => {
    const made = await link();
    const commandId = newId();
    box.answer(answers);
    expect(await as(officer)(sendInvitation, { ...made, email }, { commandId })).toMatchObject({
      status,
      body: { code },
    });
    expect(await mailed(made.invitation)).toBe(0);
    const audited = await database.owner('select from platform.audit where command_id = $1', [commandId]);
    expect(audited).toEqual([]);
    box.answer({});
    expect((await as(officer)(sendInvitation, { ...made, email }, { commandId })).status).toBe(200);
    expect(box.received).toHaveLength(1);
  });
});
