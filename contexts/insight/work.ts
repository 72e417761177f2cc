/** What waits in the registry for the officer of a place. */
const officerWork = [
  'request-to-answer',
  'update-to-answer',
  'update-overdue',
  'update-differs',
  'duplicate-to-judge',
  'import-with-errors',
  'minimum-lacking',
  'capital-above-cap',
  'cap-reason-missing',
  'membership-to-pass',
  'certificate-ending',
  'personal-request',
  'capital-late',
  'dissolution-open',
  'status-told',
  'seat-to-place',
  'plot-to-place',
  'officer-to-approve',
  'unit-act-draft',
  'link-to-confirm',
] as const;

/** What waits for those who run an organisation. */
const organisationWork = ['request-returned', 'update-returned'] as const;

export const workKinds = [...organisationWork, ...officerWork] as const;
export type WorkKind = (typeof workKinds)[number];

/** Belongs to no unit of the province: the province's own. */
export const noUnit = 'none';
