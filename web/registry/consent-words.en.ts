import type { EnglishWords } from '#web/lib/words.ts';
import type * as vi from './consent-words.vi.ts';

export const consent: EnglishWords<typeof vi.consent> = {
  title: 'Consent',
  lead: 'No law demands sex, phone and hamlet: they are kept only if the person agrees.',
  sectionLead: 'What is kept only because the member agreed. Taken back, it is erased at once, and an entry says so.',
  wayLabel: 'Agreed',
  way: { paper: 'On paper', spoken: 'In words' },
  givenOn: 'Agreed on',
  document: 'Paper of the consent',
  documentHint: 'Its number, or where it lies.',
  none: 'Nothing is kept by consent.',
  missing: 'Kept without a consent on record',
  record: 'Record the consent',
  erase: 'Not agreed: erase',
  withdraw: 'Withdraw consent',
  withdrawText: 'To be erased: {{fields}}. This cannot be undone.',
  withdrawnOn: 'withdrawn on {{day}}',
  by: 'recorded by {{name}}',
  agreedTo: 'The words agreed to (version {{version}}):',
  field: { sex: 'Sex', phone: 'Phone', hamlet: 'Hamlet', representativePhone: 'Phone of the representative' },
};

export const consentProblems: EnglishWords<typeof vi.consentProblems> = {
  'not-recordable': 'The consent cannot be recorded.',
  'not-withdrawable': 'The consent cannot be withdrawn.',
};

export const consentObstacles: EnglishWords<typeof vi.consentObstacles> = {
  'consent-missing':
    'Sex, phone and hamlet are kept only by consent: say how and when the person agreed, or leave them blank.',
  'consent-without-paper': 'A consent on paper needs the number of the paper or where it lies.',
  'consent-in-future': 'The day of consent is in the future.',
  'consent-not-given': 'No consent was given for this field.',
  'consent-without-value': 'The field is blank: there is nothing to agree to.',
  erased: 'The personal data have been erased.',
};
