import type { Day } from '#kernel/day.ts';
import type { UnitCode, UnitKind } from '#kernel/place.ts';
import { unitKey, type UnitVersion } from '#kernel/succession.ts';
import { plain } from '#kernel/text.ts';

export const actStates = ['draft', 'done', 'withdrawn'] as const;
export type ActState = (typeof actStates)[number];

/** A unit as an act makes it. */
export interface NewUnit {
  readonly code: UnitCode;
  readonly name: string;
  readonly nameEn: string | null;
  readonly kind: UnitKind;
  readonly formerDistrict: string | null;
  readonly lon: number | null;
  readonly lat: number | null;
}

/** All of a unit that ends, or a part of it, goes into one that begins. */
export interface PlannedLink {
  readonly from: UnitCode;
  readonly to: UnitCode;
  readonly part: 'whole' | 'part';
}

/** A split, a merger or both: which units end, which begin, and what goes into what. */
export interface ActPlan {
  readonly ends: readonly UnitVersion[];
  readonly begins: readonly NewUnit[];
  readonly links: readonly PlannedLink[];
}

/** A version of a unit as it stands in the list, of whatever province. */
export interface ListedVersion extends UnitVersion {
  readonly until: Day | null;
  readonly name: string;
  readonly kind: UnitKind;
  readonly ours: boolean;
}

export const planTroubles = [
  'in-future',
  'nothing-ends',
  'nothing-begins',
  'ends-twice',
  'begins-twice',
  'not-standing',
  'began-later',
  'code-taken',
  'name-taken',
  'version-exists',
  'link-without-unit',
  'link-twice',
  'without-heir',
  'without-origin',
  'whole-and-more',
  'single-part',
] as const;
export interface PlanTrouble {
  readonly code: (typeof planTroubles)[number];
  /** The unit it is about; null where it is about the act. */
  readonly unit: UnitCode | null;
}

const twice = (codes: readonly UnitCode[]): UnitCode[] => [
  ...new Set(codes.filter((code, at) => codes.indexOf(code) !== at)),
];
const said = (code: PlanTrouble['code'], units: readonly UnitCode[]): PlanTrouble[] =>
  units.map((unit) => ({ code, unit }));

function endTroubles({ ends }: ActPlan, listed: readonly ListedVersion[], day: Day): PlanTrouble[] {
  const standing = new Set(listed.filter(({ until, ours }) => ours && until === null).map(unitKey));
  return [
    ...said('ends-twice', twice(ends.map(({ code }) => code))),
    ...said(
      'not-standing',
      ends.filter((unit) => !standing.has(unitKey(unit))).map(({ code }) => code),
    ),
    ...said(
      'began-later',
      ends.filter(({ from }) => from >= day).map(({ code }) => code),
    ),
  ];
}

/** Units that stand beside the act: those that neither end by it nor have ended before. */
const untouched = ({ ends }: ActPlan, listed: readonly ListedVersion[]): ListedVersion[] => {
  const ending = new Set(ends.map(unitKey));
  return listed.filter((unit) => unit.until === null && !ending.has(unitKey(unit)));
};

function beginTroubles(plan: ActPlan, listed: readonly ListedVersion[], day: Day): PlanTrouble[] {
  const { begins } = plan;
  const others = untouched(plan, listed);
  const codes = new Set(others.map(({ code }) => code));
  const named = (kind: UnitKind, name: string): string => `${kind} ${plain(name)}`;
  const names = others.filter(({ ours }) => ours).map(({ kind, name }) => named(kind, name));
  const own = begins.map(({ kind, name }) => named(kind, name));
  // What was entered and taken back has an empty span, and may be entered again.
  const versions = new Set(listed.filter(({ from, until }) => until === null || until >= from).map(unitKey));
  return [
    ...said('begins-twice', twice(begins.map(({ code }) => code))),
    ...said(
      'code-taken',
      begins.filter(({ code }) => codes.has(code)).map(({ code }) => code),
    ),
    ...said(
      'name-taken',
      begins.filter((_, at) => names.includes(own[at]!) || own.indexOf(own[at]!) !== at).map(({ code }) => code),
    ),
    ...said(
      'version-exists',
      begins.filter(({ code }) => versions.has(unitKey({ code, from: day }))).map(({ code }) => code),
    ),
  ];
}

function linkTroubles({ ends, begins, links }: ActPlan): PlanTrouble[] {
  const [from, to] = [new Set(ends.map(({ code }) => code)), new Set(begins.map(({ code }) => code))];
  const of = (code: UnitCode) => links.filter((link) => link.from === code);
  const astray = links.flatMap((link) => [
    ...(from.has(link.from) ? [] : [link.from]),
    ...(to.has(link.to) ? [] : [link.to]),
  ]);
  const pairs = links.map((link) => `${link.from} ${link.to}`);
  return [
    ...said('link-without-unit', [...new Set(astray)]),
    ...said(
      'link-twice',
      links.filter((_, at) => pairs.indexOf(pairs[at]!) !== at).map((link) => link.from),
    ),
    ...said(
      'without-heir',
      [...from].filter((code) => of(code).length === 0),
    ),
    ...said(
      'without-origin',
      [...to].filter((code) => !links.some((link) => link.to === code)),
    ),
    ...said(
      'whole-and-more',
      [...from].filter((code) => of(code).length > 1 && of(code).some(({ part }) => part === 'whole')),
    ),
    ...said(
      'single-part',
      [...from].filter((code) => of(code).length === 1 && of(code)[0]!.part === 'part'),
    ),
  ];
}

/** Everything that stands against an act, all at once. */
export function planObstacles(
  plan: ActPlan,
  at: { readonly day: Day; readonly today: Day; readonly listed: readonly ListedVersion[] },
): PlanTrouble[] {
  return [
    ...(at.day > at.today ? [{ code: 'in-future' as const, unit: null }] : []),
    ...(plan.ends.length === 0 ? [{ code: 'nothing-ends' as const, unit: null }] : []),
    ...(plan.begins.length === 0 ? [{ code: 'nothing-begins' as const, unit: null }] : []),
    ...endTroubles(plan, at.listed, at.day),
    ...beginTroubles(plan, at.listed, at.day),
    ...linkTroubles(plan),
  ];
}

/** Where all of a unit that ends goes; undefined where it is divided. */
export const wholeHeir = ({ links }: ActPlan, code: UnitCode): UnitCode | undefined =>
  links.find((link) => link.from === code && link.part === 'whole')?.to;

export const heirsOf = ({ links }: ActPlan, code: UnitCode): UnitCode[] =>
  links.filter((link) => link.from === code).map(({ to }) => to);

/** What an act would bring about, or has: seen before it is done, and compared when it is. */
export interface ActEffects {
  readonly seatsMoved: number;
  readonly seatsWaiting: number;
  readonly plotsMoved: number;
  readonly plotsWaiting: number;
  readonly officersEnded: number;
  /** Open requests that go to the officer of the new unit, and those whose seat first has to be placed. */
  readonly requestsMoved: number;
  readonly requestsWaiting: number;
  /** Mountain and difficult-area classes that nobody has given to the units that follow. */
  readonly classesEnded: number;
}

export const undoTroubles = ['later-act', 'seats-rest-on-it', 'plots-rest-on-it', 'officers-given'] as const;
export type UndoTrouble = (typeof undoTroubles)[number];
