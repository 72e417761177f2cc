import { randomBytes } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newId, type AccountId, type FileId, type GrantId } from '#kernel/id.ts';
import { mailbox, mailServer } from '#platform/mail/settings.ts';
import { useMail } from '#platform/mail/mail.ts';
import { readSheets, sheetOf } from '#platform/spreadsheet/read.ts';
import { usePersonalKeys } from '#registry';
import { signedIn, stranger, testDatabase, testServer, type Ask, type Person } from '#tests/harness.ts';
import { bodyOf, openPostbox, sender } from '#tests/mail.harness.ts';
import { newLinkToken, tokenHash } from './invitation.ts';
import { acceptInvitation } from './invitation.wire.ts';
import {
  exportOfficerSheet,
  getPeopleSetup,
  importOfficerSheet,
  previewOfficerSheet,
  sendTestLetter,
} from './officer-sheet.wire.ts';
import { savePlacesForPeople } from './people.example.ts';
import { readOfficerSheet } from './officer-sheet.ts';

usePersonalKeys({ cipher: randomBytes(32), index: randomBytes(32) });
const database = await testDatabase();
const { as, upload } = await testServer(database);
const box = await openPostbox();

let person: Person;
let administrator: Ask;
beforeAll(async () => {
  await savePlacesForPeople(database.owner);
  person = await signedIn(database, { role: 'administrator' });
  administrator = as(person);
});
beforeEach(() => useMail({ server: mailServer(box.url), from: mailbox(sender) }));

const sheet = async (...rows: readonly string[]): Promise<FileId> => {
  const text = ['Họ và tên;Thư điện tử;Vai trò;Xã;Đến ngày', ...rows].join('\n');
  return (await upload(person, new TextEncoder().encode(text), 'can-bo.csv')).body.id as FileId;
};

/** As the page does it: secrets for all who are new, and one command. */
async function invite(file: FileId) {
  const { body } = await administrator(previewOfficerSheet, { file });
  const secrets = body.officers
    .filter(({ state }) => state === 'new')
    .map(({ row }) => ({ row, invitation: newId(), token: newLinkToken() }));
  const links = await Promise.all(
    secrets.map(async ({ row, invitation, token }) => ({ row, invitation, tokenHash: await tokenHash(token) })),
  );
  const answer = await administrator(importOfficerSheet, {
    file,
    links: links.length > 0 ? links : [{ row: 2, invitation: newId(), tokenHash: await tokenHash(newLinkToken()) }],
  });
  return { answer, secrets, officers: body.officers };
}

const an = 'Nguyễn Văn An;an@example.test;Cán bộ cấp tỉnh;;';
const binh = 'Lê Thị Bình;binh@example.test;Kiểm toán viên;;31/12/2027';

