import type { AccountId } from '#kernel/id.ts';

/** Every address of this context's pages; links are made with these, never by hand. */
export const accountPaths = {
  /** Comes back to the page that asked for a sign-in. */
  signIn: (back?: string) => (back ? `/sign-in?back=${encodeURIComponent(back)}` : '/sign-in'),
  account: '/account',
  security: '/account/security',
  notifications: '/notifications',
  people: '/people',
  invite: '/people/invite',
  reset: (account: AccountId | ':account') => `/people/reset/${account}`,
  links: '/people-links',
  invitation: '/invitation',
} as const;
