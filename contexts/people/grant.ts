import { isOrganisationRole, type OrganisationRole, type Role } from '#kernel/actor.ts';

const cooperativeKinds = [
  'cooperative-group',
  'cooperative',
  'union',
  'farm',
  'household-business',
  'enterprise',
] as const;

/** For which of the registry's kinds of organisation each role makes sense. */
export const kindsOf = {
  'organisation-manager': cooperativeKinds,
  'organisation-member': cooperativeKinds,
  buyer: ['enterprise', 'union', 'cooperative', 'household-business'],
  'bank-officer': ['bank', 'support-fund'],
  laboratory: ['laboratory'],
} as const satisfies Record<OrganisationRole, readonly string[]>;

/** Which roles the holder of a role may hand out; where, is a matter of access. */
export const handsOut: Readonly<Record<Role, readonly Role[]>> = {
  administrator: [
    'administrator',
    'provincial-officer',
    'commune-officer',
    'organisation-manager',
    'organisation-member',
    'buyer',
    'bank-officer',
    'laboratory',
    'auditor',
  ],
  'provincial-officer': ['commune-officer', 'organisation-manager', 'buyer', 'bank-officer', 'laboratory', 'auditor'],
  'commune-officer': ['organisation-manager'],
  'organisation-manager': ['organisation-manager', 'organisation-member'],
  'organisation-member': [],
  buyer: [],
  'bank-officer': [],
  laboratory: [],
  auditor: [],
};

export const grantObstacleKinds = [
  'organisation-missing',
  'organisation-not-wanted',
  'organisation-unknown',
  'role-does-not-fit',
  'unit-missing',
  'unit-not-wanted',
  'unit-unknown',
  'ends-before-it-begins',
] as const;
export type GrantObstacle = (typeof grantObstacleKinds)[number];

export interface WantedGrant {
  readonly role: Role;
  readonly organisation: string | null;
  /** undefined when there is no such organisation here. */
  readonly organisationKind: string | undefined;
  readonly unit: string | null;
  readonly unitExists: boolean;
  readonly from: string;
  readonly until: string | null;
}

/** Every reason why a role cannot be given as asked. */
export function grantObstacles(wanted: WantedGrant): GrantObstacle[] {
  const obstacles: GrantObstacle[] = [];
  if (isOrganisationRole(wanted.role)) obstacles.push(...organisationObstacles(wanted.role, wanted));
  else if (wanted.organisation !== null) obstacles.push('organisation-not-wanted');
  if (wanted.role === 'commune-officer') {
    if (wanted.unit === null) obstacles.push('unit-missing');
    else if (!wanted.unitExists) obstacles.push('unit-unknown');
  } else if (wanted.unit !== null) obstacles.push('unit-not-wanted');
  if (wanted.until !== null && wanted.until < wanted.from) obstacles.push('ends-before-it-begins');
  return obstacles;
}

function organisationObstacles(
  role: OrganisationRole,
  { organisation, organisationKind }: WantedGrant,
): GrantObstacle[] {
  if (organisation === null) return ['organisation-missing'];
  if (organisationKind === undefined) return ['organisation-unknown'];
  const fitting: readonly string[] = kindsOf[role];
  return fitting.includes(organisationKind) ? [] : ['role-does-not-fit'];
}
