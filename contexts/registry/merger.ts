import type { Standing } from './member.ts';
import {
  certificateObstacles,
  fewObstacles,
  shapeObstacles,
  type Reshaping,
  type ReshapingObstacle,
  type Shaped,
} from './reshaping.ts';

/** A membership, with what tells that two of them are of one person or organisation. */
export interface MergingMember {
  readonly id: string;
  readonly standing: Standing;
  /** The organisation that is the member, or the fingerprint of the national id; null where neither is known. */
  readonly same: string | null;
}

export interface MergingParty {
  readonly shaped: Shaped;
  readonly members: readonly MergingMember[];
}

export interface Merging extends Omit<Reshaping, 'act'> {
  readonly predecessors: readonly MergingParty[];
  readonly predecessorIds: readonly string[];
  /** The one that is there, or undefined where a new one is made. */
  readonly into: MergingParty | undefined;
  readonly intoId: string | undefined;
  readonly made: { readonly certificate?: unknown } | undefined;
  readonly leaving: readonly { readonly member: string }[];
  readonly least: number | null;
}

export type MergerObstacle =
  | ReshapingObstacle
  | 'into-missing'
  | 'into-twice'
  | 'too-few-predecessors'
  | 'predecessor-twice'
  | 'into-itself'
  | 'kinds-differ'
  | 'no-members-kind'
  | 'member-of-successor';

const kindsWithMembers = ['cooperative-group', 'cooperative', 'union'];

export interface MemberMove {
  readonly from: string;
  /** A membership of the successor that is there, or the first of those that are to be one new membership. */
  readonly to: { readonly there: string } | { readonly made: string };
}

/**
 * Who goes where: each membership into one of the successor's own, if it is the same person's; into one new membership
 * together with the same person's others; or into a new one of its own. Nobody is left out, nobody is twice.
 */
export function memberMoves(
  predecessors: readonly (readonly MergingMember[])[],
  there: readonly MergingMember[],
): MemberMove[] {
  const known = new Map<string, MemberMove['to']>();
  for (const { id, same } of there) if (same !== null) known.set(same, { there: id });
  return predecessors.flat().map(({ id, same }) => {
    const to = (same === null ? undefined : known.get(same)) ?? { made: id };
    if (same !== null) known.set(same, to);
    return { from: id, to };
  });
}

/** The standings of the successor's members afterwards. */
export function standingsAfter(merging: Pick<Merging, 'predecessors' | 'into' | 'leaving'>): Standing[] {
  const gone = new Set(merging.leaving.map(({ member }) => member));
  const going = merging.predecessors.map(({ members }) => members.filter(({ id }) => !gone.has(id)));
  const there = merging.into?.members ?? [];
  const made = new Set(memberMoves(going, there).flatMap(({ to }) => ('made' in to ? [to.made] : [])));
  return [...there, ...going.flat().filter(({ id }) => made.has(id))].map(({ standing }) => standing);
}

function intoObstacles({ predecessors, predecessorIds, into, intoId, made }: Merging): MergerObstacle[] {
  if (into !== undefined && made !== undefined) return ['into-twice'];
  if (into === undefined && made === undefined) return ['into-missing'];
  if (into === undefined && predecessors.length < 2) return ['too-few-predecessors'];
  return intoId !== undefined && predecessorIds.includes(intoId) ? ['into-itself'] : [];
}

function partyObstacles(merging: Merging): MergerObstacle[] {
  const { predecessors, predecessorIds, into } = merging;
  const kinds = new Set([...predecessors, ...(into === undefined ? [] : [into])].map(({ shaped }) => shaped.kind));
  const obstacles = intoObstacles(merging);
  if (new Set(predecessorIds).size < predecessorIds.length) obstacles.push('predecessor-twice');
  if (kinds.size > 1) obstacles.push('kinds-differ');
  if ([...kinds].some((kind) => !kindsWithMembers.includes(kind))) obstacles.push('no-members-kind');
  return obstacles;
}

/** Every reason why they cannot be merged so. */
export function mergerObstacles(merging: Merging): MergerObstacle[] {
  const { predecessors, into, made, leaving, least } = merging;
  const [first] = predecessors;
  const kind = first?.shaped.kind ?? '';
  const present = new Set(predecessors.flatMap(({ members }) => members.map(({ id }) => id)));
  const obstacles: MergerObstacle[] = [
    ...partyObstacles(merging),
    ...predecessors.flatMap(({ shaped }) => shapeObstacles(shaped, { ...merging, act: 'merged' })),
    ...(into === undefined ? [] : shapeObstacles(into.shaped, { ...merging, act: 'merged' })),
    ...(leaving.some(({ member }) => !present.has(member)) ? (['member-unknown'] as const) : []),
    ...(new Set(leaving.map(({ member }) => member)).size < leaving.length ? (['member-twice'] as const) : []),
    ...fewObstacles(kind, standingsAfter(merging), least),
    ...(made === undefined ? [] : certificateObstacles(kind, made.certificate)),
  ];
  const members = [...predecessors, ...(into ? [into] : [])].flatMap((party) => party.members);
  const parties = [...merging.predecessorIds, ...(merging.intoId === undefined ? [] : [merging.intoId])];
  if (members.some(({ same }) => same !== null && parties.includes(same))) obstacles.push('member-of-successor');
  return [...new Set(obstacles)];
}
