import { crc32, deflateSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Problem } from '#kernel/problem.ts';
import { qrPng } from '#platform/qr/qr.ts';
import { plainPng } from './content-png.ts';

const limits = { leastSide: 16, mostSide: 1_000, mostBytes: 300_000 };
const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

function chunk(name: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), body]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
interface Picture {
  readonly width?: number;
  readonly height?: number;
  readonly rest?: readonly number[];
  readonly pixels?: Buffer;
  readonly more?: readonly Buffer[];
}
function png({ width = 20, height = 20, rest = [8, 6, 0, 0, 0], pixels, more = [] }: Picture = {}): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set(rest, 8);
  const plain = pixels ?? Buffer.alloc((1 + width * 4) * height);
  const parts = [chunk('IHDR', header), ...more, chunk('IDAT', deflateSync(plain)), chunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([signature, ...parts]);
}

const why = (content: Uint8Array): unknown => {
  try {
    plainPng(content, limits);
    return 'taken';
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    return problem.details['why'];
  }
};

describe('a logo', () => {
  test('keeps its pixels, and loses texts, profiles and what stands behind its end', () => {
    const text = chunk('tEXt', Buffer.from('Comment\0<script>alert(1)</script>'));
    const plain = plainPng(png(), limits);
    const dressed = Buffer.concat([
      png({ more: [text, chunk('iCCP', Buffer.alloc(900))] }),
      Buffer.from('PK\u0003\u0004'),
    ]);
    expect(plainPng(dressed, limits)).toEqual(plain);
    expect(Buffer.from(plain.bytes).includes('script')).toBe(false);
    expect(plain).toMatchObject({ width: 20, height: 20 });
  });

  test('comes out of a QR code as it went in, to the pixel', async () => {
    const first = plainPng(await qrPng('https://lienket.example', { moduleSize: 2 }), limits);
    expect(plainPng(first.bytes, limits)).toEqual(first);
  });

  test.each([
    ['another kind of file', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'no-png'],
    ['a cut one', png().subarray(0, 60), 'damaged'],
    ['one with a wrong sum', Buffer.concat([png().subarray(0, 40), Buffer.from([1]), png().subarray(41)]), 'damaged'],
    ['an interlaced one', png({ rest: [8, 6, 0, 0, 1] }), 'unusual'],
    ['one of sixteen bits', png({ rest: [16, 6, 0, 0, 0] }), 'unusual'],
    ['one that unpacks to more than it says', png({ pixels: Buffer.alloc(9_000_000) }), 'damaged'],
    ['one that unpacks to less', png({ pixels: Buffer.alloc(100) }), 'damaged'],
    ['one with an unknown filter', png({ pixels: Buffer.alloc(81 * 20, 9) }), 'damaged'],
    ['a palette without colours', png({ rest: [8, 3, 0, 0, 0], pixels: Buffer.alloc(21 * 20) }), 'damaged'],
    ['a poster', png({ width: 1_001 }), 'too-large'],
    ['a dot', png({ width: 8, height: 8 }), 'too-small'],
    ['one that says it is endless', png({ width: 0xffffffff, pixels: Buffer.alloc(8) }), 'too-large'],
    ['one of many bytes', Buffer.alloc(300_001), 'too-large'],
  ])('%s is refused', (_, content, reason) => {
    expect(why(new Uint8Array(content))).toBe(reason);
  });

  test('whatever the bytes, it is taken or refused with a reason', () => {
    const whole = png();
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 255 }), (at, byte) => {
        const bent = Buffer.from(whole);
        bent[at] = byte;
        expect(typeof why(new Uint8Array(bent))).toBe('string');
      }),
      { numRuns: 500 },
    );
  });
});
