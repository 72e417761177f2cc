import { isSignedIn } from '#kernel/actor.ts';
import type { MemberId } from '#kernel/id.ts';
import { handle } from '#platform/method/handle.ts';
import { ownMemberships } from '#registry';
import { ownParts, patronageByYear } from './membership.store.ts';
import { listMembershipBooks, type MembershipBooks } from './membership.wire.ts';

type Parts = Awaited<ReturnType<typeof ownParts>>;
type Patronage = Awaited<ReturnType<typeof patronageByYear>>;

/** A record entered twice may have figures of one year under both ids: they are one person's. */
function yearsOf(found: Patronage): MembershipBooks['patronage'] {
  const years = Map.groupBy(found, ({ year }) => year);
  return [...years].map(([year, rows]) => ({
    year,
    amountVnd: rows.reduce((sum, { amountVnd }) => sum + amountVnd, 0),
    shares: rows.reduce((sum, { shares }) => sum + shares, 0),
  }));
}

function sharingsOf(found: Parts): MembershipBooks['sharings'] {
  return [...Map.groupBy(found, ({ surplus }) => surplus).values()].map((rows) => {
    const { surplus, year, number, decidedOn, document, reversedOn } = rows[0]!;
    const parts = rows.map(({ kind, weightVnd, amountVnd }) => ({ kind, weightVnd, amountVnd }));
    return { surplus, year, number, decidedOn, document, reversedOn, parts };
  });
}

export const membershipRoutes = [
  handle(listMembershipBooks, async ({ actor, db, insist }) => {
    insist(isSignedIn(actor));
    const own = await ownMemberships(db, actor.account!);
    const entered = own.map((one) => one.entered);
    const [patronage, parts] = [await patronageByYear(db, entered), await ownParts(db, entered)];
    const shownAs = new Map(own.map((one) => [one.entered, one.shown]));
    const isOf =
      (shown: MemberId) =>
      ({ member }: { readonly member: MemberId }): boolean =>
        shownAs.get(member) === shown;
    return {
      items: [...new Set(own.map(({ shown }) => shown))].map((member) => ({
        member,
        patronage: yearsOf(patronage.filter(isOf(member))),
        sharings: sharingsOf(parts.filter(isOf(member))),
      })),
    };
  }),
];
