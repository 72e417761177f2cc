import { describe, expect, test } from 'vitest';
import { harmless, letterOf, type LinkLetter } from './invitation-mail.ts';

const invitation: LinkLetter = {
  kind: 'invite',
  language: 'vi',
  name: 'Lê Văn Bình',
  by: 'Trần Thị Lan',
  province: 'Quảng Ninh',
  demonstration: false,
  link: 'https://lienket.example/invitation#abc',
  expiresAt: '2026-11-24T02:30:00.000Z',
};

describe('a letter with a link', () => {
  test('says who sends what, until when, with the link on a line of its own', () => {
    const { subject, text } = letterOf(invitation);
    expect(subject).toBe('Lời mời vào Lienket, Quảng Ninh');
    expect(text.split('\n')).toContain('https://lienket.example/invitation#abc');
    expect(text).toContain('Trần Thị Lan mời ông/bà');
    expect(text).toContain('đến 09:30, 24/11/2026:');
    expect(text).not.toMatch(/[{}]|trình diễn/);
  });

  test.each(['vi', 'en', 'th'] as const)('is whole in %s, for an invitation and for a reset', (language) => {
    const letters = (['invite', 'reset'] as const).map((kind) =>
      letterOf({ ...invitation, kind, language, demonstration: true }),
    );
    expect(new Set(letters.map(({ subject }) => subject)).size).toBe(2);
    for (const { subject, text } of letters) {
      expect(subject + text).not.toMatch(/[{}]|undefined/);
      expect(text.trim().split('\n').length).toBe(10);
    }
  });

  test.each([
    ['http://evil.example/x', 'http evil example x'],
    ['Xem evil.example nhé', 'Xem evil example nhé'],
    ['a@b.c', 'a b c'],
    ['TS. Nguyễn Văn A', 'TS. Nguyễn Văn A'],
    ['Bình\r\nBcc: x@y.z', 'Bình Bcc x y z'],
    ['Bình\u202Egnoul', 'Bình gnoul'],
    ['{link}', '{link}'],
  ])('a name is no link and no line: %j', (name, shown) => {
    expect(harmless(name)).toBe(shown);
  });

  test('what somebody is called is not looked up again', () => {
    expect(letterOf({ ...invitation, name: '{by}' }).text).toContain('Kính gửi {by},');
  });
});
