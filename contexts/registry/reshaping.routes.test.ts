import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { newId, type MemberId, type OrganisationId } from '#kernel/id.ts';
import { signedIn, testDatabase, testServer } from '#tests/harness.ts';
import { listActs, recordAct, type ActId } from './act.wire.ts';
import { listLinks } from './founding.wire.ts';
import { registry, usePersonalKeys } from './index.ts';
import { correctMember, getNationalId, recordLook, recordMember, type LookId } from './member.wire.ts';
import { changeOrganisation, getOrganisation, listOrganisations } from './organisation.wire.ts';
import { damHa, examples, saveExamples, vanDon } from './registry.example.ts';
import {
  allPublished,
  allRows,
  founded,
  letters,
  money,
  newOne,
  numberOf,
  paper,
  playing,
  remains,
} from './reshaping.example.ts';
import {
  convertOrganisation,
  mergeOrganisations,
  previewMerger,
  splitOrganisation,
  undoAct,
} from './reshaping.wire.ts';

const here = await testDatabase();
const { as } = await testServer(here, registry.handlers);
usePersonalKeys({ cipher: randomBytes(32), index: randomBytes(32) });
const officer = as(await signedIn(here, { role: 'provincial-officer' }));
const communeOfficer = as(await signedIn(here, { role: 'commune-officer', unit: damHa }));

beforeAll(async () => {
  await saveExamples(here.owner);
  await here.owner(
    `insert into reference.parameter (key, valid_from, value, source, verified) values
       ('htx.minOfficialMembers', '2024-07-01', '5', 'test', true), ('tht.minMembers', '2024-07-01', '2', 'test', true)`,
  );
});

const { made, present, namesIn, seen } = playing(officer);

describe('a group becomes a cooperative', () => {
  const converting = async (organisation: OrganisationId, more: object = {}) => ({
    ...paper(),
    organisation,
    name: `Hợp tác xã từ tổ ${newId().slice(-8)}`,
    certificate: { number: newId().slice(-10) },
    staying: (await present(organisation)).map(({ id }) => ({ member: id, standing: 'official-use' as const })),
    ...more,
  });

  test('under the same record: members, capital and history stay its own, and every day says what it was', async () => {
    const group = await made('cooperative-group', letters('a', 6));
    const members = await present(group);
    const gone = members[5]!;
    const input = await converting(group, {
      staying: members.slice(0, 5).map(({ id }) => ({ member: id, standing: 'official-use' as const })),
      leaving: [{ member: gone.id, reason: 'Không tham gia hợp tác xã' }],
    });
    const { body } = await communeOfficer(convertOrganisation, input);
    expect(body).toEqual({ members: 5, left: 1, subscribedVnd: 50_000_000, paidVnd: 50_000_000 });
    expect(await seen(group)).toMatchObject({
      kind: 'cooperative',
      name: input.name,
      registrationNumber: input.certificate.number,
      foundedOn: founded,
      members: 5,
      underMinimum: null,
    });
    expect(await seen(group, '2026-04-30')).toMatchObject({
      kind: 'cooperative-group',
      registrationNumber: null,
      members: 6,
    });
    expect((await present(group, day('2026-04-30'))).length).toBe(6);
    const [left] = await here.owner(
      'select left_on::text, subscribed_vnd::int as vnd from registry.member where id = $1',
      [gone.id],
    );
    expect(left).toEqual({ left_on: '2026-05-01', vnd: 0 });
  });

  test('every present member is named, once, and every other reason is told beside', async () => {
    const group = await made('cooperative-group', letters('b', 6), { vnd: 0 });
    const members = await present(group);
    const input = await converting(group, {
      staying: members.slice(0, 4).map(({ id }) => ({ member: id, standing: 'official-use' as const })),
      leaving: [
        { member: members[0]!.id, reason: 'hai lần' },
        { member: newId<MemberId>(), reason: 'không có' },
      ],
    });
    expect((await officer(convertOrganisation, input)).body.obstacles).toEqual([
      'member-unassigned',
      'member-unknown',
      'member-twice',
      'too-few-members',
      'official-without-capital',
    ]);
    expect((await officer(convertOrganisation, await converting(examples.cooperative))).body.obstacles).toContain(
      'not-a-group',
    );
    expect((await officer(convertOrganisation, await converting(examples.farm))).body.obstacles).toContain(
      'not-a-group',
    );
  });

  test('entered in error it is undone to the byte', async () => {
    const group = await made('cooperative-group', letters('c', 7));
    const [rows, published] = [await allRows(here.owner), await allPublished(here.owner)];
    const members = await present(group);
    const input = await converting(group, {
      staying: members.slice(0, 6).map(({ id }) => ({ member: id, standing: 'official-labour' as const })),
      leaving: [{ member: members[6]!.id, reason: 'ra đi' }],
    });
    expect((await officer(convertOrganisation, input)).status).toBe(200);
    const undone = await officer(undoAct, { id: newId<ActId>(), act: input.act, reason: 'Ghi nhầm tổ hợp tác' });
    expect(undone.body).toEqual({ organisations: 1, members: 0 });
    expect(remains(rows, await allRows(here.owner))).toEqual([]);
    expect(await allPublished(here.owner)).toEqual(published);
    expect(await seen(group, '2026-06-01')).toMatchObject({ kind: 'cooperative-group', members: 7 });
  });
});

