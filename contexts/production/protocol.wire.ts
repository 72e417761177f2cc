import { z } from 'zod';
import { Day } from '#kernel/day.ts';
import { CommodityId } from '#kernel/id.ts';
import { command, query } from '#kernel/method.ts';
import { ProtocolContent, ProtocolId } from './protocol.ts';

const Names = z.object({ vi: z.string(), en: z.string(), th: z.string() });
export const CommodityName = z.object({ id: CommodityId, code: z.string(), name: Names });

/** How things are grown is common knowledge: open to everybody who has signed in. */
export const listProtocols = query('production.protocol.list', {
  input: z.object({}),
  reply: z.object({
    items: z.array(
      z.object({
        id: ProtocolId,
        code: z.string(),
        version: z.int(),
        name: Names,
        practice: z.string(),
        commodity: CommodityName,
        stages: z.array(Names),
        publishedOn: Day,
      }),
    ),
  }),
});

export const getProtocol = query('production.protocol.get', {
  input: z.object({ protocol: ProtocolId, version: z.coerce.number().int().min(1).optional() }),
  reply: z.object({
    id: ProtocolId,
    version: z.int(),
    newestVersion: z.int(),
    publishedOn: Day,
    contentHash: z.string(),
    commodity: CommodityName,
    content: ProtocolContent,
  }),
});

/** A code that is known already gets a new version; seasons that run keep theirs. */
export const publishProtocol = command('production.protocol.publish', {
  input: z.object({ id: ProtocolId, content: ProtocolContent }),
  reply: z.object({ protocol: ProtocolId, version: z.int() }),
});
