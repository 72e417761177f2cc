import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { qrPng, qrSvg } from '#platform/qr/qr.ts';

const link = 'https://id.example.vn/01/09520123456788/10/CL26';
// 49 characters at correction M need version 3, which has 29 modules a side.
const modules = 29;

const channels: Record<number, number> = { 0: 1, 2: 3, 6: 4 };

/** The pixels of an unfiltered PNG of eight bits a channel, true where dark. */
function darkIn(png: Uint8Array): boolean[][] {
  const view = new DataView(png.buffer, png.byteOffset);
  const [width, depth, each] = [view.getUint32(16), png[24]!, channels[png[25]!]!];
  expect(depth).toBe(8);
  const parts: Uint8Array[] = [];
  for (let at = 8; at < png.length;) {
    const length = view.getUint32(at);
    if (String.fromCharCode(...png.subarray(at + 4, at + 8)) === 'IDAT')
      parts.push(png.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  const raw = inflateSync(Buffer.concat(parts));
  const stride = width * each + 1;
  return Array.from({ length: raw.length / stride }, (_, row) => {
    expect(raw[row * stride]).toBe(0);
    return Array.from({ length: width }, (_, x) => raw[row * stride + 1 + x * each]! < 128);
  });
}

test.each([2, 4, 6, 12] as const)(
  'a PNG has square modules of %i pixels and four white modules around it',
  async (moduleSize) => {
    const png = await qrPng(link, { moduleSize });
    expect([...png.subarray(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);
    const dark = darkIn(png);
    const quiet = 4 * moduleSize;
    expect([dark.length, dark[0]!.length]).toEqual([(modules + 8) * moduleSize, (modules + 8) * moduleSize]);
    const edge = [...dark.slice(0, quiet), ...dark.slice(-quiet)]
      .flat()
      .concat(dark.flatMap((row) => [...row.slice(0, quiet), ...row.slice(-quiet)]));
    expect(edge.some(Boolean)).toBe(false);
    // The top edge of the finder pattern: seven dark modules, then a white one.
    const top = dark[quiet]!.slice(quiet, quiet + 8 * moduleSize);
    expect(top).toEqual([...Array<boolean>(7 * moduleSize).fill(true), ...Array<boolean>(moduleSize).fill(false)]);
  },
);

test('the SVG has the same size, holds no script and no text of the address', () => {
  const svg = qrSvg(link, { moduleSize: 4 });
  expect(svg).toContain(`viewBox="0 0 ${(modules + 8) * 4} ${(modules + 8) * 4}"`);
  expect(svg).not.toMatch(/<script|href|example/);
});

test('more correction makes a larger code', () => {
  const side = (svg: string): number => Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1]);
  expect(side(qrSvg(link, { correction: 'H' }))).toBeGreaterThan(side(qrSvg(link, { correction: 'L' })));
});

test('text that fits in no code is refused', () => {
  expect(() => qrSvg('x'.repeat(5_000))).toThrow();
});
