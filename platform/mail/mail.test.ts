import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { bodyOf, headersOf, openPostbox, sender } from '#tests/mail.harness.ts';
import { mailIsSet, sendMail, useMail } from './mail.ts';
import { mailbox, mailServer, MailSettingsTrouble } from './settings.ts';

const box = await openPostbox();
const letter = {
  to: 'binh@example.test',
  subject: 'Lời mời',
  text: 'Kính gửi ông/bà,\n\nคำเชิญ https://x.example/#a\n',
};
const from = mailbox(sender);
const short = { patience: { stepMs: 300, letterMs: 600 } };

beforeEach(() => {
  useMail({ server: mailServer(box.url), from }, short);
  box.received.length = 0;
  box.heard.length = 0;
  box.answer({});
});
afterEach(() => useMail(undefined));

const refusal = (given = letter): Promise<unknown> =>
  sendMail(given).then(
    () => 'sent',
    ({ code, status, details }) => ({ code, status, details }),
  );

describe('a letter', () => {
  test('arrives as plain text, from one to one', async () => {
    await sendMail(letter);
    expect(box.received).toHaveLength(1);
    const [seen] = box.received;
    expect([seen!.from, seen!.to]).toEqual(['<no-reply@lienket.example>', ['<binh@example.test>']]);
    expect(bodyOf(seen!)).toBe(letter.text.replaceAll('\n', '\r\n'));
    const headers = headersOf(seen!);
    expect(headers).toContain('To: binh@example.test');
    expect(headers).toContain('Auto-Submitted: auto-generated');
    expect(headers.some((header) => header.startsWith('Content-Type: text/plain; charset=utf-8'))).toBe(true);
    expect(headers.join('\n')).not.toMatch(/X-Mailer|nodemailer/i);
  });

  test.each([
    ['an address of two lines', { to: 'a@example.test\r\nRCPT TO:<x@example.test>' }],
    ['an address with a blank', { to: 'a@example.test x@example.test' }],
    ['two addresses', { to: 'a@example.test,x@example.test' }],
    ['an address with a name', { to: 'A <a@example.test>' }],
    ['a subject of two lines', { subject: 'Lời mời\r\nBcc: x@example.test' }],
  ])('%s is not sent at all', async (_, wrong) => {
    await expect(sendMail({ ...letter, ...wrong })).rejects.toThrow(RangeError);
    expect(box.heard).toEqual([]);
  });

  test('a text with dots and headers of its own stays a text', async () => {
    const text = '.\r\nBcc: x@example.test\r\n.\r\nQUIT\r\n';
    await sendMail({ ...letter, text });
    expect(box.received).toHaveLength(1);
    expect(bodyOf(box.received[0]!)).toBe(text);
    expect(headersOf(box.received[0]!).join('\n')).not.toContain('Bcc');
  });
});

describe('a letter does not go', () => {
  test('without a mail server', async () => {
    useMail(undefined);
    expect(mailIsSet()).toBe(false);
    expect(await refusal()).toMatchObject({ status: 409, code: 'mail.off' });
  });

  test('to an address that is refused, and the answer is shown', async () => {
    box.answer({ RCPT: '550 5.1.1 no such user here' });
    expect(await refusal()).toEqual({
      status: 422,
      code: 'mail.address-refused',
      details: { answer: '550 5.1.1 no such user here' },
    });
  });

  test.each([
    ['the sender is refused', { MAIL: '553 not yours' }],
    ['it has to wait (greylisting)', { RCPT: '450 4.2.0 try again' }],
    ['the text is refused', { '.': '554 spam' }],
  ])('when %s', async (_, answers) => {
    box.answer(answers);
    expect(await refusal()).toMatchObject({ status: 503, code: 'mail.refused' });
    expect(box.received).toEqual([]);
  });

  test.each([
    ['says nothing', { greeting: 'silence' }],
    ['stops amidst', { RCPT: 'silence' }],
    ['never says that it took the letter', { '.': 'silence' }],
    ['is closing', { greeting: '421 too busy' }],
  ])('in time when the server %s', async (_, answers) => {
    box.answer(answers);
    const began = Date.now();
    expect(await refusal()).toMatchObject({ status: 503, code: 'mail.unreachable' });
    expect(Date.now() - began).toBeLessThan(3_000);
  });

  test('when nobody listens, and the log says why', async () => {
    const told: unknown[] = [];
    useMail(
      { server: mailServer('smtp://127.0.0.1:1?tls=none'), from },
      { onTrouble: (trouble) => told.push(trouble) },
    );
    expect(await refusal()).toMatchObject({ status: 503, code: 'mail.unreachable', details: {} });
    expect(String(told)).toContain('ECONNREFUSED');
    expect(String(told)).not.toContain(letter.to);
  });

  test('without TLS, where the address does not say so', async () => {
    useMail({ server: mailServer(box.url.replace('?tls=none', '')), from }, short);
    expect(await refusal()).toMatchObject({ status: 503 });
    expect(box.heard.filter((line) => /^(MAIL|AUTH)/.test(line))).toEqual([]);
  });

  test('while four others are waiting', async () => {
    box.answer({ greeting: 'silence' });
    const answers = await Promise.all(Array.from({ length: 6 }, () => refusal()));
    expect(answers.map((answer) => (answer as { code: string }).code).sort()).toEqual([
      'mail.busy',
      'mail.busy',
      ...Array.from({ length: 4 }, () => 'mail.unreachable'),
    ]);
    box.answer({});
    expect(await refusal()).toBe('sent');
  });
});

describe('the address of a mail server', () => {
  test.each([
    ['smtps://u%40x:p%3Aw@mail.example', { port: 465, tls: 'from-the-start', login: { user: 'u@x', password: 'p:w' } }],
    ['smtp://mail.example', { host: 'mail.example', port: 587, tls: 'upgrade', login: undefined }],
    ['smtp://mail.example:2525/?tls=none', { port: 2525, tls: 'none' }],
    ['smtp://[::1]:25?tls=none', { host: '::1' }],
  ])('%s', (url, server) => {
    expect(mailServer(url)).toMatchObject(server);
  });

  test.each([
    'mail.example',
    'http://mail.example',
    'smtp://',
    'smtp://mail.example/path',
    'smtp://mail.example:0',
    'smtp://mail.example?pool=true',
    'smtps://mail.example?tls=none',
    'smtp://user@mail.example',
    'smtp://user:%E0%A4%A@mail.example',
    'smtp://user:secret@mail.example?tls=none',
  ])('%s is refused', (url) => {
    expect(() => mailServer(url)).toThrow(MailSettingsTrouble);
  });

  test.each(['', 'x', 'a@b@c', 'A <a@example.test', 'a@example.test, b@example.test', 'A\r\nB <a@example.test>'])(
    'a sender is one address: not %j',
    (text) => {
      expect(() => mailbox(text)).toThrow(MailSettingsTrouble);
    },
  );

  test('a sender may have a name', () => {
    expect(mailbox(' Lienket Quảng Ninh <a@example.test> ')).toEqual({
      name: 'Lienket Quảng Ninh',
      address: 'a@example.test',
    });
    expect(mailbox('a@example.test')).toEqual({ name: '', address: 'a@example.test' });
  });
});
