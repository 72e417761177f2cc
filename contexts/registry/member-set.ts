import type { Day } from '#kernel/day.ts';
import type { MemberId, OrganisationId } from '#kernel/id.ts';
import { plain } from '#kernel/text.ts';
import type { ConsentField } from './consent.ts';
import { agreedOnly } from './member-agreed.ts';
import type { MemberIndex } from './member-index.ts';
import { memberObstacles, type Joining, type MemberObstacle, type Standing } from './member.ts';
import { partyObstacles, type GuardianTold, type Party } from './party.ts';

/** What is known of a member; undefined is not told, and never takes away what is known. */
export interface MemberValues {
  readonly name: string;
  readonly party: Party;
  readonly standing: Standing;
  readonly sex: 'female' | 'male';
  readonly birthYear: number;
  readonly birthDay: Day;
  readonly phone: string;
  readonly nationalId: string;
  readonly hamlet: string;
  readonly joinedOn: Day;
  /** Of who is new: what stood before the ledger. Of members it is the ledger's. */
  readonly contributedVnd: number;
  /** What was promised, where it is told apart from what was paid. */
  readonly subscribedVnd: number;
  readonly guardian: GuardianTold;
  /** Who stands for a household or a group; of a household the one it is named by, where nobody is told. */
  readonly representativeName: string;
}
/** What a sheet may correct of somebody known. */
export type MemberField = Exclude<
  keyof MemberValues,
  'party' | 'contributedVnd' | 'subscribedVnd' | 'guardian' | 'representativeName'
>;

/** One of many members told of at once. */
export interface MemberDraft {
  readonly row: number;
  readonly organisation: OrganisationId;
  readonly given: Partial<MemberValues> & Pick<MemberValues, 'name'>;
  /** For who is new and where nothing is told. */
  readonly usual: Pick<MemberValues, 'party' | 'standing' | 'joinedOn'>;
  /** The organisation of the register that is the member: a legal person, or a group. */
  readonly partyOrganisation?: { readonly id: OrganisationId; readonly kind: string } | undefined;
  /** A person has said who is meant. */
  readonly choice?: MemberId | 'new' | undefined;
}

export interface KnownMember {
  readonly id: MemberId;
  readonly organisation: OrganisationId;
  readonly name: string;
  readonly plainName: string;
  readonly party: Party;
  readonly partyOrganisation: string | null;
  readonly standing: Standing;
  readonly sex: 'female' | 'male' | null;
  readonly birthYear: number | null;
  readonly birthDay: Day | null;
  readonly phone: string | null;
  /** As hex; the number itself stays sealed. */
  readonly nationalHmac: string | null;
  readonly hamlet: string | null;
  readonly joinedOn: Day;
  readonly contributedVnd: number;
  readonly subscribedVnd: number;
  readonly guarded: boolean;
  /** What a consent on record stands for. */
  readonly agreed: readonly ConsentField[];
  readonly version: number;
}

export type SetOutcome = 'new' | 'update' | 'same' | 'question' | 'refused';

export type MemberSetObstacle =
  | MemberObstacle
  | 'twice-in-set'
  | 'national-id-of-other'
  | 'capital-in-ledger'
  | 'party-is-otherwise'
  | 'guardian-on-page';

export interface MemberJudged {
  readonly row: number;
  readonly outcome: SetOutcome;
  readonly draft: MemberDraft;
  readonly member: KnownMember | null;
  /** What an update changes. */
  readonly fields: readonly MemberField[];
  /** Told, and kept by consent alone, without any: not taken over. */
  readonly leftOut: readonly ConsentField[];
  /** Who may be meant, where only a person can say. */
  readonly candidates: readonly KnownMember[];
  readonly obstacles: readonly MemberSetObstacle[];
  /** The other row of the same person. */
  readonly otherRow: number | null;
}

/** What the judging of one row needs to know of the rest. */
export interface MemberRoom {
  readonly known: MemberIndex<KnownMember>;
  readonly hmacOf: (nationalId: string) => string;
  readonly joining: (organisation: OrganisationId, on: Day) => Joining;
  /** A consent is told for all of them. */
  readonly isConsented: boolean;
}

type Found = { readonly member: KnownMember | null; readonly candidates: readonly KnownMember[] };
const nobody: Found = { member: null, candidates: [] };
const only = (member: KnownMember): Found => ({ member, candidates: [] });

