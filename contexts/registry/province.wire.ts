import { z } from 'zod';
import { query } from '#kernel/method.ts';
import { Province } from '#kernel/place.ts';

/** The province-level units of the whole country: where a party from elsewhere may have its seat. */
export const listProvinces = query('registry.province.list', {
  input: z.object({}),
  reply: z.object({ items: z.array(z.object({ code: Province, name: z.string() })) }),
});
