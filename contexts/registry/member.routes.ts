import type { Day } from '#kernel/day.ts';
import { Problem } from '#kernel/problem.ts';
import type { Db } from '#platform/database/db.ts';
import { handle } from '#platform/method/handle.ts';
import type { CapObstacle } from './capital-cap.ts';
import { firstCapitalObstacles, saveFirstCapital } from './capital-first.store.ts';
import { mayKeepMembers, memberSight, type MemberSight } from './member.access.ts';
import { correctingObstacles, leavingObstacles, memberObstacles, type Joining, type MemberObstacle } from './member.ts';
import {
  correctableFields,
  entriesOf,
  lockMember,
  memberPage,
  memberRecord,
  personalFields,
  saveCorrection,
  saveEntry,
  saveErasure,
  saveLeaving,
  saveMember,
  type MemberRecord,
} from './member.store.ts';
import {
  closeMembership,
  correctMember,
  eraseMember,
  getMember,
  listMembers,
  recordMember,
  type MemberRow,
} from './member.wire.ts';
import { lockOrganisation, organisationFacts } from './organisation.store.ts';
import { parametersOn } from './parameter.store.ts';
import { maskedId } from './personal.cipher.ts';

/** What only who keeps the list sees. */
const closeView = (row: MemberRecord) => ({
  sex: row.sex,
  birthYear: row.birth_year,
  phone: row.phone,
  nationalId: row.national_id_cipher === null ? null : maskedId(row.national_id_cipher, row.id),
  hamlet: row.hamlet,
  foreignInvestor: row.foreign_investor,
});
const hidden = { sex: null, birthYear: null, phone: null, nationalId: null, hamlet: null, foreignInvestor: null };

/** A member as somebody with this sight sees it. */
export function memberView(row: MemberRecord, sight: MemberSight): MemberRow {
  const full = sight === 'full';
  const named = full || sight === 'names';
  return {
    id: row.id,
    party: row.party,
    partyOrganisation: named ? row.party_organisation_id : null,
    standing: row.standing,
    name: named ? row.name : null,
    ...(full ? closeView(row) : hidden),
    joinedOn: row.joined_on,
    leftOn: row.left_on,
    contributedVnd: sight === 'names' ? null : row.contributed_vnd,
    subscribedVnd: sight === 'names' ? null : row.subscribed_vnd,
    provenance: row.provenance,
    erased: row.erased_at !== null,
    version: row.version,
  };
}

const ownedMember = (record: Awaited<ReturnType<typeof memberRecord>>) => ({
  organisation: record.organisation_id,
  unit: record.unit_code,
});

const ages = ['member.minAge.official', 'member.minAge.associateWithoutCapital'] as const;

export async function leastAge(db: Db, on: Day): Promise<Joining['leastAge']> {
  const found = await parametersOn(db, ages, on);
  const [official, associate] = ages.map((key) => found.get(key)?.value);
  return {
    official: typeof official === 'number' ? official : null,
    associate: typeof associate === 'number' ? associate : null,
  };
}

const refuse = (code: string, obstacles: readonly (MemberObstacle | CapObstacle)[]): void => {
  if (obstacles.length > 0) throw new Problem('conflict', code, { obstacles });
};

