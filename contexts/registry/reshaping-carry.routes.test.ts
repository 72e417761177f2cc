import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { newId, type MemberId, type OrganisationId } from '#kernel/id.ts';
import { signedIn, testDatabase, testServer } from '#tests/harness.ts';
import type { ActId } from './act.wire.ts';
import { listCards, recordCards } from './card.wire.ts';
import { registry, useCardSecret, usePersonalKeys } from './index.ts';
import { recordMember } from './member.wire.ts';
import { saveExamples } from './registry.example.ts';
import { allPublished, allRows, letters, newOne, paper, playing, remains } from './reshaping.example.ts';
import { convertOrganisation, mergeOrganisations, splitOrganisation, undoAct } from './reshaping.wire.ts';
import { recordSensitive, type SensitiveId } from './sensitive.wire.ts';
import { undividedShares, type UndividedEntryId, type UndividedLine } from './undivided.ts';
import { getUndivided, recordUndivided } from './undivided.wire.ts';

const here = await testDatabase();
const { as } = await testServer(here, registry.handlers);
usePersonalKeys({ cipher: randomBytes(32), index: randomBytes(32) });
useCardSecret(randomBytes(32));
const officer = as(await signedIn(here, { role: 'provincial-officer' }));
const { made, present } = playing(officer);

beforeAll(async () => {
  await saveExamples(here.owner);
  await here.owner(
    `insert into reference.parameter (key, valid_from, value, source, verified) values
       ('htx.minOfficialMembers', '2024-07-01', '5', 'test', true), ('tht.minMembers', '2024-07-01', '2', 'test', true)`,
  );
});

const expectDone = async (answer: Promise<{ status: number; body: unknown }>): Promise<void> => {
  const { status, body } = await answer;
  expect([status, body]).toEqual([200, body]);
};

/** A household by a person, somebody under age with a guardian, sensitive details, a card; and a fund from several sources. */
async function furnished(name: string, kind: 'cooperative' | 'cooperative-group' = 'cooperative') {
  const organisation = await made(kind, letters(name, 5));
  const [household, minor] = [newId<MemberId>(), newId<MemberId>()];
  await expectDone(
    officer(recordMember, {
      id: household,
      organisation,
      party: 'household',
      standing: 'associate',
      name: `Hộ ${name}`,
      joinedOn: day('2025-02-01'),
      representative: { name: `Chủ hộ ${name}` },
    } as never),
  );
  await expectDone(
    officer(recordMember, {
      id: minor,
      organisation,
      standing: 'associate',
      name: `Em ${name}`,
      birthYear: 2009,
      joinedOn: day('2025-02-01'),
      guardian: {
        name: `Bố ${name}`,
        relation: 'bố',
        phone: '0911 000 000',
        document: 'Giấy 1',
        consentedOn: '2025-01-15',
      },
    } as never),
  );
  await expectDone(
    officer(recordSensitive, {
      id: newId<SensitiveId>(),
      member: minor,
      field: 'ethnicity',
      ethnicity: '02',
      basis: 'consent',
      document: 'Giấy đồng ý 1',
      purpose: 'Chính sách hỗ trợ',
    } as never),
  );
  if (kind === 'cooperative')
    for (const [source, account, amountVnd] of [
      ['surplus', 'fund', 100_000_001],
      ['state-land', 'assets', 333],
      ['donation', 'fund', 7],
    ] as const)
      await expectDone(
        officer(recordUndivided, {
          id: newId<UndividedEntryId>(),
          organisation,
          kind: 'formed',
          onDay: day('2025-12-31'),
          account,
          source,
          pledgeBarred: source !== 'surplus',
          amountVnd,
          document: 'Biên bản 1',
        }),
      );
  const { body } = await officer(recordCards, {
    organisation,
    members: (await present(organisation)).map(({ id }) => id),
    expiresOn: day('2027-06-30'),
  });
  expect(body.issued).toHaveLength(7);
  return organisation;
}

/** What is beside the members, by name, without what differs from row to row. */
async function beside(organisations: readonly OrganisationId[]) {
  const [row] = await here.owner<{ all: unknown }>(
    `with m as (select * from registry.member where organisation_id = any($1::uuid[]) and voided_by is null and left_on is null)
     select jsonb_build_object(
       'representatives', (select jsonb_agg(r.name order by r.name) from registry.member_representative r join m on m.id = r.member_id where r.valid_until is null),
       'guardians', (select jsonb_agg(g.name || g.document || g.consented_on order by g.name) from registry.guardian g join m on m.id = g.member_id),
       'sensitive', (select jsonb_agg(s.field || s.basis || s.document || s.purpose || encode(s.group_hmac, 'hex') order by m.name)
         from registry.member_sensitive s join m on m.id = s.member_id where s.erased_at is null),
       'cards', (select count(*) from registry.member_card k
         where coalesce(registry.carried_member(k.province, k.member_id, '2026-11-01'), k.member_id) in (select id from m))) as all`,
    [organisations],
  );
  return row!.all;
}

const heldBy = async (organisation: OrganisationId): Promise<readonly UndividedLine[]> =>
  (await officer(getUndivided, { organisation, on: day('2026-11-01') })).body.items;
const vndOf = (lines: readonly UndividedLine[]) => lines.reduce((sum, { amountVnd }) => sum + amountVnd, 0);

const undone = async (act: ActId) => (await officer(undoAct, { id: newId<ActId>(), act, reason: 'Ghi nhầm' })).status;

