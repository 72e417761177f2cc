import { z } from 'zod';
import { Day } from '#kernel/day.ts';
import { idOf, MemberId, OrganisationId } from '#kernel/id.ts';
import { command, document, query } from '#kernel/method.ts';
import { Vnd } from '#kernel/money.ts';
import { pageOf, paging } from '#kernel/page.ts';
import { line } from '#kernel/text.ts';
import {
  capitalCertificateStates,
  shownCertificateStates,
  type CapitalCertificateId as Id,
} from './capital-certificate.ts';
import { provenances } from './organisation.ts';

export const CapitalCertificateId = idOf('CapitalCertificateId');
export type CapitalCertificateId = Id;

export const CapitalCertificateRow = z.object({
  id: CapitalCertificateId,
  number: z.int(),
  member: MemberId,
  name: z.string().nullable(),
  issuedOn: Day,
  subscribedVnd: Vnd,
  paidVnd: Vnd,
  /** The first 16 digits of the hash printed on the paper. */
  checkCode: z.string(),
  /** What the printed code leads to; null for who sees no persons. */
  verifyToken: z.string().nullable(),
  state: z.enum(capitalCertificateStates),
  replacedBy: z.int().nullable(),
  withdrawnOn: Day.nullable(),
  withdrawnWhy: z.string().nullable(),
  may: z.object({ replace: z.boolean(), withdraw: z.boolean(), export: z.boolean() }),
});
export type CapitalCertificateRow = z.infer<typeof CapitalCertificateRow>;

/** Certificates of contribution that were handed out, the last one first. */
export const listCapitalCertificates = query('registry.capital-certificate.list', {
  input: z.object({ organisation: OrganisationId, member: MemberId.optional(), ...paging }),
  reply: z.object({ ...pageOf(CapitalCertificateRow).shape, may: z.object({ record: z.boolean() }) }),
});

/** Issues a certificate of what the member has paid in by that day; where one stands, it is replaced. */
export const recordCapitalCertificate = command('registry.capital-certificate.record', {
  input: z.object({
    id: CapitalCertificateId,
    member: MemberId,
    issuedOn: Day,
    replaces: CapitalCertificateId.optional(),
  }),
  reply: z.object({ number: z.int() }),
});

/** The paper is taken back: the capital was returned, or the paper is lost. */
export const withdrawCapitalCertificate = command('registry.capital-certificate.withdraw', {
  input: z.object({ certificate: CapitalCertificateId, withdrawnOn: Day, reason: line(300, 3) }),
  reply: z.object({}),
});

/** The certificate as PDF, in Vietnamese: its own reader is the member and the law. */
export const exportCapitalCertificate = document('registry.capital-certificate.export', {
  input: z.object({ certificate: CapitalCertificateId }),
});

/** For whoever holds the paper: is it one, does it stand. No name of a member, no amount. */
export const verifyCapitalCertificate = query('registry.capital-certificate.verify', {
  input: z.object({ token: z.string().regex(/^[2-7a-z]{32}$/) }),
  reply: z.object({
    /** null: no certificate has this code; whoever shows one has made it up. */
    certificate: z
      .object({
        organisation: z.string(),
        number: z.int(),
        issuedOn: Day,
        state: z.enum(shownCertificateStates),
        replacedBy: z.int().nullable(),
        replacedOn: Day.nullable(),
        withdrawnOn: Day.nullable(),
        checkCode: z.string(),
        provenance: z.enum(provenances),
      })
      .nullable(),
  }),
});
