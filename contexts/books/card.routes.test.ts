import { beforeAll, describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { newId, type FileId } from '#kernel/id.ts';
import { registry } from '#contexts/registry/index.ts';
import { changeOrganisation, getOrganisation, listOrganisations } from '#contexts/registry/organisation.wire.ts';
import { confirmParameters, recordParameter, type ParameterEntryId } from '#contexts/registry/parameter.wire.ts';
import { damHa, examples, proof, saveExamples } from '#contexts/registry/registry.example.ts';
import { signedIn, testDatabase, testServer } from '#tests/harness.ts';
import { ratingParameters, soundUpdate } from './books.example.ts';
import { getRatingCard, getSizeCard, recordScore } from './card.wire.ts';
import { books } from './index.ts';
import { ratingOf } from './rating-card.ts';
import { sizeOf } from './size-card.ts';
import { acceptUpdate, draftUpdate, getUpdate, recordField, submitUpdate, type UpdateId } from './update.wire.ts';
import type { UpdateField } from './update-field.ts';

const here = await testDatabase();
const { as, drain } = await testServer(here, [...books.handlers, ...registry.handlers]);
const { cooperative, neighbour, farm } = examples;
const manager = as(await signedIn(here, { role: 'organisation-manager', organisation: cooperative }));
const member = as(await signedIn(here, { role: 'organisation-member', organisation: cooperative }));
const officer = as(await signedIn(here, { role: 'commune-officer', unit: damHa }));
const province = as(await signedIn(here, { role: 'provincial-officer' }));
const administrator = await signedIn(here, { role: 'administrator' });
const keeper = as(administrator);
const year = 2025;
const of = { organisation: cooperative, year };

beforeAll(async () => {
  await saveExamples(here.owner);
  await here.owner(ratingParameters);
});

async function accepted(): Promise<void> {
  const update = newId<UpdateId>();
  await manager(draftUpdate, { id: update, ...of });
  for (const [field, value] of Object.entries({ ...soundUpdate, monthsStopped: 0 }) as [UpdateField, number][])
    await manager(recordField, { update, field, seen: 0, value }).then(async ({ status }) => {
      if (status === 409) await manager(recordField, { update, field, seen: 1, value });
    });
  await manager(submitUpdate, { update, version: 1 });
  expect((await officer(acceptUpdate, { update, version: 2 })).status).toBe(200);
}

const kept = (card: string) =>
  here.owner<{ number: number; class: string | null; rules: never; inputs: never; result: unknown }>(
    'select number, class, rules, inputs, result from books.scorecard where organisation_id = $1 and card = $2 order by number',
    [cooperative, card],
  );

describe('size', () => {
  test('without figures of the year it is not computed, and every blank is named', async () => {
    const { body } = await manager(getSizeCard, of);
    expect(body).toMatchObject({
      class: null,
      sectors: ['agri'],
      blanks: ['members', 'revenueVnd', 'capitalVnd'],
      kept: [],
    });
  });

  test('follows the accepted update, and is kept with what it was made from', async () => {
    await accepted();
    await drain();
    const { body } = await manager(getSizeCard, of);
    // 55 official members and 1.4 bn of capital: small by the capital branch.
    expect(body).toMatchObject({ class: 'small', blanks: [], kept: [{ number: 1, class: 'small' }] });
    const small = body.rows.find(({ row }) => row === 'small')!;
    expect(small.conditions.map(({ what, found, outcome }) => [what, found, outcome])).toEqual([
      ['members', 55, 'met'],
      ['revenueVnd', 850_000_000, 'not-met'],
      ['capitalVnd', 1_400_000_000, 'met'],
    ]);
    const told = 'select class from registry.organisation_class where organisation_id = $1 and card = $2 and year = $3';
    expect(await here.owner(told, [cooperative, 'size', year])).toEqual([{ class: 'small' }]);
    expect(await here.owner(told, [cooperative, 'rating', year])).toEqual([{ class: null }]);
    const [first] = await kept('size');
    expect(sizeOf(first!.rules, first!.inputs)).toEqual(first!.result);
  });

  test('is made again when an input changes, and the former result stays', async () => {
    await here.owner('update registry.yearly_account set total_capital_vnd = 900000000 where organisation_id = $1', [
      cooperative,
    ]);
    await here.owner(
      `insert into platform.outbox (province, id, topic, payload) select 22, gen_random_uuid(), 'registry.yearly.recorded', $1
       from generate_series(1, 2)`,
      [JSON.stringify(of)],
    );
    await drain();
    expect((await kept('size')).map((row) => [row.number, row.class])).toEqual([
      [1, 'small'],
      [2, 'micro'],
    ]);
  });

  test('rules of before they were in force are blanks, and of other kinds there is none', async () => {
    const before = await manager(getSizeCard, { ...of, year: 2023 });
    expect(before.body.blanks).toEqual(['row-large', 'row-medium', 'row-small']);
    expect((await province(getSizeCard, { organisation: farm, year })).body.blanks).toEqual(['not-for-this-kind']);
  });

  test('which field counts to which sector is a parameter, shown as not verified until somebody answers for it', async () => {
    const { body } = await manager(getSizeCard, of);
    expect(body.readings).toMatchObject([{ field: 'crops', sector: 'agri', verified: false }]);
    const crops = { key: 'sector.crops', from: day('2013-07-01') };
    expect((await keeper(confirmParameters, { items: [{ ...crops, value: 'agri' }] })).status).toBe(200);
    await drain();
    expect((await manager(getSizeCard, of)).body.readings).toMatchObject([{ field: 'crops', verified: true }]);
    expect((await kept('size')).at(-1)!.inputs).toMatchObject({ readings: [{ field: 'crops', verified: true }] });
  });

  test('a number of law that the province sets makes the classes of its time again, of no year before', async () => {
    const small = { key: 'size.agri.small', source: 'Quyết định 12/QĐ-UBND' };
    const value = { members: 50, revenueVnd: 2_000_000_000, capitalVnd: 800_000_000 };
    const set = async (from: string) => {
      const file = newId<FileId>();
      await here.owner(
        `insert into platform.file (province, id, sha256, media_type, bytes, name, content, uploaded_by)
         values (22, $1, sha256($2), 'application/pdf', 1, 'qd.pdf', $2, $3)`,
        [file, Buffer.from(file), administrator.account],
      );
      return keeper(recordParameter, { ...small, id: newId<ParameterEntryId>(), from: day(from), value, file });
    };
    const before = (await kept('size')).length;
    expect((await set('2025-12-15')).status).toBe(200);
    await drain();
    expect(await kept('size')).toHaveLength(before);
    expect((await set('2025-06-01')).status).toBe(200);
    await drain();
    expect((await kept('size')).at(-1)).toMatchObject({ number: before + 1, class: 'small' });
    const [listed] = (await province(listOrganisations, { sizeClass: 'small' })).body.items;
    expect(listed).toMatchObject({ id: cooperative, sizeClass: { class: 'small', year } });
    await here.owner(`update registry.parameter_value set value = jsonb_set(value, '{capitalVnd}', '1000000000')`);
    await here.owner(
      `insert into platform.outbox (province, id, topic, payload) values (22, gen_random_uuid(), 'registry.parameter.recorded', '{"keys": ["size.agri.small"], "from": "2025-06-01"}')`,
    );
    await drain();
    expect((await kept('size')).at(-1)).toMatchObject({ class: 'micro' });
  });
});

describe('a class of a past year', () => {
  const change = async (onDay: string, fields: readonly ('crops' | 'trade')[]) => {
    const { version } = (await province(getOrganisation, { organisation: cooperative })).body;
    const given = {
      organisation: cooperative,
      version,
      fields: [...fields],
      onDay: day(onDay),
      document: proof,
    };
    expect((await province(changeOrganisation, given)).status).toBe(200);
    await drain();
  };
  const sectorsIn = async (asked: number) => (await manager(getSizeCard, { ...of, year: asked })).body.sectors;

  test('rests on what it did in that year: a trade taken up since counts from its day', async () => {
    const before = (await kept('size')).length;
    await change('2026-03-01', ['trade']);
    expect([await sectorsIn(2025), await sectorsIn(2026)]).toEqual([['agri'], ['services']]);
    expect(await kept('size')).toHaveLength(before);
  });

  test.each([
    ['2024-12-15', 11, 'too-young'],
    ['2024-12-14', 12, null],
    ['2020-03-01', 69, null],
  ] as const)('founded on %s it has run for %i calendar months when the year ends', async (foundedOn, months, told) => {
    const { version } = (await province(getOrganisation, { organisation: cooperative })).body;
    const given = {
      organisation: cooperative,
      version,
      foundedOn: day(foundedOn),
      onDay: day('2026-03-02'),
      document: proof,
    };
    expect((await province(changeOrganisation, given)).status).toBe(200);
    await drain();
    expect((await manager(getRatingCard, of)).body).toMatchObject({ monthsOperating: months, notGraded: told });
    expect((await kept('rating')).at(-1)!.inputs).toMatchObject({ monthsOperating: months });
  });

  test('told late of a day in that year, the kept result is made again', async () => {
    const before = (await kept('size')).length;
    await change('2025-06-01', ['crops', 'trade']);
    expect(await sectorsIn(2025)).toEqual(['agri', 'services']);
    expect((await kept('size')).at(-1)).toMatchObject({ number: before + 1, class: null });
    await change('2025-06-01', ['crops']);
    expect((await kept('size')).at(-1)).toMatchObject({ number: before + 2, class: 'micro' });
  });

  test('a group that became a cooperative since had no size as a group', async () => {
    const opening = (kind: string) =>
      here.owner(`update registry.organisation_state set kind = $2 where organisation_id = $1 and seq = 1`, [
        cooperative,
        kind,
      ]);
    await here.owner(
      `insert into registry.organisation_state (province, organisation_id, seq, valid_from, told, kind)
       select 22, $1, max(seq) + 1, '2026-01-05', '{kind}', 'cooperative' from registry.organisation_state where organisation_id = $1`,
      [cooperative],
    );
    await opening('cooperative-group');
    expect((await manager(getSizeCard, of)).body.blanks).toEqual(['not-for-this-kind']);
    const formOf = async (asked: number) => (await manager(getUpdate, { ...of, year: asked })).body.form;
    expect([await formOf(2024), await formOf(2026)]).toEqual(['VII-1', 'VII-2']);
    await opening('cooperative');
    expect((await manager(getSizeCard, of)).body.blanks).toEqual([]);
  });
});

describe('rating', () => {
  const score = (more: object = {}) => ({
    ...of,
    criterion: 5,
    part: 'whole' as const,
    kind: 'self' as const,
    seen: 0,
    points: 7,
    ...more,
  });

  test('the organisation gives points, the officer writes what was found; both stay in sight', async () => {
    expect((await manager(recordScore, score({ evidence: 'Biên bản kiểm tra thuế' }))).body).toEqual({ version: 1 });
    expect((await officer(recordScore, score({ kind: 'checked', points: 5 }))).body).toEqual({ version: 1 });
    const { body } = await manager(getRatingCard, of);
    const line = body.lines.find(({ criterion }) => criterion === 5)!;
    expect(line).toMatchObject({ most: 8, verified: false, self: { points: 7 }, checked: { points: 5 } });
    expect(body).toMatchObject({ class: null, totalPoints: null, selfPoints: 7, checkedPoints: 5, monthsStopped: 0 });
    // What no source gives is a blank, and there is no total over a blank.
    expect(body.blanks).toContain('most-10');
    await drain();
    const [newest] = (await kept('rating')).toReversed();
    expect(ratingOf(newest!.rules, newest!.inputs)).toEqual(newest!.result);
  });

  test('no more points than there are, none where the most is not established, none over somebody else', async () => {
    expect((await manager(recordScore, score({ seen: 1, points: 9 }))).body.obstacles).toEqual(['more-than-most']);
    expect((await manager(recordScore, score({ criterion: 10 }))).body.obstacles).toEqual(['most-not-established']);
    expect((await manager(recordScore, score({ part: 'growth' }))).body.obstacles).toEqual(['no-such-part']);
    expect((await manager(recordScore, score())).body.obstacles).toEqual(['changed-meanwhile']);
  });

  test('each scores in the own column', async () => {
    expect((await manager(recordScore, score({ kind: 'checked', seen: 1 }))).status).toBe(403);
    expect((await officer(recordScore, score({ seen: 1 }))).status).toBe(403);
    expect((await member(getRatingCard, of)).status).toBe(403);
    expect((await manager(getRatingCard, { ...of, organisation: neighbour })).status).toBe(403);
  });
});
