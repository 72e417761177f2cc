import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const root = new URL('../contexts/', import.meta.url);
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !path.includes('.test.'))
  .map((path) => ({ path, text: readFileSync(new URL(path, root), 'utf8') }));

/** Every call of the printer, as far as its first few properties. */
const printed = sources.flatMap(({ path, text }) =>
  [...text.matchAll(/renderPdf\(\{([\s\S]{0,120})/g)].map(([, given]) => ({ path, given: given! })),
);

/** Goods are labelled and members carry cards: these are no letters, and bear no head. */
const withoutHead = ['quality/label.document.ts', 'registry/card.document.ts'];

test('every letter is handed the head of the office', () => {
  expect(printed.length).toBeGreaterThan(8);
  const bare = printed.filter(({ given }) => !/\bhouse\b/.test(given)).map(({ path }) => path);
  expect(bare.toSorted()).toEqual(withoutHead);
});
