import { deflateRawSync } from 'node:zlib';
import { crc32 } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Problem } from '#kernel/problem.ts';
import { checkZipParts, zipEntries } from '#platform/file/content-zip.ts';
import { contentOf } from '#platform/file/content.ts';
import { qrPng } from '#platform/qr/qr.ts';

const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text));
const latin = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));
const codeOf = (act: () => unknown): string => {
  try {
    act();
    return 'taken';
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    return problem.code;
  }
};
const kindOrCode = (content: Uint8Array): string => {
  let kind = '';
  const code = codeOf(() => (kind = contentOf(content).kind));
  return code === 'taken' ? kind : code;
};

interface Part {
  name: string;
  content: Uint8Array;
  claimed?: number;
  flags?: number;
}
/** A ZIP archive whose directory may lie. */
function zip(parts: readonly Part[]): Uint8Array {
  const chunks: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, content, claimed = content.length, flags = 0 } of parts) {
    const packed = deflateRawSync(content);
    const head = Buffer.alloc(30 + name.length);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(8, 8);
    head.writeUInt16LE(name.length, 26);
    head.write(name, 30);
    const entry = Buffer.alloc(46 + name.length);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(flags, 8);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(crc32(content), 16);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(claimed, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(at, 42);
    entry.write(name, 46);
    chunks.push(head, packed);
    directory.push(entry);
    at += head.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(at, 16);
  return new Uint8Array(Buffer.concat([...chunks, ...directory, end]));
}
const sheetParts: Part[] = [
  { name: '[Content_Types].xml', content: bytes('<Types/>') },
  { name: 'xl/workbook.xml', content: bytes('<workbook/>') },
];

describe('what a file is', () => {
  test('is told by its content', async () => {
    const png = await qrPng('x', { moduleSize: 2 });
    expect(contentOf(png)).toMatchObject({
      kind: 'png',
      mediaType: 'image/png',
      width: 58,
      height: 58,
      byteLength: png.length,
    });
    expect(kindOrCode(latin('%PDF-1.7\n…\n%%EOF\n'))).toBe('pdf');
    expect(kindOrCode(zip(sheetParts))).toBe('xlsx');
    expect(kindOrCode(bytes('tên;số\nHợp tác xã;5\n'))).toBe('csv');
    expect(kindOrCode(bytes('\ufeffa,b\r\n"x,y",2'))).toBe('csv');
    expect(kindOrCode(bytes('ngày, tháng\nmột dòng khác'))).toBe('text');
    expect(kindOrCode(bytes('Biên bản họp\nngày 23/11/2026'))).toBe('text');
    expect(kindOrCode(bytes('{"type":"FeatureCollection","features":[]}'))).toBe('geojson');
    expect(kindOrCode(bytes('[{"type":"x"}]'))).toBe('json');
  });

  test('its fingerprint is the SHA-256 of its bytes', () => {
    expect(contentOf(bytes('abc')).sha256).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  test.each([
    ['a picture that is markup', bytes('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['a page', bytes(' \n<!DOCTYPE html><p>')],
    ['a page behind some words', bytes('hello <script>alert(1)</script>')],
    ['XML', bytes('<?xml version="1.0"?><a/>')],
    ['a programme', latin('MZ\u0090\u0000\u0003')],
    ['a GIF', latin('GIF89a\u0001\u0000')],
    ['another archive', zip([{ name: 'word/document.xml', content: bytes('<a/>') }])],
    ['text in another encoding', latin('H\u00f4\u00e0 b\u00ecnh')],
    ['text with control characters', bytes('a\u0000b')],
  ])('%s is refused', (_, content) => {
    expect(kindOrCode(content)).toBe('file.type-refused');
  });

  test.each([
    ['a quote that is never closed', 'text', `"${'a'.repeat(18_000_000)}`],
    ['nothing but quotes', 'text', '"'.repeat(18_000_001)],
    ['brackets within brackets', 'text', '['.repeat(9_000_000) + ']'.repeat(9_000_000)],
    ['a long list of nothing', 'csv', `[${'{},'.repeat(5_900_000)}1]`],
  ])('%s is %s, and told at once', (_, kind, content) => {
    const began = performance.now();
    expect(kindOrCode(bytes(content))).toBe(kind);
    expect(performance.now() - began).toBeLessThan(2_500);
  });

  test('a kind that is kept elsewhere is refused where it is not wanted', () => {
    expect(codeOf(() => contentOf(bytes('a,b\n1,2'), ['pdf']))).toBe('file.type-refused');
  });

  test('nothing, and more than 20 MB, are refused', () => {
    expect(kindOrCode(new Uint8Array())).toBe('file.empty');
    expect(kindOrCode(new Uint8Array(20 * 1024 * 1024 + 1).fill(65))).toBe('file.too-large');
    expect(kindOrCode(new Uint8Array(20 * 1024 * 1024).fill(65))).toBe('text');
  });

  test('a PDF cut off on its way is refused', () => {
    expect(kindOrCode(latin('%PDF-1.7\nand so on'))).toBe('file.malformed');
  });

  test('old spreadsheets and passwords are told apart', () => {
    const ole = (name: string): Uint8Array =>
      new Uint8Array(
        Buffer.concat([
          latin('\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1'),
          Buffer.alloc(600),
          Buffer.from(name, 'utf16le'),
        ]),
      );
    expect([kindOrCode(ole('EncryptedPackage')), kindOrCode(ole('Workbook')), kindOrCode(ole('WordDocument'))]).toEqual(
      ['file.password-protected', 'file.old-spreadsheet', 'file.type-refused'],
    );
    expect(kindOrCode(zip([...sheetParts, { name: 'x.xml', content: bytes('x'), flags: 1 }]))).toBe(
      'file.password-protected',
    );
    expect(kindOrCode(zip([...sheetParts, { name: 'xl/vbaProject.bin', content: bytes('x') }]))).toBe('file.macros');
  });

  test('whatever the bytes, there is an answer or a coded refusal', () => {
    const heads = [
      '',
      'PK\u0003\u0004',
      '\u0089PNG\r\n\u001a\n',
      '\u00ff\u00d8\u00ff',
      'RIFF1234WEBPVP8 ',
      'RIFF1234WEBPVP8L',
      '%PDF-',
      '{',
    ].map(latin);
    fc.assert(
      fc.property(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 200 }), (head, rest) => {
        expect(typeof kindOrCode(new Uint8Array([...head, ...rest]))).toBe('string');
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('pictures', () => {
  const webp = (chunk: string, body: number[]): Uint8Array =>
    new Uint8Array([
      ...latin(`RIFF\u0000\u0000\u0000\u0000WEBP${chunk}\u0000\u0000\u0000\u0000`),
      ...body,
      ...Array<number>(16).fill(0),
    ]);
  const jpeg = (width: number, height: number): Uint8Array =>
    new Uint8Array([
      0xff,
      0xd8,
      0xff,
      0xe0,
      0,
      4,
      1,
      2,
      0xff,
      0xc2,
      0,
      11,
      8,
      height >> 8,
      height & 255,
      width >> 8,
      width & 255,
      1,
      1,
      0x11,
      0,
    ]);

  test('their size is read from each kind of header', () => {
    expect(contentOf(jpeg(4000, 3000))).toMatchObject({ kind: 'jpeg', width: 4000, height: 3000 });
    expect(contentOf(webp('VP8X', [0, 0, 0, 0, 0x9f, 0x0f, 0, 0xb7, 0x0b, 0]))).toMatchObject({
      width: 4000,
      height: 3000,
    });
    expect(contentOf(webp('VP8L', [0x2f, 0x9f, 0xcf, 0xed, 0x02]))).toMatchObject({ width: 4000, height: 2999 + 1 });
    expect(contentOf(webp('VP8 ', [0, 0, 0, 0x9d, 1, 0x2a, 0xa0, 0x0f, 0xb8, 0x0b]))).toMatchObject({
      width: 4000,
      height: 3000,
    });
  });

  test('60 megapixels are taken, and not a row more', () => {
    expect(kindOrCode(jpeg(10_000, 6_000))).toBe('jpeg');
    expect(kindOrCode(jpeg(10_000, 6_001))).toBe('file.image-too-large');
  });

  test('a header without a size is refused', () => {
    expect(kindOrCode(latin('\u00ff\u00d8\u00ff\u00d9'))).toBe('file.malformed');
    expect(kindOrCode(jpeg(0, 10))).toBe('file.malformed');
  });
});

describe('archives', () => {
  const big = new Uint8Array(60_000_000);

  test('one that unpacks beyond measure is refused before anything is unpacked', () => {
    expect(kindOrCode(zip([...sheetParts, { name: 'a.xml', content: big }]))).toBe('file.unpacks-too-large');
    expect(
      kindOrCode(
        zip([...sheetParts, ...Array.from({ length: 2_000 }, (_, at) => ({ name: `${at}`, content: bytes('x') }))]),
      ),
    ).toBe('file.unpacks-too-large');
  });

  test('one that lies about its size is found out without being unpacked to the end', () => {
    const liar = zip([...sheetParts, { name: 'a.xml', content: big, claimed: 900_000 }]);
    expect(kindOrCode(liar)).toBe('xlsx');
    expect(codeOf(() => checkZipParts(liar, zipEntries(liar)))).toBe('file.malformed');
  });

  test('parts that share their bytes or their name are refused', () => {
    const two = zip([
      ...sheetParts,
      { name: 'a.xml', content: bytes('x'.repeat(99)) },
      { name: 'b.xml', content: bytes('y'.repeat(99)) },
    ]);
    const view = new DataView(two.buffer);
    const last = two.length - 22 - 46 - 5;
    view.setUint32(last + 42, view.getUint32(last - 46 - 5 + 42, true), true);
    expect(kindOrCode(two)).toBe('file.malformed');
    expect(kindOrCode(zip([...sheetParts, { name: 'XL/workbook.xml', content: bytes('x') }]))).toBe('file.malformed');
  });

  test.each(['<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', ' <!ENTITY b "c">', '\ufeff<\u0000a\u0000>'])(
    'XML with %j is refused',
    (xml) => {
      const archive = zip([...sheetParts, { name: 'xl/sharedStrings.xml', content: bytes(xml) }]);
      expect(codeOf(() => checkZipParts(archive, zipEntries(archive)))).toBe('file.xml-refused');
    },
  );

  test('a cut archive is refused', () => {
    const whole = zip(sheetParts);
    for (let length = 4; length < whole.length; length += 7)
      expect(kindOrCode(whole.slice(0, length))).not.toBe('xlsx');
  });
});
