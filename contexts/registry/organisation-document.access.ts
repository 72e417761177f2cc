import { belongsTo, isAuditor, overseesUnit, type Actor, type Owned } from '#kernel/actor.ts';
import type { DocumentAccess } from './organisation-document.ts';
import { mayChange } from './organisation.access.ts';

/** Papers are put there and taken out by who may change the record. */
export const mayKeepDocuments = (actor: Actor, owned: Owned): boolean => mayChange(actor, owned);

const reads: Readonly<Record<DocumentAccess, (actor: Actor, owned: Owned) => boolean>> = {
  public: () => true,
  members: (actor, { organisation, unit }) =>
    belongsTo(actor, organisation) || overseesUnit(actor, unit) || isAuditor(actor),
  keepers: mayKeepDocuments,
};

/** What has been taken out is read by who keeps the papers alone. */
export const mayReadDocument = (
  actor: Actor,
  owned: Owned,
  { access, ended }: { readonly access: DocumentAccess; readonly ended: boolean },
): boolean => (ended ? mayKeepDocuments(actor, owned) : reads[access](actor, owned));
