import type { Day } from '#kernel/day.ts';
import type { MemberId } from '#kernel/id.ts';
import type { Amounts, CapitalEntry } from './capital.ts';
import { heldOn, type Held } from './member-standing.ts';

/** A limit of law from a day on, as a share of charter capital in basis points; null where no source gives the number. */
export interface CapVersion {
  readonly key: string;
  readonly from: Day;
  readonly until: Day | null;
  readonly basisPoints: number | null;
  readonly source: string;
  readonly verified: boolean;
}

/** The limits an organisation of this kind stands under: one member's, foreign investors' together, associates' together. */
export const capKinds = ['stake', 'foreign', 'associates'] as const;
export type CapKind = (typeof capKinds)[number];

const stakeKeys: Readonly<Record<string, string>> = { cooperative: 'htx.maxStake', union: 'lhhtx.maxStake' };

/** Groups have no charter capital in law and no cap (Decree 77/2019/NĐ-CP, art. 24). */
export const capKeyOf = (kind: string, cap: CapKind): string | undefined => {
  const stake = stakeKeys[kind];
  if (stake === undefined) return undefined;
  return { stake, foreign: 'foreignTotalMaxStake', associates: 'capitalAssociates.totalMaxStake' }[cap];
};

export const capKeys: readonly string[] = [
  ...Object.values(stakeKeys),
  'foreignTotalMaxStake',
  'capitalAssociates.totalMaxStake',
];

/** A share as the parameters hold it (0.3) in whole basis points; the ledger itself never meets a fraction. */
export const basisPointsOf = (share: unknown): number | null =>
  typeof share === 'number' ? Math.round(share * 10_000) : null;

export const capOn = (versions: readonly CapVersion[], key: string | undefined, on: Day): CapVersion | undefined =>
  versions.find(
    (version) => version.key === key && version.from <= on && (version.until === null || on <= version.until),
  );

/** Whether a part is more than this share of the whole, in exact integers: 30 % of 100 đồng is 30 đồng and not one more. */
export const isAbove = (partVnd: number, wholeVnd: number, basisPoints: number): boolean =>
  BigInt(partVnd) * 10_000n > BigInt(wholeVnd) * BigInt(basisPoints);

/** A share of the whole in basis points, rounded down, for the eye only. */
export const basisPoints = (partVnd: number, wholeVnd: number): number =>
  wholeVnd === 0 ? 0 : Number((BigInt(partVnd) * 10_000n) / BigInt(wholeVnd));

export type Holder = Held;

type Balances = ReadonlyMap<MemberId, Amounts>;

export type CapMark =
  | Readonly<{ cap: 'stake'; member: MemberId; partVnd: number; basisPoints: number }>
  | Readonly<{ cap: 'foreign' | 'associates'; member: null; partVnd: number; basisPoints: number }>;

const promised = (balances: Balances, counts: (member: MemberId) => boolean): number =>
  [...balances].reduce((sum, [member, { subscribedVnd }]) => (counts(member) ? sum + subscribedVnd : sum), 0);

/** With so few holders somebody must be above the cap: a cooperative that is being founded. */
const isUnreachable = (balances: Balances, limit: number): boolean =>
  [...balances.values()].filter(({ subscribedVnd }) => subscribedVnd > 0).length * limit < 10_000;

/** Who stands above a cap at the end of a day, by what each was on it: shown, whatever brought it about. */
export function capMarks(
  balances: Balances,
  holders: ReadonlyMap<MemberId, Holder>,
  limits: Readonly<Partial<Record<CapKind, CapVersion | undefined>>>,
  on: Day,
): CapMark[] {
  const wholeVnd = promised(balances, () => true);
  const together = (
    cap: 'foreign' | 'associates',
    counts: (held: Pick<Held, 'standing' | 'foreign'>) => boolean,
  ): CapMark[] => {
    const limit = limits[cap]?.basisPoints ?? null;
    const partVnd = promised(balances, (member) => {
      const holder = holders.get(member);
      return holder !== undefined && counts(heldOn(holder, on));
    });
    if (limit === null || !isAbove(partVnd, wholeVnd, limit)) return [];
    return [{ cap, member: null, partVnd, basisPoints: basisPoints(partVnd, wholeVnd) }];
  };
  const stake = limits.stake?.basisPoints ?? null;
  const alone: CapMark[] =
    stake === null
      ? []
      : [...balances]
          .filter(([, { subscribedVnd }]) => isAbove(subscribedVnd, wholeVnd, stake))
          .map(([member, { subscribedVnd }]) => ({
            cap: 'stake',
            member,
            partVnd: subscribedVnd,
            basisPoints: basisPoints(subscribedVnd, wholeVnd),
          }));
  return [
    ...alone,
    ...together('foreign', ({ foreign }) => foreign),
    ...together('associates', ({ standing }) => standing === 'associate-capital'),
  ];
}

