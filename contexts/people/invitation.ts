/** Why a one-time link leads nowhere any more. */
export const invitationObstacleKinds = [
  'used',
  'withdrawn',
  'expired',
  'email-taken',
  'already-held',
  'sign-in-first',
] as const;
export type InvitationObstacle = (typeof invitationObstacleKinds)[number];

/** Why a link cannot be sent by mail, beside its being closed. */
export type SendObstacle = 'token-does-not-fit' | 'mailed-often' | 'mailed-much';

export interface InvitationState {
  readonly usedAt: string | null;
  readonly withdrawnAt: string | null;
  readonly expiresAt: string;
}

export function closedBecause({ usedAt, withdrawnAt, expiresAt }: InvitationState, now: number): InvitationObstacle[] {
  if (usedAt !== null) return ['used'];
  if (withdrawnAt !== null) return ['withdrawn'];
  return Date.parse(expiresAt) <= now ? ['expired'] : [];
}

export const hoursOpen = 24;

/**
 * How often one link may be mailed, and how many letters one account may send while its links are open: whoever sets a
 * province up invites officers of all its communes in a day.
 */
export const mostLetters = { link: 3, account: 100, administrator: 1_000 } as const;

/**
 * The secret of a link: 32 random bytes, made by the browser that hands it out. The server is told its SHA-256 only,
 * and the link carries it after the #, which browsers keep to themselves.
 */
export function newLinkToken(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

export async function tokenHash(token: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

export const invitationPath = (token: string): string => `/invitation#${token}`;
