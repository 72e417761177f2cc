import { Problem } from '#kernel/problem.ts';

const magics: readonly (readonly [string, readonly number[]])[] = [
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', [0x50, 0x4b, 0x03, 0x04]],
];

/** What a file is, by its first bytes and never by its name. */
export function contentOf(content: Uint8Array, _name: string): { mediaType: string } {
  const found = magics.find(([, magic]) => magic.every((byte, index) => content[index] === byte));
  if (found === undefined) throw new Problem('unsupported-media', 'file.kind-not-taken');
  return { mediaType: found[0] };
}
