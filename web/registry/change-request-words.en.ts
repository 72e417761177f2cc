/** Words of a request for a change of the record. */
export const changeRequest = {
  title: 'Requests to change a record',
  one: 'Request to change a record',
  lead: 'The organisation asks; the officer of the place sees each difference and accepts or returns it.',
  empty: 'No requests.',
  ask: 'Ask for a change of the record',
  askLead: 'Put right what is no longer so. The record changes only when the officer accepts.',
  again: 'Send the request again',
  send: 'Send the request',
  sendAgain: 'Send again',
  organisation: 'Organisation',
  unit: 'Place when it was asked',
  outside: 'Outside the province',
  stateLabel: 'State',
  state: { submitted: 'Waits for an answer', returned: 'Returned', accepted: 'Accepted', withdrawn: 'Withdrawn' },
  open: 'Open',
  fields: 'To be changed',
  submittedOn: 'Sent on',
  answeredOn: 'Answered on',
  document: 'Paper that proves it',
  documentHint: 'The paper that proves it; the officer checks it.',
  onDay: 'In effect from',
  onDayOfAnswer: 'The day it is accepted',
  legalBasis: 'Legal basis',
  note: 'Explanation',
  differences: 'Each difference',
  field: {
    name: 'Name',
    legalForm: 'Legal form',
    taxNumber: 'Tax number',
    registrationNumber: 'Registration number',
    certificateOn: 'Certificate issued on',
    foundedOn: 'Founded on',
    gln: 'GLN',
    unit: 'Commune, ward, special zone',
    seatProvince: 'Province of the seat',
    address: 'Address',
  },
  fieldLabel: 'Field',
  before: 'When asked',
  wanted: 'Asked for',
  now: 'Now',
  changedSince: 'Changed since it was asked',
  answer: 'Answer',
  answerLead: 'Accepted, the whole record changes as asked; returned, say what is missing.',
  forPast:
    'Another officer now looks after this place. You may still hand in an answer of a day on which you did; it will be flagged.',
  remarks: 'Remarks',
  accept: 'Accept',
  acceptText: 'The record of {{name}} will change as asked.',
  refuse: 'Return',
  refuseText: 'Say what is missing, so that the organisation can send it again.',
  withdraw: 'Withdraw the request',
  withdrawText: 'The request no longer waits for an answer. The record stays as it is.',
  history: 'Steps',
  round: 'round {{round}}',
  flag: { 'officer-moved': 'Who answered no longer looks after the place' },
  askInstead: 'Name, numbers, days and seat are changed by the officer. You can ask for it:',
} as const;

export const changeRequestProblems = {
  unknown: 'There is no such request.',
  'not-submittable': 'This request cannot be sent yet.',
  'not-withdrawable': 'This request cannot be withdrawn.',
  'not-answerable': 'This request cannot be answered so.',
} as const;

/** Obstacles of its own; the record's stand with it. */
export const changeRequestObstacles = {
  ended: 'The organisation is dissolved or its certificate revoked.',
  'already-asked': 'The organisation already has an open request.',
  'not-open': 'This request is no longer open.',
  'other-round': 'The organisation has sent it again. Reload the page to read the new one.',
  'changed-meanwhile':
    'A field has changed since it was asked. Return it, so that the organisation can look and send again.',
  'answered-in-future': 'The day of the answer lies in the future.',
  'answered-before-asked': 'The day of the answer lies before the day of sending.',
  'asked-by-oneself': 'You asked for this yourself; somebody else has to answer.',
} as const;

export const changeRequestNotices = {
  submitted: '{{organisation}} asks for a change of its record.',
  accepted: '{{by}} has accepted the change of the record of {{organisation}}.',
  returned: '{{by}} has returned the request of {{organisation}} to change its record.',
  'answered-by-former':
    '{{by}}, who no longer looks after the place, has answered the request of {{organisation}} for a day on which they did.',
} as const;