describe('a merger', () => {
  test('into a new one: everybody goes along, who was in both is one member with all the capital, Σ out = Σ in', async () => {
    const one = await made('cooperative', [...letters('d', 6), 'both']);
    const two = await made('cooperative', [...letters('e', 5), 'both'], { unit: vanDon });
    const created = newOne();
    const preview = (await officer(previewMerger, { organisations: [one, two] as never, onDay: day('2026-05-01') }))
      .body;
    expect(preview).toMatchObject({ together: 1, after: { members: 12, official: 12, subscribedVnd: 130_000_000 } });
    const input = { ...paper(), predecessors: [one, two], made: created };
    expect((await communeOfficer(mergeOrganisations, input)).status).toBe(403);
    const { body } = await officer(mergeOrganisations, input);
    expect(body).toEqual({ members: 12, left: 0, subscribedVnd: 130_000_000, paidVnd: 130_000_000 });
    expect(await namesIn(created.organisation)).toEqual(
      [...letters('d', 6), ...letters('e', 5), 'both'].toSorted((a, b) => (a < b ? -1 : 1)),
    );
    expect(money(await present(created.organisation))).toEqual({ subscribed: 130_000_000, paid: 130_000_000 });
    expect((await present(created.organisation)).find(({ name }) => name === 'Người both')?.paidVnd).toBe(20_000_000);
    for (const predecessor of [one, two]) {
      expect(await seen(predecessor)).toMatchObject({ status: 'merged', members: 0 });
      expect((await seen(predecessor, '2026-04-30')).status).toBe('operating');
      expect((await officer(listLinks, { organisation: predecessor })).body.items).toMatchObject([
        { way: 'merged', side: 'successor', organisation: { id: created.organisation } },
      ]);
      expect(
        (
          await officer(recordMember, {
            id: newId<MemberId>(),
            organisation: predecessor,
            standing: 'associate',
            name: 'Người Muộn',
            joinedOn: day('2026-06-01'),
          })
        ).body.obstacles,
      ).toEqual(['organisation-ended']);
    }
    expect((await namesIn(one, day('2026-04-30'))).length).toBe(7);
    const [carried] = await present(created.organisation);
    const look = newId<LookId>();
    await officer(recordLook, { id: look, member: carried!.id, purpose: 'kiểm tra' });
    expect((await officer(getNationalId, { look })).body.nationalId).toBe(
      numberOf(carried!.name!.replace('Người ', '')),
    );
  });

  test('into one that is there, some leaving with their capital', async () => {
    const one = await made('cooperative', [...letters('f', 5), 'shared']);
    const into = await made('cooperative', [...letters('g', 5), 'shared']);
    const leaver = (await present(one)).find(({ name }) => name === 'Người f0')!;
    const { body } = await officer(mergeOrganisations, {
      ...paper(),
      predecessors: [one],
      into,
      leaving: [{ member: leaver.id, reason: 'Rút vốn, không theo' }],
    });
    expect(body).toMatchObject({ members: 5, left: 1, subscribedVnd: 50_000_000 });
    expect((await namesIn(into)).length).toBe(10);
    expect(money(await present(into)).paid).toBe(110_000_000);
    expect((await seen(into)).status).toBe('operating');
    expect((await officer(listActs, { organisation: one })).body.items.at(-1)).toMatchObject({ kind: 'merged' });
  });

  test('not of different kinds, not into itself, not of what has ended, not past what came later', async () => {
    const one = await made('cooperative', letters('h', 5));
    const group = await made('cooperative-group', letters('i', 3));
    const refused = async (more: object) =>
      (await officer(mergeOrganisations, { ...paper(), ...more } as never)).body.obstacles;
    expect(await refused({ predecessors: [group], into: one })).toEqual(['kinds-differ']);
    expect(await refused({ predecessors: [one], into: one })).toContain('into-itself');
    expect(await refused({ predecessors: [one], made: newOne() })).toEqual(['too-few-predecessors']);
    expect(await refused({ predecessors: [one, examples.reported], made: newOne() })).toContain('reported');
    expect(await refused({ predecessors: [one, one] })).toEqual(['into-missing', 'predecessor-twice']);
    const two = await made('cooperative', letters('j', 5));
    await officer(recordMember, {
      id: newId<MemberId>(),
      organisation: two,
      standing: 'associate',
      name: 'Người Sau',
      joinedOn: day('2026-06-01'),
    });
    expect(await refused({ predecessors: [one, two], made: newOne() })).toEqual(['later-member']);
    expect(
      (
        await officer(mergeOrganisations, {
          ...paper({ onDay: '2026-06-02' }),
          predecessors: [one, two],
          made: newOne(),
        })
      ).status,
    ).toBe(200);
    expect(await refused({ predecessors: [one], into: two, onDay: '2026-07-01' })).toContain('status-forbids');
  });

  test('undone restores both to the byte; what came after it is said first', async () => {
    const one = await made('cooperative', [...letters('k', 5), 'twin']);
    const two = await made('cooperative', [...letters('l', 5), 'twin']);
    const [rows, published] = [await allRows(here.owner), await allPublished(here.owner)];
    const created = newOne();
    const leaver = (await present(one))[0]!;
    const input = {
      ...paper(),
      predecessors: [one, two],
      made: created,
      leaving: [{ member: leaver.id, reason: 'ra ngoài' }],
    };
    expect((await officer(mergeOrganisations, input)).status).toBe(200);
    const [carried] = await present(created.organisation);
    const undoing = { act: input.act, reason: 'Nhầm hợp tác xã' };
    const undo = () => officer(undoAct, { id: newId<ActId>(), ...undoing });

    await officer(recordAct, {
      id: newId<ActId>(),
      organisation: created.organisation,
      kind: 'suspended',
      onDay: day('2026-06-01'),
      document: 'QĐ',
    });
    await officer(correctMember, { member: carried!.id, version: 1, reason: 'đổi tên', name: 'Người Khác Tên' });
    expect((await undo()).body.obstacles).toEqual(['acts-since', 'changes-since']);
    // Another world in which nothing has come after it.
    const again = await made('cooperative', letters('m', 5));
    const other = await made('cooperative', letters('n', 5));
    const [rowsThen, publishedThen] = [await allRows(here.owner), await allPublished(here.owner)];
    const second = { ...paper(), predecessors: [again, other], made: newOne(), leaving: [] };
    await officer(mergeOrganisations, second);
    expect((await communeOfficer(undoAct, { id: newId<ActId>(), act: second.act, reason: 'thử xem' })).status).toBe(
      200,
    );
    expect(remains(rowsThen, await allRows(here.owner))).toEqual([]);
    expect(await allPublished(here.owner)).toEqual(publishedThen);
    expect(rows.size).toBe(rowsThen.size);
    expect(Object.keys(published)).toEqual(Object.keys(publishedThen));

    const { items } = (await officer(listActs, { organisation: again })).body;
    expect(items.map(({ kind, undoneBy }) => [kind, undoneBy !== null])).toEqual([
      ['founded', false],
      ['registered', false],
      ['merged', true],
      ['undone', false],
    ]);
    expect((await officer(getOrganisation, { organisation: second.made.organisation })).status).toBe(404);
    expect(
      (await officer(listOrganisations, { search: second.made.name })).body.items.map(({ id }) => id),
    ).not.toContain(second.made.organisation);
    expect((await officer(undoAct, { id: newId<ActId>(), act: second.act, reason: 'lần hai' })).body.obstacles).toEqual(
      ['undone-already'],
    );
    // What was taken back can be entered rightly, under the same name and number.
    const right = await officer(mergeOrganisations, {
      ...second,
      act: newId<ActId>(),
      made: { ...second.made, organisation: newId<OrganisationId>() },
    });
    expect(right.body.obstacles).toBeUndefined();
  });

  test('undoing the absorption of one that shares members leaves the other as it was, capital and all', async () => {
    const one = await made('cooperative', [...letters('o', 5), 'common']);
    const into = await made('cooperative', [...letters('p', 5), 'common']);
    const [rows, published] = [await allRows(here.owner), await allPublished(here.owner)];
    const input = { ...paper(), predecessors: [one], into };
    await officer(mergeOrganisations, input);
    expect((await officer(undoAct, { id: newId<ActId>(), act: input.act, reason: 'Nhầm ngày' })).body).toEqual({
      organisations: 2,
      members: 5,
    });
    expect(remains(rows, await allRows(here.owner))).toEqual([]);
    expect(await allPublished(here.owner)).toEqual(published);
    expect(
      await officer(changeOrganisation, {
        organisation: one,
        version: (await seen(one)).version,
        website: 'https://example.test',
      }),
    ).toMatchObject({ status: 200 });
  });
});

