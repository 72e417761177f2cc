import { plain } from '#kernel/text.ts';
import type { SeedOrganisation } from './demonstration.organisations.ts';
import { seedId } from './ids.ts';

const withoutMarks = (name: string): string =>
  name.replace(/^(Hộ kinh doanh )(.*)$/, (_, kind: string, proper: string) => `${kind}${plain(proper)}`);

/** What happens to a name on its way into a second list. */
const corrupted: readonly ((name: string) => string)[] = [
  withoutMarks,
  (name) => name.replace('Hộ kinh doanh', 'HKD'),
  (name) => `${name.slice(0, -1)}${name.at(-1)}${name.at(-1)}`,
];

const from = 9_001;
export const doubleId = (at: number) => seedId('organisation', from + at);

/** Household businesses entered twice, for the demonstration: none of what the article counts. */
export const twiceEntered = (organisations: readonly SeedOrganisation[]): SeedOrganisation[] =>
  organisations.filter(({ kind }) => kind === 'household-business').slice(0, corrupted.length);

export const doublesOf = (organisations: readonly SeedOrganisation[]): SeedOrganisation[] =>
  twiceEntered(organisations).map((one, at) => ({
    ...one,
    id: doubleId(at),
    name: corrupted[at]!(one.name),
    taxNumber: null,
    foundedOn: null,
    goods: [],
  }));
