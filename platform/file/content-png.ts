import { crc32, deflateSync, inflateSync } from 'node:zlib';
import { Problem } from '#kernel/problem.ts';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Samples in a pixel, by colour type; a palette's index is one. */
const samples: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

export interface PngLimits {
  readonly mostSide: number;
  readonly leastSide: number;
  readonly mostBytes: number;
}

export interface PlainPng {
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
}

const refused = (why: string): Problem => new Problem('unprocessable', 'file.png-refused', { why });

interface Parts {
  header: Buffer | undefined;
  palette: Buffer | undefined;
  alpha: Buffer | undefined;
  readonly pixels: Buffer[];
}

interface Chunk {
  readonly name: string;
  readonly body: Buffer;
  readonly end: number;
}

/** The chunk at this place; refused where it is cut off or its sum is wrong. */
function chunkAt(file: Buffer, at: number): Chunk {
  if (at + 12 > file.length) throw refused('damaged');
  const end = at + 12 + file.readUInt32BE(at);
  if (end > file.length || file.readUInt32BE(end - 4) !== crc32(file.subarray(at + 4, end - 4)))
    throw refused('damaged');
  return { name: file.toString('latin1', at + 4, at + 8), body: file.subarray(at + 8, end - 4), end };
}

function partsOf(file: Buffer): Parts {
  if (!file.subarray(0, 8).equals(signature)) throw refused('no-png');
  const parts: Parts = { header: undefined, palette: undefined, alpha: undefined, pixels: [] };
  for (let at = 8; ;) {
    const { name, body, end } = chunkAt(file, at);
    if (name === 'IEND') return parts;
    if (name === 'IHDR') parts.header ??= body;
    if (name === 'PLTE') parts.palette ??= body;
    if (name === 'tRNS') parts.alpha ??= body;
    if (name === 'IDAT') parts.pixels.push(body);
    at = end;
  }
}

/** Width, height, and how many bytes its pixels take; only what a browser's canvas writes, or simpler. */
function shapeOf(header: Buffer | undefined, { mostSide, leastSide }: PngLimits) {
  if (header?.length !== 13) throw refused('damaged');
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const [depth, colour, compression, filter, interlace] = header.subarray(8);
  const channels = samples[colour!];
  if (channels === undefined || depth !== 8 || compression !== 0 || filter !== 0 || interlace !== 0)
    throw refused('unusual');
  if (Math.min(width, height) < leastSide) throw refused('too-small');
  if (Math.max(width, height) > mostSide) throw refused('too-large');
  return { width, height, row: 1 + width * channels, isPalette: colour === 3 };
}

function pixelsOf(packed: readonly Buffer[], size: number): Buffer {
  try {
    // One byte more than there may be: whatever has it unpacks to too much.
    return inflateSync(Buffer.concat(packed), { maxOutputLength: size + 1 });
  } catch {
    throw refused('damaged');
  }
}

function chunk(name: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), body]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

/** A palette and its transparencies as they may stand in a plain picture; refused where its colours are missing. */
function paletteOf({ palette, alpha }: Parts): Buffer[] {
  if (palette === undefined || palette.length % 3 !== 0 || palette.length > 768) throw refused('damaged');
  const clear = alpha !== undefined && alpha.length <= 256 ? [chunk('tRNS', alpha)] : [];
  return [chunk('PLTE', palette), ...clear];
}

/** Every row begins with one of the five filters. */
const isFiltered = (plain: Buffer, row: number): boolean =>
  Array.from({ length: plain.length / row }, (_, at) => plain[at * row]!).every((filter) => filter <= 4);

/**
 * A PNG written anew from its pixels: no texts, no profiles, nothing behind the end. What is damaged, interlaced, of
 * more than eight bits or out of measure is refused (`file.png-refused`), and so is every other kind of file.
 */
export function plainPng(content: Uint8Array, limits: PngLimits): PlainPng {
  if (content.length > limits.mostBytes) throw refused('too-large');
  const parts = partsOf(Buffer.from(content.buffer, content.byteOffset, content.byteLength));
  const { width, height, row, isPalette } = shapeOf(parts.header, limits);
  const palette = isPalette ? paletteOf(parts) : [];
  const plain = pixelsOf(parts.pixels, row * height);
  if (plain.length !== row * height || !isFiltered(plain, row)) throw refused('damaged');
  const written = Buffer.concat([
    signature,
    chunk('IHDR', parts.header!),
    ...palette,
    chunk('IDAT', deflateSync(plain, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
  if (written.length > limits.mostBytes) throw refused('too-large');
  return { width, height, bytes: new Uint8Array(written) };
}
