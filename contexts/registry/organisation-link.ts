/** How one organisation came out of another: two into a new one, into an existing one, one into several, a part out of one that goes on, or a union of those that go on. */
export const linkWays = ['merged', 'absorbed', 'divided', 'separated', 'founded-union'] as const;
export type LinkWay = (typeof linkWays)[number];