/** Recognised by national id; else by name, year of birth and organisation; what is not certain is asked. */
export function recognised(
  { given, organisation, choice, partyOrganisation }: MemberDraft,
  hmac: string | null,
  known: MemberIndex<KnownMember>,
): Found {
  if (choice === 'new') return nobody;
  const byParty = partyOrganisation === undefined ? undefined : known.byParty(organisation, partyOrganisation.id);
  if (byParty !== undefined) return only(byParty);
  const byHmac = hmac === null ? undefined : known.byHmac(organisation, hmac);
  if (byHmac !== undefined) return only(byHmac);
  // Who has another number is somebody else.
  const named = known.byName(organisation, given.name).filter((one) => hmac === null || one.nationalHmac === null);
  if (choice !== undefined) {
    const chosen = named.find(({ id }) => id === choice);
    if (chosen !== undefined) return only(chosen);
  }
  const [first, second] = named.filter(({ birthYear }) => birthYear !== null && birthYear === given.birthYear);
  if (first !== undefined && second === undefined) return only(first);
  const possible = named.filter(
    ({ birthYear }) => birthYear === null || given.birthYear === undefined || birthYear === given.birthYear,
  );
  return possible.length === 0 ? nobody : { member: null, candidates: possible };
}

const digits = (text: string | null): string => (text ?? '').replaceAll(/\D/g, '').replace(/^84/, '0');

const differs: {
  readonly [Field in MemberField]: (given: MemberValues[Field], known: KnownMember, hmac: string | null) => boolean;
} = {
  name: (name, known) => name !== known.name,
  standing: (standing, known) => standing !== known.standing,
  sex: (sex, known) => sex !== known.sex,
  birthYear: (year, known) => year !== known.birthYear,
  birthDay: (day, known) => day !== known.birthDay,
  phone: (phone, known) => digits(phone) !== digits(known.phone),
  nationalId: (_, known, hmac) => hmac !== known.nationalHmac,
  hamlet: (hamlet, known) => hamlet !== known.hamlet,
  joinedOn: (on, known) => on !== known.joinedOn,
};

const changedFields = ({ given }: MemberDraft, known: KnownMember, hmac: string | null): MemberField[] =>
  (Object.keys(differs) as MemberField[]).filter(
    (field) => given[field] !== undefined && differs[field](given[field] as never, known, hmac),
  );

const yearIn = (day: Day | undefined): number | undefined => (day === undefined ? undefined : Number(day.slice(0, 4)));

/** Who is told to have paid and not what was promised, promised what was paid. */
export const promised = ({ subscribedVnd, contributedVnd }: MemberDraft['given']): number =>
  subscribedVnd ?? contributedVnd ?? 0;

/** What the member would be in the end. */
export function termsAfter({ given, usual }: MemberDraft, member: KnownMember | null) {
  const none = { birthYear: null, birthDay: null, subscribedVnd: promised(given) };
  const before = member ?? { ...none, ...usual };
  const birthYear = yearIn(given.birthDay) ?? given.birthYear ?? before.birthYear;
  const birthDay = given.birthDay ?? before.birthDay;
  return {
    party: given.party ?? before.party,
    standing: given.standing ?? before.standing,
    birthYear,
    // A day of another year is no longer the day.
    birthDay: birthDay !== null && yearIn(birthDay) === birthYear ? birthDay : null,
    joinedOn: given.joinedOn ?? before.joinedOn,
    subscribedVnd: before.subscribedVnd,
  };
}

/** Who stands for a new member that is no person. */
export const representativeAfter = ({ given, usual }: MemberDraft): string | undefined => {
  const party = given.party ?? usual.party;
  if (party === 'person') return undefined;
  return given.representativeName ?? (party === 'household' ? given.name : undefined);
};

function obstaclesOfNew(draft: MemberDraft, { joining }: MemberRoom): MemberSetObstacle[] {
  const terms = termsAfter(draft, null);
  const on = joining(draft.organisation, terms.joinedOn);
  const { contributedVnd = 0, guardian } = draft.given;
  return [
    ...memberObstacles(terms, on),
    ...(contributedVnd > terms.subscribedVnd ? (['paid-above-promised'] as const) : []),
    ...partyObstacles({
      ...terms,
      organisation: draft.organisation,
      partyOrganisation: draft.partyOrganisation ?? null,
      represented: representativeAfter(draft) !== undefined,
      guarded: guardian !== undefined,
      adultAge: on.leastAge.official,
    }),
  ];
}

