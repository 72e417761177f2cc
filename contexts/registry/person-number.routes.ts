import { Problem } from '#kernel/problem.ts';
import { handle } from '#platform/method/handle.ts';
import { mayChange } from './organisation.access.ts';
import { organisationRecord } from './organisation.store.ts';
import { ownedBy } from './organisation.routes.ts';
import { findNumberLook, numberLooksAt, personNumberOf, saveNumberLook } from './person-number.store.ts';
import { getPersonNumber, listNumberLooks, recordNumberLook } from './person-number.wire.ts';
import { decrypted } from './personal.cipher.ts';

export const personNumberRoutes = [
  handle(recordNumberLook, async ({ input, actor, db, insist }) => {
    const record = await organisationRecord(db, input.organisation);
    insist(mayChange(actor, ownedBy(record)));
    await saveNumberLook(db, {
      id: input.id,
      organisation: record.id,
      purpose: input.purpose,
      by: actor.account!,
    });
    return {};
  }),

  handle(getPersonNumber, async ({ input, actor, db, insist }) => {
    const look = await findNumberLook(db, input.look);
    if (look === undefined) throw new Problem('not-found', 'registry.person-number.look-unknown');
    const record = await organisationRecord(db, look.organisation_id);
    insist(look.looked_by === actor.account && mayChange(actor, ownedBy(record)));
    if (!look.fresh) throw new Problem('conflict', 'registry.person-number.look-over');
    const sealed = await personNumberOf(db, record);
    return { taxNumber: sealed === null ? null : decrypted(sealed.cipher, sealed.row) };
  }),

  handle(listNumberLooks, async ({ input, actor, db, insist }) => {
    const record = await organisationRecord(db, input.organisation);
    insist(mayChange(actor, ownedBy(record)));
    return { items: await numberLooksAt(db, record.id) };
  }),
];