describe('officers from a sheet', () => {
  test('are invited in one command, and each comes in by the own link with the role and its last day', async () => {
    const { answer, secrets } = await invite(await sheet(an, binh));
    expect(answer.body).toMatchObject({ invited: [2, 3] });
    const account = newId<AccountId>();
    const newAccount = { account, name: 'Lê Thị Bình', email: 'binh@example.test', password: 'chanh leo hữu cơ' };
    const taken = await as(stranger)(acceptInvitation, {
      token: secrets[1]!.token,
      grant: newId<GrantId>(),
      newAccount,
    });
    expect(taken.status).toBe(200);
    const [grant] = await database.owner(
      'select role, valid_until::text from platform.access_grant where account_id = $1',
      [account],
    );
    expect(grant).toEqual({ role: 'auditor', valid_until: '2027-12-31' });
  });

  test('are not invited twice: whose link is open, who has come in, under whatever address', async () => {
    const again = await invite(await sheet(an, binh));
    expect(again.officers.map(({ state }) => state)).toEqual(['invited', 'holds']);
    expect([again.answer.status, again.answer.body['obstacles']]).toEqual([409, ['nobody-new']]);
    const more = await invite(await sheet(an, 'Phạm Chi;chi@example.test;Cán bộ cấp tỉnh;;'));
    expect(more.answer.body).toMatchObject({ invited: [3] });
    const other = await as(stranger)(acceptInvitation, {
      token: more.secrets[0]!.token,
      grant: newId<GrantId>(),
      newAccount: {
        account: newId<AccountId>(),
        name: 'Phạm Chi',
        email: 'rieng@example.test',
        password: 'đồi sim ven biển',
      },
    });
    expect(other.status).toBe(200);
    const { officers } = await invite(await sheet('Phạm Chi;chi@example.test;Cán bộ cấp tỉnh;;'));
    expect(officers[0]!.state).toBe('holds');
  });

  test('whose link has run out or was withdrawn are invited again', async () => {
    await database.owner(`update platform.invitation set made_at = made_at - interval '2 days', expires_at = expires_at - interval '2 days'
      where name = 'Nguyễn Văn An'`);
    const { answer } = await invite(await sheet(an));
    expect(answer.body).toMatchObject({ invited: [2] });
  });

  test('are all invited or nobody: a wrong cell or a missing link refuses the whole sheet', async () => {
    const file = await sheet('Trần Văn Đạt;dat@example.test;Cán bộ cấp tỉnh;;', 'X;khong-phai;vua;;');
    const { body } = await administrator(previewOfficerSheet, { file });
    expect(body.troubles.map(({ at }) => at)).toEqual(['A3', 'B3', 'C3']);
    expect((await invite(file)).answer.body['obstacles']).toContain('cells-wrong');
    const two = await sheet(
      'Trần Văn Đạt;dat@example.test;Cán bộ cấp tỉnh;;',
      'Vũ Giang;giang@example.test;Kiểm toán viên;;',
    );
    const link = { row: 2, invitation: newId(), tokenHash: await tokenHash(newLinkToken()) };
    const partly = await administrator(importOfficerSheet, { file: two, links: [link] });
    expect(partly.body['obstacles']).toEqual(['link-missing']);
    expect(await database.owner(`select from platform.invitation where name = 'Trần Văn Đạt'`)).toEqual([]);
  });

  test('leave no address behind', async () => {
    let kept = '';
    for (const table of ['audit', 'invitation', 'command_reply', 'outbox', 'notification'])
      kept += JSON.stringify(await database.owner(`select to_jsonb(t) as row from platform.${table} t`));
    expect(kept).not.toContain('an@example.test');
  });

  test('come from a template that reads as it is', async () => {
    for (const language of ['vi', 'en', 'th'] as const) {
      const { raw } = await administrator(exportOfficerSheet, { language });
      const { rows } = sheetOf(await readSheets(new Uint8Array(raw)));
      const units = await database.owner<{ code: never; name: string }>(
        'select code, name from reference.unit where province = 22 and valid_until is null',
      );
      const { officers, troubles } = readOfficerSheet(rows.slice(0, 3), { units, today: '2026-11-23' as never });
      expect([language, troubles, officers.map(({ role }) => role)]).toEqual([
        language,
        [],
        ['provincial-officer', 'commune-officer'],
      ]);
    }
  });
});

describe('a test letter', () => {
  test('goes to oneself, tells what the server answered, and is seen in how far the province is', async () => {
    expect((await administrator(getPeopleSetup, {})).body.mail).toEqual({
      isSet: true,
      testedAt: null,
      testedBy: null,
    });
    const { body } = await administrator(sendTestLetter, {});
    expect(body.to).toBe(`${person.account}@example.test`);
    expect(body.answer).toMatch(/^250/);
    expect(box.received.at(-1)!.to).toEqual([`<${person.account}@example.test>`]);
    expect(bodyOf(box.received.at(-1)!)).toContain('Máy chủ thư đã nhận thư này');
    const { mail, officers } = (await administrator(getPeopleSetup, {})).body;
    expect(mail).toMatchObject({ isSet: true, testedBy: expect.stringMatching(/^Person/) });
    expect(officers).toMatchObject({ administrators: 1, provincial: 1, auditors: 1 });
  });

  test('that is refused says why, and proves nothing', async () => {
    box.answer({ RCPT: '550 no such user' });
    const before = (await administrator(getPeopleSetup, {})).body.mail.testedAt;
    const { status, body } = await administrator(sendTestLetter, {});
    expect([status, body.code, body.answer]).toEqual([422, 'mail.address-refused', '550 no such user']);
    expect((await administrator(getPeopleSetup, {})).body.mail.testedAt).toBe(before);
    box.answer({});
  });

  test('is none where mail is off', async () => {
    useMail(undefined);
    expect((await administrator(sendTestLetter, {})).body.code).toBe('mail.off');
    expect((await administrator(getPeopleSetup, {})).body.mail.isSet).toBe(false);
  });
});
