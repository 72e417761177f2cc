export const pages = {
  party: {
    representative: 'Representative',
    representativeLead: 'A household, a group or a legal person is a member by one representative.',
    representativeName: "Representative's name",
    relation: 'Stands as (head of household, chair, director …)',
    phone: 'Phone',
    from: 'Stands from',
    days: 'Days',
    change: 'Change the representative',
    changeText: 'The one before stays in the list, until the day before.',
    none: 'No representative is recorded.',
    byRegister: "The representative is the one in this organisation's own record.",
    eraseText: 'Name and phone of {{name}} are overwritten and cannot be brought back. The days stay.',
    guardian: 'Guardian',
    guardianLead:
      'Somebody of 15 to under 18 is an associate without capital only, with a guardian who has agreed on paper. Once 18 this part is no longer shown.',
    guardianName: "Guardian's name",
    guardianRelation: 'Relation (father, mother, grandparent …)',
    document: 'Paper of the consent: its number, or where it is kept',
    consentedOn: 'Agreed on',
    guardianRecord: 'Record the guardian',
    householdName: 'Name of the household',
    groupName: 'Name of the group',
    legalName: 'Name of the legal person',
    action: 'Action',
  },
} as const;

export const problems = {
  'member-representative': {
    unknown: 'There is no such representative.',
    'not-recordable': 'The representative cannot be changed yet.',
    'not-erasable': 'The details of this representative cannot be erased yet.',
  },
  guardian: { 'not-recordable': 'The guardian cannot be recorded yet.' },
} as const;

export const obstacles = {
  'member-representative': {
    'representative-of-a-person': 'A person is a member in person, without a representative.',
    erased: 'The personal details have been erased.',
    'left-already': 'Has left already.',
    'begins-before-joining': 'Begins before the day of joining.',
    'begins-before-the-present-one': 'Has to begin after the present representative did.',
    'begins-in-future': 'Begins in the future.',
    'in-office': 'This person still stands for the member. Details are erased once somebody else does.',
  },
  guardian: {
    erased: 'The personal details have been erased.',
    'guardian-of-an-adult': 'This member is not, or not known to be, under 18 today.',
    'consented-in-future': 'Agreed on a day in the future.',
  },
} as const;
