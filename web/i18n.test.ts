import { beforeAll, describe, expect, test } from 'vitest';
import i18next from 'i18next';
import { startWords, switchLanguage, wordsReady } from '#web/i18n.ts';
import { namespaces, wordFiles } from '#web/i18n-words.ts';
import { languages } from '#web/lib/language.ts';
import { ApiProblem } from '#web/lib/api-problem.ts';
import { fieldText, obstacleTexts, problemText } from '#web/lib/problem-text.ts';

type Tree = { readonly [key: string]: string | Tree };
const flat = (tree: Tree, at = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[at + key, value]] : flat(value, `${at}${key}.`),
  );
const values = (text: string) => [...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name]) => name!).sort();

describe.each(namespaces)('the words of %s', (namespace) => {
  test('are there in all three languages, none empty, each with the same values', async () => {
    const [vi, en, th] = await Promise.all(
      languages.map(
        async (language) => new Map(flat((await wordFiles[namespace][language]()).words as unknown as Tree)),
      ),
    );
    for (const [key, text] of vi!) {
      for (const other of [en!, th!]) {
        expect(other.get(key)?.trim(), key).toBeTruthy();
        expect(values(other.get(key)!), key).toEqual(values(text));
      }
      if (key.endsWith('_other')) expect(en!.get(key.replace(/_other$/, '_one')), key).toBeTruthy();
    }
  });

  test('are each in the script of their language', async () => {
    const th = flat((await wordFiles[namespace].th()).words);
    // What a contract says by default is Vietnamese in every language: the contract is.
    const untranslated = th.filter(
      ([key, text]) => !key.endsWith('Default') && /[ăâđêôơưạ-ỹ]/i.test(text) && !/[ก-๙]/.test(text),
    );
    expect(untranslated).toEqual([]);
  });
});

describe('words of problems', () => {
  beforeAll(async () => {
    await startWords('vi');
    await wordsReady(['linkage']);
  });

  test('an unknown code falls back to its status; the network has words of its own', () => {
    expect(problemText(new ApiProblem(403, 'linkage.x.y'))).toBe(
      'Không có hồ sơ này, hoặc bạn không có quyền làm việc này.',
    );
    expect(problemText(new ApiProblem(418, 'linkage.x.y'))).toBe('Có lỗi ngoài dự kiến. Hãy thử lại.');
    expect(problemText(new ApiProblem(0, 'network.unreachable'))).toContain('Không kết nối được máy chủ');
  });

  test("a context's own words come first, for the code and for every obstacle", () => {
    i18next.addResourceBundle(
      'vi',
      'linkage',
      { problem: { boat: { full: 'Thuyền đầy {{people}} người' } }, obstacle: { boat: { wet: 'Ướt' }, dark: 'Tối' } },
      true,
    );
    const problem = new ApiProblem(409, 'linkage.boat.full', {
      people: 7,
      obstacles: ['wet', { code: 'dark' }, 'unheard-of'],
    });
    expect(problemText(problem)).toBe('Thuyền đầy 7 người');
    expect(obstacleTexts(problem)).toEqual(['Ướt', 'Tối', 'unheard-of']);
  });

  test('a field says what is wrong with it', () => {
    expect(fieldText({ code: 'invalid_type', input: undefined })).toBe('Cần điền mục này.');
    expect(fieldText({ code: 'too_big', origin: 'string', maximum: 80 })).toBe('Nhiều nhất 80 ký tự.');
    expect(fieldText({ code: 'custom', message: 'day.out-of-range' })).toBe('Ngày ngoài khoảng cho phép.');
    expect(fieldText({ code: 'custom', message: 'people.role.organisation-missing' })).toBe(
      'Chọn tổ chức mà vai trò này thuộc về.',
    );
    expect(fieldText({ path: 'x', code: 'never-heard' })).toBe('Giá trị chưa hợp lệ.');
  });

  test('a switch of language changes words, numbers and counts together', async () => {
    await switchLanguage('en');
    expect(i18next.t('shell:table.rows', { count: 1 })).toBe('1 row');
    expect(i18next.t('shell:table.rows', { count: 44_377 })).toBe('44,377 rows');
    await switchLanguage('vi');
    expect(i18next.t('shell:table.rows', { count: 44_377 })).toBe('44.377 dòng');
  });
});
