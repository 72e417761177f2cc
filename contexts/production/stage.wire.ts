import { z } from 'zod';
import { idOf, SeasonId } from '#kernel/id.ts';
import { command } from '#kernel/method.ts';
import { prose, Sha256 } from '#kernel/text.ts';

const Stage = { season: SeasonId, stage: z.string().min(1).max(60) };

/** The organisation hands a stage to the officer of the place. */
export const submitStage = command('production.stage.submit', {
  input: z.object({ ...Stage, remarks: prose(2_000, 1).optional() }),
  reply: z.object({}),
});

/** The commune officer of the plot's unit, or a provincial one, signs off what was seen: its hash says what that was. */
export const signStage = command('production.stage.sign', {
  input: z.object({ ...Stage, contentsHash: Sha256, remarks: prose(2_000, 1).optional() }),
  reply: z.object({}),
});

/** Back to the organisation, with what is to be put right. */
export const refuseStage = command('production.stage.refuse', {
  input: z.object({ ...Stage, remarks: prose(2_000, 1) }),
  reply: z.object({}),
});

export const recordDeviation = command('production.deviation.record', {
  input: z.object({
    id: idOf('DeviationId'),
    season: SeasonId,
    step: z.string().min(1).max(60),
    occurrence: z.int().min(1).max(200),
    explanation: prose(1_000, 1),
  }),
  reply: z.object({}),
});
