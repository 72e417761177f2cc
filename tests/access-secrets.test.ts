import { randomBytes } from 'node:crypto';
import { afterAll, describe, expect, test } from 'vitest';
import { roles } from '#kernel/actor.ts';
import type { Method } from '#kernel/method.ts';
import { textOfPdf } from '#platform/pdf/pdf-text.ts';
import { stopPdf } from '#platform/pdf/typst.ts';
import { readSheets, stopReading } from '#platform/spreadsheet/read.ts';
import { useCardSecret, usePersonalKeys } from '#registry';
import { handlers } from '#app/methods.ts';
import { allCases } from './access.cases.ts';
import { undoing } from './access.rollback.ts';
import { mayRead, secretsIn, tells } from './access.secrets.ts';
import { askers } from './access.table.ts';
import { accessWorld, sides, type Asker, type Side } from './access.world.ts';
import { otherProvince, signedIn, testDatabase, testServer, type Answer, type Person } from './harness.ts';

usePersonalKeys({ cipher: randomBytes(32), index: randomBytes(32) });
useCardSecret(randomBytes(32));
const database = await testDatabase();
const world = await accessWorld(database, await testServer(database));
const { cases } = await allCases(world);
const { as } = await testServer({ ...database, database: undoing(database.database) });
const secrets = secretsIn(world);
afterAll(async () => {
  await stopReading();
  await stopPdf();
});

const methods = handlers.map(({ method }) => method);
const readings = methods.filter(({ kind }) => kind !== 'command');
const byName = (some: readonly Method[]) => some.map((method) => [method.name, method] as const);

let reading: Promise<unknown> = Promise.resolve();

/** One after the other: the thread that reads sheets has a short line. */
function sheetWords(raw: Uint8Array): Promise<string> {
  const words = reading.then(async () => JSON.stringify(await readSheets(raw)));
  reading = words.catch(() => undefined);
  return words;
}

/** All the words of a reply, also of one that is a file. */
async function wordsOf({ headers, raw }: Answer<unknown>): Promise<string> {
  const type = String(headers['content-type']);
  if (type.includes('pdf')) return textOfPdf(raw).join('\n');
  if (type.includes('spreadsheetml')) return sheetWords(raw);
  return raw.toString();
}

async function asked(method: Method, asker: Asker, side: Side): Promise<string> {
  const input = { ...cases[method.name]!(side, asker), ...(method.name.endsWith('.list') ? { size: 100 } : {}) };
  const answer = await as(world.asker('own', asker))(method, input as never);
  // A list without pages does not know the size.
  if (answer.status !== 400) return wordsOf(answer);
  return wordsOf(await as(world.asker('own', asker))(method, cases[method.name]!(side, asker) as never));
}

const heard = new Map<string, Promise<string>>();

/** What somebody of the own side is told; the same question is asked once. */
function said(method: Method, asker: Asker, side: Side): Promise<string> {
  const key = `${method.name} ${asker} ${side}`;
  const words = heard.get(key) ?? asked(method, asker, side);
  heard.set(key, words);
  return words;
}

const inputOf = (method: Method, side: Side, asker: Asker): string => JSON.stringify(cases[method.name]!(side, asker));

const everyone = askers.flatMap((asker) => sides.map((side) => ({ asker, side })));

describe('what was planted in the world', () => {
  test.each(byName(readings))('is not told to anybody else by %s', async (name, method) => {
    const leaks = await Promise.all(
      everyone.map(async ({ asker, side }) => {
        const words = await said(method, asker, side);
        const question = inputOf(method, side, asker);
        return secrets
          .filter(({ text }) => tells(words, text) && !question.includes(text))
          .filter((secret) => !mayRead(secret, asker, name))
          .map((secret) => `${asker} reads ${secret.what} of the ${secret.side} side`);
      }),
    );
    expect(leaks.flat()).toEqual([]);
  });

  test('is read by those it is for: the test is not blind', async () => {
    const own = secrets.filter(({ side }) => side === 'own');
    const found = new Set<string>();
    for (const method of readings) {
      const told = await Promise.all(askers.map((asker) => said(method, asker, 'own')));
      for (const { what, text } of own) if (told.some((words) => tells(words, text))) found.add(what);
    }
    expect(own.map(({ what }) => what).filter((what) => !found.has(what))).toEqual([]);
  }, 60_000);
});

const accountNames = /Person [0-9a-f]{4}/g;
const nameOf = ({ account }: Person): string => `Person ${account!.slice(-4)}`;

describe('an auditor', () => {
  // A link says who made it to whoever holds its secret.
  const others = readings.filter(({ name }) => name !== 'people.invitation.get');
  test.each(byName(others))('learns no name of an account from %s', async (_, method) => {
    const words = await Promise.all(sides.map((side) => said(method, 'auditor', side)));
    const names = words.flatMap((text) => text.match(accountNames) ?? []);
    expect(names.filter((name) => name !== nameOf(world.people.own.auditor))).toEqual([]);
  });
});

/** Every role at once, by the other province's grants. */
const strangerWithAll = await signedIn(database, ...roles.map((role) => world.held(role, 'own', otherProvince)));

describe('the other province', () => {
  test.each(byName(methods))('learns nothing of this one from %s', async (name, method) => {
    // The banks' ids stand in the stranger's own grants.
    const texts = secrets.filter(({ what }) => what !== "the bank's id").map(({ text }) => text);
    const planted = [...texts, 'cooperative 06895', 'cooperative 06913', 'CL-', 'HĐ-'];
    const input = cases[name]!('own', 'organisation-manager');
    const answer = await as(strangerWithAll)(method, input as never, { province: otherProvince });
    expect(answer.status, JSON.stringify(answer.body).slice(0, 300)).toBeLessThan(500);
    const words = await wordsOf(answer);
    const question = JSON.stringify(input);
    expect(planted.filter((text) => tells(words, text) && !question.includes(text))).toEqual([]);
  });
});
