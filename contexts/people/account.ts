export interface AccountToErase {
  readonly own: boolean;
  readonly demonstration: boolean;
  readonly erased: boolean;
  /** A role in force or to come, here or in any other province of the installation. */
  readonly holdsRole: boolean;
}

export type AccountObstacle = 'own-account' | 'demonstration-account' | 'already-erased' | 'holds-role';

/** Whoever may still act has a name: roles are revoked first. */
export function accountErasingObstacles(account: AccountToErase): AccountObstacle[] {
  const obstacles: AccountObstacle[] = [];
  if (account.own) obstacles.push('own-account');
  if (account.demonstration) obstacles.push('demonstration-account');
  if (account.erased) obstacles.push('already-erased');
  if (account.holdsRole) obstacles.push('holds-role');
  return obstacles;
}
