import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { handlers } from '#app/methods.ts';
import * as printed from '#contexts/linkage/print.words.ts';
import { words as accountPages } from '#web/account/words.vi.ts';
import { words as linkagePages } from '#web/linkage/words.vi.ts';

const root = new URL('../', import.meta.url);
const text = readFileSync(new URL('docs/words.md', root), 'utf8');

const columns = ['English', 'tiếng Việt', 'ไทย', 'meaning', 'law or source'];
const verbColumns = ['verb', 'tiếng Việt', 'ไทย', 'says'];
const strayColumns = ['method', 'better'];

interface Named {
  readonly name: string;
  readonly kind: string;
}

interface Section {
  readonly title: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const cellsOf = (line: string): string[] =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());

function sectionsOf(markdown: string): Section[] {
  return markdown
    .split(/^## /m)
    .slice(1)
    .map((part) => {
      const lines = part
        .split('\n')
        .filter((line) => line.startsWith('|'))
        .map(cellsOf);
      const [header = [], , ...rows] = lines;
      return { title: part.slice(0, part.indexOf('\n')).trim(), header, rows };
    });
}

/** 'offer line (`offer`)' is `offer`; 'former unit' is `former-unit`. */
const nounOf = (term: string): string =>
  /`([^`]+)`/.exec(term)?.[1] ?? term.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');

interface Words {
  readonly terms: readonly Section[];
  readonly verbs: Section;
  readonly strays: Section;
}

function wordsIn(markdown: string): Words {
  const sections = sectionsOf(markdown);
  const none: Section = { title: '', header: [], rows: [] };
  const named = (title: string): Section => sections.find((section) => section.title === title) ?? none;
  const [verbs, strays] = [named('Verbs'), named('Names out of line')];
  return { terms: sections.filter((section) => section !== verbs && section !== strays), verbs, strays };
}

const same = (header: readonly string[], wanted: readonly string[]): boolean => header.join('|') === wanted.join('|');

function headerTroubles({ terms, verbs, strays }: Words): string[] {
  const wrong = terms.filter(({ header }) => !same(header, columns)).map(({ title }) => title);
  if (!same(verbs.header, verbColumns)) wrong.push('Verbs');
  if (!same(strays.header, strayColumns)) wrong.push('Names out of line');
  return wrong.map((title) => `${title}: the columns are not those agreed on`);
}

const thai = /\p{Script=Thai}/u;

function rowTroubles(
  [english = '', vietnamese = '', thaiWord = '', ...rest]: readonly string[],
  width: number,
): string[] {
  const cells = [english, vietnamese, thaiWord, ...rest];
  const troubles: string[] = [];
  if (cells.length !== width || cells.includes('')) troubles.push('has a blank cell, or one too many');
  if (thaiWord !== '' && !thai.test(thaiWord)) troubles.push('has no Thai in the Thai column');
  if (thai.test(vietnamese)) troubles.push('has Thai in the Vietnamese column');
  if (/[^\x20-\x7e]/.test(english)) troubles.push('has an English word that is none');
  if (/^[A-Z](?![A-Z])/.test(english)) troubles.push('begins with a capital');
  return troubles.map((trouble) => `${english}: ${trouble}`);
}

function twice(values: readonly string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index).map((value) => `${value}: stands twice`);
}

function headingTroubles(markdown: string): string[] {
  const titles = [...markdown.matchAll(/^#+ (.+)$/gm)].map(([, title]) => title!);
  return titles
    .filter(
      (title) =>
        !/^[A-Z]/.test(title) ||
        title
          .split(' ')
          .slice(1)
          .some((word) => /^[A-Z][a-z]/.test(word)),
    )
    .map((title) => `${title}: a title is written as a sentence`);
}

/** What is wrong with the list by itself. */
function listTroubles(markdown: string): string[] {
  const words = wordsIn(markdown);
  const terms = words.terms.flatMap(({ rows }) => rows);
  return [
    ...headingTroubles(markdown),
    ...headerTroubles(words),
    ...terms.flatMap((row) => rowTroubles(row, columns.length)),
    ...words.verbs.rows.flatMap((row) => rowTroubles(row, verbColumns.length)),
    ...twice(terms.map(([term]) => nounOf(term!))),
    ...twice(words.verbs.rows.map(([verb]) => verb!)),
  ];
}

/** Where the methods and the list part. `declared` are all names in wire files, mounted or not. */
function methodTroubles(markdown: string, methods: readonly Named[], declared: readonly string[]): string[] {
  const { terms, verbs, strays } = wordsIn(markdown);
  const nouns = new Set(terms.flatMap(({ rows }) => rows.map(([term]) => nounOf(term!))));
  const rooms = new Set(terms.map(({ title }) => title.toLowerCase()));
  const verbList = new Set(verbs.rows.map(([verb]) => verb!));
  const strayList = strays.rows.map(([name]) => name!);
  const isStray = (name: string): boolean => strayList.includes(name);
  const verbOf = (name: string): string => name.split('.')[2] ?? '';
  return [
    ...methods.flatMap(({ name, kind }) => {
      const [room, noun] = name.split('.');
      const troubles: string[] = [];
      if (!rooms.has(room!)) troubles.push(`${name}: there is no section for ${room}`);
      if (!nouns.has(noun!)) troubles.push(`${name}: the noun ${noun} is not in docs/words.md`);
      if (!verbList.has(verbOf(name)) && !isStray(name)) troubles.push(`${name}: no verb of the list`);
      if ((kind === 'document') !== (verbOf(name) === 'export') && !isStray(name))
        troubles.push(`${name}: documents are exports, and only they`);
      return troubles;
    }),
    ...strayList
      .filter((name) => !declared.includes(name) || verbList.has(verbOf(name)))
      .map((name) => `${name}: is no longer out of line`),
  ];
}

const methods: Named[] = handlers.map(({ method: { name, kind } }) => ({ name, kind }));

/** Also of a context that is not mounted yet. */
const declared = readdirSync(new URL('contexts/', root), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.wire.ts'))
  .flatMap((path) => [
    ...readFileSync(new URL(`contexts/${path}`, root), 'utf8').matchAll(/(?:query|command|document)\(\s*'([a-z.-]+)'/g),
  ])
  .map(([, name]) => name!);

describe('docs/words.md', () => {
  test('has each word once, in three languages, with its meaning and its source', () => {
    expect(listTroubles(text)).toEqual([]);
  });

  test('has the noun and the verb of every method', () => {
    expect(methods.length).toBeGreaterThan(0);
    expect(methodTroubles(text, methods, declared)).toEqual([]);
  });
});

const line = (...cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const rule = (width: number): string => line(...Array.from({ length: width }, () => '---'));
const lotRow = ['lot', 'lô hàng', 'ล็อต', 'a batch', 'GS1'];

interface Sample {
  readonly title?: string;
  readonly header?: readonly string[];
  readonly terms?: readonly (readonly string[])[];
  readonly verbs?: readonly (readonly string[])[];
  readonly strays?: readonly (readonly string[])[];
}

function sample({ title = 'Quality', header = columns, terms = [lotRow], verbs, strays = [] }: Sample): string {
  const known = verbs ?? [
    ['list', 'liệt kê', 'แสดงรายการ', 'many'],
    ['export', 'xuất tệp', 'ส่งออก', 'a file'],
  ];
  return [
    '# Words',
    `## ${title}`,
    line(...header),
    rule(5),
    ...terms.map((row) => line(...row)),
    '## Verbs',
    line(...verbColumns),
    rule(4),
    ...known.map((row) => line(...row)),
    '## Names out of line',
    line(...strayColumns),
    rule(2),
    ...strays.map((row) => line(...row)),
  ].join('\n');
}

