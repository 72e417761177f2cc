import { expect, test } from 'vitest';
import { newId } from '#kernel/id.ts';
import { signedIn, testDatabase, testServer } from '#tests/harness.ts';
import { people } from './index.ts';
import { listViews, saveView, withdrawView, type ViewId } from './view.wire.ts';

const here = await testDatabase();
const { as } = await testServer(here, people.handlers);
const officer = as(await signedIn(here, { role: 'provincial-officer' }));
const other = as(await signedIn(here, { role: 'provincial-officer' }));
const page = '/registry/organisations';

const kept = async (name: string, search: string, ask = officer) => {
  const id = newId<ViewId>();
  return { id, status: (await ask(saveView, { id, page, name, search })).status };
};

test('kept under a name, replaced by the same name, ended by its owner alone', async () => {
  await kept('HTX Đầm Hà', 'kind=cooperative&unit=06895');
  const { id } = await kept('HTX Đầm Hà', 'kind=cooperative&unit=06895&sort=-name');
  await kept('Trang trại', 'kind=farm');
  const names = async (ask = officer) =>
    (await ask(listViews, { page })).body.items.map(({ name, search }) => [name, search]);
  expect(await names()).toEqual([
    ['HTX Đầm Hà', 'kind=cooperative&unit=06895&sort=-name'],
    ['Trang trại', 'kind=farm'],
  ]);
  expect(await names(other)).toEqual([]);
  expect((await other(withdrawView, { view: id })).status).toBe(404);
  expect((await officer(withdrawView, { view: id })).status).toBe(200);
  expect((await officer(withdrawView, { view: id })).body.code).toBe('people.view.unknown');
  expect(await names()).toEqual([['Trang trại', 'kind=farm']]);
});

test('only a page of ours and filters as an address holds them', async () => {
  for (const input of [
    { page: 'https://example.test', search: '' },
    { page: '//example.test', search: '' },
    { page: '//example.test', search: 'a=<b>' },
    { page, search: 'a=b#c' },
  ])
    expect((await officer(saveView, { id: newId(), name: 'x', ...input })).status).toBe(400);
});

test('a page with letters of both sizes in its address has views too', async () => {
  expect((await officer(listViews, { page: '/figures/cooperativesInChains' })).status).toBe(200);
});

test('a hundred are enough', async () => {
  await here.owner(
    `insert into people.saved_view (province, id, account_id, page, name, search)
     select 22, gen_random_uuid(), account_id, '/many', 'v' || n, '' from people.saved_view, generate_series(1, 99) n where ended_at is null limit 99`,
  );
  const { status } = await kept('Một nữa', '');
  expect(status).toBe(409);
});
