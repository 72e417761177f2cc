/** Words about a person's tax number, and the looks at it. */
export const personNumber = {
  look: 'Show the number',
  lookText:
    'A tax number of 12 digits is the personal id of somebody. The look and what it was for are kept, and the organisation reads them.',
  looks: 'Who looked at the personal number',
  looked: 'Looked at the number',
} as const;

export const personNumberProblems = {
  'look-unknown': 'There is no such look.',
  'look-over': 'The look is more than five minutes old. Begin again.',
} as const;
