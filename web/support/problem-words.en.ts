export const notice = {
  application: {
    submitted: '{{organisation}} handed in {{number}}',
    examined: {
      recommended: 'The commune recommends {{number}} of {{organisation}}',
      'advised-against': 'The commune advises against {{number}} of {{organisation}}',
      returned: '{{number}} was returned for more',
    },
    decided: {
      approved: '{{number}} was approved',
      refused: '{{number}} was refused; the reasons are in it',
      returned: 'The province returned {{number}}',
    },
    closed: '{{number}} is closed',
  },
  disbursement: {
    recorded: 'Something handed over waits for your receipt in {{number}}',
    confirmed: '{{organisation}} confirmed receipt, {{number}}',
    disputed: '{{organisation}} disputes what was handed over, {{number}}',
    withdrawn: 'A line in {{number}} was taken back',
  },
};

export const problem = {
  policy: {
    unknown: 'There is no such policy.',
  },
  measure: {
    unknown: 'There is no such measure.',
    'without-rules': 'No rules are in force today for this measure.',
  },
  organisation: {
    unknown: 'There is no such organisation.',
  },
  commodity: {
    unknown: 'There is no such crop.',
  },
  application: {
    unknown: 'There is no such application.',
    'not-savable': 'The application cannot be saved.',
    'not-submittable': 'The application cannot be handed in.',
    'not-withdrawable': 'The application cannot be withdrawn.',
    'not-examinable': 'The opinion cannot be recorded.',
    'not-decidable': 'The decision cannot be recorded.',
    'not-closable': 'The application cannot be closed.',
    'never-submitted': 'It was never handed in.',
  },
  disbursement: {
    unknown: 'There is no such line.',
    'not-recordable': 'It cannot be recorded.',
    'not-answerable': 'It cannot be answered.',
    'not-withdrawable': 'The line cannot be taken back.',
  },
};

export const obstacle = {
  'not-a-draft': 'It has been handed in.',
  'area-missing': 'The area is missing.',
  'not-open-yet': 'Not open before {{from}}.',
  'no-longer-open': 'It closed on {{until}}.',
  'organisation-read-only': 'This organisation can only be read.',
  'already-running': 'Another application for this measure is running.',
  'another-matter': 'It belongs to another organisation or measure.',
  'already-decided': 'It has been examined or decided.',
  'another-version': 'It was handed in again; read the new version.',
  'own-application': 'Nobody examines what he handed in himself.',
  'not-submitted': 'It does not wait for the commune.',
  'not-examined': 'The commune has not examined it.',
  'same-person-examined': 'Whoever examined it cannot decide it.',
  'not-eligible': 'By the frozen facts it is not eligible.',
  'eligibility-unknown': 'Facts are missing: return it for more.',
  'nothing-granted': 'Nothing is granted.',
  'part-not-given-by-the-rules': 'The rules do not give this part ({{part}}).',
  'more-than-the-rules-give': 'More than the rules give ({{part}}: at most {{mostVnd}} VND).',
  'count-does-not-fit': 'Things are counted, money is not ({{part}}).',
  'over-budget': 'More than the budget left ({{leftVnd}} VND).',
  'not-approved': 'It is not approved, or closed.',
  'in-the-future': 'The day lies in the future.',
  'before-the-decision': 'The day is before the decision.',
  'part-not-granted': 'This part was not approved.',
  'more-than-granted': 'More than is left ({{leftVnd}} VND).',
  'more-pieces-than-granted': 'More pieces than are left ({{leftCount}}).',
  'reference-used': 'This paper was entered already.',
  'already-answered': 'It was answered or taken back already.',
  'own-entry': 'Whoever entered it cannot confirm it.',
  'receipt-unconfirmed': 'Something waits for its receipt.',
  'receipt-disputed': 'Something is disputed.',
};
