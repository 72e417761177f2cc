import type { MemberId } from '#kernel/id.ts';
import type { Db } from '#platform/database/db.ts';
import {
  judgedMembers,
  numberPrint,
  organisationKeys,
  saveMembers,
  type KnownMember,
  type MemberDraft,
  type MemberField,
  type MemberJudged,
  type MemberValues,
  type SetConsent,
} from '#registry';
import {
  answerKey,
  columnSaid,
  withRefused,
  type Difference,
  type Intake,
  type JudgedRow,
  type JudgeRoom,
} from './batch.judge.ts';
import { valueForAll, type Draft, type RowTrouble } from './draft.ts';
import { guardianIn } from './member-draft.ts';
import { insistUnchanged, memberBlockers, unsaveMemberRows } from './member.write.ts';
import type { Mapping } from './mapping.ts';
import { OrganisationIndex } from './organisation-index.ts';
import { placed } from './placing.judge.ts';

/** Where a reason of the registry's shows itself in the sheet. */
const shownAt: Readonly<Record<MemberJudged['obstacles'][number], readonly string[]>> = {
  reported: ['organisationTaxNumber', 'organisationName'],
  'organisation-has-no-members': ['organisationTaxNumber', 'organisationName'],
  'organisation-ended': ['organisationTaxNumber', 'organisationName'],
  'joined-in-future': ['joinedOn'],
  'joined-before-founding': ['joinedOn'],
  'associate-with-capital': ['contributedVnd', 'standing'],
  'official-without-capital': ['contributedVnd', 'standing'],
  'too-young': ['birthYear', 'maleYear', 'femaleYear'],
  'birth-day-missing': ['birthDay', 'birthYear', 'maleYear', 'femaleYear'],
  'party-unnamed': ['partyTaxNumber', 'party', 'name'],
  'party-is-itself': ['party'],
  'party-of-other-kind': ['party'],
  'party-is-a-person': ['party'],
  'party-is-otherwise': ['party'],
  'representative-missing': ['representativeName', 'party'],
  'representative-of-a-person': ['representativeName'],
  'guardian-missing': ['guardianName', 'birthYear', 'maleYear', 'femaleYear'],
  'guardian-of-an-adult': ['guardianName', 'birthYear'],
  'guardian-on-page': ['guardianName'],
  'birth-missing': ['birthYear'],
  'birth-day-of-other-year': ['birthYear'],
  'paid-above-promised': ['contributedVnd'],
  'capital-unsettled': ['contributedVnd'],
  'capital-in-ledger': ['contributedVnd', 'subscribedVnd'],
  'left-already': ['name'],
  'left-before-joining': ['joinedOn'],
  'left-in-future': ['joinedOn'],
  erased: ['name'],
  'changed-meanwhile': ['name'],
  'nothing-changed': ['name'],
  'twice-in-set': ['nationalId', 'name'],
  'national-id-of-other': ['nationalId'],
};

const usualOf = ({ mapping, is1904, today }: JudgeRoom): MemberDraft['usual'] => {
  const said = (key: string): string | undefined =>
    valueForAll({ kind: 'members', mapping, is1904 }, key, mapping.forAll[key] ?? '') as string | undefined;
  return {
    party: (said('party') ?? 'person') as MemberValues['party'],
    standing: (said('standing') ?? 'official-both') as MemberValues['standing'],
    joinedOn: (said('joinedOn') ?? today) as MemberValues['joinedOn'],
  };
};

const memberKeys: readonly (keyof MemberValues)[] = [
  'name',
  'party',
  'standing',
  'sex',
  'birthYear',
  'birthDay',
  'phone',
  'nationalId',
  'hamlet',
  'joinedOn',
  'contributedVnd',
  'subscribedVnd',
  'guardian',
  'representativeName',
];

const givenOf = ({ values }: Draft): MemberDraft['given'] => {
  const told: Readonly<Record<string, unknown>> = { ...values, guardian: guardianIn(values) };
  return Object.fromEntries(memberKeys.flatMap((key) => (told[key] === undefined ? [] : [[key, told[key]]]))) as never;
};

