import { z } from 'zod';
import { Day } from '#kernel/day.ts';
import { idOf, OrganisationId, type Branded } from '#kernel/id.ts';
import { command, query } from '#kernel/method.ts';
import { line } from '#kernel/text.ts';

export const RepresentativeId = idOf('RepresentativeId');
export type RepresentativeId = Branded<'RepresentativeId'>;

export const RepresentativeRow = z.object({
  id: RepresentativeId,
  /** Null when erased. */
  name: z.string().nullable(),
  title: z.string(),
  phone: z.string().nullable(),
  from: Day,
  until: Day.nullable(),
  erased: z.boolean(),
  may: z.object({ erase: z.boolean() }),
});
export type RepresentativeRow = z.infer<typeof RepresentativeRow>;

/** Everybody who has stood for the organisation, the present one first; for those who may change its record. */
export const listRepresentatives = query('registry.representative.list', {
  input: z.object({ organisation: OrganisationId }),
  reply: z.object({ items: z.array(RepresentativeRow) }),
});

/** Overwrites name and phone of one who no longer stands for it; title and days stay, and the row says so. */
export const eraseRepresentative = command('registry.representative.erase', {
  input: z.object({ representative: RepresentativeId, reason: line(500, 3) }),
  reply: z.object({}),
});
