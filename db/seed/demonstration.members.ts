import type { Day } from '#kernel/day.ts';
import { seedId } from './ids.ts';
import { personName, type Sex } from './names.ts';
import { storyMembers, storyParts } from './parts.ts';
import type { SeedOrganisation } from './demonstration.organisations.ts';
import type { Prng } from './prng.ts';

export const memberRows = 44_377;

export interface SeedMember {
  readonly id: string;
  readonly organisation_id: string;
  readonly party: 'person' | 'household' | 'legal-person';
  readonly party_organisation_id: string | null;
  readonly standing: string;
  readonly name: string;
  readonly sex: Sex | null;
  readonly birth_year: number | null;
  readonly hamlet: string | null;
  readonly joined_on: Day;
  readonly contributed_vnd: number;
  readonly subscribed_vnd: number;
  readonly provenance: 'synthetic';
}

const lawOf2023 = '2024-07-01';
export const storyMemberCount = 27;

/** Few large, many small; all together exactly as many as are left to give out. */
export function memberCounts(
  prng: Prng,
  cooperatives: readonly SeedOrganisation[],
  total: number,
): Map<string, number> {
  const least = ({ foundedOn }: SeedOrganisation): number => (foundedOn! < lawOf2023 ? 7 : 5);
  const weights = cooperatives.map(() => prng.skewed(1.9));
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const spare = total - cooperatives.reduce((all, cooperative) => all + least(cooperative), 0);
  const sizes = cooperatives.map((cooperative, at) => least(cooperative) + Math.floor((weights[at]! / sum) * spare));
  const given = sizes.reduce((all, size) => all + size, 0);
  for (let left = total - given, at = 0; left > 0; left -= 1, at += 1) sizes[at % sizes.length]! += 1;
  return new Map(cooperatives.map(({ id }, at) => [id, sizes[at]!]));
}

const standings = [
  ['official-both', 45],
  ['official-use', 33],
  ['official-labour', 12],
  ['associate-capital', 6],
  ['associate', 4],
] as const;

function joinedOn(prng: Prng, founded: Day): Day {
  if (prng.chance(0.62)) return founded;
  const first = Number(founded.slice(0, 4));
  const year = prng.int(first, 2026);
  const joined =
    `${year}-${String(prng.int(1, 10)).padStart(2, '0')}-${String(prng.int(1, 28)).padStart(2, '0')}` as Day;
  return joined < founded ? founded : joined;
}

/** Stakes in steps of 100,000 đồng; no stake above what the law of the founding day lets one member hold. */
function stakes(prng: Prng, size: number, capitalVnd: number): number[] {
  const spread = size < 20 ? 0.3 : 1.6;
  const parts = Array.from({ length: size }, () => 1 + prng.next() * spread);
  const sum = parts.reduce((all, part) => all + part, 0);
  return parts.map((part) => Math.max(1, Math.round((part / sum) * (capitalVnd / 100_000))) * 100_000);
}

/** The first members of the story's cooperative are those it calls by name. */
const named = (members: readonly SeedMember[]): SeedMember[] =>
  members.map((member, index) => {
    const known = storyMembers[index];
    if (known === undefined) return member;
    const { id, name, sex, birthYear, hamlet } = known;
    return { ...member, id, name, sex, birth_year: birthYear, hamlet };
  });

export class MemberMaker {
  readonly #prng: Prng;
  #made = 0;
  constructor(prng: Prng) {
    this.#prng = prng;
  }

  #person(cooperative: SeedOrganisation, index: number, contributedVnd: number): SeedMember {
    const prng = this.#prng;
    const founder = index < 7;
    const sex = prng.chance(0.46) ? 'female' : 'male';
    const joined = founder ? cooperative.foundedOn! : joinedOn(prng, cooperative.foundedOn!);
    const standing = founder ? 'official-both' : prng.weighted(standings);
    const { kind, district } = cooperative.unit!;
    return {
      id: seedId('member', (this.#made += 1)),
      organisation_id: cooperative.id,
      party: founder || prng.chance(0.88) ? 'person' : 'household',
      party_organisation_id: null,
      standing,
      name: personName(prng, sex, district),
      sex,
      birth_year: Math.min(Number(joined.slice(0, 4)) - 18 - prng.int(0, 12), prng.int(1950, 2004)),
      hamlet: `${kind === 'ward' ? 'Khu' : 'Thôn'} ${prng.int(1, 14)}`,
      joined_on: joined,
      contributed_vnd: standing === 'associate' ? 0 : contributedVnd,
      subscribed_vnd: standing === 'associate' ? 0 : contributedVnd,
      provenance: 'synthetic',
    };
  }

  of(cooperative: SeedOrganisation, size: number): SeedMember[] {
    const capitalVnd = size * 36_000_000 * this.#prng.skewed(0.9);
    const members = stakes(this.#prng, size, capitalVnd).map((stake, index) => this.#person(cooperative, index, stake));
    return cooperative.id === storyParts.cooperative ? named(members) : members;
  }

  /** Cooperatives that founded a union and go on existing. */
  ofUnion(union: SeedOrganisation, cooperatives: readonly SeedOrganisation[]): SeedMember[] {
    return cooperatives.map((member) => ({
      id: seedId('member', (this.#made += 1)),
      organisation_id: union.id,
      party: 'legal-person',
      party_organisation_id: member.id,
      standing: 'official-both',
      name: member.name,
      sex: null,
      birth_year: null,
      hamlet: null,
      joined_on: union.foundedOn!,
      contributed_vnd: 300_000_000,
      subscribed_vnd: 300_000_000,
      provenance: 'synthetic',
    }));
  }
}