describe('what goes along with the members', () => {
  test('in a merger: who stands and answers for them, sensitive details, cards, the whole fund; undone all is as before', async () => {
    const [one, two] = [await furnished('aa'), await furnished('ab')];
    const before = await beside([one, two]);
    const [rows, published] = [await allRows(here.owner), await allPublished(here.owner)];
    const created = newOne();
    const input = { ...paper(), predecessors: [one, two], made: created };
    await expectDone(officer(mergeOrganisations, input));
    expect(await beside([created.organisation])).toEqual(before);
    expect(vndOf(await heldBy(created.organisation))).toBe(2 * 100_000_341);
    expect(await heldBy(one)).toEqual([]);
    const cards = (await officer(listCards, { organisation: created.organisation, cards: 'valid' })).body;
    expect(cards.total).toBe(14);
    expect(await undone(input.act)).toBe(200);
    expect(remains(rows, await allRows(here.owner))).toEqual([]);
    expect(await allPublished(here.owner)).toEqual(published);
    expect(await beside([one, two])).toEqual(before);
  });

  test('in a split: by the parts that are said, to the đồng, and all of it', async () => {
    const source = await furnished('ba');
    const more = await furnished('bb');
    await expectDone(officer(mergeOrganisations, { ...paper(), predecessors: [more], into: source }));
    const whole = vndOf(await heldBy(source));
    const before = await beside([source]);
    const [rows, published] = [await allRows(here.owner), await allPublished(here.owner)];
    const [left, right] = [newOne(), newOne()];
    const members = (await present(source)).map(({ id, standing }, index) => ({ id, standing, index }));
    const isLeft = (index: number) => index % 2 === 0;
    const official = members.filter(({ standing }) => standing.startsWith('official'));
    const assigned = members.map(({ id }) => {
      const at = official.findIndex((one) => one.id === id);
      const to = at === -1 ? left : isLeft(at) ? left : right;
      return { member: id, to: [{ organisation: to.organisation }] };
    });
    const input = {
      ...paper({ onDay: day('2026-06-01') }),
      organisation: source,
      way: 'divided' as const,
      made: [left, right],
      members: assigned,
    };
    const refused = (await officer(splitOrganisation, input)).body.obstacles;
    expect(refused).toEqual(['undivided-not-whole']);
    const undivided = [
      { organisation: left.organisation, shareBp: 3_333 },
      { organisation: right.organisation, shareBp: 6_667 },
    ];
    await expectDone(officer(splitOrganisation, { ...input, undivided }));
    expect(vndOf(await heldBy(left.organisation)) + vndOf(await heldBy(right.organisation))).toBe(whole);
    expect(await heldBy(source)).toEqual([]);
    expect(await beside([left.organisation, right.organisation])).toEqual(before);
    expect(await undone(input.act)).toBe(200);
    expect(remains(rows, await allRows(here.owner))).toEqual([]);
    expect(await allPublished(here.owner)).toEqual(published);
  });

  test('in a conversion: it is the same record, and stays beside it', async () => {
    const group = await furnished('ca', 'cooperative-group');
    const before = await beside([group]);
    const [rows, published] = [await allRows(here.owner), await allPublished(here.owner)];
    const input = {
      ...paper(),
      organisation: group,
      name: `Hợp tác xã ${newId().slice(-8)}`,
      certificate: { number: newId().slice(-10) },
      staying: (await present(group)).map(({ id, standing }) => ({ member: id, standing })),
    };
    await expectDone(officer(convertOrganisation, input));
    expect(await beside([group])).toEqual(before);
    expect(await undone(input.act)).toBe(200);
    expect(remains(rows, await allRows(here.owner))).toEqual([]);
    expect(await allPublished(here.owner)).toEqual(published);
  });

  test('what was entered in the fund since stands against undoing', async () => {
    const [one, into] = [await furnished('da'), await furnished('db')];
    const input = { ...paper(), predecessors: [one], into };
    await expectDone(officer(mergeOrganisations, input));
    await expectDone(
      officer(recordUndivided, {
        id: newId<UndividedEntryId>(),
        organisation: into,
        kind: 'formed',
        onDay: day('2026-06-01'),
        source: 'surplus',
        amountVnd: 5,
      } as never),
    );
    const { body } = await officer(undoAct, { id: newId<ActId>(), act: input.act, reason: 'Ghi nhầm' });
    expect(body.obstacles).toEqual(['undivided-since']);
  });
});

test('a fund in parts is whole again, whatever the parts and the amounts', () => {
  const line = fc.record({
    account: fc.constantFrom('fund' as const, 'assets' as const),
    source: fc.constantFrom('surplus' as const, 'donation' as const),
    pledgeBarred: fc.boolean(),
    amountVnd: fc.integer({ min: 1, max: 90_000_000_000_000 }),
  });
  const shares = fc.array(fc.nat({ max: 9_999 }), { minLength: 1, maxLength: 6 }).map((cuts) => {
    const marks = [0, ...cuts.toSorted((a, b) => a - b), 10_000];
    return marks.slice(1).map((mark, at) => mark - marks[at]!);
  });
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 5 }), shares, (lines, sharesBp) => {
      const parts = undividedShares(lines, sharesBp);
      expect(vndOf(parts.flat())).toBe(vndOf(lines));
      for (const [at, part] of parts.entries()) {
        expect(part.every(({ amountVnd }) => amountVnd > 0)).toBe(true);
        if (sharesBp[at] === 0) expect(part).toEqual([]);
      }
    }),
    { numRuns: 200, seed: 88 },
  );
});
