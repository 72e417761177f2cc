import { isAuditor, isProvincialOfficer } from '#kernel/actor.ts';
import { Problem } from '#kernel/problem.ts';
import { handle } from '#platform/method/handle.ts';
import { mayKeepMembers, ownedMember } from './member.access.ts';
import { lockMember, memberRecord, saveEntry } from './member.store.ts';
import { organisationFacts } from './organisation.store.ts';
import { parameterOn } from './parameter.store.ts';
import { findLook } from './personal.store.ts';
import {
  groupCounts,
  saveSensitive,
  saveSensitiveLook,
  saveWithdrawal,
  sensitiveForChange,
  sensitiveOf,
  sensitiveValue,
} from './sensitive.store.ts';
import { sensitiveObstacles, shownGroups, withdrawingObstacles } from './sensitive.ts';
import {
  countSensitive,
  getSensitive,
  listSensitive,
  recordSensitive,
  recordSensitiveLook,
  withdrawSensitive,
} from './sensitive.wire.ts';

export const sensitiveRoutes = [
  handle(recordSensitive, async ({ input, actor, db, today, insist }) => {
    await lockMember(db, input.member);
    const record = await memberRecord(db, input.member);
    insist(mayKeepMembers(actor, ownedMember(record)));
    const obstacles = sensitiveObstacles({
      field: input.field,
      ethnicity: input.ethnicity ?? null,
      poverty: input.poverty ?? null,
      party: record.party,
      erased: record.erased_at !== null,
      today,
    });
    if (obstacles.length > 0) throw new Problem('conflict', 'registry.sensitive.not-recordable', { obstacles });
    await saveSensitive(db, input, { province: actor.province, by: actor.account! });
    const entry = { member: record.id, organisation: record.organisation_id, onDay: today };
    await saveEntry(db, { ...entry, kind: 'sensitive-recorded', fields: [input.field] }, actor.account!);
    return {};
  }),

  handle(listSensitive, async ({ input, actor, db, insist }) => {
    const record = await memberRecord(db, input.member);
    const keeps = mayKeepMembers(actor, ownedMember(record));
    insist(keeps || (actor.account !== null && record.account_id === actor.account));
    const rows = await sensitiveOf(db, record.id);
    return {
      items: rows.map(({ recorded_at, withdrawn_on, erased_at, ...row }) => ({
        ...row,
        recordedAt: recorded_at,
        withdrawnOn: withdrawn_on,
        erased: erased_at !== null,
      })),
      may: { record: keeps && record.erased_at === null, look: keeps },
    };
  }),

  handle(recordSensitiveLook, async ({ input, actor, db, insist }) => {
    const record = await memberRecord(db, input.member);
    insist(mayKeepMembers(actor, ownedMember(record)));
    await saveSensitiveLook(db, input, actor.account!);
    return {};
  }),

  handle(getSensitive, async ({ input, actor, db, insist }) => {
    const look = await findLook(db, input.look);
    if (look === undefined || (look.field !== 'ethnicity' && look.field !== 'poverty'))
      throw new Problem('not-found', 'registry.national-id.look-unknown');
    const record = await memberRecord(db, look.member_id);
    insist(look.looked_by === actor.account && mayKeepMembers(actor, ownedMember(record)));
    if (!look.fresh) throw new Problem('conflict', 'registry.national-id.look-over');
    return sensitiveValue(db, record.id, look.field);
  }),

  handle(withdrawSensitive, async ({ input, actor, db, today, insist }) => {
    const row = await sensitiveForChange(db, input.id);
    const record = await memberRecord(db, row.member_id);
    insist(mayKeepMembers(actor, ownedMember(record)));
    const obstacles = withdrawingObstacles({
      basis: row.basis,
      erased: row.erased_at !== null,
      withdrawnOn: input.withdrawnOn,
      today,
    });
    if (obstacles.length > 0) throw new Problem('conflict', 'registry.sensitive.not-withdrawable', { obstacles });
    await saveWithdrawal(db, row.id, input.withdrawnOn);
    const entry = { member: record.id, organisation: record.organisation_id, onDay: input.withdrawnOn };
    await saveEntry(
      db,
      { ...entry, kind: 'sensitive-erased', fields: [row.field], reason: input.reason },
      actor.account!,
    );
    return {};
  }),

  handle(countSensitive, async ({ input, actor, db, today, insist }) => {
    const { organisation, field } = input;
    const facts = organisation === undefined ? undefined : await organisationFacts(db, organisation);
    insist(
      facts === undefined
        ? isProvincialOfficer(actor) || isAuditor(actor)
        : isAuditor(actor) || mayKeepMembers(actor, { organisation: facts.id, unit: facts.unit_code }),
    );
    const least = await parameterOn(db, 'personal.leastGroup', today);
    // Without a least size nothing is told.
    if (typeof least?.value !== 'number') return { groups: [], least: null, verified: false };
    const groups = await groupCounts(db, field, { organisation: facts?.id, province: actor.province });
    return { groups: shownGroups(groups, least.value), least: least.value, verified: least.verified };
  }),
];
