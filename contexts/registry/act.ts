import type { Day } from '#kernel/day.ts';
import type { OrganisationStatus, Provenance } from './organisation.ts';

/** What happens to an organisation; each act has its day, its document and its legal basis. */
export const actKinds = [
  'founded',
  'registered',
  'changed',
  'crop-changed',
  'converted',
  'merged',
  'split',
  'suspended',
  'resumed',
  'dissolving',
  'dissolved',
  'revoked',
] as const;
export type ActKind = (typeof actKinds)[number];

/** Acts that are entered as such; conversion, merger and split have consequences of their own and are not entered by hand. */
export const enteredActs = [
  'changed',
  'crop-changed',
  'suspended',
  'resumed',
  'dissolving',
  'dissolved',
  'revoked',
] as const;
export type EnteredAct = (typeof enteredActs)[number];

/** What the organisation itself may tell; what changes its standing is the officer's. */
export const ownActs: readonly EnteredAct[] = ['changed', 'crop-changed'];

/** From which status an act leads to which. */
const follows: Partial<
  Record<EnteredAct, { readonly from: readonly OrganisationStatus[]; readonly to: OrganisationStatus }>
> = {
  suspended: { from: ['operating'], to: 'suspended' },
  resumed: { from: ['suspended'], to: 'operating' },
  dissolving: { from: ['operating', 'suspended'], to: 'dissolving' },
  dissolved: { from: ['dissolving'], to: 'dissolved' },
  revoked: { from: ['operating', 'suspended', 'dissolving'], to: 'revoked' },
};

export const statusAfter = (act: EnteredAct): OrganisationStatus | undefined => follows[act]?.to;

export interface Acting {
  readonly kind: EnteredAct;
  readonly onDay: Day;
  readonly document: string | null;
  readonly organisation: {
    readonly provenance: Provenance;
    readonly status: OrganisationStatus;
    readonly foundedOn: Day | null;
  };
  readonly today: Day;
}

export type ActObstacle =
  | 'reported'
  | 'in-future'
  | 'before-founding'
  | 'ended'
  | 'status-forbids'
  | 'document-missing';

/** Every reason why an act cannot be entered. */
export function actObstacles({ kind, onDay, document, organisation, today }: Acting): ActObstacle[] {
  const obstacles: ActObstacle[] = [];
  if (organisation.provenance === 'reported') obstacles.push('reported');
  if (onDay > today) obstacles.push('in-future');
  if (organisation.foundedOn !== null && onDay < organisation.foundedOn) obstacles.push('before-founding');
  const step = follows[kind];
  if (step === undefined && ['dissolved', 'revoked'].includes(organisation.status)) obstacles.push('ended');
  if (step !== undefined && !step.from.includes(organisation.status)) obstacles.push('status-forbids');
  if (step !== undefined && document === null) obstacles.push('document-missing');
  return obstacles;
}
