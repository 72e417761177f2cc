import { has, isProvincialOfficer } from '#kernel/actor.ts';
import { newId } from '#kernel/id.ts';
import type { UnitCode } from '#kernel/place.ts';
import { Problem } from '#kernel/problem.ts';
import { handle } from '#platform/method/handle.ts';
import { mayKeepMembers } from './member.access.ts';
import { memberRecord } from './member.store.ts';
import { findMembers, getNationalId, listLooks, matchNationalId, recordLook, type LookId } from './member.wire.ts';
import { decrypted, fingerprint } from './personal.cipher.ts';
import { findLook, looksAt, membersByFingerprint, membersByWords, saveLooks } from './personal.store.ts';

export const personalRoutes = [
  handle(findMembers, async ({ input, actor, db, insist }) => {
    insist(isProvincialOfficer(actor) || has(actor, 'commune-officer'));
    const units = actor.grants.flatMap(({ role, unit }) => (role === 'commune-officer' && unit !== null ? [unit] : []));
    const unit: readonly UnitCode[] | null = isProvincialOfficer(actor) ? null : units;
    const rows = await membersByWords(db, input.search, { unit, size: input.size });
    return {
      items: rows.map((row) => ({
        id: row.id,
        name: row.name ?? '',
        birthYear: row.birth_year,
        organisation: { id: row.organisation_id, name: row.organisation_name },
      })),
    };
  }),

  handle(recordLook, async ({ input, actor, db, insist }) => {
    const record = await memberRecord(db, input.member);
    insist(mayKeepMembers(actor, { organisation: record.organisation_id, unit: record.unit_code }));
    await saveLooks(db, [{ id: input.id, member: record.id }], {
      way: 'shown',
      purpose: input.purpose,
      by: actor.account!,
    });
    return {};
  }),

  handle(getNationalId, async ({ input, actor, db, insist }) => {
    const look = await findLook(db, input.look);
    if (look?.field !== 'national-id') throw new Problem('not-found', 'registry.national-id.look-unknown');
    const record = await memberRecord(db, look.member_id);
    insist(
      look.looked_by === actor.account &&
        mayKeepMembers(actor, { organisation: record.organisation_id, unit: record.unit_code }),
    );
    if (!look.fresh) throw new Problem('conflict', 'registry.national-id.look-over');
    const sealed = record.national_id_cipher;
    return { nationalId: sealed === null ? null : decrypted(sealed, record.id) };
  }),

  handle(matchNationalId, async ({ input, actor, db, insist }) => {
    insist(isProvincialOfficer(actor) || has(actor, 'commune-officer') || has(actor, 'organisation-manager'));
    const all = await membersByFingerprint(db, fingerprint(input.nationalId, actor.province));
    // Somebody else's members are not found: not even that there are any.
    const rows = all.filter((row) => mayKeepMembers(actor, { organisation: row.organisation_id, unit: row.unit_code }));
    await saveLooks(
      db,
      rows.map(({ id }) => ({ id: newId<LookId>(), member: id })),
      { way: 'found-by', purpose: input.purpose, by: actor.account! },
    );
    return {
      items: rows.map((row) => ({
        id: row.id,
        organisation: { id: row.organisation_id, name: row.organisation_name },
      })),
    };
  }),

  handle(listLooks, async ({ input, actor, db, insist }) => {
    const record = await memberRecord(db, input.member);
    const isTheMember = actor.account !== null && record.account_id === actor.account;
    insist(isTheMember || mayKeepMembers(actor, { organisation: record.organisation_id, unit: record.unit_code }));
    return { items: await looksAt(db, record.id) };
  }),
];
