import type { EnglishWords } from '#web/lib/words.ts';
import type * as vi from './document-words.vi.ts';

export const document: EnglishWords<typeof vi.document> = {
  title: 'Papers',
  lead: 'Charter, certificates, minutes and decisions as files. The paper of each change stands in the life line below.',
  empty: 'No papers that you may read.',
  record: 'Add a paper',
  save: 'Save the paper',
  kindLabel: 'Kind',
  kind: {
    charter: 'Charter',
    registration: 'Certificate of registration',
    certificate: 'Certificate of a standard',
    minutes: 'Minutes, resolution',
    decision: 'Decision',
    plan: 'Production and business plan',
    contract: 'Cooperation contract',
    other: 'Another paper',
  },
  number: 'Number, name',
  on: 'Signed on',
  issuer: 'Issued or signed by',
  accessLabel: 'Who may read it',
  access: { public: 'Everybody', members: 'Members, officers', keepers: 'Managers, officers' },
  accessHint: 'Open to everybody only where no personal data stand in it.',
  file: 'File',
  replace: 'Replace a wrong file',
  replaces: 'In the place of {{number}}, {{file}}. The old one is kept, with the reason.',
  withdraw: 'Take out',
  withdrawText: 'It is shown no more; row and file are kept with the reason, for managers and officers to read.',
  reason: 'Reason',
  ended: 'Taken out or replaced: {{reason}}',
};

export const documentProblems: EnglishWords<typeof vi.documentProblems> = {
  unknown: 'There is no such paper.',
  'not-recordable': 'This paper cannot be added.',
  'not-withdrawable': 'This paper cannot be taken out.',
};

export const documentObstacles: EnglishWords<typeof vi.documentObstacles> = {
  reported: 'What is only reported is to read alone.',
  'document-in-future': 'The day of signing is in the future.',
  'ended-already': 'This paper was taken out or replaced already.',
  'of-other-organisation': 'The paper to be replaced is of another organisation.',
};
