import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Method } from '#kernel/method.ts';
import { useCardSecret, usePersonalKeys } from '#registry';
import { fileAccess, handlers } from '#app/methods.ts';
import { allCases } from './access.cases.ts';
import { undoing } from './access.rollback.ts';
import { accessTable, askers, expectedAccess, type Cell } from './access.table.ts';
import { accessWorld, type Asker, type Side } from './access.world.ts';
import { stranger, testDatabase, testServer, type Person } from './harness.ts';

usePersonalKeys({ cipher: randomBytes(32), index: randomBytes(32) });
useCardSecret(randomBytes(32));
const database = await testDatabase();
const world = await accessWorld(database, await testServer(database));
const { cases, files } = await allCases(world);
const { as, server } = await testServer({ ...database, database: undoing(database.database) });

const table = expectedAccess();
const fileKinds = [...table.keys()].filter((row) => row.startsWith('file:')).map((row) => row.slice('file:'.length));
const methods = handlers.map(({ method }) => method);
const names = methods.map(({ name }) => name);

interface Seen {
  readonly status: number;
  readonly code: string | undefined;
}
const isAllowed = ({ status }: Seen): boolean => ![401, 403, 404].includes(status);
const mark = (allowed: boolean): string => (allowed ? '+' : '-');

async function seen(method: Method, asker: Asker, side: Side, who: 'own' | 'foreign' | 'elsewhere'): Promise<Seen> {
  const person =
    who === 'elsewhere' ? (asker === 'nobody' ? stranger : world.elsewhere[asker]) : world.asker(who, asker);
  const { status, body } = await as(person)(method, cases[method.name]!(side, asker) as never);
  return { status, code: body.code };
}

/**
 * own, foreign, other province. And where somebody may act on his own only, the mirror: the foreign side's own people
 * about what is theirs. What may not be done here they can: otherwise the record might simply not exist.
 */
async function cellSeen(method: Method, asker: Asker, expected: Cell) {
  const own = await seen(method, asker, 'own', 'own');
  return {
    own,
    foreign: await seen(method, asker, 'foreign', 'own'),
    ...(asker === 'nobody' ? {} : { elsewhere: await seen(method, asker, 'own', 'elsewhere') }),
    ...(expected[0] && !expected[1] ? { mirror: await seen(method, asker, 'foreign', 'foreign') } : {}),
  };
}

/** Methods whose secret belongs to one invited person: everybody else may ask, and is told that it is not his. */
const forOneInvited: ReadonlySet<string> = new Set(['people.invitation.accept', 'people.reset.accept']);

type CellSeen = Awaited<ReturnType<typeof cellSeen>>;
const told = (cell: CellSeen): string =>
  Object.entries(cell)
    .map(([what, { status, code }]) => `${what} ${status}${code === undefined ? '' : ` ${code}`}`)
    .join(', ');

/** What is one's own succeeds: a refusal for another reason would prove nothing about permission. */
function ownTroubles(method: string, asker: Asker, expected: Cell, cell: CellSeen): string[] {
  if (!expected[0] || forOneInvited.has(method)) return [];
  return Object.entries(cell)
    .filter(([what, { status }]) => (what === 'own' || what === 'mirror') && status !== 200)
    .map(([what, { status, code }]) => `${asker}: what is allowed has not happened, ${what} ${status} ${code}`);
}

function troubleOf(asker: Asker, expected: Cell, cell: CellSeen): string[] {
  const actual = [cell.own, cell.foreign, cell.elsewhere ?? cell.own].map(isAllowed);
  const marks = `${asker}: expected ${expected.map(mark).join(' ')}, is ${actual.map(mark).join(' ')}`;
  const trouble: string[] = [];
  if (actual.some((allowed, at) => allowed !== expected[at])) trouble.push(`${marks} (${told(cell)})`);
  if (cell.mirror !== undefined && !isAllowed(cell.mirror))
    trouble.push(`${asker}: the mirror is not like own (${told(cell)})`);
  for (const [what, { status, code }] of Object.entries(cell))
    if (status >= 500 || code === 'input.invalid') trouble.push(`${asker}, ${what}: ${status} ${code}`);
  return trouble;
}

describe('docs/access.md', () => {
  test('lists every method there is', () => {
    expect(names.filter((name) => !table.has(name))).toEqual([]);
  });
  test('lists no method that is not', () => {
    expect([...table.keys()].filter((name) => !name.startsWith('file:') && !names.includes(name))).toEqual([]);
  });
  test('lists every kind of record that owns files', () => {
    expect(fileKinds.toSorted()).toEqual(Object.keys(fileAccess).toSorted());
  });
  test('can be asked about in every row', () => {
    expect(names.filter((name) => cases[name] === undefined)).toEqual([]);
    expect(Object.keys(cases).filter((name) => !names.includes(name))).toEqual([]);
  });
  test('is refused when a cell is missing or says something else', () => {
    const row = `| a.b.get | ${askers.map(() => '+ + -').join(' | ')} |`;
    expect(accessTable(row).get('a.b.get')?.nobody).toEqual([true, true, false]);
    expect(() => accessTable(row.replace('| + + - |', '|'))).toThrow(/cells expected/);
    expect(() => accessTable(row.replace('+ + -', '+ +'))).toThrow(/three marks/);
    expect(() => accessTable(`${row}\n${row}`)).toThrow(/twice/);
  });
});

describe('is open and closed as docs/access.md says', () => {
  test.each(
    methods
      .filter(({ name }) => table.has(name) && cases[name] !== undefined)
      .map((method) => [method.name, method] as const),
  )(
    '%s',
    async (name, method) => {
      const row = table.get(name)!;
      const seenBy = await Promise.all(
        askers.map(async (asker) => [asker, await cellSeen(method, asker, row[asker])] as const),
      );
      expect(seenBy.flatMap(([asker, cell]) => troubleOf(asker, row[asker], cell))).toEqual([]);
      expect(seenBy.flatMap(([asker, cell]) => ownTroubles(name, asker, row[asker], cell))).toEqual([]);
      const succeeded = seenBy.some(([, cell]) => cell.own.status === 200);
      expect(succeeded, `has succeeded for nobody, so proves nothing: ${told(seenBy[0]![1])}`).toBe(true);
    },
    30_000,
  );
});

async function fetched(kind: string, side: Side, person: Person): Promise<Seen> {
  const headers = person.cookie === '' ? {} : { cookie: person.cookie };
  const { statusCode } = await server.inject({ method: 'GET', url: `/files/${files[kind]!(side)}`, headers });
  return { status: statusCode, code: undefined };
}

describe('a file follows its record', () => {
  test.each(fileKinds)('%s', async (kind) => {
    for (const asker of askers) {
      const elsewhere = asker === 'nobody' ? stranger : world.elsewhere[asker];
      const cell = [
        await fetched(kind, 'own', world.asker('own', asker)),
        await fetched(kind, 'foreign', world.asker('own', asker)),
        await fetched(kind, 'own', elsewhere),
      ];
      expect(cell.map(isAllowed), asker).toEqual(table.get(`file:${kind}`)![asker]);
    }
  });
});
