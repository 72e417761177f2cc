import { createHash } from 'node:crypto';
import { Problem } from '#kernel/problem.ts';
import { imageSize, type ImageSize } from '#platform/file/content-image.ts';
import { checkZipClaims, sheetLimits, zipEntries } from '#platform/file/content-zip.ts';

/** What may be kept: the type is told by the content, never by name or header. */
export const contentTypes = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  text: 'text/plain; charset=utf-8',
  geojson: 'application/geo+json',
  json: 'application/json',
} as const;
export type ContentKind = keyof typeof contentTypes;

export interface Content extends Partial<ImageSize> {
  readonly kind: ContentKind;
  readonly mediaType: string;
  readonly byteLength: number;
  readonly sha256: string;
}

export const mostFileBytes = 20 * 1024 * 1024;
export const mostPixels = 60_000_000;

const refused = (found: string): Problem => new Problem('unsupported-media', 'file.type-refused', { found });

const startsWith = (bytes: Uint8Array, text: string, at = 0): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1', at, at + text.length) === text;

/** Files of the old Office, which are also the wrapping of a file with a password. */
function oleProblem(bytes: Uint8Array): Problem {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const holds = (name: string): boolean => buffer.includes(Buffer.from(name, 'utf16le'));
  if (holds('EncryptedPackage')) return new Problem('unprocessable', 'file.password-protected');
  if (holds('Workbook') || holds('Book')) return new Problem('unprocessable', 'file.old-spreadsheet');
  return refused('ole');
}

function zipKind(bytes: Uint8Array): ContentKind {
  const entries = zipEntries(bytes);
  checkZipClaims(entries, sheetLimits);
  const names = new Set(entries.map(({ name }) => name.toLowerCase()));
  if (!names.has('[content_types].xml') || !names.has('xl/workbook.xml')) throw refused('zip');
  if ([...names].some((name) => name.endsWith('vbaproject.bin'))) throw new Problem('unprocessable', 'file.macros');
  return 'xlsx';
}

const isControl = (byte: number): boolean => (byte < 32 && ![9, 10, 12, 13].includes(byte)) || byte === 127;

function decodedText(bytes: Uint8Array): string {
  if (bytes.some(isControl)) throw refused('binary');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw refused('binary');
  }
}

const geometries =
  'Point MultiPoint LineString MultiLineString Polygon MultiPolygon GeometryCollection Feature FeatureCollection';
const geoTypes: ReadonlySet<unknown> = new Set(geometries.split(' '));

/** Reading more than this would keep everybody else waiting: what is larger is kept as the text it is. */
const mostJsonChars = 500_000;

function jsonKind(text: string): ContentKind | undefined {
  if (text.length > mostJsonChars || !/^\s*[{[]/.test(text)) return undefined;
  try {
    const value = JSON.parse(text) as { type?: unknown };
    return geoTypes.has(value.type) ? 'geojson' : 'json';
  } catch {
    return undefined;
  }
}

// Whole lines up to here: a pattern that goes over millions of letters ends in a fault.
const mostTableChars = 20_000;

/** The first lines have the same number of the same separator. */
function isTable(text: string): boolean {
  const isWhole = text.length <= mostTableChars;
  const head = isWhole ? text : text.slice(0, text.lastIndexOf('\n', mostTableChars) + 1 || mostTableChars);
  const lines = head.split(/\r?\n/, 6).filter((line) => line !== '');
  return [',', ';', '\t'].some((separator) => {
    const counts = lines.map((line) => line.replaceAll(/"(?:[^"]|"")*"/g, '').split(separator).length);
    return counts[0]! > 1 && counts.every((count) => count === counts[0]);
  });
}

function textKind(bytes: Uint8Array): ContentKind {
  const text = decodedText(bytes);
  const json = jsonKind(text);
  if (json) return json;
  // Browsers look this far for markup in what claims to be text.
  if (/^\s*<|<(!doctype|html|head|body|script|svg|iframe|\?xml)\b/i.test(text.slice(0, 2_000))) throw refused('markup');
  return isTable(text) ? 'csv' : 'text';
}

function kindOf(bytes: Uint8Array): ContentKind {
  if (startsWith(bytes, '%PDF-')) {
    if (!Buffer.from(bytes.subarray(-2_048)).includes('%%EOF'))
      throw new Problem('unprocessable', 'file.malformed', { why: 'pdf-end' });
    return 'pdf';
  }
  if (startsWith(bytes, '\u0089PNG\r\n\u001a\n')) return 'png';
  if (startsWith(bytes, '\u00ff\u00d8\u00ff')) return 'jpeg';
  if (startsWith(bytes, 'RIFF') && startsWith(bytes, 'WEBP', 8)) return 'webp';
  if (startsWith(bytes, 'PK')) return zipKind(bytes);
  if (startsWith(bytes, '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1')) throw oleProblem(bytes);
  return textKind(bytes);
}

function sizeOf(kind: ContentKind, bytes: Uint8Array): ImageSize | undefined {
  if (kind !== 'png' && kind !== 'jpeg' && kind !== 'webp') return undefined;
  const size = imageSize(kind, bytes);
  if (!size) throw new Problem('unprocessable', 'file.malformed', { why: 'image-size' });
  if (size.width * size.height > mostPixels)
    throw new Problem('unprocessable', 'file.image-too-large', { ...size, most: mostPixels });
  return size;
}

/** What a file is, by its content. A Problem when it is none of the kinds that are kept, or not one of those allowed here. */
export function contentOf(bytes: Uint8Array, allowed?: readonly ContentKind[]): Content {
  if (bytes.length === 0) throw new Problem('unprocessable', 'file.empty');
  if (bytes.length > mostFileBytes) throw new Problem('too-large', 'file.too-large', { most: mostFileBytes });
  const kind = kindOf(bytes);
  if (allowed && !allowed.includes(kind)) throw refused(kind);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { kind, mediaType: contentTypes[kind], byteLength: bytes.length, sha256, ...sizeOf(kind, bytes) };
}