describe('a split', () => {
  test('divides everybody and every đồng; in two only who is said to be, and only whole', async () => {
    const source = await made('cooperative', letters('q', 11));
    const members = await present(source);
    const [left, right] = [newOne(), newOne(vanDon)];
    const to = (organisation: OrganisationId, more: object = {}) => ({ organisation, ...more });
    const assigned = members.map(({ id }, index) => ({
      member: id,
      to: [to((index < 5 ? left : right).organisation)],
    }));
    const input = { ...paper(), organisation: source, way: 'divided' as const, made: [left, right], members: assigned };
    const refused = async (more: object) => (await officer(splitOrganisation, { ...input, ...more })).body.obstacles;
    expect(await refused({ members: assigned.slice(1) })).toEqual(['member-unassigned', 'too-few-members']);
    expect(await refused({ made: [left] })).toEqual(['too-few-successors', 'destination-unknown']);
    const both = [
      to(left.organisation, { subscribedVnd: 4_000_000, paidVnd: 4_000_000 }),
      to(right.organisation, { subscribedVnd: 6_000_000, paidVnd: 5_000_000 }),
    ];
    expect(await refused({ members: [{ member: members[0]!.id, to: both }, ...assigned.slice(1)] })).toEqual([
      'capital-not-whole',
    ]);
    const whole = [both[0], { ...both[1], paidVnd: 6_000_000 }];
    const answer = await officer(splitOrganisation, {
      ...input,
      members: [{ member: members[0]!.id, to: whole }, ...assigned.slice(1)],
    } as never);
    expect(answer.body).toEqual({ members: 11, left: 0, subscribedVnd: 110_000_000, paidVnd: 110_000_000 });
    expect(money(await present(left.organisation))).toEqual({ subscribed: 44_000_000, paid: 44_000_000 });
    expect(money(await present(right.organisation))).toEqual({ subscribed: 66_000_000, paid: 66_000_000 });
    expect(await seen(source)).toMatchObject({ status: 'divided', members: 0 });
    expect((await seen(right.organisation)).place?.unit?.code).toBe(vanDon);
  });

  test('lets a part go while the rest goes on; undone it is whole again', async () => {
    const source = await made('cooperative', letters('r', 12));
    const [rows, published] = [await allRows(here.owner), await allPublished(here.owner)];
    const part = newOne();
    const members = await present(source);
    const input = {
      ...paper(),
      organisation: source,
      way: 'separated' as const,
      made: [part],
      members: members
        .map(({ id }, index) => ({ member: id, to: [{ organisation: index < 6 ? source : part.organisation }] }))
        .slice(0, 11),
      leaving: [{ member: members[11]!.id, reason: 'ra hẳn' }],
    };
    const { body } = await officer(splitOrganisation, input);
    expect(body).toEqual({ members: 5, left: 1, subscribedVnd: 50_000_000, paidVnd: 50_000_000 });
    expect(await seen(source)).toMatchObject({ status: 'operating', members: 6 });
    expect((await officer(undoAct, { id: newId<ActId>(), act: input.act, reason: 'Chưa có nghị quyết' })).status).toBe(
      200,
    );
    expect(remains(rows, await allRows(here.owner))).toEqual([]);
    expect(await allPublished(here.owner)).toEqual(published);
  });
});
