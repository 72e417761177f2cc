import { isOfficial, type Standing } from './member.ts';
import {
  assignmentObstacles,
  fewObstacles,
  shapeObstacles,
  type Reshaping,
  type ReshapingObstacle,
  type Shaped,
} from './reshaping.ts';

export interface ConvertingMember {
  readonly id: string;
  readonly subscribedVnd: number;
}

export interface Converting extends Omit<Reshaping, 'act'> {
  readonly group: Shaped;
  readonly present: readonly ConvertingMember[];
  readonly staying: readonly { readonly member: string; readonly standing: Standing }[];
  readonly leaving: readonly { readonly member: string }[];
  /** Of a cooperative on that day; null where no source says. */
  readonly least: number | null;
}

export type ConversionObstacle =
  | ReshapingObstacle
  | 'not-a-group'
  | 'official-without-capital'
  | 'associate-with-capital';

/** Every reason why a group cannot become a cooperative so. */
export function conversionObstacles(converting: Converting): ConversionObstacle[] {
  const { group, present, staying, leaving, least } = converting;
  const capital = new Map(present.map(({ id, subscribedVnd }) => [id, subscribedVnd]));
  const has = (member: string): number => capital.get(member) ?? 0;
  const obstacles: ConversionObstacle[] = [];
  if (group.kind !== 'cooperative-group') obstacles.push('not-a-group');
  obstacles.push(
    ...shapeObstacles(group, { ...converting, act: 'converted' }),
    ...assignmentObstacles(
      present.map(({ id }) => id),
      [...staying, ...leaving].map(({ member }) => member),
    ),
    ...fewObstacles(
      'cooperative',
      staying.map(({ standing }) => standing),
      least,
    ),
  );
  // In a group labour alone may be given; an official member of a cooperative gives capital (Law 17/2023/QH15, art. 4.17).
  if (
    staying.some(
      ({ member, standing }) => (isOfficial(standing) || standing === 'associate-capital') && has(member) === 0,
    )
  )
    obstacles.push('official-without-capital');
  if (staying.some(({ member, standing }) => standing === 'associate' && has(member) > 0))
    obstacles.push('associate-with-capital');
  return obstacles;
}
