import { beforeAll, expect, test } from 'vitest';
import { newId } from '#kernel/id.ts';
import { damHa, examples, saveExamples } from '#contexts/registry/registry.example.ts';
import { signedIn, testDatabase, testServer, type Ask } from '#tests/harness.ts';
import { reportParameters, soundUpdate } from './books.example.ts';
import { books } from './index.ts';
import type { UpdateField } from './update-field.ts';
import {
  acceptUpdate,
  correctUpdate,
  draftUpdate,
  getUpdate,
  recordField,
  refuseUpdate,
  submitUpdate,
  type UpdateId,
} from './update.wire.ts';

const here = await testDatabase();
const { as } = await testServer(here, books.handlers);
const { cooperative } = examples;
const runs = async () => as(await signedIn(here, { role: 'organisation-manager', organisation: cooperative }));
const [manager, colleague] = [await runs(), await runs()];
const commune = as(await signedIn(here, { role: 'commune-officer', unit: damHa }));
const province = as(await signedIn(here, { role: 'provincial-officer' }));
const of = { organisation: cooperative, year: 2025 };
const many = 50;

beforeAll(async () => {
  await saveExamples(here.owner);
  await here.owner(reportParameters);
});

type Answer = { readonly status: number; readonly body: unknown };

/** All at the same moment, by two people in turn. */
const atOnce = (one: Ask, other: Ask, act: (ask: Ask, at: number) => Promise<Answer>): Promise<Answer[]> =>
  Promise.all(Array.from({ length: many }, (_, at) => act(at % 2 === 0 ? one : other, at)));

/** One goes through; every other one is told why by a code that stays, and nobody meets an error of the server. */
function oneWins(answers: readonly Answer[], codes: readonly string[]): void {
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  const refused = answers.filter(({ status }) => status !== 200);
  expect(new Set(refused.map(({ status }) => status))).toEqual(new Set([409]));
  for (const { body } of refused) expect(codes).toContain((body as { code: string }).code);
}

const acts = () =>
  here.owner<{ kind: string; n: number }>(
    `select kind, count(*)::int as n from books.update_act group by kind order by kind`,
  );
const versionNow = async () => (await manager(getUpdate, of)).body.update!.version;

test('an update of one year is begun once', async () => {
  const answers = await atOnce(manager, colleague, (ask) => ask(draftUpdate, { id: newId<UpdateId>(), ...of }));
  oneWins(answers, ['books.update.not-draftable']);
  expect(await acts()).toEqual([{ kind: 'drafted', n: 1 }]);
});

test('handed in by two at once it is handed in once, with what stood there', async () => {
  const update = (await manager(getUpdate, of)).body.update!;
  const seen = new Map(update.entries.map(({ field, version }) => [field, version]));
  for (const [field, value] of Object.entries(soundUpdate) as [UpdateField, number][])
    await manager(recordField, { update: update.id, field, seen: seen.get(field) ?? 0, value });
  const given = { update: update.id, version: 1 };
  // Who still writes while it is handed in is refused, or stands in what was handed in.
  const [answers, typed] = await Promise.all([
    atOnce(manager, colleague, (ask) => ask(submitUpdate, given)),
    colleague(recordField, { update: update.id, field: 'workers', seen: 1, value: 11 }),
  ]);
  oneWins(answers, ['books.update.not-submittable']);
  const [kept] = await here.owner<{ workers: number }>(
    `select (content->>'workers')::int as workers from books.update_act where kind = 'submitted'`,
  );
  expect(kept!.workers).toBe(typed.status === 200 ? 11 : soundUpdate.workers);
});

test('accepted and returned at once, one of the two it is', async () => {
  const { id } = (await manager(getUpdate, of)).body.update!;
  const given = { update: id, version: await versionNow() };
  const answers = await atOnce(commune, province, (ask, at) =>
    at % 4 < 2
      ? ask(acceptUpdate, given)
      : ask(refuseUpdate, { ...given, remarks: [{ id: newId<never>(), text: 'Xem lại số lao động' }] }),
  );
  oneWins(answers, ['books.update.not-answerable']);
  const { state, version } = (await manager(getUpdate, of)).body.update!;
  expect(['accepted', 'returned']).toContain(state);
  if (state === 'returned') {
    expect((await manager(submitUpdate, { update: id, version })).status).toBe(200);
    expect((await commune(acceptUpdate, { update: id, version: version + 1 })).status).toBe(200);
  }
  const [year] = await here.owner<{ version: number; entries: number }>(
    `select version, (select count(*)::int from registry.yearly_account_entry e where e.organisation_id = $1) as entries
     from registry.yearly_account where organisation_id = $1 and year = 2025`,
    [cooperative],
  );
  expect(year).toEqual({ version: 1, entries: 1 });
});

test('opened for correction by two at once it has one next edition', async () => {
  const { id, version } = (await manager(getUpdate, of)).body.update!;
  const answers = await atOnce(manager, colleague, (ask) =>
    ask(correctUpdate, { update: id, version, reason: 'Cộng sót một hóa đơn' }),
  );
  oneWins(answers, ['books.update.not-correctable']);
  expect((await manager(getUpdate, of)).body.update).toMatchObject({ edition: 2, state: 'draft' });
});
