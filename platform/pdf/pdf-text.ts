import { inflateSync } from 'node:zlib';

/** The words on each page of a PDF that Typst made, so that a test can read what a person would. */
export function textOfPdf(pdf: Uint8Array): string[] {
  const objects = objectsOf(Buffer.from(pdf).toString('latin1'));
  return pagesOf(objects).map((page) => pageText(objects, page));
}

type Objects = ReadonlyMap<number, string>;

function objectsOf(source: string): Objects {
  const objects = new Map<number, string>();
  for (const match of source.matchAll(/(\d+) 0 obj\b([\s\S]*?)\bendobj\b/g)) objects.set(Number(match[1]), match[2]!);
  for (const body of objects.values()) {
    if (!/\/Type\s*\/ObjStm\b/.test(body)) continue;
    const inside = streamOf(body);
    const first = Number(/\/First (\d+)/.exec(body)?.[1]);
    const numbers = inside.slice(0, first).trim().split(/\s+/).map(Number);
    for (let at = 0; at < numbers.length; at += 2) {
      const next = numbers[at + 3];
      objects.set(numbers[at]!, inside.slice(first + numbers[at + 1]!, next === undefined ? undefined : first + next));
    }
  }
  return objects;
}

function streamOf(body: string): string {
  const start = /\bstream\r?\n/.exec(body);
  if (!start) return '';
  const raw = body.slice(start.index + start[0].length, body.lastIndexOf('endstream'));
  if (!body.slice(0, start.index).includes('/FlateDecode')) return raw;
  return inflateSync(Buffer.from(raw, 'latin1')).toString('latin1');
}

const refs = (text = ''): number[] => [...text.matchAll(/(\d+) 0 R/g)].map((match) => Number(match[1]));

function pagesOf(objects: Objects): string[] {
  const walk = (number: number): string[] => {
    const body = objects.get(number) ?? '';
    const kids = /\/Kids\s*\[([^\]]*)\]/.exec(body);
    return kids ? refs(kids[1]).flatMap(walk) : [body];
  };
  const catalog = [...objects.values()].find((body) => /\/Type\s*\/Catalog\b/.test(body)) ?? '';
  return walk(refs(/\/Pages \d+ 0 R/.exec(catalog)?.[0])[0] ?? -1);
}

type Letters = ReadonlyMap<number, string>;

const utf16 = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le');

function lettersOf(objects: Objects, font: number): Letters {
  const [map = -1] = refs(/\/ToUnicode \d+ 0 R/.exec(objects.get(font) ?? '')?.[0]);
  const letters = new Map<number, string>();
  const source = streamOf(objects.get(map) ?? '');
  for (const block of source.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, code, hex] of block[1]!.matchAll(/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g))
      letters.set(Number.parseInt(code!, 16), utf16(hex!));
  }
  return letters;
}

function fontsOf(objects: Objects, page: string): Map<string, Letters> {
  const resources =
    page +
    refs(/\/Resources \d+ 0 R/.exec(page)?.[0])
      .map((number) => objects.get(number))
      .join('');
  const dict =
    resources +
    refs(/\/Font \d+ 0 R/.exec(resources)?.[0])
      .map((number) => objects.get(number))
      .join('');
  const named = [...dict.matchAll(/\/(f\d+) (\d+) 0 R/g)];
  return new Map(named.map(([, name, number]) => [name!, lettersOf(objects, Number(number))]));
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

function bytesOf(token: string): Buffer {
  if (token.startsWith('<')) return Buffer.from(token.slice(1, -1), 'hex');
  const plain = token
    .slice(1, -1)
    .replaceAll(/\\([0-7]{1,3}|[\s\S])/g, (_, code: string) =>
      /^[0-7]/.test(code) ? String.fromCharCode(Number.parseInt(code, 8)) : (escapes[code] ?? code),
    );
  return Buffer.from(plain, 'latin1');
}

function lettersIn(token: string, letters: Letters | undefined): string {
  const bytes = bytesOf(token);
  const codes = Array.from({ length: bytes.length >> 1 }, (_, at) => bytes.readUInt16BE(at * 2));
  return codes.map((code) => letters?.get(code) ?? '').join('');
}

// A literal string may hold parentheses in pairs without escaping them.
const inner = String.raw`\\[\s\S]|[^\\()]`;
const literal = String.raw`\((?:${inner}|\((?:${inner}|\((?:${inner})*\))*\))*\)`;
const token = new RegExp(String.raw`/(f\d+) [\d.]+ Tf|(BDC|BMC)\n|(<[0-9A-Fa-f]+>|${literal})`, 'g');

function pageText(objects: Objects, page: string): string {
  const fonts = fontsOf(objects, page);
  const content = refs(/\/Contents (?:\[[^\]]*\]|\d+ 0 R)/.exec(page)?.[0])
    .map((number) => streamOf(objects.get(number) ?? ''))
    .join('\n');
  const tokens = content.matchAll(token);
  let text = '';
  let letters: Letters | undefined;
  for (const [, font, marked, shown] of tokens) {
    if (font) letters = fonts.get(font);
    if (marked) text += '\n';
    if (shown) text += lettersIn(shown, letters);
  }
  return text;
}
