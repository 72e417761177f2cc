import { crc32, inflateRawSync } from 'node:zlib';
import { Problem } from '#kernel/problem.ts';

export interface ZipEntry {
  readonly name: string;
  readonly packed: number;
  readonly unpacked: number;
  readonly at: number;
  readonly method: number;
  readonly crc: number;
  readonly isEncrypted: boolean;
}

export interface ZipLimits {
  readonly mostEntries: number;
  readonly mostUnpacked: number;
  /** How many times larger than packed a part beyond a megabyte may be. */
  readonly mostRatio: number;
}

export const sheetLimits: ZipLimits = { mostEntries: 2_000, mostUnpacked: 200_000_000, mostRatio: 150 };

const broken = (why: string): Problem => new Problem('unprocessable', 'file.malformed', { why });
const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const localMark = 0x04034b50;

function endAt(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 22 - 65_535);
  for (let at = view.byteLength - 22; at >= lowest; at -= 1) {
    if (view.getUint32(at, true) === endMark && at + 22 + view.getUint16(at + 20, true) === view.byteLength) return at;
  }
  throw broken('zip-end');
}

function entryAt(bytes: Buffer, at: number): { entry: ZipEntry; next: number } {
  if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== entryMark) throw broken('zip-directory');
  const nameLength = bytes.readUInt16LE(at + 28);
  const next = at + 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  const entry = {
    name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
    packed: bytes.readUInt32LE(at + 20),
    unpacked: bytes.readUInt32LE(at + 24),
    at: bytes.readUInt32LE(at + 42),
    method: bytes.readUInt16LE(at + 10),
    crc: bytes.readUInt32LE(at + 16),
    isEncrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
  };
  // Sizes of 4 GB stand for ZIP64, which no file of 20 MB needs.
  if ([entry.packed, entry.unpacked, entry.at].includes(0xffffffff)) throw broken('zip64');
  return { entry, next };
}

const bufferOf = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** The central directory of a ZIP archive; nothing is unpacked. */
export function zipEntries(bytes: Uint8Array): ZipEntry[] {
  const buffer = bufferOf(bytes);
  if (buffer.length < 22) throw broken('zip-end');
  const end = endAt(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const [count, size, start] = [
    buffer.readUInt16LE(end + 10),
    buffer.readUInt32LE(end + 12),
    buffer.readUInt32LE(end + 16),
  ];
  if (start + size !== end) throw broken('zip-directory');
  const entries: ZipEntry[] = [];
  let at = start;
  for (let number = 0; number < count; number += 1) {
    const { entry, next } = entryAt(buffer, at);
    entries.push(entry);
    at = next;
  }
  if (at !== end) throw broken('zip-directory');
  return entries;
}

/** Refuses what claims to unpack beyond measure, and parts that share their bytes. */
export function checkZipClaims(entries: readonly ZipEntry[], limits: ZipLimits): void {
  const unpacked = entries.reduce((sum, entry) => sum + entry.unpacked, 0);
  if (entries.length > limits.mostEntries || unpacked > limits.mostUnpacked) {
    throw new Problem('unprocessable', 'file.unpacks-too-large', { parts: entries.length, bytes: unpacked });
  }
  for (const { name, packed, unpacked: size, isEncrypted } of entries) {
    if (isEncrypted) throw new Problem('unprocessable', 'file.password-protected');
    if (size > 1_000_000 && size > packed * limits.mostRatio) {
      throw new Problem('unprocessable', 'file.unpacks-too-large', { part: name, bytes: size });
    }
  }
  const ordered = entries.toSorted((a, b) => a.at - b.at);
  for (const [index, entry] of ordered.entries()) {
    const next = ordered[index + 1];
    if (next && entry.at + 30 + entry.packed > next.at) throw broken('zip-overlap');
  }
  if (new Set(entries.map(({ name }) => name.toLowerCase())).size !== entries.length) throw broken('zip-name-twice');
}

/** One part unpacked, and no byte beyond what the directory claimed. */
export function unpacked(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const buffer = bufferOf(bytes);
  if (entry.at + 30 > buffer.length || buffer.readUInt32LE(entry.at) !== localMark) throw broken('zip-part');
  const nameEnd = entry.at + 30 + buffer.readUInt16LE(entry.at + 26);
  if (buffer.toString('utf8', entry.at + 30, nameEnd) !== entry.name) throw broken('zip-part');
  const start = nameEnd + buffer.readUInt16LE(entry.at + 28);
  const packed = buffer.subarray(start, start + entry.packed);
  const whole = entry.method === 0 ? packed : inflated(packed, entry);
  if (whole.length !== entry.unpacked || crc32(whole) !== entry.crc) throw broken('zip-size');
  return whole;
}

function inflated(packed: Buffer, entry: ZipEntry): Uint8Array {
  if (entry.method !== 8) throw broken('zip-method');
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.unpacked) });
  } catch {
    throw broken('zip-size');
  }
}

const isXml = (name: string): boolean => /\.(xml|rels|vml)$/i.test(name);

/** Unpacks every part once: sizes are as claimed, and no XML declares a document type or entities. */
export function checkZipParts(bytes: Uint8Array, entries: readonly ZipEntry[]): void {
  for (const entry of entries) {
    const part = Buffer.from(unpacked(bytes, entry));
    if (!isXml(entry.name)) continue;
    // In UTF-16 every second byte of the first letters is zero; Office writes UTF-8.
    if (part.subarray(0, 64).includes(0)) throw new Problem('unprocessable', 'file.xml-refused', { part: entry.name });
    if (part.includes('<!DOCTYPE') || part.includes('<!ENTITY')) {
      throw new Problem('unprocessable', 'file.xml-refused', { part: entry.name });
    }
  }
}
