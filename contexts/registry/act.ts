import type { Day } from '#kernel/day.ts';
import { dissolutionObstacles, dissolutionSteps, type DissolutionObstacle } from './dissolution.ts';
import { hasEnded, type OrganisationStatus, type Provenance } from './organisation.ts';

/** What happens to an organisation; each act has its day, its document and its legal basis. */
export const actKinds = [
  'founded',
  'registered',
  'changed',
  'crop-changed',
  'converted',
  'merged',
  'split',
  'joined-union',
  'suspended',
  'resumed',
  'dissolving',
  'dissolution-notice',
  'debts-settled',
  'capital-returned',
  'assets-handed',
  'dissolved',
  'revoked',
  'undone',
] as const;
export type ActKind = (typeof actKinds)[number];

/** Acts that are entered as such; founding, conversion, merger and split have consequences of their own and are not entered by hand. */
export const enteredActs = [
  'changed',
  'crop-changed',
  'suspended',
  'resumed',
  'dissolving',
  'dissolution-notice',
  'debts-settled',
  'capital-returned',
  'assets-handed',
  'dissolved',
  'revoked',
] as const;
export type EnteredAct = (typeof enteredActs)[number];

/** What the organisation itself may tell; what changes its standing is the officer's. */
export const ownActs: readonly EnteredAct[] = ['changed', 'crop-changed'];

/**
 * Why it is dissolved, or its certificate revoked. The last three stood in the Law 23/2012/QH13; the list of the new
 * law was not seen.
 */
export const actGrounds = [
  'general-meeting',
  'court',
  'certificate-revoked',
  'inactive',
  'too-few-members',
  'no-meeting',
  'other',
] as const;
export type ActGround = (typeof actGrounds)[number];

/** Which grounds an act asks for. */
export const groundsOf: Partial<Record<ActKind, readonly ActGround[]>> = {
  dissolving: ['general-meeting', 'court', 'certificate-revoked'],
  revoked: ['inactive', 'too-few-members', 'no-meeting', 'other'],
};

interface Step {
  readonly from: readonly OrganisationStatus[];
  readonly to: OrganisationStatus;
}

/** From which status an act leads to which. */
const follows: Partial<Record<ActKind, Step>> = {
  registered: { from: ['founding'], to: 'operating' },
  suspended: { from: ['operating'], to: 'suspended' },
  resumed: { from: ['suspended'], to: 'operating' },
  dissolving: { from: ['founding', 'operating', 'suspended', 'revoked'], to: 'dissolving' },
  dissolved: { from: ['dissolving'], to: 'dissolved' },
  revoked: { from: ['operating', 'suspended', 'dissolving'], to: 'revoked' },
  merged: { from: ['operating', 'suspended'], to: 'merged' },
  split: { from: ['operating', 'suspended'], to: 'divided' },
};

export const statusAfter = (act: ActKind): OrganisationStatus | undefined => follows[act]?.to;

/** May this act come to an organisation of that status, and may the act that came next still come after it? */
export function mayFollow(act: ActKind, status: OrganisationStatus, next: ActKind | undefined): boolean {
  const step = follows[act];
  if (step === undefined) return true;
  const later = next === undefined ? undefined : follows[next];
  return step.from.includes(status) && (later === undefined || later.from.includes(step.to));
}

export interface ActDone {
  readonly kind: ActKind;
  readonly onDay: Day;
}

export interface Acting {
  readonly kind: EnteredAct;
  readonly onDay: Day;
  readonly document: string | null;
  readonly ground: ActGround | null;
  readonly organisation: {
    readonly provenance: Provenance;
    /** On the day of the act. */
    readonly status: OrganisationStatus;
    readonly foundedOn: Day | null;
    readonly acts: readonly ActDone[];
    /** What members still have in it, where the organisation keeps its capital here. */
    readonly capitalLeftVnd: number;
  };
  readonly today: Day;
}

export type ActObstacle =
  | 'reported'
  | 'in-future'
  | 'before-founding'
  | 'ended'
  | 'status-forbids'
  | 'document-missing'
  | 'ground-missing'
  | 'ground-of-other-act'
  | DissolutionObstacle;

function groundObstacles(kind: EnteredAct, ground: ActGround | null): ActObstacle[] {
  const grounds = groundsOf[kind];
  if (grounds === undefined) return ground === null ? [] : ['ground-of-other-act'];
  if (ground === null) return ['ground-missing'];
  return grounds.includes(ground) ? [] : ['ground-of-other-act'];
}

const isStep = (kind: EnteredAct): boolean => (dissolutionSteps as readonly ActKind[]).includes(kind);

/** Which act that changes the status comes next after this day. */
const nextStep = ({ acts }: Acting['organisation'], onDay: Day): ActKind | undefined =>
  acts
    .filter((act) => act.onDay > onDay && follows[act.kind] !== undefined)
    .toSorted((one, other) => (one.onDay < other.onDay ? -1 : 1))[0]?.kind;

function standingObstacles({ kind, onDay, organisation }: Acting): ActObstacle[] {
  if (isStep(kind)) return [];
  if (statusAfter(kind) === undefined) return hasEnded(organisation.status) ? ['ended'] : [];
  return mayFollow(kind, organisation.status, nextStep(organisation, onDay)) ? [] : ['status-forbids'];
}

/** Every reason why an act cannot be entered. */
export function actObstacles(acting: Acting): ActObstacle[] {
  const { kind, onDay, document, organisation, today } = acting;
  const obstacles: ActObstacle[] = [];
  if (organisation.provenance === 'reported') obstacles.push('reported');
  if (onDay > today) obstacles.push('in-future');
  if (organisation.foundedOn !== null && onDay < organisation.foundedOn) obstacles.push('before-founding');
  obstacles.push(...standingObstacles(acting));
  if (isStep(kind) || (kind === 'dissolved' && organisation.status === 'dissolving'))
    obstacles.push(...dissolutionObstacles(kind, onDay, organisation));
  if ((statusAfter(kind) !== undefined || isStep(kind)) && document === null) obstacles.push('document-missing');
  return [...obstacles, ...groundObstacles(kind, acting.ground)];
}
