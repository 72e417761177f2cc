import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { grantObstacleKinds } from '#contexts/people/grant.ts';
import { invitationObstacleKinds } from '#contexts/people/invitation.ts';
import { startWords, switchLanguage, wordsReady } from '#web/i18n.ts';
import { ApiProblem } from '#web/lib/api-problem.ts';
import { findWord } from '#web/lib/i18n.ts';
import { languages } from '#web/lib/language.ts';
import { obstacleTexts, problemText } from '#web/lib/problem-text.ts';
import { inOwnWords, noticeKeyOf } from './own-words.ts';

const people = new URL('../../contexts/people/', import.meta.url);
const source = readdirSync(people)
  .filter((file) => /\.(routes|store)\.ts$/.test(file))
  .map((file) => readFileSync(new URL(file, people), 'utf8'))
  .join('\n');
const found = (pattern: RegExp): string[] => [...new Set([...source.matchAll(pattern)].map(([, name]) => name!))];
const codes = found(/new Problem\('[a-z-]+', '(people\.[a-z.-]+)'/g);
const topics = found(/topic: '([a-z.-]+)'/g);

/** The officers of a new province are invited by a sheet in its wizard, which has words of its own. */
const wizard = 'people.officer-sheet.';

beforeAll(async () => {
  await startWords('vi');
  await wordsReady(['account', 'setup']);
});

test('codes and topics are found in the context', () => {
  expect(codes).toContain('people.grant.not-approvable');
  expect(topics).toContain('people.grant.approved');
});

describe.each(languages)('in %s', (language) => {
  beforeAll(() => switchLanguage(language));

  test.each(codes.filter((code) => code.startsWith(wizard)))('%s has words in the wizard of a new province', (code) => {
    expect(findWord(code.replace('people.', 'setup:problem.'))).toBeTruthy();
  });

  test.each(codes.filter((code) => !code.startsWith(wizard)))('%s has words', (code) => {
    expect(problemText(inOwnWords(new ApiProblem(418, code)))).not.toBe(problemText(new ApiProblem(418, 'x.y.z')));
  });

  test.each([...grantObstacleKinds, ...invitationObstacleKinds])('%s has words', (obstacle) => {
    const problem = new ApiProblem(409, 'people.grant.not-approvable', { obstacles: [obstacle] });
    expect(obstacleTexts(inOwnWords(problem))).not.toEqual([obstacle]);
  });

  test.each([...topics, 'registry.grant.approved'])('%s has words', (topic) => {
    expect(findWord(noticeKeyOf(topic).key)).toBeTruthy();
  });
});
