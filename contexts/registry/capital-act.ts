import type { Day } from '#kernel/day.ts';
import type { MemberId } from '#kernel/id.ts';
import {
  balancesOf,
  balancesOn,
  ledgerObstacles,
  noBalance,
  type Amounts,
  type CapitalEntry,
  type LedgerObstacle,
} from './capital.ts';
import { capObstacles, type CapObstacle, type CapVersion, type Holder } from './capital-cap.ts';
import { demands, entryOf, leaves, type EnteredCapitalKind, type GivenAct, type GivenLine } from './capital-demand.ts';
import { isOfficial, memberKinds } from './member.ts';
import { heldOn } from './member-standing.ts';
import { hasEnded } from './organisation.ts';

export interface CapitalMember extends Holder {
  readonly id: MemberId;
  readonly joinedOn: Day;
  readonly leftOn: Day | null;
  /** False of who is only in a record whose book is not this one. */
  readonly inBook?: boolean;
}

export interface CapitalWorld {
  readonly organisation: {
    readonly kind: string;
    readonly provenance: string;
    readonly status: string;
    readonly foundedOn: Day | null;
  };
  readonly members: ReadonlyMap<MemberId, CapitalMember>;
  readonly entries: readonly CapitalEntry[];
  readonly caps: readonly CapVersion[];
  readonly today: Day;
}

type OfMember =
  | 'member-unknown'
  | 'not-in-this-book'
  | 'before-joining'
  | 'after-leaving'
  | 'associate-without-capital'
  | 'receiver-missing'
  | 'same-member'
  | 'nothing-given'
  | 'paid-above-promised'
  | 'valuation-missing'
  | 'opening-already'
  | 'left-over'
  | 'official-without-capital';
type OfAct = 'reported' | 'organisation-has-no-members' | 'organisation-ended' | 'in-future' | 'before-founding';

export type CapitalObstacle =
  | Readonly<{ code: OfAct | 'document-missing' | 'nothing-given' | 'reversed-already' | 'is-a-reversal' | 'carried' }>
  | Readonly<{ code: OfMember; member: MemberId }>
  | LedgerObstacle
  | CapObstacle;

function actObstacles({ kind, onDay, document, given }: GivenAct, { organisation, today }: CapitalWorld) {
  const codes: (OfAct | 'document-missing' | 'nothing-given')[] = [];
  if (organisation.provenance === 'reported') codes.push('reported');
  if (!(memberKinds as readonly string[]).includes(organisation.kind)) codes.push('organisation-has-no-members');
  if (hasEnded(organisation.status)) codes.push('organisation-ended');
  if (onDay > today) codes.push('in-future');
  if (organisation.foundedOn !== null && onDay < organisation.foundedOn) codes.push('before-founding');
  if (demands[kind].document && document === null) codes.push('document-missing');
  if (given.length === 0) codes.push('nothing-given');
  return codes.map((code) => ({ code }));
}

/** Whether a member may be given capital on a day. */
function receivingCodes(member: CapitalMember | undefined, onDay: Day): OfMember[] {
  if (member === undefined) return ['member-unknown'];
  const codes: OfMember[] = [];
  if (member.inBook === false) codes.push('not-in-this-book');
  if (onDay < member.joinedOn) codes.push('before-joining');
  if (member.leftOn !== null && member.leftOn < onDay) codes.push('after-leaving');
  if (heldOn(member, onDay).standing === 'associate') codes.push('associate-without-capital');
  return codes;
}

function amountCodes(kind: EnteredCapitalKind, { subscribedVnd, paidVnd, form, valuationDocument }: GivenLine) {
  const { promised, paid, valuation } = demands[kind];
  const codes: OfMember[] = [];
  const given = (promised ? subscribedVnd : 0) + (paid ? paidVnd : 0);
  if ((promised || paid) && given === 0) codes.push('nothing-given');
  if (promised && paidVnd > subscribedVnd) codes.push('paid-above-promised');
  // What is not money is worth what a document says it is (the law of 2012; for the new one unverified).
  if (valuation && form !== 'money' && paidVnd > 0 && valuationDocument === null) codes.push('valuation-missing');
  return codes;
}

