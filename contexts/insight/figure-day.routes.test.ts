import { randomBytes } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { usePersonalKeys } from '#registry';
import { addDays, day, today, type Day } from '#kernel/day.ts';
import { newId, type OrganisationId } from '#kernel/id.ts';
import { recordAct, type ActId } from '#contexts/registry/act.wire.ts';
import type { OrganisationKind } from '#contexts/registry/organisation.ts';
import { changeOrganisation, getOrganisation, listOrganisations } from '#contexts/registry/organisation.wire.ts';
import { damHa, proof, saveExamples } from '#contexts/registry/registry.example.ts';
import { letters, paper, playing } from '#contexts/registry/reshaping.example.ts';
import { convertOrganisation, mergeOrganisations, undoAct } from '#contexts/registry/reshaping.wire.ts';
import { signedIn, testDatabase, testServer } from '#tests/harness.ts';
import type { FigureKey } from './figure.ts';
import { getFigure, listFigureRows } from './figure.wire.ts';

const here = await testDatabase();
const officer = (await testServer(here)).as(await signedIn(here, { role: 'provincial-officer' }));
usePersonalKeys({ cipher: randomBytes(32), index: randomBytes(32) });
const { made, present } = playing(officer);

const kinds = {
  cooperatives: 'cooperative',
  unions: 'union',
  cooperativeGroups: 'cooperative-group',
  farms: 'farm',
} satisfies Partial<Record<FigureKey, OrganisationKind>>;
type Kept = keyof typeof kinds;

const figure = async (key: FigureKey, asOf: Day) => (await officer(getFigure, { key, asOf })).body;
const listed = async (kind: OrganisationKind, asOf: Day) =>
  (await officer(listOrganisations, { kind, status: 'operating', asOf, size: 200 })).body;

const began = day('2025-01-10');
const act = (organisation: OrganisationId, kind: 'suspended' | 'resumed' | 'dissolving', onDay: Day) =>
  officer(recordAct, {
    id: newId<ActId>(),
    organisation,
    kind,
    onDay,
    document: 'Thông báo 03/TB',
    ...(kind === 'dissolving' && { ground: 'general-meeting' as const }),
  });

/** Groups and cooperatives of Đầm Hà, and what became of each through the year. */
async function livesTold() {
  const group = (name: string) => made('cooperative-group', letters(name, 6), { onDay: began });
  const cooperative = (name: string) => made('cooperative', letters(name, 6), { onDay: began });
  const rests = await cooperative('rests');
  expect((await act(rests, 'suspended', day('2025-04-01'))).status).toBe(200);
  expect((await act(rests, 'resumed', day('2025-07-01'))).status).toBe(200);
  expect((await act(await cooperative('ends'), 'dissolving', day('2025-05-01'))).status).toBe(200);
  const grows = await group('grows');
  const staying = (await present(grows)).map(({ id }) => ({ member: id, standing: 'official-use' as const }));
  const converted = await officer(convertOrganisation, {
    ...paper({ onDay: day('2025-06-01') }),
    organisation: grows,
    name: 'Hợp tác xã Từ Tổ Hợp Tác',
    certificate: { number: '5799999999' },
    staying,
    leaving: [],
  });
  expect(converted.status).toBe(200);
  const merged = await officer(mergeOrganisations, {
    ...paper({ onDay: day('2025-08-01') }),
    predecessors: [await cooperative('joins')],
    into: rests,
    leaving: [],
  });
  expect(merged.status).toBe(200);
  const mistaken = newId<ActId>();
  const keeps = await cooperative('keeps');
  const wrong = { id: mistaken, organisation: keeps, kind: 'suspended', onDay: day('2025-03-01') } as const;
  expect((await officer(recordAct, { ...wrong, document: 'Thông báo 04/TB' })).status).toBe(200);
  expect((await officer(undoAct, { id: newId<ActId>(), act: mistaken, reason: 'ghi nhầm' })).status).toBe(200);
}

beforeAll(async () => {
  await saveExamples(here.owner);
  await here.owner(
    `insert into reference.parameter (key, valid_from, value, source, verified) values
       ('htx.minOfficialMembers', '2024-07-01', '5', 'test', true), ('tht.minMembers', '2024-07-01', '2', 'test', true)`,
  );
  // One whose history nobody has begun: it is taken as it stands, from its founding on.
  await here.owner(
    `insert into registry.organisation (province, id, kind, name, fields, founded_on) values
       (22, gen_random_uuid(), 'cooperative', 'Không lịch sử', '{crops}', '2025-06-15'),
       (22, gen_random_uuid(), 'farm', 'Trang trại', '{crops}', '2019-01-01')`,
  );
  await livesTold();
});

const turns = [
  '2025-01-10',
  '2025-03-01',
  '2025-04-01',
  '2025-05-01',
  '2025-06-01',
  '2025-06-15',
  '2025-07-01',
  '2025-08-01',
];
const days = [
  ...turns.map(day).flatMap((on) => [addDays(on, -1), on]),
  day('2024-01-01'),
  addDays(today(), -1),
  today(),
];

test.each(days)('on %s each figure of who there is is the list of that day', async (on) => {
  for (const key of Object.keys(kinds) as Kept[]) {
    const [{ value }, list] = [await figure(key, on), await listed(kinds[key], on)];
    expect(value, key).toBe(list.total);
    const { body: rows } = await officer(listFigureRows, { key, asOf: on, size: 200 });
    expect(rows.items.map(({ id, label }) => `${id} ${label}`).toSorted()).toEqual(
      list.items.map(({ id, name }) => `${id} ${name}`).toSorted(),
    );
  }
});

test('who rests, is dissolved, converted or merged is counted on each day as what it then was', async () => {
  const first = (await figure('cooperatives', began)).value!;
  const counted = async (key: FigureKey) =>
    Promise.all(turns.slice(1).map(async (on) => (await figure(key, day(on))).value! - first));
  // Suspended in April, dissolving from May, one more from June by conversion and from the 15th by founding, back in July, one less by the merger.
  expect(await counted('cooperatives')).toEqual([0, -1, -2, -1, 0, 1, 0]);
  const groups = async (on: Day) => (await figure('cooperativeGroups', on)).value!;
  expect((await groups(day('2025-05-31'))) - (await groups(day('2025-06-01')))).toBe(1);
});

test('members are those of who was operating on the day', async () => {
  const members = async (on: string) => (await figure('members', day(on))).value!;
  expect((await members('2025-03-31')) - (await members('2025-04-01'))).toBe(6);
  expect((await members('2025-06-01')) - (await members('2025-05-31'))).toBe(6);
});

test('a figure goes on being told by the name of then', async () => {
  const organisation = await made('cooperative', letters('named', 6), { onDay: began });
  const { body } = await officer(listOrganisations, { kind: 'cooperative', size: 200 });
  const was = body.items.find(({ id }) => id === organisation)!.name;
  const { version } = (await officer(getOrganisation, { organisation })).body;
  const { status, body: answer } = await officer(changeOrganisation, {
    organisation,
    version,
    name: 'Hợp tác xã Tên Sau',
    onDay: day('2026-02-01'),
    document: proof,
  });
  expect(status, JSON.stringify(answer)).toBe(200);
  const labels = async (asOf: Day) =>
    (await officer(listFigureRows, { key: 'cooperatives', asOf, unit: damHa, size: 200 })).body.items.map(
      ({ label }) => label,
    );
  expect(await labels(day('2026-01-31'))).toContain(was);
  expect(await labels(today())).toContain('Hợp tác xã Tên Sau');
});
