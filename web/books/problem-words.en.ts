import { useObstacle } from './use-words.en.ts';

export const notice = {
  update: {
    submitted: '{{organisation}} submitted its update of {{year}}',
    returned: 'The update of {{year}} of {{organisation}} was returned',
    accepted: 'The update of {{year}} of {{organisation}} was accepted',
    reminded: '{{organisation}} has to hand in its update of {{year}}',
  },
};

export const problem = {
  update: {
    unknown: 'There is no such update.',
    'no-form': 'This kind of organisation has no form of the yearly update.',
    'not-draftable': 'This update cannot be begun.',
    'not-submittable': 'It cannot be submitted yet.',
    'not-answerable': 'It cannot be answered.',
    'not-correctable': 'A correction cannot be opened.',
    'not-remindable': 'They cannot be reminded now.',
  },
  'year-book': {
    'not-recordable': 'These books cannot be entered.',
  },
  surplus: {
    unknown: 'There is no such record.',
    'not-recordable': 'This sharing cannot be recorded.',
    'not-withdrawable': 'It cannot be taken back.',
  },
  'member-use': { 'not-recordable': 'This cannot be entered yet.' },
  'rating-score': { 'not-recordable': 'These points cannot be written.' },
  'update-field': {
    'not-writable': 'This field cannot be written.',
    'changed-meanwhile': 'Somebody else has just written this field.',
  },
};

export const obstacle = {
  'no-form': 'This kind of organisation has no form of the yearly update.',
  reported: 'The organisation is only told of in the article.',
  'year-not-begun': 'The reporting year has not begun.',
  'before-founding': 'This year is before the founding.',
  'begun-already': 'There is an update of this year already.',
  'checks-block': '{{count}} points are to be settled first; see the checks.',
  'not-open': 'The update is not open for writing.',
  'not-submitted': 'The update has not been submitted.',
  'not-accepted': 'The update has not been accepted.',
  'submitted-by-oneself': 'You handed it in yourself; somebody else has to accept it.',
  'handed-in-already': 'The update has been handed in.',
  'reminded-lately': 'Reminded on {{on}}; there are at least {{days}} days between two reminders.',
  'not-in-this-form': 'The form has no such field.',
  'member-use': useObstacle,
  'year-book': {
    'nothing-told': 'Nothing is told.',
    'year-not-over': 'The year is not over: enter provisional books as of a day.',
    'as-on-of-other-year': 'The day the books stand as of must lie in their year.',
    'as-on-in-future': 'The day the books stand as of lies in the future.',
    'final-already': 'The final accounts of this year are there: correct those instead.',
    'reason-missing': 'A correction needs its reason.',
    'wrong-column': 'A line is in the wrong column.',
    negative: 'A line may not be negative.',
    identity: 'It does not add up: {{expected}} expected, {{found}} told.',
  },
  surplus: {
    'no-surplus': 'There is no surplus.',
    'taken-exceeds-profit': 'Tax and losses exceed the profit.',
    'funds-exceed-the-whole': 'The funds exceed the whole.',
    'fund-twice': 'A fund stands there twice.',
    'labour-not-valued': 'Days of labour have no value yet: enter the value of each first.',
    'no-patronage-known': 'Nobody’s patronage of the year is known.',
    'no-capital-known': 'Nobody’s capital is known.',
    'undivided-fund-below-least': 'The undivided fund is below the least rate.',
    'patronage-below-least': 'Less than the least goes by patronage.',
    'not-for-this-kind': 'This kind does not share by these rules.',
    'shared-already': 'The surplus of this year is recorded already.',
    'in-the-future': 'The day is in the future.',
    'year-not-over': 'The year was not over on the day of the decision.',
    'books-provisional': 'The books of this year are provisional: no surplus is shared on them.',
    'basis-changed': 'What it rests on has changed; look at the sharing again.',
    'books-blank': 'Profit and tax of the year are not in the books.',
    'withdrawn-already': 'Taken back already.',
    'before-the-decision': 'Before the decision.',
  },
  'no-such-part': 'The criterion has no such part.',
  'most-not-established': 'The points of this criterion are not established.',
  'more-than-most': 'More than the most there is.',
  'changed-meanwhile': 'Somebody else has just written here; look again.',
  'out-of-range': 'This figure is out of bounds.',
};
