import { z } from 'zod';
import { Day } from '#kernel/day.ts';
import { CommodityId, idOf, OrganisationId, type Branded } from '#kernel/id.ts';
import { command, query } from '#kernel/method.ts';
import { line } from '#kernel/text.ts';
import { certificateKinds, certificateStates } from './certificate.ts';

export const CertificateId = idOf('CertificateId');
export type CertificateId = Branded<'CertificateId'>;

/** A name in the three languages of the pages. */
export const Names = z.object({ vi: z.string(), en: z.string(), th: z.string() });
export type Names = z.infer<typeof Names>;

export const CertificateRow = z.object({
  id: CertificateId,
  kind: z.enum(certificateKinds),
  grade: z.string().nullable(),
  number: z.string(),
  issuer: z.string(),
  commodity: z.object({ id: CommodityId, names: Names }).nullable(),
  validFrom: Day,
  validUntil: Day.nullable(),
  withdrawnOn: Day.nullable(),
  state: z.enum(certificateStates),
  provenance: z.enum(['entered', 'synthetic']),
});
export type CertificateRow = z.infer<typeof CertificateRow>;

export const listCertificates = query('registry.certificate.list', {
  input: z.object({ organisation: OrganisationId }),
  reply: z.object({ items: z.array(CertificateRow), may: z.object({ record: z.boolean(), withdraw: z.boolean() }) }),
});

export const recordCertificate = command('registry.certificate.record', {
  input: z.object({
    id: CertificateId,
    organisation: OrganisationId,
    kind: z.enum(certificateKinds),
    /** Stars of OCOP. */
    grade: line(50).optional(),
    number: line(100),
    issuer: line(200, 2),
    commodity: CommodityId.optional(),
    validFrom: Day,
    validUntil: Day.optional(),
  }),
  reply: z.object({}),
});

/** A certificate that its issuer has taken back: the row stays, with the day. */
export const withdrawCertificate = command('registry.certificate.withdraw', {
  input: z.object({ certificate: CertificateId, withdrawnOn: Day }),
  reply: z.object({}),
});