export const memberRoutes = [
  handle(listMembers, async ({ input, actor, db, insist }) => {
    const organisation = await organisationFacts(db, input.organisation);
    const owned = { organisation: organisation.id, unit: organisation.unit_code };
    const sight = memberSight(actor, owned);
    insist(sight !== 'none');
    const { items, total } = await memberPage(db, input, sight);
    const keeps = mayKeepMembers(actor, owned);
    return {
      total,
      items: items.map((row) => memberView(row, sight)),
      sight: sight as 'full' | 'names' | 'masked',
      may: { record: keeps && organisation.provenance !== 'reported', export: keeps },
    };
  }),

  handle(getMember, async ({ input, actor, db, insist }) => {
    const record = await memberRecord(db, input.member);
    const sight = memberSight(actor, ownedMember(record));
    insist(sight !== 'none');
    return {
      ...memberView(record, sight),
      organisation: { id: record.organisation_id, name: record.organisation_name },
      entries: sight === 'full' ? await entriesOf(db, record.id) : [],
      may: {
        correct: sight === 'full' && record.erased_at === null,
        look: sight === 'full' && record.national_id_cipher !== null,
      },
    };
  }),

  handle(recordMember, async ({ input, actor, db, today, insist, tell }) => {
    await lockOrganisation(db, input.organisation);
    const organisation = await organisationFacts(db, input.organisation);
    insist(mayKeepMembers(actor, { organisation: organisation.id, unit: organisation.unit_code }));
    if (input.partyOrganisation !== undefined) await organisationFacts(db, input.partyOrganisation);
    const subscribedVnd = input.subscribedVnd ?? input.contributedVnd;
    const terms = {
      ...input,
      subscribedVnd,
      partyOrganisation: input.partyOrganisation ?? null,
      birthYear: input.birthYear ?? null,
    };
    const joining = {
      ...organisation,
      foundedOn: organisation.founded_on,
      today,
      leastAge: await leastAge(db, input.joinedOn),
    };
    const caps = await firstCapitalObstacles(db, organisation, { ...input, subscribedVnd });
    refuse('registry.member.not-recordable', [
      ...memberObstacles(terms, joining),
      ...caps,
      ...(input.contributedVnd > subscribedVnd ? ['paid-above-promised' as const] : []),
    ]);
    await saveMember(db, input, actor.province);
    if (subscribedVnd > 0) await saveFirstCapital(db, { ...input, subscribedVnd }, actor.account);
    await saveEntry(
      db,
      { member: input.id, organisation: organisation.id, kind: 'recorded', onDay: input.joinedOn },
      actor.account!,
    );
    await tell('registry.member.recorded', { member: input.id, organisation: organisation.id });
    return { version: 1 };
  }),

  handle(correctMember, async ({ input, actor, db, today, insist }) => {
    await lockMember(db, input.member);
    const record = await memberRecord(db, input.member);
    insist(mayKeepMembers(actor, ownedMember(record)));
    const fields = correctableFields.filter((field) => input[field] !== undefined);
    const terms = {
      party: record.party,
      standing: input.standing ?? record.standing,
      partyOrganisation: record.party_organisation_id,
      birthYear: input.birthYear === undefined ? record.birth_year : input.birthYear,
      joinedOn: input.joinedOn ?? record.joined_on,
      subscribedVnd: record.subscribed_vnd,
    };
    const joining = {
      kind: record.kind,
      provenance: record.organisation_provenance,
      status: 'operating',
      isMember: true,
      foundedOn: record.founded_on,
      today,
      leastAge: await leastAge(db, terms.joinedOn),
    };
    refuse('registry.member.not-correctable', [
      ...correctingObstacles({
        version: record.version,
        expected: input.version,
        erased: record.erased_at !== null,
        fields,
      }),
      ...memberObstacles(terms, joining),
    ]);
    const version = await saveCorrection(db, record.id, input, actor.province);
    await saveEntry(
      db,
      {
        member: record.id,
        organisation: record.organisation_id,
        kind: 'corrected',
        onDay: today,
        fields,
        reason: input.reason,
      },
      actor.account!,
    );
    return { version };
  }),

  handle(closeMembership, async ({ input, actor, db, today, insist, tell }) => {
    await lockMember(db, input.member);
    const record = await memberRecord(db, input.member);
    insist(mayKeepMembers(actor, ownedMember(record)));
    const membership = {
      joinedOn: record.joined_on,
      leftOn: record.left_on,
      version: record.version,
      subscribedVnd: record.subscribed_vnd,
    };
    refuse('registry.member.not-closable', leavingObstacles(membership, input.leftOn, today, input.version));
    const version = await saveLeaving(db, record.id, input.leftOn);
    await saveEntry(
      db,
      {
        member: record.id,
        organisation: record.organisation_id,
        kind: 'left',
        onDay: input.leftOn,
        reason: input.reason,
      },
      actor.account!,
    );
    await tell('registry.member.left', { member: record.id, organisation: record.organisation_id });
    return { version };
  }),

  handle(eraseMember, async ({ input, actor, db, today, insist }) => {
    await lockMember(db, input.member);
    const record = await memberRecord(db, input.member);
    insist(mayKeepMembers(actor, ownedMember(record)));
    const { version: seen } = record;
    refuse(
      'registry.member.not-erasable',
      correctingObstacles({
        version: seen,
        expected: input.version,
        erased: record.erased_at !== null,
        fields: personalFields,
      }),
    );
    const version = await saveErasure(db, record.id);
    await saveEntry(
      db,
      {
        member: record.id,
        organisation: record.organisation_id,
        kind: 'erased',
        onDay: today,
        fields: personalFields,
        reason: input.reason,
      },
      actor.account!,
    );
    return { version };
  }),
];
