import type { BaseUnit } from '#kernel/quantity.ts';
import type { UnitOfTrade } from '#web/lib/format.ts';
import { word } from '#web/lib/i18n.ts';
import { currentLanguage } from '#web/lib/language.ts';

interface Names {
  readonly vi: string;
  readonly en: string;
  readonly th: string;
}

/** Words that come with the data (of a protocol, a commodity) in the language of this device. */
export const named = (names: Names): string => names[currentLanguage()];

type Units = readonly [UnitOfTrade, ...UnitOfTrade[]];

/** The units people type in, the usual one first. */
export const unitsOf: Record<BaseUnit, Units> = {
  g: [
    { code: 'kg', qty: 1_000 },
    { code: 'ta', qty: 100_000 },
    { code: 'tan', qty: 1_000_000 },
    { code: 'g', qty: 1 },
  ],
  piece: [{ code: 'plant', qty: 1 }],
  ml: [
    { code: 'litre', qty: 1_000 },
    { code: 'ml', qty: 1 },
  ],
};

/** sào of the north: 360 m². */
export const areaUnits = (): Units => [
  { code: 'm2', qty: 1, name: word('production:unit.m2') },
  { code: 'ha', qty: 10_000, name: word('production:unit.ha') },
  { code: 'sao', qty: 360, name: word('production:unit.sao') },
];
