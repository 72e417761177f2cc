import type { ActivityField } from '#contexts/registry/organisation.ts';
import { formerEntry, formerUnits } from './reference.former.ts';
import { districts, units } from './reference.units.ts';

type Mix = readonly (readonly [ActivityField, number])[];

/** What people live by in a kind of place; the numbers are weights. */
const mixes = {
  town: [
    ['trade', 5],
    ['services', 5],
    ['fishery', 4],
    ['tourism', 4],
    ['construction', 3],
    ['transport', 3],
    ['environment', 2],
    ['crops', 3],
    ['processing', 2],
  ],
  mine: [
    ['services', 5],
    ['transport', 5],
    ['construction', 4],
    ['trade', 4],
    ['crops', 4],
    ['livestock', 3],
    ['environment', 2],
  ],
  plain: [
    ['crops', 16],
    ['livestock', 6],
    ['fishery', 2],
    ['services', 2],
    ['processing', 1],
    ['environment', 1],
    ['trade', 1],
  ],
  shore: [
    ['fishery', 12],
    ['crops', 8],
    ['livestock', 5],
    ['services', 1],
    ['processing', 1],
    ['trade', 1],
  ],
  island: [
    ['fishery', 14],
    ['tourism', 4],
    ['processing', 1],
    ['crops', 2],
    ['transport', 1],
  ],
  hill: [
    ['crops', 9],
    ['forestry', 8],
    ['livestock', 5],
    ['processing', 1],
    ['tourism', 1],
    ['services', 1],
  ],
  forest: [
    ['forestry', 14],
    ['crops', 6],
    ['livestock', 3],
    ['processing', 1],
  ],
} as const satisfies Record<string, Mix>;

/** How much of the collective economy a unit holds (weight), and by what it lives. */
const weights: Readonly<Record<string, readonly [weight: number, mix: keyof typeof mixes]>> = {
  '06652': [6, 'mine'],
  '06658': [7, 'mine'],
  '06661': [9, 'town'],
  '06673': [10, 'town'],
  '06676': [6, 'mine'],
  '06685': [7, 'town'],
  '06688': [8, 'town'],
  '06706': [12, 'shore'],
  '06709': [14, 'plain'],
  '06712': [16, 'shore'],
  '06724': [8, 'forest'],
  '06733': [13, 'shore'],
  '06736': [12, 'plain'],
  '06757': [8, 'island'],
  '06760': [9, 'mine'],
  '06778': [9, 'mine'],
  '06781': [10, 'mine'],
  '06793': [9, 'town'],
  '06799': [8, 'hill'],
  '06811': [11, 'town'],
  '06820': [9, 'mine'],
  '06832': [20, 'plain'],
  '06838': [18, 'hill'],
  '06841': [14, 'forest'],
  '06856': [15, 'hill'],
  '06862': [22, 'plain'],
  '06874': [14, 'forest'],
  '06877': [20, 'shore'],
  '06886': [17, 'shore'],
  '06895': [26, 'shore'],
  '06913': [20, 'plain'],
  '06922': [22, 'shore'],
  '06931': [16, 'hill'],
  '06946': [19, 'plain'],
  '06967': [4, 'island'],
  '06978': [20, 'forest'],
  '06979': [14, 'forest'],
  '06985': [13, 'forest'],
  '06994': [42, 'island'],
  '07030': [17, 'plain'],
  '07054': [18, 'hill'],
  '07060': [19, 'hill'],
  '07069': [20, 'plain'],
  '07081': [20, 'plain'],
  '07090': [26, 'plain'],
  '07093': [22, 'plain'],
  '07114': [18, 'plain'],
  '07132': [18, 'plain'],
  '07135': [16, 'plain'],
  '07147': [20, 'plain'],
  '07168': [20, 'shore'],
  '07180': [18, 'shore'],
  '07183': [17, 'shore'],
  '07192': [16, 'island'],
};

export interface SeedUnit {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly lon: number;
  readonly lat: number;
  readonly district: string;
  readonly mix: Mix;
}

export const weightedUnits: readonly (readonly [SeedUnit, number])[] = units.map(
  ([code, name, kind, lon, lat, district]) => {
    const [weight, mix] = weights[code]!;
    return [{ code, name, kind, lon, lat, district, mix: mixes[mix] }, weight];
  },
);

export const unitOf = (code: string): SeedUnit => weightedUnits.find(([unit]) => unit.code === code)![0];

const unitWords: Readonly<Record<string, string>> = { ward: 'phường', commune: 'xã', 'special-zone': 'đặc khu' };
export const unitWord = (kind: string): string => unitWords[kind]!;

const formerWords = { ward: 'phường', commune: 'xã', township: 'thị trấn' } as const;

/** A former unit as addresses named it: "xã Tân Bình, huyện Đầm Hà". */
interface FormerPlace {
  readonly id: string;
  readonly text: string;
}

/** The former units that went into each of today's. */
export const formerPlaces: ReadonlyMap<string, readonly FormerPlace[]> = new Map(
  units.map(([code]) => [
    code,
    Object.entries(formerUnits).flatMap(([district, list]) =>
      list
        .split('; ')
        .map((entry) => formerEntry(district, entry))
        .filter(({ into }) => into.includes(code))
        .map(({ id, kind, name }) => ({
          id,
          text: `${formerWords[kind]} ${name}, ${districts[district]!.replace(/^./, (letter) => letter.toLowerCase())}`,
        })),
    ),
  ]),
);
