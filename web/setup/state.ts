import { getPeopleSetup } from '#contexts/people/officer-sheet.wire.ts';
import { getSetup } from '#contexts/registry/setup.wire.ts';
import { setupSteps, type SetupStep } from '#contexts/registry/setup.ts';
import type { ReplyOf } from '#kernel/method.ts';
import { useAnswer } from '#web/lib/api.ts';
import type { LoadAt } from '#web/lib/routes.tsx';

export type StepState = 'done' | 'open' | 'without';

export interface SetupState {
  readonly registry: ReplyOf<typeof getSetup>;
  readonly people: ReplyOf<typeof getPeopleSetup>;
}

/** Numbers nobody here answers for, blanks aside: there is nothing to confirm in a blank. */
export const openNumbers = ({ parameters }: SetupState['registry']): number =>
  Math.max(0, parameters.total - parameters.answered - parameters.blank);

/** Whether the rows themselves say that a step is done. */
const isDone: Readonly<Record<SetupStep, (state: SetupState) => boolean>> = {
  units: ({ registry: { units, notes } }) =>
    notes.units !== undefined && (units.changedAt === null || units.changedAt <= notes.units.at),
  commodities: ({ registry: { commodities } }) => commodities.total > 0 && commodities.withoutUnit === 0,
  parameters: ({ registry }) => openNumbers(registry) === 0,
  officers: ({ people: { officers } }) => officers.provincial + officers.commune > 0,
  mail: ({ people }) => people.mail.isSet && people.mail.testedAt !== null,
  letterhead: ({ registry }) => registry.letterhead.recordedAt !== null,
};

export function stepState(step: SetupStep, state: SetupState): StepState {
  if (isDone[step](state)) return 'done';
  return state.registry.notes[step]?.said === 'without' ? 'without' : 'open';
}

/** Left for later is settled too: whoever said so knows. */
export const stepsOpen = (state: SetupState): readonly SetupStep[] =>
  setupSteps.filter((step) => stepState(step, state) === 'open');

export const askSetup = ({ ask }: Pick<LoadAt, 'ask'>) => Promise.all([ask(getSetup, {}), ask(getPeopleSetup, {})]);

export const useSetup = (): SetupState => ({
  registry: useAnswer(getSetup, {}),
  people: useAnswer(getPeopleSetup, {}),
});
