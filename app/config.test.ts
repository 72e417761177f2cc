import { describe, expect, test } from 'vitest';
import { ConfigTrouble, readConfig } from './config.ts';

const read = (environment: Record<string, string>) => readConfig(environment, new URL('file:///srv/lienket/'));
const from = 'Lienket <no-reply@lienket.example>';

describe('mail', () => {
  test('is off unless it is asked for', () => {
    expect(read({}).mail).toBeUndefined();
    expect(read({ LIENKET_SMTP_URL: '', LIENKET_MAIL_FROM: '' }).mail).toBeUndefined();
  });

  test('needs a server and a sender', () => {
    expect(read({ LIENKET_SMTP_URL: 'smtps://u:p@mail.example', LIENKET_MAIL_FROM: from }).mail).toEqual({
      server: { host: 'mail.example', port: 465, tls: 'from-the-start', login: { user: 'u', password: 'p' } },
      from: { name: 'Lienket', address: 'no-reply@lienket.example' },
    });
  });

  test.each([
    ['LIENKET_MAIL_FROM', { LIENKET_SMTP_URL: 'smtp://mail.example' }],
    ['LIENKET_SMTP_URL', { LIENKET_MAIL_FROM: from }],
    ['LIENKET_SMTP_URL', { LIENKET_SMTP_URL: 'mail.example', LIENKET_MAIL_FROM: from }],
    ['LIENKET_SMTP_URL', { LIENKET_SMTP_URL: 'http://mail.example', LIENKET_MAIL_FROM: from }],
    ['LIENKET_MAIL_FROM', { LIENKET_SMTP_URL: 'smtp://mail.example', LIENKET_MAIL_FROM: 'nobody' }],
    ['LIENKET_DEMO', { LIENKET_SMTP_URL: 'smtp://mail.example', LIENKET_MAIL_FROM: from, LIENKET_DEMO: 'public' }],
  ])('%s is named when it is wrong or missing', (name, environment) => {
    expect(() => read(environment as never)).toThrow(ConfigTrouble);
    expect(() => read(environment as never)).toThrow(name);
  });

  test('a password stands in no message', () => {
    const wrong = { LIENKET_SMTP_URL: 'smtp://u:hush-hush@mail.example?pool=1', LIENKET_MAIL_FROM: from };
    expect(() => read(wrong)).toThrow(/^(?!.*hush).*LIENKET_SMTP_URL/);
  });
});

test('a given-up key is named by sixteen characters', () => {
  expect(read({ LIENKET_LOST_KEY: '0123456789abcdef' }).lostKey).toBe('0123456789abcdef');
  expect(() => read({ LIENKET_LOST_KEY: '1' })).toThrow('LIENKET_LOST_KEY');
});