const birthFields: readonly MemberField[] = ['birthYear', 'birthDay', 'joinedOn'];

function obstaclesOfKnown(draft: MemberDraft, member: KnownMember, fields: readonly MemberField[], room: MemberRoom) {
  const { given, organisation } = draft;
  const obstacles: MemberSetObstacle[] = [];
  if (given.party !== undefined && given.party !== member.party) obstacles.push('party-is-otherwise');
  if (given.contributedVnd !== undefined && given.contributedVnd !== member.contributedVnd)
    obstacles.push('capital-in-ledger');
  else if (given.subscribedVnd !== undefined && given.subscribedVnd !== member.subscribedVnd)
    obstacles.push('capital-in-ledger');
  // Of who is known it is recorded with its paper on the member's page.
  if (given.guardian !== undefined && !member.guarded) obstacles.push('guardian-on-page');
  if (fields.length === 0) return obstacles;
  const terms = termsAfter(draft, member);
  const on = room.joining(organisation, terms.joinedOn);
  const isBirthTouched = fields.some((field) => birthFields.includes(field));
  obstacles.push(
    ...memberObstacles(terms, { ...on, isMember: true }).filter((one) => isBirthTouched || one !== 'birth-day-missing'),
  );
  if (!isBirthTouched) return obstacles;
  const party = { ...terms, organisation: '', partyOrganisation: null, represented: false };
  const { guarded } = member;
  obstacles.push(
    ...partyObstacles({ ...party, guarded, adultAge: on.leastAge.official }).filter(
      (one) => one === 'guardian-missing',
    ),
  );
  return obstacles;
}

function outcomeOf({ obstacles, candidates, member, fields }: Omit<MemberJudged, 'outcome'>): SetOutcome {
  if (obstacles.length > 0) return 'refused';
  if (candidates.length > 0) return 'question';
  if (member === null) return 'new';
  return fields.length === 0 ? 'same' : 'update';
}

/** One row on its own: who it is, what changes, and every reason why it cannot be so. */
function judged(told: MemberDraft, room: MemberRoom): MemberJudged {
  const hmac = told.given.nationalId === undefined ? null : room.hmacOf(told.given.nationalId);
  const { member, candidates } = recognised(told, hmac, room.known);
  const { draft, leftOut } = agreedOnly(told, member?.agreed ?? [], room.isConsented);
  const fields = member === null ? [] : changedFields(draft, member, hmac);
  const isOther = member !== null && hmac !== null && member.nationalHmac !== null && member.nationalHmac !== hmac;
  const obstacles = [
    ...(isOther ? (['national-id-of-other'] as const) : []),
    ...(member === null ? obstaclesOfNew(draft, room) : obstaclesOfKnown(draft, member, fields, room)),
  ];
  const one = { row: draft.row, draft, member, fields, leftOut, candidates, obstacles, otherRow: null };
  return { ...one, outcome: outcomeOf(one) };
}

const personKey = ({ draft, member }: MemberJudged, hmacOf: MemberRoom['hmacOf']): string => {
  if (member !== null) return member.id;
  if (draft.partyOrganisation !== undefined) return `${draft.organisation} ${draft.partyOrganisation.id}`;
  const { nationalId, name, birthYear } = draft.given;
  return nationalId === undefined
    ? `${draft.organisation} ${plain(name)} ${birthYear ?? ''}`
    : `${draft.organisation} ${hmacOf(nationalId)}`;
};

/** All rows: the same person may stand in a sheet once. */
export function judgeMembers(drafts: readonly MemberDraft[], room: MemberRoom): MemberJudged[] {
  const first = new Map<string, number>();
  return drafts.map((draft) => {
    const one = judged(draft, room);
    const key = personKey(one, room.hmacOf);
    const before = first.get(key);
    if (before === undefined) {
      first.set(key, draft.row);
      return one;
    }
    // Two of one name and year without any number may be two people; the answer "new" says so.
    if (draft.choice === 'new') return one;
    return { ...one, outcome: 'refused', otherRow: before, obstacles: [...one.obstacles, 'twice-in-set'] };
  });
}