const lots: Named = { name: 'quality.lot.list', kind: 'query' };

describe('each rule goes red', () => {
  test('a sound list is quiet', () => {
    expect(listTroubles(sample({}))).toEqual([]);
    expect(methodTroubles(sample({}), [lots], [lots.name])).toEqual([]);
  });

  test.each<[string, Sample, string]>([
    ['a column is missing', { header: columns.slice(0, 4) }, 'Quality: the columns are not those agreed on'],
    [
      'a Vietnamese word is missing',
      { terms: [['lot', '', 'ล็อต', 'a batch', 'GS1']] },
      'lot: has a blank cell, or one too many',
    ],
    [
      'a source is missing',
      { terms: [['lot', 'lô hàng', 'ล็อต', 'a batch', '']] },
      'lot: has a blank cell, or one too many',
    ],
    [
      'the Thai is not Thai',
      { terms: [['lot', 'lô hàng', 'lot', 'a batch', 'GS1']] },
      'lot: has no Thai in the Thai column',
    ],
    [
      'the Vietnamese is Thai',
      { terms: [['lot', 'ล็อต', 'ล็อต', 'a batch', 'GS1']] },
      'lot: has Thai in the Vietnamese column',
    ],
    [
      'the English is not',
      { terms: [['lô', 'lô hàng', 'ล็อต', 'a batch', 'GS1']] },
      'lô: has an English word that is none',
    ],
    ['a term has a capital', { terms: [['Lot', 'lô hàng', 'ล็อต', 'a batch', 'GS1']] }, 'Lot: begins with a capital'],
    ['a word stands twice', { terms: [lotRow, ['batch (`lot`)', 'mẻ', 'ล็อต', 'a batch', 'GS1']] }, 'lot: stands twice'],
    [
      'a verb is not told in Thai',
      { verbs: [['list', 'liệt kê', '', 'many']] },
      'list: has a blank cell, or one too many',
    ],
    ['a title is no sentence', { title: 'Quality And Trace' }, 'Quality And Trace: a title is written as a sentence'],
  ])('when %s', (_why, given, trouble) => {
    expect(listTroubles(sample(given))).toContain(trouble);
  });

  test.each<[string, Sample, Named, string]>([
    [
      'a noun nobody explained',
      {},
      { name: 'quality.crate.list', kind: 'query' },
      'quality.crate.list: the noun crate is not in docs/words.md',
    ],
    ['a verb of one’s own', {}, { name: 'quality.lot.fetch', kind: 'query' }, 'quality.lot.fetch: no verb of the list'],
    [
      'a context without words',
      {},
      { name: 'mining.lot.list', kind: 'query' },
      'mining.lot.list: there is no section for mining',
    ],
    [
      'a document that is no export',
      {},
      { name: 'quality.lot.list', kind: 'document' },
      'quality.lot.list: documents are exports, and only they',
    ],
    [
      'a name that is gone',
      { strays: [['quality.lot.me', 'quality.lot.get']] },
      lots,
      'quality.lot.me: is no longer out of line',
    ],
    [
      'a name that is in line',
      { strays: [['quality.lot.list', 'quality.lot.get']] },
      lots,
      'quality.lot.list: is no longer out of line',
    ],
  ])('on %s', (_why, given, method, trouble) => {
    expect(methodTroubles(sample(given), [method], [lots.name])).toContain(trouble);
  });

  test('a name out of line is let through while it waits', () => {
    const stray: Named = { name: 'quality.lot.me', kind: 'query' };
    expect(methodTroubles(sample({ strays: [['quality.lot.me', 'quality.lot.get']] }), [stray], [stray.name])).toEqual(
      [],
    );
  });
});

test('page and printed contract say the same of what the parties left blank', () => {
  expect(linkagePages.terms.notStipulated).toBe(printed.notStipulated);
});

test('a passkey has one name, the dictionary’s: where one signs in, where one accepts, and on the paper', () => {
  const [, name] = text
    .split('\n')
    .map(cellsOf)
    .find(([english]) => english === 'passkey')!;
  const said = [
    accountPages.security.passkeys,
    linkagePages.contract.way.passkey,
    linkagePages.contract.kind.passkey,
    linkagePages.contract.noPasskey,
    linkagePages.obstacle['passkey-wrong'],
    printed.acceptedBy.passkey,
  ];
  for (const words of said) expect(words.toLowerCase()).toContain(name);
});
