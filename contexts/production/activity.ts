/** The six families of work in a field; everything else is detail behind them. */
export const activityFamilies = ['planting', 'feeding', 'protection', 'water', 'care', 'harvest'] as const;
export type ActivityFamily = (typeof activityFamilies)[number];

/** What an entry of the log may have to carry besides its day. */
export const recordedFacts = [
  'qty',
  'input',
  'source',
  'lot',
  'method',
  'target',
  'equipment',
  'weather',
  'treated-area',
  'water-source',
  'place',
  'temperature',
  'packaging',
] as const;
export type RecordedFact = (typeof recordedFacts)[number];

export const evidenceKinds = ['photo', 'receipt', 'label', 'test-report'] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

export const inputVerdicts = ['allowed', 'banned', 'not-listed'] as const;
export type InputVerdict = (typeof inputVerdicts)[number];

/** Who typed: for the organisation itself, or a commune officer for somebody without a phone. */
export const enteredAs = ['manager', 'member', 'officer'] as const;
export type EnteredAs = (typeof enteredAs)[number];

/** How the organisation confirmed what an officer typed for it. */
export const confirmationWays = ['in-person', 'telephone', 'paper', 'in-app'] as const;
export type ConfirmationWay = (typeof confirmationWays)[number];
