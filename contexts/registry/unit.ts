import type { UnitCode } from '#kernel/place.ts';
import { plain } from '#kernel/text.ts';

/** A unit of then or of now that an address may name, with what it is today. */
export interface NamedUnit {
  readonly former: string | null;
  readonly name: string;
  readonly kind: string;
  readonly district: string | null;
  readonly today: readonly UnitCode[];
}

export interface AddressMatch<Unit extends NamedUnit> {
  readonly outcome: 'one' | 'choice' | 'none';
  readonly units: readonly { readonly code: UnitCode; readonly by: Unit }[];
}

/** How kinds are written in addresses, with their short forms. */
const kindWords: Readonly<Record<string, readonly string[]>> = {
  ward: ['phuong', 'p'],
  commune: ['xa', 'x'],
  township: ['thi tran', 'tt'],
  'special-zone': ['dac khu'],
};
const districtWords = /^(thanh pho|thi xa|huyen) /;

const words = (text: string): string =>
  ` ${plain(text)
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim()} `;

/** 0: not named; 1: only the name stands there; 2: with its kind before it. */
function namedIn(address: string, { name, kind }: NamedUnit): number {
  const own = words(name).trim();
  if (!address.includes(` ${own} `)) return 0;
  const kinds = kindWords[kind] ?? [];
  if (kinds.some((word) => address.includes(` ${word} ${own} `))) return 2;
  // The name behind another word for a place is that other place: "huyện Đầm Hà", "phường Bình Dương".
  const others = [
    ...Object.values(kindWords).flat(),
    'huyen',
    'thanh pho',
    'tp',
    'thi xa',
    'tx',
    'tinh',
    'thon',
    'khu',
    'duong',
    'pho',
  ];
  const bare = others.reduce((text, word) => text.replaceAll(` ${word} ${own} `, ' '), address);
  return bare.includes(` ${own} `) ? 1 : 0;
}

const districtNamed = (address: string, { district }: NamedUnit): boolean =>
  district !== null && address.includes(` ${words(district).trim().replace(districtWords, '')} `);

/**
 * Finds the units an address names. The kind before the name and the district behind it decide between units of one name;
 * what is still several stays several, since only a person can say where in a divided unit a house stands.
 */
export function matchAddress<Unit extends NamedUnit>(written: string, units: readonly Unit[]): AddressMatch<Unit> {
  const address = words(written);
  const named = units
    .map((unit) => ({ unit, weight: namedIn(address, unit) * 2 + (districtNamed(address, unit) ? 1 : 0) }))
    .filter(({ unit, weight }) => weight >= 2 && namedIn(address, unit) > 0);
  const best = Math.max(0, ...named.map(({ weight }) => weight));
  const found = new Map<UnitCode, Unit>();
  for (const { unit, weight } of named) {
    if (weight < best) continue;
    for (const code of unit.today) if (!found.has(code)) found.set(code, unit);
  }
  const outcome = found.size === 0 ? 'none' : found.size === 1 ? 'one' : 'choice';
  return { outcome, units: [...found].map(([code, by]) => ({ code, by })) };
}
