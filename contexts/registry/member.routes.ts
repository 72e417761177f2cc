import { overseesUnit } from '#kernel/actor.ts';
import type { Day } from '#kernel/day.ts';
import { newId, type AccountId, type OrganisationId } from '#kernel/id.ts';
import type { ParsedInputOf } from '#kernel/method.ts';
import type { Db } from '#platform/database/db.ts';
import { handle } from '#platform/method/handle.ts';
import { capsAbove, settleExcess } from './capital-excess.store.ts';
import { askedOf, consentMissing, consentObstacles, heldFields, toldOf } from './consent.ts';
import { agreedFields, eraseConsentPapers, saveConsent } from './consent.store.ts';
import { firstCapitalObstacles, saveFirstCapital } from './capital-first.store.ts';
import { refuse } from './founding.routes.ts';
import { mayKeepMembers, memberSight, ownedMember, type MemberSight } from './member.access.ts';
import { correctingObstacles, leavingObstacles, memberObstacles, pastDay, type MemberObstacle } from './member.ts';
import { memberPage } from './member-list.store.ts';
import {
  correctableFields,
  entriesOf,
  lockMember,
  memberRecord,
  personalFields,
  saveCorrection,
  saveEntry,
  saveErasure,
  saveMember,
  shownMember,
  yearOf,
} from './member.store.ts';
import { closeMembership, correctMember, eraseMember, getMember, listMembers, recordMember } from './member.wire.ts';
import { memberView } from './member.view.ts';
import { closeRecords } from './member-leave.store.ts';
import { sinceObstacles } from './member-standing.ts';
import { formerOf, saveDated } from './member-standing.store.ts';
import { partyNameOf } from './standing.store.ts';
import { successorsOf } from './succession.store.ts';
import { refuseMerged, standingOrganisation } from './record-merger.store.ts';
import { lockOrganisation, organisationFacts } from './organisation.store.ts';
import { partyObstacles } from './party.ts';
import { isUnderAge, partyPersons } from './party.routes.ts';
import {
  closeRepresentation,
  erasePartyPersons,
  guardianOf,
  leastAges,
  saveGuardian,
  saveMemberRepresentative,
} from './party.store.ts';
import { eraseRequests } from './personal-request.store.ts';
import { eraseSensitive } from './sensitive.store.ts';
import type { MemberRepresentativeId } from './party.wire.ts';

/** Who may take the place of a member organisation that is no more; nobody asks of one whose membership has been ended. */
const heirsTo = async (db: Db, record: Awaited<ReturnType<typeof memberRecord>>, sight: MemberSight) =>
  sight === 'full' && record.left_on === null ? successorsOf(db, record.party_organisation_id) : [];

/** The terms as they would stand once corrected. */
function correctedTerms(record: Awaited<ReturnType<typeof memberRecord>>, input: ParsedInputOf<typeof correctMember>) {
  const birthDay = input.birthDay === undefined ? record.birth_day : input.birthDay;
  const keptYear = input.birthDay ? yearOf(input.birthDay) : record.birth_year;
  return {
    party: record.party,
    standing: input.standing ?? record.standing,
    birthYear: input.birthYear === undefined ? keptYear : input.birthYear,
    birthDay,
    joinedOn: input.joinedOn ?? record.joined_on,
    subscribedVnd: record.subscribed_vnd,
  };
}

/** Who stands above a cap before a standing or mark is changed; to be called once it is: then there is a reason, or it is not done. */
async function markExcess(
  db: Db,
  of: OrganisationId,
  { input, today, by }: { input: ParsedInputOf<typeof correctMember>; today: Day; by: AccountId },
): Promise<() => Promise<void>> {
  if (input.standing === undefined && input.foreignInvestor === undefined) return async () => undefined;
  const organisations = [await standingOrganisation(db, of)];
  const before = await capsAbove(db, organisations, today);
  const act = { organisations, before, cause: 'mark' as const, onDay: input.since ?? today, today, by, excuse: input };
  return () => settleExcess(db, { ...act, code: 'registry.member.not-correctable' });
}

