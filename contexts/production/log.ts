import { addDays, type Day } from '#kernel/day.ts';
import { idOf, type Branded } from '#kernel/id.ts';
import type { ActivityFamily, RecordedFact } from './activity.ts';
import type { ProtocolStep } from './protocol.ts';

export const LogEntryId = idOf('LogEntryId');
export type LogEntryId = Branded<'LogEntryId'>;

/** What an entry says besides its day; the facts a step asks for are taken from here. */
export interface LoggedFacts {
  readonly qty?: number | undefined;
  readonly treatedAreaM2?: number | undefined;
  readonly input?: object | undefined;
  readonly details: {
    readonly source?: string | undefined;
    readonly lot?: string | undefined;
    readonly method?: string | undefined;
    readonly target?: string | undefined;
    readonly equipment?: string | undefined;
    readonly weather?: string | undefined;
    readonly waterSource?: string | undefined;
    readonly place?: string | undefined;
    readonly temperatureDeciC?: number | undefined;
    readonly packaging?: string | undefined;
  };
}

const factOf: Record<RecordedFact, (facts: LoggedFacts) => unknown> = {
  qty: ({ qty }) => qty,
  input: ({ input }) => input,
  'treated-area': ({ treatedAreaM2 }) => treatedAreaM2,
  source: ({ details }) => details.source,
  lot: ({ details }) => details.lot,
  method: ({ details }) => details.method,
  target: ({ details }) => details.target,
  equipment: ({ details }) => details.equipment,
  weather: ({ details }) => details.weather,
  'water-source': ({ details }) => details.waterSource,
  place: ({ details }) => details.place,
  temperature: ({ details }) => details.temperatureDeciC,
  packaging: ({ details }) => details.packaging,
};

/** What the step asks to be written down and the entry leaves out. */
export const missingFacts = (step: Pick<ProtocolStep, 'record'>, facts: LoggedFacts): RecordedFact[] =>
  step.record.filter((fact) => factOf[fact](facts) === undefined);

export type LogObstacle =
  | { readonly code: 'season-not-running' | 'in-the-future' | 'long-before-the-season' }
  | { readonly code: 'unknown-step' | 'step-of-another-family' | 'step-is-a-harvest' | 'unknown-occurrence' }
  | { readonly code: 'fact-missing'; readonly fact: RecordedFact };

interface LogToRecord {
  readonly family: ActivityFamily;
  readonly doneOn: Day;
  readonly today: Day;
  readonly season: { readonly running: boolean; readonly startedOn: Day };
  /** null: done beside the plan. undefined: the protocol has no such step. */
  readonly step: ProtocolStep | null | undefined;
  readonly occurrencePlanned: boolean;
  readonly facts: LoggedFacts;
}

/** Seedlings are ordered and soil is limed before a season starts, but not a year before. */
const daysBefore = 120;

function stepObstacles({ step, family, occurrencePlanned, facts }: LogToRecord): LogObstacle[] {
  if (step === null) return [];
  if (step === undefined) return [{ code: 'unknown-step' }];
  const obstacles: LogObstacle[] = [];
  if (step.family !== family) obstacles.push({ code: 'step-of-another-family' });
  if (step.byHarvest) obstacles.push({ code: 'step-is-a-harvest' });
  if (!occurrencePlanned) obstacles.push({ code: 'unknown-occurrence' });
  return [...obstacles, ...missingFacts(step, facts).map((fact) => ({ code: 'fact-missing', fact }) as const)];
}

/** Every reason why an entry cannot be written. */
export function loggingObstacles(entry: LogToRecord): LogObstacle[] {
  const { doneOn, today, season } = entry;
  const obstacles: LogObstacle[] = [];
  if (!season.running) obstacles.push({ code: 'season-not-running' });
  if (doneOn > today) obstacles.push({ code: 'in-the-future' });
  if (doneOn < addDays(season.startedOn, -daysBefore)) obstacles.push({ code: 'long-before-the-season' });
  return [...obstacles, ...stepObstacles(entry)];
}
