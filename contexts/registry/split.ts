import type { Amounts } from './capital.ts';
import type { Standing } from './member.ts';
import {
  assignmentObstacles,
  certificateObstacles,
  fewObstacles,
  isWhole,
  shapeObstacles,
  type Reshaping,
  type ReshapingObstacle,
  type Shaped,
} from './reshaping.ts';

export interface SplittingMember extends Amounts {
  readonly id: string;
  readonly standing: Standing;
}

export interface Assigned {
  readonly organisation: string;
  readonly subscribedVnd?: number | undefined;
  readonly paidVnd?: number | undefined;
}

export interface Splitting extends Omit<Reshaping, 'act'> {
  readonly way: 'divided' | 'separated';
  readonly source: Shaped;
  readonly sourceId: string;
  readonly made: readonly { readonly organisation: string; readonly certificate?: unknown }[];
  readonly present: readonly SplittingMember[];
  readonly members: readonly { readonly member: string; readonly to: readonly Assigned[] }[];
  readonly leaving: readonly { readonly member: string }[];
  /** Parts of ten thousand of the undivided fund and assets; without any all of it stays where it is. */
  readonly undivided: readonly { readonly organisation: string; readonly shareBp: number }[];
  readonly undividedHeld: boolean;
  readonly least: number | null;
}

export type SplitObstacle =
  | ReshapingObstacle
  | 'no-members-kind'
  | 'too-few-successors'
  | 'made-twice'
  | 'destination-unknown'
  | 'destination-twice'
  | 'capital-not-whole'
  | 'undivided-not-whole';

/** The parts of a member's capital: all of it where there is one place to go. */
export const partsOf = (held: Amounts, to: readonly Assigned[]): (Amounts & { organisation: string })[] =>
  to.map(({ organisation, subscribedVnd, paidVnd }) => ({
    organisation,
    subscribedVnd: to.length === 1 ? (subscribedVnd ?? held.subscribedVnd) : (subscribedVnd ?? 0),
    paidVnd: to.length === 1 ? (paidVnd ?? held.paidVnd) : (paidVnd ?? 0),
  }));

const kindsWithMembers = ['cooperative-group', 'cooperative', 'union'];

function destinationObstacles({ way, sourceId, made, members }: Splitting): SplitObstacle[] {
  const places = new Set([...made.map(({ organisation }) => organisation), ...(way === 'separated' ? [sourceId] : [])]);
  const obstacles: SplitObstacle[] = [];
  if (places.size < 2) obstacles.push('too-few-successors');
  if (new Set(made.map(({ organisation }) => organisation)).size < made.length) obstacles.push('made-twice');
  if (members.some(({ to }) => to.some(({ organisation }) => !places.has(organisation))))
    obstacles.push('destination-unknown');
  if (members.some(({ to }) => new Set(to.map(({ organisation }) => organisation)).size < to.length))
    obstacles.push('destination-twice');
  return obstacles;
}

/** Nothing of the undivided fund is lost: who ends leaves all of it to others, and parts are parts of the whole. */
function undividedObstacles({ way, sourceId, made, undivided, undividedHeld }: Splitting): SplitObstacle[] {
  if (!undividedHeld || (undivided.length === 0 && way === 'separated')) return [];
  const places = new Set([...made.map(({ organisation }) => organisation), ...(way === 'separated' ? [sourceId] : [])]);
  const obstacles: SplitObstacle[] = [];
  if (undivided.some(({ organisation }) => !places.has(organisation))) obstacles.push('destination-unknown');
  if (new Set(undivided.map(({ organisation }) => organisation)).size < undivided.length)
    obstacles.push('destination-twice');
  if (undivided.reduce((sum, { shareBp }) => sum + shareBp, 0) !== 10_000) obstacles.push('undivided-not-whole');
  return obstacles;
}

/** Every reason why it cannot be split so. */
export function splitObstacles(splitting: Splitting): SplitObstacle[] {
  const { way, source, sourceId, made, present, members, leaving, least } = splitting;
  const held = new Map(present.map((member) => [member.id, member]));
  const obstacles: SplitObstacle[] = [
    ...(kindsWithMembers.includes(source.kind) ? [] : (['no-members-kind'] as const)),
    ...shapeObstacles(source, { ...splitting, act: 'split' }),
    ...destinationObstacles(splitting),
    ...assignmentObstacles(
      present.map(({ id }) => id),
      [...members, ...leaving].map(({ member }) => member),
    ),
    ...made.flatMap(({ certificate }) => certificateObstacles(source.kind, certificate)),
  ];
  const whole = members.every(({ member, to }) => {
    const one = held.get(member);
    return one === undefined || isWhole(one, partsOf(one, to));
  });
  if (!whole) obstacles.push('capital-not-whole');
  obstacles.push(...undividedObstacles(splitting));
  const places = [...made.map(({ organisation }) => organisation), ...(way === 'separated' ? [sourceId] : [])];
  for (const place of places) {
    const there = members.filter(({ to }) => to.some(({ organisation }) => organisation === place));
    const standings = there.flatMap(({ member }) => held.get(member)?.standing ?? []);
    obstacles.push(...fewObstacles(source.kind, standings, least));
  }
  return [...new Set(obstacles)];
}
