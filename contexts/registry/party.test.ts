import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { isUnder, partyObstacles, representingObstacles, type PartyTerms } from './party.ts';

const grownUp: PartyTerms = {
  party: 'person',
  organisation: 'here',
  partyOrganisation: null,
  represented: false,
  guarded: false,
  standing: 'associate',
  birthYear: 1980,
  birthDay: null,
  joinedOn: day('2026-06-01'),
  adultAge: 18,
};

test('a birthday counts from its day on, and on 29 February from 1 March; the year alone leaves that year open', () => {
  const born = { birthYear: 2008, birthDay: day('2008-02-29') };
  expect(isUnder(born, day('2026-02-28'), 18)).toBe(true);
  expect(isUnder(born, day('2026-03-01'), 18)).toBe(false);
  const year = { birthYear: 2008, birthDay: null };
  expect(isUnder(year, day('2025-12-31'), 18)).toBe(true);
  expect(isUnder(year, day('2026-01-01'), 18)).toBe('open');
  expect(isUnder(year, day('2026-12-30'), 18)).toBe('open');
  expect(isUnder(year, day('2026-12-31'), 18)).toBe(false);
  expect(isUnder(year, day('2027-01-01'), 18)).toBe(false);
  expect(isUnder({ birthYear: null, birthDay: null }, day('2026-01-01'), 18)).toBeNull();
  expect(isUnder(born, day('2026-02-28'), null)).toBeNull();
});

describe('who is the member', () => {
  test('a grown person needs nobody', () => {
    expect(partyObstacles(grownUp)).toEqual([]);
    expect(partyObstacles({ ...grownUp, represented: true })).toEqual(['representative-of-a-person']);
  });

  test('a household or a group outside the register has a representative', () => {
    for (const party of ['household', 'group'] as const) {
      expect(partyObstacles({ ...grownUp, party })).toEqual(['representative-missing']);
      expect(partyObstacles({ ...grownUp, party, represented: true })).toEqual([]);
    }
  });

  test('a group of the register says itself who stands for it, and has to be a group', () => {
    const group = { ...grownUp, party: 'group' as const };
    const as = (kind: string) => partyObstacles({ ...group, partyOrganisation: { id: 'there', kind } });
    expect(as('cooperative-group')).toEqual([]);
    expect(as('cooperative')).toEqual(['party-of-other-kind']);
  });

  test('a legal person names its organisation, which has legal personality and is another one', () => {
    const legal = { ...grownUp, party: 'legal-person' as const };
    expect(partyObstacles(legal)).toEqual(['party-unnamed']);
    const as = (id: string, kind: string) => partyObstacles({ ...legal, partyOrganisation: { id, kind } });
    expect(as('there', 'enterprise')).toEqual([]);
    expect(as('there', 'farm')).toEqual(['party-of-other-kind']);
    expect(as('here', 'cooperative')).toEqual(['party-is-itself']);
  });

  test('somebody under age has a guardian, nobody else', () => {
    const minor = { ...grownUp, birthYear: 2010 };
    expect(partyObstacles(minor)).toEqual(['guardian-missing']);
    expect(partyObstacles({ ...minor, guarded: true })).toEqual([]);
    expect(partyObstacles({ ...minor, standing: 'official-both' })).toEqual([]);
    expect(partyObstacles({ ...grownUp, guarded: true })).toEqual(['guardian-of-an-adult']);
    expect(partyObstacles({ ...grownUp, birthYear: null, guarded: true })).toEqual(['birth-missing']);
  });

  test('all reasons are told at once', () => {
    const hopeless: PartyTerms = {
      ...grownUp,
      partyOrganisation: { id: 'there', kind: 'farm' },
      represented: true,
      guarded: true,
      birthDay: day('1981-01-01'),
    };
    expect(partyObstacles(hopeless)).toEqual([
      'party-is-a-person',
      'representative-of-a-person',
      'guardian-of-an-adult',
      'birth-day-of-other-year',
    ]);
  });
});

test('another representative begins after the present one, and all reasons are told', () => {
  const given = {
    party: 'household' as const,
    erased: false,
    leftOn: null,
    joinedOn: day('2024-01-01'),
    since: day('2025-01-01'),
    from: day('2026-01-01'),
    today: day('2026-11-23'),
  };
  expect(representingObstacles(given)).toEqual([]);
  expect(
    representingObstacles({
      ...given,
      party: 'person',
      erased: true,
      leftOn: day('2026-02-01'),
      joinedOn: day('2027-01-01'),
      since: day('2026-12-01'),
      from: day('2026-12-01'),
    }),
  ).toEqual([
    'representative-of-a-person',
    'erased',
    'left-already',
    'begins-before-joining',
    'begins-before-the-present-one',
    'begins-in-future',
  ]);
});
