import { beforeAll, describe, expect, test } from 'vitest';
import { day, today } from '#kernel/day.ts';
import { newId, type MemberId, type OrganisationId } from '#kernel/id.ts';
import { quangNinh, testDatabase } from '#tests/harness.ts';
import { balancesOn, totalOf, type CapitalActId, type CapitalLine } from './capital.ts';
import { carryCapital } from './capital-carry.store.ts';
import { ledgerOf, saveCapitalAct } from './capital.store.ts';
import { examples, saveExamples } from './registry.example.ts';

const here = await testDatabase();
const { cooperative, neighbour } = examples;

beforeAll(() => saveExamples(here.owner));

async function member(organisation: OrganisationId): Promise<MemberId> {
  const id = newId<MemberId>();
  await here.owner(
    `insert into registry.member (province, id, organisation_id, party, standing, name, joined_on)
     values ($1, $2, $3, 'person', 'official-both', 'Người góp vốn', '2021-03-01')`,
    [quangNinh, id, organisation],
  );
  return id;
}

const booked = (organisation: OrganisationId, onDay: string, lines: readonly CapitalLine[]) =>
  here.within((db) =>
    saveCapitalAct(db, {
      id: newId<CapitalActId>(),
      organisation,
      kind: 'opening',
      onDay: day(onDay),
      by: null,
      lines,
    }),
  );

const projected = async (id: MemberId) =>
  (await here.owner('select subscribed_vnd::int, contributed_vnd::int from registry.member where id = $1', [id]))[0];

const money = (of: MemberId, subscribedVnd: number, paidVnd: number): CapitalLine => ({
  member: of,
  form: 'money',
  subscribedVnd,
  paidVnd,
});

const charter = async (organisation: OrganisationId) =>
  totalOf(balancesOn(await here.within((db) => ledgerOf(db, organisation)), today()));

describe('capital carried into another organisation', () => {
  test('goes with its forms and what is still owed, and the charter capital of both changes by it', async () => {
    const [one, two, heir, other] = [
      await member(cooperative),
      await member(cooperative),
      await member(neighbour),
      await member(neighbour),
    ];
    await booked(cooperative, '2021-03-01', [
      money(one, 10_000_000, 6_000_000),
      { member: one, form: 'land-use', subscribedVnd: 40_000_000, paidVnd: 40_000_000 },
      money(two, 5_000_000, 5_000_000),
    ]);
    const before = await charter(cooperative);
    const carried = await here.within((db) =>
      carryCapital(db, {
        from: cooperative,
        to: neighbour,
        onDay: day('2026-10-01'),
        document: 'NQ 05/2026',
        cause: null,
        by: null,
        moves: [
          { from: one, to: heir },
          { from: two, to: other, part: { subscribedVnd: 2_000_000, paidVnd: 2_000_000 } },
        ],
      }),
    );
    expect(carried).toMatchObject({ subscribedVnd: 52_000_000, paidVnd: 48_000_000 });
    expect(await projected(one)).toEqual({ subscribed_vnd: 0, contributed_vnd: 0 });
    expect(await projected(two)).toEqual({ subscribed_vnd: 3_000_000, contributed_vnd: 3_000_000 });
    expect(await projected(heir)).toEqual({ subscribed_vnd: 50_000_000, contributed_vnd: 46_000_000 });
    expect(await charter(cooperative)).toEqual({
      subscribedVnd: before.subscribedVnd - 52_000_000,
      paidVnd: before.paidVnd - 48_000_000,
    });
    const ledger = await here.within((db) => ledgerOf(db, neighbour));
    expect(balancesOn(ledger, day('2026-10-01')).get(heir)?.byForm).toEqual({
      money: { subscribedVnd: 10_000_000, paidVnd: 6_000_000 },
      'land-use': { subscribedVnd: 40_000_000, paidVnd: 40_000_000 },
    });
    expect(balancesOn(ledger, day('2026-09-30')).get(heir)).toBeUndefined();
  });

  test('is refused where a later entry would be left behind, and where a part is more than there is', async () => {
    const [one, heir] = [await member(cooperative), await member(neighbour)];
    await booked(cooperative, '2021-03-01', [money(one, 10_000_000, 10_000_000)]);
    await booked(cooperative, '2026-06-01', [money(one, 1_000_000, 0)]);
    const carry = (onDay: string, part?: { subscribedVnd: number; paidVnd: number }) =>
      here.within((db) =>
        carryCapital(db, {
          from: cooperative,
          to: neighbour,
          onDay: day(onDay),
          cause: null,
          by: null,
          moves: [{ from: one, to: heir, ...(part && { part }) }],
        }),
      );
    await expect(carry('2026-05-01')).rejects.toMatchObject({
      code: 'registry.capital.not-carriable',
      details: { obstacles: [{ code: 'later-act', member: one, onDay: '2026-06-01' }] },
    });
    await expect(carry('2026-05-01', { subscribedVnd: 12_000_000, paidVnd: 0 })).rejects.toMatchObject({
      details: { obstacles: [{ code: 'below-nought', member: one, onDay: '2026-05-01' }] },
    });
    expect(await projected(one)).toEqual({ subscribed_vnd: 11_000_000, contributed_vnd: 10_000_000 });
  });

  test('who has none brings none: a group whose members give labour converts too', async () => {
    const [one, heir] = [await member(cooperative), await member(neighbour)];
    const carried = await here.within((db) =>
      carryCapital(db, {
        from: cooperative,
        to: neighbour,
        onDay: today(),
        cause: null,
        by: null,
        moves: [{ from: one, to: heir }],
      }),
    );
    expect(carried).toEqual({ subscribedVnd: 0, paidVnd: 0, out: null, in: null });
  });
});
