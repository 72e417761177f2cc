import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, describe, expect, test } from 'vitest';
import { textOfPdf } from '#platform/pdf/pdf-text.ts';
import { renderPdf, stopPdf } from '#platform/pdf/typst.ts';
import { qrSvg } from '#platform/qr/qr.ts';

const page =
  '#import "/letterhead.typ": *\n#show: letter.with(title: data.at("title", default: none), synthetic: data.at("synthetic", default: false))\n';
const wordsOf = async (data: unknown, body = '#data.words'): Promise<string[]> =>
  textOfPdf(await renderPdf({ template: page + body, data }));
const joined = (pages: readonly string[]): string => pages.join('').replaceAll(/\s+/g, '');

afterAll(stopPdf);

describe('a printed document', () => {
  test('Vietnamese with every mark and Thai come out as written', async () => {
    const words = 'Nguyễn Thị Quỳnh Ưng, xã Đầm Hà: ằẵặẻẽẹểễệỉĩịổỗộởỡợủũụửữựỷỹỵ ĐƯỜNG THẾ KỶ';
    const [first] = await wordsOf({ words });
    expect(first).toContain(words);
    expect(joined(await wordsOf({ words: 'สหกรณ์การเกษตร' }))).toContain('สหกรณ์การเกษตร');
  });

  test.each([
    '#panic("x")',
    '#strong[x] $x^2$ \\ *b* _i_ `c` // d',
    '</text> <b> @ref "quoted" \\u{41} ~ -- ...',
    '#read("/etc/passwd")',
    '= heading',
    '- item',
    '"); #import "x"',
    '{{data}}',
    '😀',
    'a\\',
    "'; drop table",
    '\\"',
    '%PDF-1.4',
    '#set page(width: 1pt)',
  ])('%s in the data stays text', async (words) => {
    expect(joined(await wordsOf({ words }))).toContain(words.replaceAll(/\s+/g, ''));
  });

  test('half characters, control characters and other kinds of value do not break it', async () => {
    expect(joined(await wordsOf({ words: 'a\ud800b\u0000c\u200fd\ufeffe' }))).toMatch(/a.?b.?c.?d.?e/su);
    expect(joined(await wordsOf({ words: { deep: ['x'] }, title: 12 }, '#repr(data.words)'))).toContain('deep');
  });

  test('a word of 100,000 characters and a text of as many are printed to the end', async () => {
    const long = await wordsOf({ words: 'x'.repeat(100_000) });
    expect(joined(long).replaceAll(/[^x]/g, '')).toHaveLength(100_000);
    const words = Array.from({ length: 14_000 }, (_, at) => `từ${at}`).join(' ');
    expect(joined(await wordsOf({ words }))).toContain('từ13999');
  });

  test('data beyond measure is refused with a code', async () => {
    await expect(renderPdf({ template: page, data: 'x'.repeat(9_000_000) })).rejects.toMatchObject({
      code: 'pdf.too-large',
    });
  });

  test('the same data give the same bytes', async () => {
    const [first, second] = await Promise.all(
      [1, 2].map(() => renderPdf({ template: `${page}#data.words`, data: { words: 'một' } })),
    );
    expect(Buffer.from(first!).equals(second!)).toBe(true);
  });
});

describe('the letterhead', () => {
  test('carries the national name and motto, the numbers of the pages, head rows on each page, and those who sign', async () => {
    const body = `#national-heading(issuer: data.issuer, number: "12/HD")
#data-table(("Hàng", "Tiền"), data.rows, aligns: ("start", "end"), foot: ("Cộng", "9"))
#facts((("Bên bán", data.issuer), ("Số", 5), ("Không có", none)))
#qr(data.qr, caption: "id.example.vn · 7K3M")
#signatures(((title: "BÊN BÁN", name: "A"), (title: "BÊN MUA", note: "(ký)")))`;
    const rows = Array.from({ length: 80 }, (_, at) => [`Dòng ${at}`, at]);
    const pages = await wordsOf({ issuer: 'HỢP TÁC XÃ', rows, qr: qrSvg('https://id.example.vn') }, body);
    expect(pages.length).toBeGreaterThan(1);
    expect(pages[0]).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
    expect(pages[0]).toContain('Độc lập - Tự do - Hạnh phúc');
    for (const words of ['Dòng 79', 'Cộng', 'id.example.vn · 7K3M', 'BÊN BÁN', 'BÊN MUA', '(ký)'])
      expect(pages.join('')).toContain(words);
    pages.forEach((words, at) => expect(joined([words])).toContain(`${at + 1}/${pages.length}`));
    expect(pages[1]).toContain('Hàng');
    expect(pages.join('')).not.toContain('DỮ LIỆU MINH HỌA');
  });

  test('invented data are marked on every page', async () => {
    const pages = await wordsOf({ synthetic: true, words: 'x' }, '#data.words #pagebreak() #data.words');
    expect(pages).toHaveLength(2);
    for (const words of pages) expect(words.split('DỮ LIỆU MINH HỌA')).toHaveLength(3);
  });
});

describe('the compiler behind it', () => {
  test('a template that does not compile says why, and the next document is printed', async () => {
    await expect(renderPdf({ template: '#nothing-such', data: 1 })).rejects.toThrow(/unknown variable: nothing-such/);
    expect(await wordsOf({ words: 'sau lỗi' })).toHaveLength(1);
  });

  test('a template reads no file of the machine', async () => {
    for (const path of ['/etc/passwd', '../../etc/passwd', 'package.json']) {
      await expect(renderPdf({ template: `#read("${path}")`, data: 1 })).rejects.toThrow('typst');
    }
  });

  test('the server answers while a document is laid out', async () => {
    const heavy = renderPdf({
      template: `${page}#data-table(("a", "b"), range(6000).map(n => (str(n), str(n * n))))`,
      data: {},
    });
    let longest = 0;
    let beats = 0;
    const beat = async (): Promise<'beat'> => {
      const before = performance.now();
      await pause(5);
      longest = Math.max(longest, performance.now() - before);
      return 'beat';
    };
    while ((await Promise.race([heavy, beat()])) === 'beat') beats += 1;
    expect(beats).toBeGreaterThan(20);
    expect(textOfPdf(await heavy).length).toBeGreaterThan(50);
    expect(longest).toBeLessThan(250);
  });

  test('stopping refuses what waits and a later document starts anew', async () => {
    const waiting = [1, 2, 3].map(() => renderPdf({ template: page, data: {} }));
    const settled = Promise.allSettled(waiting);
    await stopPdf();
    expect((await settled).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(await wordsOf({ words: 'lại' })).toHaveLength(1);
  });
});
