import type { Actor } from '#kernel/actor.ts';
import type { AccountId } from '#kernel/id.ts';
import { Problem } from '#kernel/problem.ts';
import { handle } from '#platform/method/handle.ts';
import { consentObstacles, type ConsentObstacle } from './consent.ts';
import { agreedFields, consentsOf, keptFields, saveConsent, saveConsentWithdrawal } from './consent.store.ts';
import { listConsents, recordConsent, withdrawConsent } from './consent.wire.ts';
import { mayKeepMembers, ownedMember } from './member.access.ts';
import { lockMember, memberRecord, saveEntry, shownMember } from './member.store.ts';
import { refuseMerged } from './record-merger.store.ts';

const refuse = (code: string, obstacles: readonly ConsentObstacle[]): void => {
  if (obstacles.length > 0) throw new Problem('conflict', code, { obstacles });
};

const isTheMember = (actor: Actor, { account_id }: { readonly account_id: AccountId | null }): boolean =>
  actor.account !== null && account_id === actor.account;

export const consentRoutes = [
  handle(recordConsent, async ({ input, actor, db, today, insist }) => {
    await lockMember(db, input.member);
    const record = await memberRecord(db, input.member);
    insist(mayKeepMembers(actor, ownedMember(record)));
    await refuseMerged(db, 'member', record.id);
    const kept = await keptFields(db, record.id);
    refuse('registry.member-consent.not-recordable', [
      ...(record.erased_at === null ? [] : ['erased' as const]),
      ...(input.fields.every((field) => kept.includes(field)) ? [] : ['consent-without-value' as const]),
      ...consentObstacles(input, today),
    ]);
    const { member, fields } = input;
    await saveConsent(db, { member, fields, given: input, by: actor.account! });
    await saveEntry(
      db,
      { member, organisation: record.organisation_id, kind: 'consented', onDay: input.givenOn, fields },
      actor.account!,
    );
    return {};
  }),

  handle(withdrawConsent, async ({ input, actor, db, today, insist }) => {
    await lockMember(db, input.member);
    const record = await memberRecord(db, input.member);
    insist(isTheMember(actor, record) || mayKeepMembers(actor, ownedMember(record)));
    const { member, fields } = input;
    // What is kept without a consent on record is taken back too: it has no other ground.
    const standing = new Set([...(await agreedFields(db, member)), ...(await keptFields(db, member))]);
    refuse('registry.member-consent.not-withdrawable', [
      ...(record.erased_at === null ? [] : ['erased' as const]),
      ...(fields.every((field) => standing.has(field)) ? [] : ['consent-not-given' as const]),
    ]);
    await saveConsentWithdrawal(db, { member, fields, on: today, by: actor.account! });
    await saveEntry(
      db,
      { member, organisation: record.organisation_id, kind: 'consent-withdrawn', onDay: today, fields },
      actor.account!,
    );
    return {};
  }),

  handle(listConsents, async ({ input, actor, db, insist }) => {
    const record = await shownMember(db, input.member);
    const keeps = mayKeepMembers(actor, ownedMember(record));
    insist(keeps || isTheMember(actor, record));
    const items = await consentsOf(db, record.id);
    const agreed = new Set(items.filter(({ withdrawnOn }) => withdrawnOn === null).map(({ field }) => field));
    const missing = (await keptFields(db, record.id)).filter((field) => !agreed.has(field));
    const there = record.erased_at === null;
    return { items, missing, may: { record: keeps && there, withdraw: there } };
  }),
];
