import { z } from 'zod';
import { Day } from '#kernel/day.ts';
import { ContractId, idOf, type Branded } from '#kernel/id.ts';
import { command } from '#kernel/method.ts';
import { prose } from '#kernel/text.ts';
import { contractStates } from './contract.ts';
import { endingKinds } from './ending.ts';
import { sides } from './part.wire.ts';

export const EndingId = idOf('EndingId');
export type EndingId = Branded<'EndingId'>;

export const submitEnding = command('linkage.ending.submit', {
  input: z.object({
    id: EndingId,
    contract: ContractId,
    side: z.enum(sides),
    kind: z.enum(endingKinds),
    on: Day,
    reason: prose(2000, 3),
  }),
  reply: z.object({ state: z.enum(contractStates) }),
});

export const confirmEnding = command('linkage.ending.confirm', {
  input: z.object({ ending: EndingId }),
  reply: z.object({ state: z.enum(contractStates) }),
});

export const refuseEnding = command('linkage.ending.refuse', {
  input: z.object({ ending: EndingId }),
  reply: z.object({}),
});
