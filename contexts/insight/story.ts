/** The article's story, step by step, and whose part each step is. */
export const storySteps = [
  'cropChanged',
  'plotted',
  'applied',
  'recommended',
  'approved',
  'received',
  'shared',
  'answered',
  'signed',
  'season',
  'signedOff',
  'harvested',
  'released',
  'delivered',
  'settled',
  'traced',
  'figures',
] as const;
export type StoryStep = (typeof storySteps)[number];

export const storyParts = ['director', 'communeOfficer', 'provincialOfficer', 'bank', 'buyer', 'laboratory'] as const;
export type StoryPart = (typeof storyParts)[number];

const partOf: Readonly<Record<StoryStep, StoryPart>> = {
  cropChanged: 'director',
  plotted: 'director',
  applied: 'director',
  recommended: 'communeOfficer',
  approved: 'provincialOfficer',
  received: 'director',
  shared: 'director',
  answered: 'bank',
  signed: 'director',
  season: 'director',
  signedOff: 'communeOfficer',
  harvested: 'director',
  released: 'laboratory',
  delivered: 'buyer',
  settled: 'director',
  traced: 'director',
  figures: 'provincialOfficer',
};

export const storyPartOf = (step: StoryStep): StoryPart => partOf[step];

export const storyKeys = ['told', 'yours'] as const;
export type StoryKey = (typeof storyKeys)[number];
