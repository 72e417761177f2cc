/** What waits in the registry for the officer of a place. */
export const officerWork = [
  'request-to-answer',
  'update-to-answer',
  'update-overdue',
  'duplicate-to-judge',
  'import-with-errors',
  'minimum-lacking',
  'capital-above-cap',
  'certificate-ending',
  'dissolution-open',
  'seat-to-place',
  'link-to-confirm',
] as const;

/** What waits for those who run an organisation. */
export const organisationWork = ['request-returned', 'update-returned'] as const;

export const workKinds = [...organisationWork, ...officerWork] as const;
export type WorkKind = (typeof workKinds)[number];

/** Belongs to no unit of the province: the province's own. */
export const noUnit = 'none';