const ageFields: readonly string[] = ['birthYear', 'birthDay', 'joinedOn'];

/** A corrected birth may make a minor of who was taken for grown up; the guardian of one who is not is left to be erased. */
const ageObstacles = (
  terms: ReturnType<typeof correctedTerms> & { readonly guarded: boolean },
  adultAge: number | null,
): MemberObstacle[] =>
  partyObstacles({ ...terms, organisation: '', partyOrganisation: null, represented: false, adultAge }).filter(
    (obstacle) => obstacle === 'guardian-missing' || obstacle === 'birth-day-of-other-year',
  );

export const memberRoutes = [
  handle(listMembers, async ({ input, actor, db, today, insist }) => {
    const organisation = await organisationFacts(db, input.organisation);
    const owned = { organisation: organisation.id, unit: organisation.unit_code };
    const sight = memberSight(actor, owned);
    insist(sight !== 'none');
    const { items, total } = await memberPage(db, { ...input, asOf: pastDay(input.asOf, today) }, sight);
    const keeps = mayKeepMembers(actor, owned);
    return {
      total,
      items: items.map((row) => memberView(row, sight)),
      sight: sight as 'full' | 'names' | 'masked',
      may: { record: keeps && organisation.provenance !== 'reported', export: keeps },
    };
  }),

  handle(getMember, async ({ input, actor, db, today, insist }) => {
    const record = await shownMember(db, input.member);
    const sight = memberSight(actor, ownedMember(record));
    insist(sight !== 'none');
    const full = sight === 'full';
    const persons = full ? await partyPersons(db, record, today) : { representatives: [], guardian: null };
    const correct = full && record.erased_at === null;
    const heirs = await heirsTo(db, record, sight);
    return {
      ...memberView(record, sight),
      organisation: { id: record.organisation_survivor ?? record.organisation_id, name: record.organisation_name },
      partyName: await partyNameOf(db, sight === 'masked' ? null : record.party_organisation_id),
      ...persons,
      heirs: heirs.map(({ id, name }) => ({ id, name })),
      former: full ? await formerOf(db, record.id) : [],
      entries: full ? await entriesOf(db, record.id) : [],
      may: {
        correct,
        look: full && record.national_id_cipher !== null,
        represent: correct && record.party !== 'person' && record.left_on === null,
        guard: correct && (await isUnderAge(db, record, today)),
        succeed: heirs.length > 0 && overseesUnit(actor, record.unit_code),
      },
    };
  }),

  handle(recordMember, async ({ input, actor, db, today, insist, tell }) => {
    await lockOrganisation(db, input.organisation);
    const organisation = await organisationFacts(db, input.organisation);
    insist(mayKeepMembers(actor, { organisation: organisation.id, unit: organisation.unit_code }));
    const partyOrganisation =
      input.partyOrganisation === undefined ? null : await organisationFacts(db, input.partyOrganisation);
    const subscribedVnd = input.subscribedVnd ?? input.contributedVnd;
    const birthYear = input.birthYear ?? yearOf(input.birthDay);
    const terms = { ...input, subscribedVnd, birthYear, birthDay: input.birthDay ?? null };
    const leastAge = await leastAges(db, input.joinedOn);
    const joining = { ...organisation, foundedOn: organisation.founded_on, today, leastAge };
    const caps = await firstCapitalObstacles(db, organisation, { ...input, subscribedVnd });
    refuse('registry.member.not-recordable', [
      ...memberObstacles(terms, joining),
      ...caps,
      ...partyObstacles({
        ...terms,
        partyOrganisation,
        represented: input.representative !== undefined,
        guarded: input.guardian !== undefined,
        adultAge: leastAge.official,
      }),
      ...(input.contributedVnd > subscribedVnd ? ['paid-above-promised' as const] : []),
      ...consentMissing(askedOf(input), input.consent, []),
      ...consentObstacles(input.consent, today),
    ]);
    await saveMember(db, input, actor.province);
    if (input.representative !== undefined)
      await saveMemberRepresentative(
        db,
        { ...input.representative, id: newId<MemberRepresentativeId>(), member: input.id, from: input.joinedOn },
        actor.account!,
      );
    if (input.guardian !== undefined) await saveGuardian(db, input.id, input.guardian, actor.account!);
    await saveConsent(db, { member: input.id, fields: toldOf(input), given: input.consent, by: actor.account! });
    if (subscribedVnd > 0) {
      const before = await capsAbove(db, [organisation.id], today);
      await saveFirstCapital(db, { ...input, subscribedVnd }, actor.account);
      // Only of founders, who are entered one after another; of anybody later the cap refuses it.
      const told = { cause: 'founded', onDay: input.joinedOn, today, by: actor.account, excuse: {} } as const;
      await settleExcess(db, { organisations: [organisation.id], before, ...told });
    }
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
    await refuseMerged(db, 'member', record.id);
    const fields = correctableFields.filter((field) => input[field] !== undefined);
    const terms = correctedTerms(record, input);
    const leastAge = await leastAges(db, terms.joinedOn);
    const joining = {
      kind: record.kind,
      provenance: record.organisation_provenance,
      status: 'operating',
      isMember: true,
      foundedOn: record.founded_on,
      today,
      leastAge,
    };
    const isBirthTouched = fields.some((field) => ageFields.includes(field));
    refuse('registry.member.not-correctable', [
      ...correctingObstacles({
        version: record.version,
        expected: input.version,
        erased: record.erased_at !== null,
        fields,
      }),
      ...memberObstacles(terms, joining).filter((obstacle) => isBirthTouched || obstacle !== 'birth-day-missing'),
      ...consentMissing(askedOf(input), input.consent, await agreedFields(db, record.id)),
      ...consentObstacles(input.consent, today),
      ...sinceObstacles({ since: input.since, joinedOn: terms.joinedOn, today, fields }),
      ...(isBirthTouched
        ? ageObstacles({ ...terms, guarded: (await guardianOf(db, record.id)) !== undefined }, leastAge.official)
        : []),
    ]);
    const settle = await markExcess(db, record.organisation_id, { input, today, by: actor.account! });
    const given = input.birthDay ? { birthYear: yearOf(input.birthDay), ...input } : input;
    await saveDated(db, record, input, actor.account!);
    await saveConsent(db, {
      member: record.id,
      fields: heldFields(askedOf(input)),
      given: input.consent,
      by: actor.account!,
    });
    const version = await saveCorrection(db, record.id, given, actor.province);
    await settle();
    await saveEntry(
      db,
      {
        member: record.id,
        organisation: record.organisation_id,
        kind: 'corrected',
        onDay: input.since ?? today,
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
    await refuseMerged(db, 'member', record.id);
    const shown = await shownMember(db, record.id);
    const membership = {
      joinedOn: shown.joined_on,
      leftOn: shown.left_on,
      version: record.version,
      subscribedVnd: shown.subscribed_vnd,
    };
    refuse('registry.member.not-closable', leavingObstacles(membership, input.leftOn, today, input.version));
    const version = await closeRecords(db, record, input, actor.account!);
    await closeRepresentation(db, record.id, input.leftOn);
    await tell('registry.member.left', { member: record.id, organisation: record.organisation_id });
    return { version };
  }),

  handle(eraseMember, async ({ input, actor, db, today, insist, tell }) => {
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
    await erasePartyPersons(db, record.id);
    await eraseSensitive(db, record.id);
    await eraseRequests(db, record.id);
    await eraseConsentPapers(db, record.id);
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
    await tell('registry.member.erased', { member: record.id, organisation: record.organisation_id });
    return { version };
  }),
];