function lineObstacles(act: GivenAct, line: GivenLine, { members, entries }: CapitalWorld): CapitalObstacle[] {
  const { way } = demands[act.kind];
  const giver = members.get(line.member);
  const codes = amountCodes(act.kind, line);
  if (way === 'in') codes.push(...receivingCodes(giver, act.onDay));
  else if (giver === undefined) codes.push('member-unknown');
  if (act.kind === 'opening' && entries.some(({ lines }) => lines.some(({ member }) => member === line.member)))
    codes.push('opening-already');
  if (way === 'over' && line.to === null) codes.push('receiver-missing');
  if (way === 'over' && line.to === line.member) codes.push('same-member');
  const receiver = way === 'over' && line.to !== null ? receivingCodes(members.get(line.to), act.onDay) : [];
  return [
    ...codes.map((code) => ({ code, member: line.member })),
    ...receiver.map((code) => ({ code, member: line.to! })),
  ];
}

/** Nobody who has left comes to hold more by an act of an earlier day, or by one taken back. */
export function leftObstacles(
  entries: readonly CapitalEntry[],
  entry: CapitalEntry,
  hasLeft: (member: MemberId) => boolean,
): CapitalObstacle[] {
  const [before, after] = [balancesOf(entries), balancesOf([...entries, entry])];
  return [...new Set(entry.lines.map(({ member }) => member))]
    .filter(hasLeft)
    .filter(
      (member) => (after.get(member) ?? noBalance).subscribedVnd > (before.get(member) ?? noBalance).subscribedVnd,
    )
    .map((member) => ({ code: 'left-over', member }));
}

/** Who leaves takes everything; who stays as an official member keeps some (art. 4.17). A group's member may give labour only. */
function restObstacles(act: GivenAct, after: readonly CapitalEntry[], world: CapitalWorld): CapitalObstacle[] {
  if (demands[act.kind].way === 'in') return [];
  const last = balancesOf(after);
  const then = balancesOn(after, act.onDay);
  return [...new Set(act.given.map(({ member }) => member))].flatMap((id): CapitalObstacle[] => {
    const member = world.members.get(id);
    const isLeft = ({ subscribedVnd, paidVnd }: Amounts): boolean => subscribedVnd !== 0 || paidVnd !== 0;
    if (leaves(act)) return isLeft(last.get(id) ?? noBalance) ? [{ code: 'left-over', member: id }] : [];
    const stays =
      member !== undefined &&
      isOfficial(heldOn(member, act.onDay).standing) &&
      (member.leftOn === null || member.leftOn > act.onDay);
    const emptied =
      stays && world.organisation.kind !== 'cooperative-group' && (then.get(id) ?? noBalance).subscribedVnd === 0;
    return emptied ? [{ code: 'official-without-capital', member: id }] : [];
  });
}

/**
 * Every reason why an act cannot be entered. An earlier day is allowed as long as no balance of that day or a later one
 * breaks by it: the reason names the day.
 */
export function capitalObstacles(act: GivenAct, world: CapitalWorld): CapitalObstacle[] {
  const entry = entryOf(act, world.entries);
  const after = [...world.entries, entry];
  const { kind, foundedOn } = world.organisation;
  const caps = demands[act.kind].capped
    ? capObstacles(world.entries, entry, { kind, foundedOn, versions: world.caps, holders: world.members })
    : [];
  return [
    ...actObstacles(act, world),
    ...act.given.flatMap((line) => lineObstacles(act, line, world)),
    ...(entry.lines.length === 0 && demands[act.kind].way !== 'in' ? [{ code: 'nothing-given' as const }] : []),
    ...ledgerObstacles(after, new Set(entry.lines.map(({ member }) => member))),
    ...restObstacles(act, after, world),
    ...leftObstacles(world.entries, entry, (id) => (world.members.get(id)?.leftOn ?? null) !== null),
    ...caps,
  ];
}
