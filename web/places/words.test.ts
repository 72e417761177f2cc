import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { boundaryTroubles } from '#contexts/places/boundary-check.ts';
import { readTroubles } from '#contexts/places/boundary-read.ts';
import { planTroubles, undoTroubles } from '#contexts/places/unit-act.ts';
import { startWords, switchLanguage, wordsReady } from '#web/i18n.ts';
import { ApiProblem } from '#web/lib/api-problem.ts';
import { languages } from '#web/lib/language.ts';
import { obstacleTexts, problemText } from '#web/lib/problem-text.ts';

const places = new URL('../../contexts/places/', import.meta.url);
const source = readdirSync(places)
  .filter((file) => /\.(routes|store)\.ts$/.test(file))
  .map((file) => readFileSync(new URL(file, places), 'utf8'));
const foundIn = (text: string, pattern: RegExp): string[] => [
  ...new Set([...text.matchAll(pattern)].map(([, name]) => name!)),
];
const codes = [...new Set(source.flatMap((text) => foundIn(text, /new Problem\('[a-z-]+', '(places\.[a-z.-]+)'/g)))];

/** Of each noun: what its files name as a reason, beside the reasons its own rules name. */
const nounOf = (code: string): string => code.split('.')[1]!;
const told: Readonly<Record<string, readonly string[]>> = {
  'unit-act': [...planTroubles, ...undoTroubles],
  boundary: boundaryTroubles,
};
const refused = source.flatMap((text) =>
  foundIn(text, /new Problem\('(?:conflict|unprocessable)', '(places\.[a-z.-]+)'/g),
);
const reasons = [...new Set(refused.map(nounOf))].flatMap((noun) => {
  const named = source
    .filter((text) => text.includes(`'places.${noun}.`))
    .flatMap((text) => [
      ...foundIn(text, /\['([a-z]+(?:-[a-z]+)+)'(?: as const)?\]/g),
      ...foundIn(text, /refuse\('([a-z-]+)'/g),
      ...foundIn(text, /code: '([a-z-]+)'/g),
    ]);
  return [...new Set([...named, ...(told[noun] ?? [])])].map((reason) => [noun, reason] as const);
});

beforeAll(async () => {
  await startWords('vi');
  await wordsReady(['places']);
});

test('codes and reasons are found in the context', () => {
  expect(codes).toContain('places.unit-act.not-possible');
  expect(reasons).toContainEqual(['waiting-seat', 'point-elsewhere']);
  expect(reasons).toContainEqual(['unit-link', 'of-an-act']);
  expect(reasons).toContainEqual(['boundary', 'unit-twice']);
});

describe.each(languages)('in %s', (language) => {
  beforeAll(() => switchLanguage(language));

  test.each(codes)('%s has words', (code) => {
    expect(problemText(new ApiProblem(418, code))).not.toBe(problemText(new ApiProblem(418, 'x.y.z')));
  });

  test.each(reasons)('%s: %s has words', (noun, reason) => {
    expect(obstacleTexts(new ApiProblem(409, `places.${noun}.x`, { obstacles: [reason] }))).not.toEqual([reason]);
  });

  test.each(readTroubles)('%s of a file has words', (reason) => {
    expect(obstacleTexts(new ApiProblem(409, 'places.file.x', { obstacles: [reason] }))).not.toEqual([reason]);
  });
});
