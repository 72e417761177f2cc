import { isProvincialOfficer, isSignedIn } from '#kernel/actor.ts';
import type { Day } from '#kernel/day.ts';
import { Problem } from '#kernel/problem.ts';
import type { Db } from '#platform/database/db.ts';
import { handle } from '#platform/method/handle.ts';
import { shownCode } from './card-code.ts';
import { certificateView } from './capital-certificate.routes.ts';
import { certificatesOfAccount } from './capital-certificate.store.ts';
import { lastCards } from './card.store.ts';
import { consentCounts, consentsOf } from './consent.store.ts';
import { mayKeepMembers, ownedMember } from './member.access.ts';
import { lockMember, memberRecord, saveEntry } from './member.store.ts';
import { formerOf } from './member-standing.store.ts';
import { memberView } from './member.view.ts';
import { organisationFacts } from './organisation.store.ts';
import { parameterOn } from './parameter.store.ts';
import { partyPersons } from './party.routes.ts';
import { houseOf } from './letterhead.store.ts';
import { personalCopy, protectionFile } from './personal-copy.document.ts';
import { mostOpen } from './personal-request.ts';
import {
  belongsNow,
  fieldCounts,
  membershipsOf,
  protectionCounts,
  requestForChange,
  requestsOfMember,
  requestsOfOrganisation,
  retainedTooLong,
  saveCopyLook,
  saveDecision,
  saveMemberAccount,
  saveRequest,
  type RequestRecord,
} from './personal-request.store.ts';
import {
  changeMemberAccount,
  decidePersonalRequest,
  exportDataProtection,
  exportPersonalCopy,
  listMemberships,
  listPersonalRequests,
  listRetention,
  recordPersonalRequest,
  type PersonalRequestRow,
} from './personal-request.wire.ts';
import { looksAt } from './personal.store.ts';
import { provinceName } from './province.store.ts';
import { sensitiveValue } from './sensitive.store.ts';

const requestView = ({ member_id, name, ...row }: RequestRecord): PersonalRequestRow => ({
  ...row,
  member: { id: member_id, name },
});

const sensitiveOfMember = async (db: Db, member: Parameters<typeof sensitiveValue>[1]) => ({
  ethnicity: (await sensitiveValue(db, member, 'ethnicity')).ethnicity,
  poverty: (await sensitiveValue(db, member, 'poverty')).poverty,
});

const refuse = (code: string, obstacles: readonly string[]): void => {
  if (obstacles.length > 0) throw new Problem('conflict', code, { obstacles });
};

async function retentionYears(db: Db, today: Day) {
  const found = await parameterOn(db, 'member.retentionYears', today);
  return { years: typeof found?.value === 'number' ? found.value : null, verified: found?.verified ?? false };
}

