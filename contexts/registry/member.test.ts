import { expect, test } from 'vitest';
import { day, type Day } from '#kernel/day.ts';
import { memberObstacles, type Joining, type MemberTerms } from './member.ts';

const terms: MemberTerms = {
  party: 'person',
  standing: 'official-both',
  subscribedVnd: 1_000_000,
  birthYear: 2008,
  birthDay: null,
  joinedOn: day('2026-01-05'),
};
const joining: Joining = {
  kind: 'cooperative',
  provenance: 'entered',
  status: 'operating',
  foundedOn: null,
  today: day('2026-11-24'),
  leastAge: { official: 18, associate: 15 },
};
const reasons = (given: Partial<MemberTerms>, today: Day = joining.today) =>
  memberObstacles({ ...terms, ...given }, { ...joining, today });

test('where the year leaves the age open the day of birth decides, unless one is of age today in any case', () => {
  expect(reasons({})).toEqual(['birth-day-missing']);
  expect(reasons({ birthDay: day('2008-01-05') })).toEqual([]);
  expect(reasons({ birthDay: day('2008-01-06') })).toEqual(['too-young']);
  expect(reasons({ birthYear: 2009 })).toEqual(['too-young']);
  expect(reasons({ birthYear: 2007 })).toEqual([]);
  expect(reasons({}, day('2027-01-01'))).toEqual([]);
});

test('of an associate without capital both ages decide: fifteen to join, eighteen to need no guardian', () => {
  const associate = { standing: 'associate', subscribedVnd: 0 } as const;
  expect(reasons(associate)).toEqual(['birth-day-missing']);
  expect(reasons({ ...associate, birthYear: 2009 })).toEqual([]);
  expect(reasons({ ...associate, birthYear: 2011 })).toEqual(['birth-day-missing']);
  expect(reasons({ ...associate, birthYear: 2012 })).toEqual(['too-young']);
});
