import { describe, expect, test } from 'vitest';
import { saidOf } from './import-said.ts';

describe('what is said of a whole sheet at the console', () => {
  test('is nothing, or the consent with its paper or spoken', () => {
    expect(saidOf({})).toEqual({});
    expect(saidOf({ 'consent-on': '2026-01-05', 'consent-paper': 'Danh sách ký' })).toEqual({
      consent: { way: 'paper', givenOn: '2026-01-05', document: 'Danh sách ký' },
    });
    expect(saidOf({ 'consent-on': '2026-01-05', 'consent-spoken': true })).toEqual({
      consent: { way: 'spoken', givenOn: '2026-01-05' },
    });
  });

  test('is the paper of a change, whole', () => {
    const paper = { document: '15/QĐ-HTX', 'document-on': '2026-02-20', issuer: 'Đại hội thành viên' };
    expect(saidOf({ 'change-on': '2026-03-02', ...paper, 'legal-basis': 'Luật số 17/2023/QH15' })).toEqual({
      change: {
        onDay: '2026-03-02',
        document: { number: '15/QĐ-HTX', on: '2026-02-20', issuer: 'Đại hội thành viên' },
        legalBasis: 'Luật số 17/2023/QH15',
      },
    });
  });

  test.each([
    [{ 'consent-on': '2026-01-05' }, '--consent-on: expected with it --consent-paper TEXT or --consent-spoken'],
    [
      { 'consent-on': '2026-01-05', 'consent-paper': 'Danh sách', 'consent-spoken': true },
      '--consent-on: expected with it --consent-paper TEXT or --consent-spoken',
    ],
    [{ 'consent-spoken': true }, '--consent-on: expected a day as 2026-01-31'],
    [{ 'consent-on': '05/01/2026', 'consent-paper': 'Danh sách' }, '--consent-on: expected a day as 2026-01-31'],
    [{ 'change-on': '2026-03-02', document: '15/QĐ-HTX' }, /^--document-on: .*\n--issuer: /],
    [{ issuer: 'Đại hội thành viên' }, /^--change-on: .*\n--document: .*\n--document-on: /],
  ])('%o is refused with every option that is missing', (options, said) => {
    expect(() => saidOf(options)).toThrow(said);
  });
});
