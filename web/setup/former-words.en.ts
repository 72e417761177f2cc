export const former = {
  title: 'Units before the rearrangement',
  lead: 'The former communes, wards and townships and where each went, so that old addresses find the unit of today. A CSV or XLSX file with the columns old name, old kind, old district, new unit code, whole or part, document; also verified (yes or no) and abolished on (blank is 01/07/2025). A divided unit has several rows, one for each place it went. The file is only compared; nothing changes until you apply it.',
  file: 'File of former units',
  rows: '{{rows}} rows read; {{same}} as in the present list.',
  nothing: 'The file says nothing else than the present list.',
  missing: '{{count}} former units of the list are not in the file: they stay.',
  differences: 'Differences',
  difference: 'Difference',
  unit: 'Former unit',
  code: 'Went to',
  was: 'Listed',
  becomes: 'In the file',
  kinds: { new: 'New unit', link: 'Also went there', changed: 'Told otherwise', withdrawn: 'Did not go there' },
  part: { whole: 'whole', part: 'part' },
  verified: 'verified',
  unverified: 'not verified',
  apply: 'Apply differences: {{count}}',
  applied:
    'Applied: {{new}} new former units, {{links}} places they went, {{changed}} corrections, {{withdrawn}} withdrawn; {{seats}} former seats now lie in a known unit.',
  all: 'Open the list of former units',
  correct: 'Correct a former unit',
  correctLead:
    'A name, kind or district written wrongly is corrected here, by which document; what stood there is kept.',
  name: 'Name',
  kind: 'Kind',
  district: 'Former district',
  abolishedOn: 'No more from',
  document: 'By document',
  documentHint: 'The document that says what the unit was called and in which district it lay.',
  save: 'Save the correction',
  links: 'Where this unit went is corrected in the links of units',
};

export const formerTrouble = {
  'heading-missing': 'This column is missing.',
  'heading-twice': 'The heading stands twice.',
  missing: 'The cell is blank.',
  'too-long': 'Too long.',
  'kind-unknown': 'Commune, ward or township?',
  'not-five-digits': 'A code has five digits.',
  'unit-unknown': 'The province has no unit of this code.',
  'part-unknown': 'Write “whole” or “part”.',
  'verified-unknown': 'Write “yes” or “no”.',
  'not-a-day': 'Not a day, such as 01/07/2025.',
  twice: 'Another row of this unit says this place already.',
  'whole-and-more': 'A unit with several rows went to each in part.',
  'part-alone': 'Only a part: the row of the other part is missing.',
  'day-differs': 'The rows of one unit say different days.',
  'nothing-listed': 'The file has no rows.',
};

export const formerProblem = {
  'former-sheet': { 'not-importable': 'The file cannot be applied yet:' },
  'former-unit': {
    unknown: 'There is no such former unit.',
    'not-correctable': 'The former unit cannot be corrected so:',
  },
};

export const formerObstacle = {
  'listed-already': 'A former unit of this name, kind and district is listed already.',
  'in-future': 'This day is yet to come.',
};
