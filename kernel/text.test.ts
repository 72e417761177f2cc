import { expect, test } from 'vitest';
import { line, prose } from './text.ts';

test.each([
  ['a control character', 'a\u0007b'],
  ['half a character', 'a\ud800b'],
  ['a turn of the writing, by which gpj.exe reads as exe.jpg', '\u202egpj.exe'],
  ['an isolate', 'a\u2066b'],
])('%s is in no text', (_, text) => {
  for (const schema of [line(50), prose(50)])
    expect(schema.safeParse(text).error?.issues).toMatchObject([{ message: 'text.control-character' }]);
});

test.each(['Hợp tác xã Đầm Hà', 'สหกรณ์การเกษตร', '👩‍🌾 chanh leo', 'Ω ≥ 3 – “ngoặc”'])('%s stays as it is', (text) => {
  for (const schema of [line(50), prose(50)]) expect(schema.parse(text)).toBe(text);
});

test.each([
  ['nothing but what nobody sees', '\u200b\ufeff\u200d\u2800\u3164'],
  ['a blank', ' \u00a0 '],
])('%s is no name', (_, text) => {
  expect(line(50).safeParse(text).success).toBe(false);
  expect(prose(50).parse(text)).toBe('');
});

test('marks that nobody sees make no other name of it', () => {
  for (const schema of [line(50), prose(50)])
    expect(schema.parse('\ufeffNguyễn\u200b \u200fVăn\u2060 Á\u00adn')).toBe('Nguyễn Văn Án');
});