const troublesOf = ({ obstacles, otherRow }: MemberJudged, draft: Draft, mapping: Mapping): RowTrouble[] =>
  obstacles.map((code) => ({
    code,
    ...columnSaid(mapping, draft, shownAt[code]),
    ...(code === 'twice-in-set' && otherRow !== null ? { row: otherRow } : {}),
  }));

/** The national id of before stays sealed: that it differs is all that is said. */
const before = (member: KnownMember, field: MemberField): string | number | null =>
  field === 'nationalId' ? (member.nationalHmac === null ? null : '•••') : member[field];

const labelOf = ({ name, birthYear, hamlet, joinedOn }: KnownMember): string =>
  [name, birthYear, hamlet, joinedOn].filter((part) => part !== null).join(' · ');

function rowOf(judged: MemberJudged, told: Draft, room: JudgeRoom): JudgedRow {
  const { row, outcome, draft, member, fields, candidates } = judged;
  const differences = fields.map((field): Difference => ({
    field,
    before: before(member!, field),
    after: draft.given[field]!,
  }));
  const choices = candidates.map((one) => ({ value: one.id, label: labelOf(one) }));
  return {
    row,
    outcome,
    troubles: troublesOf(judged, told, room.mapping),
    target: member?.id ?? null,
    seen: member?.version ?? null,
    differences,
    question: outcome === 'question' ? { field: 'name', choices: [...choices, { value: 'new', label: '' }] } : null,
    leftOut: judged.leftOut,
    item: judged,
  };
}

type PartyOf = (draft: Draft) => MemberDraft['partyOrganisation'];

/** Members that are organisations of the register: found by tax number or name, wherever in the province they are. */
async function partyReader(db: Db, drafts: readonly Draft[], room: JudgeRoom): Promise<PartyOf> {
  const usual = usualOf(room);
  const partyOf = ({ values }: Draft): unknown => values['party'] ?? usual.party;
  const isAsked = drafts.some((draft) => partyOf(draft) === 'legal-person' || partyOf(draft) === 'group');
  if (!isAsked) return () => undefined;
  const keys = await organisationKeys(db, { units: null, only: null });
  const index = new OrganisationIndex(keys, (number) => numberPrint(number, room.province));
  return (draft) => {
    const party = partyOf(draft);
    const { partyTaxNumber: taxNumber, name } = draft.values as Record<string, string | undefined>;
    const found = index.find(taxNumber, name);
    if (typeof found === 'string' || (party !== 'legal-person' && party !== 'group')) return undefined;
    // A group of people may be called like a cooperative.
    return party === 'group' && found.kind !== 'cooperative-group' ? undefined : { id: found.id, kind: found.kind };
  };
}

async function judge(db: Db, drafts: readonly Draft[], room: JudgeRoom): Promise<JudgedRow[]> {
  const usual = usualOf(room);
  return withRefused(drafts, async (sound) => {
    const { here, refused } = await placed(db, sound, room);
    const partyOf = await partyReader(db, sound, room);
    const judged = await judgedMembers(
      db,
      here.map(({ draft, organisation }) => ({
        row: draft.row,
        organisation,
        given: givenOf(draft),
        usual,
        partyOrganisation: partyOf(draft),
        choice: room.answers.get(answerKey(draft.row, 'name')) as MemberId | 'new' | undefined,
      })),
      { ...room, isConsented: room.said.consent !== undefined },
    );
    return [...judged.map((one, at) => rowOf(one, here[at]!.draft, room)), ...refused];
  });
}

export const memberIntake: Intake = {
  kind: 'members',
  judge,
  save: async (db, rows, room) => {
    const judged = rows.map(({ item }) => item as MemberJudged);
    await insistUnchanged(
      db,
      judged.flatMap(({ member }) => member ?? []),
      'intake.batch.overtaken',
    );
    const consent = room.said.consent as SetConsent | undefined;
    const written = await saveMembers(db, judged, { ...room, consent }, room.onPart);
    return written.map((one) => ({ ...one, year: 0 }));
  },
  blockers: memberBlockers,
  unsave: unsaveMemberRows,
};