export interface CapQuestion {
  readonly kind: string;
  readonly foundedOn: Day | null;
  readonly versions: readonly CapVersion[];
  readonly holders: ReadonlyMap<MemberId, Holder>;
}

export type CapObstacle =
  | Readonly<{ code: 'above-cap'; member: MemberId; onDay: Day; basisPoints: number; capBasisPoints: number }>
  | Readonly<{ code: 'foreign-above-cap'; onDay: Day; basisPoints: number; capBasisPoints: number }>;

const growing = ({ lines }: CapitalEntry): Map<MemberId, number> => {
  const grown = new Map<MemberId, number>();
  for (const { member, subscribedVnd } of lines) grown.set(member, (grown.get(member) ?? 0) + subscribedVnd);
  return new Map([...grown].filter(([, vnd]) => vnd > 0));
};

/** The balances at the end of each day from `from` on that has an entry. */
function* laterDays(entries: readonly CapitalEntry[], from: Day): Generator<readonly [Day, Map<MemberId, Amounts>]> {
  const sorted = entries.toSorted((one, other) => (one.onDay < other.onDay ? -1 : one.onDay > other.onDay ? 1 : 0));
  const balances = new Map<MemberId, Amounts>();
  for (const [at, { onDay, lines }] of sorted.entries()) {
    for (const { member, subscribedVnd, paidVnd } of lines) {
      const before = balances.get(member) ?? { subscribedVnd: 0, paidVnd: 0 };
      balances.set(member, {
        subscribedVnd: before.subscribedVnd + subscribedVnd,
        paidVnd: before.paidVnd + paidVnd,
      });
    }
    if (onDay >= from && sorted[at + 1]?.onDay !== onDay) yield [onDay, balances];
  }
}

function dayObstacles(
  onDay: Day,
  balances: Balances,
  grown: ReadonlyMap<MemberId, number>,
  { kind, versions, holders }: CapQuestion,
): CapObstacle[] {
  const limits = {
    stake: capOn(versions, capKeyOf(kind, 'stake'), onDay),
    foreign: capOn(versions, capKeyOf(kind, 'foreign'), onDay),
  };
  const isForeign = (holder: Holder | undefined) => holder !== undefined && heldOn(holder, onDay).foreign;
  const foreignGrew = [...grown.keys()].some((member) => isForeign(holders.get(member)));
  return capMarks(balances, holders, limits, onDay).flatMap((mark): CapObstacle[] => {
    const capBasisPoints = limits[mark.cap as 'stake' | 'foreign']!.basisPoints!;
    if (mark.cap === 'stake') {
      if (!grown.has(mark.member) || isUnreachable(balances, capBasisPoints)) return [];
      return [{ code: 'above-cap', member: mark.member, onDay, basisPoints: mark.basisPoints, capBasisPoints }];
    }
    return foreignGrew ? [{ code: 'foreign-above-cap', onDay, basisPoints: mark.basisPoints, capBasisPoints }] : [];
  });
}

/**
 * Where an act lifts somebody above a cap, on its own day or on a later one; the first day of each. Founders subscribe
 * together but are entered one after another: as long as the book knows only the founding day the page marks them instead.
 */
export function capObstacles(
  entries: readonly CapitalEntry[],
  act: CapitalEntry,
  question: CapQuestion,
): CapObstacle[] {
  const { foundedOn } = question;
  if (act.onDay === foundedOn && entries.every(({ onDay }) => onDay === foundedOn)) return [];
  const grown = growing(act);
  if (grown.size === 0 || capKeyOf(question.kind, 'stake') === undefined) return [];
  const found = new Map<string, CapObstacle>();
  for (const [onDay, balances] of laterDays([...entries, act], act.onDay)) {
    for (const obstacle of dayObstacles(onDay, balances, grown, question)) {
      const key = obstacle.code === 'above-cap' ? obstacle.member : obstacle.code;
      if (!found.has(key)) found.set(key, obstacle);
    }
  }
  return [...found.values()];
}
