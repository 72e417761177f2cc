import type { Day } from '#kernel/day.ts';

export interface ReportDays {
  readonly sampledOn: Day;
  readonly receivedOn: Day;
  readonly analysedOn: Day;
  readonly issuedOn: Day;
}

export type ReportObstacle =
  | 'received-before-sampled'
  | 'analysed-before-received'
  | 'issued-before-analysed'
  | 'issued-in-the-future';

/** A report's days follow one another. */
export function reportObstacles(
  { sampledOn, receivedOn, analysedOn, issuedOn }: ReportDays,
  today: Day,
): ReportObstacle[] {
  const obstacles: ReportObstacle[] = [];
  if (receivedOn < sampledOn) obstacles.push('received-before-sampled');
  if (analysedOn < receivedOn) obstacles.push('analysed-before-received');
  if (issuedOn < analysedOn) obstacles.push('issued-before-analysed');
  if (issuedOn > today) obstacles.push('issued-in-the-future');
  return obstacles;
}

export type SampleObstacle =
  | 'taken-in-the-future'
  | 'taken-before-picked'
  | 'code-taken'
  | 'laboratory-unknown'
  | 'not-a-laboratory';

export interface SampleFacts {
  readonly takenOn: Day;
  readonly lastHarvestedOn: Day | null;
  readonly codeTaken: boolean;
  readonly laboratoryKind: string | undefined;
  readonly today: Day;
}

/** Every reason why this cannot be a sample of the lot. */
export function sampleObstacles({ takenOn, lastHarvestedOn, codeTaken, laboratoryKind, today }: SampleFacts) {
  const obstacles: SampleObstacle[] = [];
  if (takenOn > today) obstacles.push('taken-in-the-future');
  if (lastHarvestedOn !== null && takenOn < lastHarvestedOn) obstacles.push('taken-before-picked');
  if (codeTaken) obstacles.push('code-taken');
  if (laboratoryKind === undefined) obstacles.push('laboratory-unknown');
  else if (laboratoryKind !== 'laboratory') obstacles.push('not-a-laboratory');
  return obstacles;
}

export type SampleErasingObstacle = 'not-reported' | 'already-erased';

/** Who took the sample answers for it until the laboratory has reported. */
export function sampleErasingObstacles({ state, erased }: { readonly state: string; readonly erased: boolean }) {
  const obstacles: SampleErasingObstacle[] = [];
  if (state !== 'reported') obstacles.push('not-reported');
  if (erased) obstacles.push('already-erased');
  return obstacles;
}
