import { z } from 'zod';
import { Day } from '#kernel/day.ts';
import { ContractId, idOf, type Branded } from '#kernel/id.ts';
import { command } from '#kernel/method.ts';
import { PriceVnd } from '#kernel/money.ts';
import { line } from '#kernel/text.ts';
import { sides } from './part.wire.ts';

export const PriceId = idOf('PriceId');
export type PriceId = Branded<'PriceId'>;

export const recordPrice = command('linkage.price.record', {
  input: z.object({
    id: PriceId,
    contract: ContractId,
    side: z.enum(sides),
    on: Day,
    priceVnd: PriceVnd,
    source: line(300, 2),
  }),
  reply: z.object({ id: PriceId }),
});

export const confirmPrice = command('linkage.price.confirm', {
  input: z.object({ price: PriceId }),
  reply: z.object({}),
});

export const refusePrice = command('linkage.price.refuse', {
  input: z.object({ price: PriceId }),
  reply: z.object({}),
});
