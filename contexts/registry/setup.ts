/** What a real province sets up before it begins, in this order. */
export const setupSteps = ['units', 'commodities', 'parameters', 'officers', 'mail', 'letterhead'] as const;
export type SetupStep = (typeof setupSteps)[number];

/** An administrator has looked and found it well, or goes on without. */
export const setupWords = ['seen', 'without'] as const;
export type SetupWord = (typeof setupWords)[number];

/** What each step may be left at by a word: everything else is seen from rows. */
export const wordsOfStep: Readonly<Record<SetupStep, readonly SetupWord[]>> = {
  units: ['seen'],
  commodities: ['without'],
  parameters: ['without'],
  officers: ['without'],
  mail: ['without'],
  letterhead: ['without'],
};