export const personalRequestRoutes = [
  handle(listMemberships, async ({ actor, db, today, insist }) => {
    insist(isSignedIn(actor));
    const records = await membershipsOf(db, actor.account!);
    const papers = await certificatesOfAccount(db, actor.account!);
    const cards = await lastCards(
      db,
      records.map(({ id }) => id),
      today,
    );
    return {
      items: await Promise.all(
        records.map(async (record) => {
          const card = cards.get(record.id);
          return {
            ...memberView(record, 'full'),
            organisation: { id: record.organisation_id, name: record.organisation_name },
            sensitive: await sensitiveOfMember(db, record.id),
            card: card?.state === 'valid' ? { code: shownCode(card.code), expiresOn: card.expiresOn } : null,
            certificates: papers
              .filter(({ member }) => member === record.id)
              .map((paper) => certificateView(paper, 'own', false)),
            requests: (await requestsOfMember(db, record.id)).map(requestView),
          };
        }),
      ),
    };
  }),

  handle(changeMemberAccount, async ({ input, actor, db, today, insist }) => {
    await lockMember(db, input.member);
    const record = await memberRecord(db, input.member);
    insist(mayKeepMembers(actor, ownedMember(record)));
    const { account } = input;
    refuse('registry.member-account.not-changeable', [
      ...(record.erased_at === null ? [] : ['erased']),
      ...(account !== null && !(await belongsNow(db, account, record.organisation_id, today))
        ? ['not-a-present-role']
        : []),
    ]);
    await saveMemberAccount(db, record.id, account);
    const kind = account === null ? ('account-parted' as const) : ('account-linked' as const);
    const entry = { member: record.id, organisation: record.organisation_id, onDay: today };
    await saveEntry(db, { ...entry, kind }, actor.account!);
    return {};
  }),

  handle(recordPersonalRequest, async ({ input, actor, db, insist, tell }) => {
    await lockMember(db, input.member);
    const record = await memberRecord(db, input.member);
    insist(isSignedIn(actor) && record.account_id === actor.account);
    const open = (await requestsOfMember(db, record.id)).filter(({ outcome }) => outcome === null);
    refuse('registry.personal-request.not-recordable', open.length >= mostOpen ? ['too-many-open'] : []);
    await saveRequest(db, input, actor.account!);
    await tell('registry.personal-request.recorded', { member: record.id, organisation: record.organisation_id });
    return {};
  }),

  handle(listPersonalRequests, async ({ input, actor, db, insist }) => {
    const facts = await organisationFacts(db, input.organisation);
    insist(mayKeepMembers(actor, { organisation: facts.id, unit: facts.unit_code }));
    return { items: (await requestsOfOrganisation(db, facts.id)).map(requestView) };
  }),

  handle(decidePersonalRequest, async ({ input, actor, db, insist }) => {
    const row = await requestForChange(db, input.request);
    const record = await memberRecord(db, row.member_id);
    insist(mayKeepMembers(actor, ownedMember(record)));
    refuse('registry.personal-request.not-decidable', row.outcome === null ? [] : ['decided-already']);
    await saveDecision(db, input, actor.account!);
    return {};
  }),

  handle(exportPersonalCopy, async ({ input, actor, db, today, insist }) => {
    const record = await memberRecord(db, input.member);
    const isOwn = isSignedIn(actor) && record.account_id === actor.account;
    insist(isOwn || mayKeepMembers(actor, ownedMember(record)));
    const looks = await looksAt(db, record.id);
    await saveCopyLook(db, record.id, actor.account!);
    const copied = {
      house: await houseOf(db),
      member: memberView(record, 'full'),
      organisation: record.organisation_name,
      ...(await partyPersons(db, record, today)),
      // Sensitive values go to the person alone: anybody else says what for, one by one.
      sensitive: isOwn ? await sensitiveOfMember(db, record.id) : { ethnicity: null, poverty: null },
      consents: await consentsOf(db, record.id),
      former: await formerOf(db, record.id),
      looks,
    };
    return personalCopy(copied, input.language, today);
  }),

  handle(exportDataProtection, async ({ input, actor, db, today, insist }) => {
    const facts = input.organisation === undefined ? undefined : await organisationFacts(db, input.organisation);
    insist(
      facts === undefined
        ? isProvincialOfficer(actor)
        : mayKeepMembers(actor, { organisation: facts.id, unit: facts.unit_code }),
    );
    const given = {
      house: await houseOf(db),
      holder: facts?.name ?? (await provinceName(db, actor.province)),
      synthetic: facts?.provenance === 'synthetic',
      counts: await protectionCounts(db, facts?.id),
      fields: await fieldCounts(db, facts?.id),
      consents: await consentCounts(db, facts?.id),
    };
    return protectionFile(given, input.language, today);
  }),

  handle(listRetention, async ({ input, actor, db, today, insist }) => {
    const facts = await organisationFacts(db, input.organisation);
    insist(mayKeepMembers(actor, { organisation: facts.id, unit: facts.unit_code }));
    const { years, verified } = await retentionYears(db, today);
    const rows = years === null ? [] : await retainedTooLong(db, facts.id, years, today);
    return { years, verified, items: rows.map((row) => ({ ...row, name: row.name ?? '' })) };
  }),
];
