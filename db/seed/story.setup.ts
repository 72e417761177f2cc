import { crc32, deflateSync } from 'node:zlib';
import { recordLetterhead } from '#contexts/registry/letterhead.wire.ts';
import { confirmParameters, listParameters } from '#contexts/registry/parameter.wire.ts';
import { confirmSetup } from '#contexts/registry/setup.wire.ts';
import type { Teller } from './teller.ts';

const side = 96;

function chunk(name: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), body]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

/** Two rings that hold each other: a mark of nobody's. */
function madeUpLogo(): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([8, 6], 8);
  const pixels = Buffer.alloc((1 + side * 4) * side);
  const isOn = (x: number, y: number, centre: number): boolean => Math.abs(Math.hypot(x - centre, y - 48) - 24) < 5;
  for (let y = 0; y < side; y += 1)
    for (let x = 0; x < side; x += 1) {
      const colour = isOn(x, y, 34) ? [0x2e, 0x7d, 0x4f, 0xff] : isOn(x, y, 62) ? [0xb5, 0x65, 0x1d, 0xff] : undefined;
      if (colour !== undefined) pixels.set(colour, y * (1 + side * 4) + 1 + x * 4);
    }
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const parts = [chunk('IHDR', header), chunk('IDAT', deflateSync(pixels)), chunk('IEND', Buffer.alloc(0))];
  return new Uint8Array(Buffer.concat([signature, ...parts]));
}

/** What a real province sets up, as far as a made-up one can: nobody has read what was not read at its source. */
export async function setUp(teller: Teller): Promise<void> {
  const { items } = await teller.ask('administrator', listParameters, { all: 'true' });
  const read = items.filter(({ readAtSource, value, verified }) => readAtSource && value !== null && !verified);
  if (read.length > 0)
    await teller.ask('administrator', confirmParameters, {
      items: read.map(({ key, from, value }) => ({ key, from, value })),
    });
  await teller.ask('administrator', confirmSetup, { id: teller.id(), step: 'units', said: 'seen' });
  await teller.ask('administrator', confirmSetup, { id: teller.id(), step: 'mail', said: 'without' });
  await teller.ask('administrator', recordLetterhead, {
    id: teller.id(),
    above: 'Ủy ban nhân dân tỉnh (minh họa)',
    office: 'Sở Nông nghiệp và Môi trường (minh họa)',
    below: 'Chi cục Phát triển nông thôn',
    address: 'Địa chỉ minh họa',
    place: 'Hạ Long',
    signer: 'Giám đốc',
    logo: await teller.upload('administrator', 'bieu-trung.png', madeUpLogo()),
  });
}
