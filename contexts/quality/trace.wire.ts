import { z } from 'zod';
import { Day } from '#kernel/day.ts';
import { query } from '#kernel/method.ts';
import { claims } from './lot.ts';
import { names } from './quality-part.wire.ts';
import { releaseVerdicts } from './residue.ts';

/** 'AB12C-D34EF' as people type it: case and hyphen do not matter, O is 0, I and L are 1. */
export const ShortCode = z
  .string()
  .max(40)
  .transform((text) => text.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1'))
  .pipe(z.string().regex(/^[0-9A-HJKMNP-TV-Z]{10}$/, 'quality.trace.code-malformed'));

export const TraceView = z.object({
  /** Circular 02/2024/TT-BKHCN: what traceability data must hold at least. */
  product: z.object(names),
  variety: z.object(names).nullable(),
  producer: z.object({ name: z.string(), place: z.string().nullable(), gln: z.string().nullable() }),
  gtin: z.string().nullable(),
  lotCode: z.string(),
  link: z.string(),
  shortCode: z.string(),
  qty: z.int(),
  unit: z.object({ code: z.string(), qty: z.int() }),
  state: z.enum(['released', 'blocked']),
  blockedOn: Day.nullable(),
  packedOn: Day,
  bestBeforeOn: Day.nullable(),
  harvestedFrom: Day.nullable(),
  harvestedUntil: Day.nullable(),
  plots: z.int(),
  stages: z.array(
    z.object({
      stage: z.string(),
      from: Day.nullable(),
      until: Day.nullable(),
      signedOn: Day.nullable(),
      /** Of how many seasons the stage is signed off. */
      signed: z.int(),
      seasons: z.int(),
      place: z.string().nullable(),
    }),
  ),
  claim: z.enum(claims),
  /** The ways of growing the seasons followed, by name. */
  protocols: z.array(z.object({ vi: z.string(), en: z.string(), th: z.string() })),
  certificate: z.object({ number: z.string(), issuer: z.string(), validUntil: Day.nullable() }).nullable(),
  laboratory: z
    .object({
      name: z.string(),
      accreditation: z.string(),
      method: z.string(),
      reportNumber: z.string(),
      issuedOn: Day,
      analytes: z.int(),
    })
    .nullable(),
  markets: z.array(
    z.object({
      market: z.object({ code: z.string(), ...names }),
      releasedOn: Day,
      release: z.enum(releaseVerdicts),
      limitSet: z.string(),
      verified: z.boolean(),
      notTested: z.array(z.string()),
    }),
  ),
  synthetic: z.boolean(),
});
export type TraceView = z.infer<typeof TraceView>;

/** The way back of a lot, for whoever holds the fruit: by the token in the QR, or by the code printed beside it. */
export const getTrace = query('quality.trace.get', {
  input: z
    .object({
      token: z
        .string()
        .regex(/^[0-9A-Za-z_-]{22}$/, 'quality.trace.token-malformed')
        .optional(),
      code: ShortCode.optional(),
    })
    .refine(({ token, code }) => (token === undefined) !== (code === undefined), 'quality.trace.one-key'),
  reply: TraceView,
});
