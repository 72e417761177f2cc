/** Every address of this context's pages; links are made with these, never by hand. */
export const accountPaths = {
  /** Comes back to the page that asked for a sign-in. */
  signIn: (back?: string) => (back ? `/sign-in?back=${encodeURIComponent(back)}` : '/sign-in'),
  security: '/account/security',
} as const;
