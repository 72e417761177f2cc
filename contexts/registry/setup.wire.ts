import { z } from 'zod';
import { idOf } from '#kernel/id.ts';
import { command, query } from '#kernel/method.ts';
import { setupSteps, setupWords } from './setup.ts';

const SetupNoteId = idOf('SetupNoteId');

const Said = z.object({ said: z.enum(setupWords), by: z.string().nullable(), at: z.string() });

/** How far the province has come with what the registry keeps; read from the rows themselves. */
export const getSetup = query('registry.setup.get', {
  input: z.object({}),
  reply: z.object({
    units: z.object({ total: z.int(), points: z.int(), changedAt: z.string().nullable() }),
    commodities: z.object({ total: z.int(), withoutUnit: z.int() }),
    /** Past ones and those to come too. `answered`: confirmed here, or the province's own; `blank`: no source gives a number. */
    parameters: z.object({ total: z.int(), answered: z.int(), own: z.int(), blank: z.int() }),
    letterhead: z.object({ recordedAt: z.string().nullable(), logo: z.boolean() }),
    /** The latest word on each step. */
    notes: z.partialRecord(z.enum(setupSteps), Said),
    may: z.object({ record: z.boolean() }),
  }),
});

/** Says of a step what its rows cannot tell. */
export const confirmSetup = command('registry.setup.confirm', {
  input: z.object({ id: SetupNoteId, step: z.enum(setupSteps), said: z.enum(setupWords) }),
  reply: z.object({}),
});
