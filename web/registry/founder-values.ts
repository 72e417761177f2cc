import type { FoundedKind } from '#contexts/registry/founding.ts';
import type { Standing } from '#contexts/registry/member.ts';
import { isUnder, type Party } from '#contexts/registry/party.ts';
import { today, type Day } from '#kernel/day.ts';
import { newId, type MemberId, type OrganisationId } from '#kernel/id.ts';
import { withoutBlanks } from '#web/ui/form-errors.ts';
import { yearOf } from './member-fields.tsx';
import { blankGuardian, blankRepresentative } from './party-fields.tsx';

/** What the form holds of one founder; blank is ''. */
export const blankFounder = (given: Partial<FounderValues> = {}) => ({
  id: newId<MemberId>(),
  party: 'person' as Party,
  partyOrganisation: '' as OrganisationId | '',
  name: '',
  standing: 'official-both' as Standing,
  sex: '' as '' | 'female' | 'male',
  birthYear: '',
  birthDay: '' as Day | '',
  phone: '',
  nationalId: '',
  hamlet: '',
  subscribedVnd: '' as number | '',
  contributedVnd: '' as number | '',
  foreignInvestor: false,
  representative: blankRepresentative,
  guardian: blankGuardian,
  ...given,
});

export interface FounderValues {
  id: MemberId;
  party: Party;
  partyOrganisation: OrganisationId | '';
  name: string;
  standing: Standing;
  sex: '' | 'female' | 'male';
  birthYear: string;
  birthDay: Day | '';
  phone: string;
  nationalId: string;
  hamlet: string;
  subscribedVnd: number | '';
  contributedVnd: number | '';
  foreignInvestor: boolean;
  representative: typeof blankRepresentative;
  guardian: typeof blankGuardian;
}

export const isBlankFounder = ({ name, partyOrganisation }: FounderValues): boolean =>
  name === '' && partyOrganisation === '';

/** An organisation of the register says itself who stands for it. */
export const needsRepresentative = ({ party, partyOrganisation }: FounderValues): boolean =>
  party === 'household' || (party === 'group' && partyOrganisation === '');

/** Under age on the day of founding, as typed so far; the server decides by the law of the day. */
export function needsGuardian({ party, birthYear, birthDay }: FounderValues, on: Day | ''): boolean {
  if (party !== 'person') return false;
  const birth = { birthYear: Number(birthYear) || null, birthDay: birthDay || null };
  return isUnder(birth, on || today(), 18) === true;
}

/** What is promised; left blank, it is what is paid in at once. */
export const promisedBy = ({ subscribedVnd, contributedVnd }: FounderValues): number =>
  Number(subscribedVnd === '' ? contributedVnd : subscribedVnd) || 0;

/** Only what fits who the founder is: what was typed before another kind was chosen stays behind. */
export function founderInput(founder: FounderValues, kind: FoundedKind, on: Day | '') {
  const { representative, guardian, sex, birthYear, birthDay, nationalId, partyOrganisation, contributedVnd, ...rest } =
    founder;
  const party = kind === 'union' ? 'legal-person' : founder.party;
  const isPerson = party === 'person';
  return withoutBlanks({
    ...rest,
    party,
    contributedVnd: contributedVnd === '' ? 0 : contributedVnd,
    ...(isPerson && { sex, birthYear: yearOf(birthYear), birthDay, nationalId }),
    ...((party === 'group' || party === 'legal-person') && { partyOrganisation }),
    ...(needsRepresentative({ ...founder, party }) && { representative: withoutBlanks(representative) }),
    ...(needsGuardian({ ...founder, party }, on) && { guardian: withoutBlanks(guardian) }),
  });
}
