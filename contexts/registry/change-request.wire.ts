import { z } from 'zod';
import { Day, Instant } from '#kernel/day.ts';
import { FileId, idOf, OrganisationId, type Branded } from '#kernel/id.ts';
import { command, query } from '#kernel/method.ts';
import { pageOf, paging } from '#kernel/page.ts';
import { Province, UnitCode } from '#kernel/place.ts';
import { taxNumberDigits } from '#kernel/tax-number.ts';
import { line, prose } from '#kernel/text.ts';
import { ActDocument } from './act-document.wire.ts';
import { requestFlags, requestStates } from './change-request.ts';
import { legalForms } from './legal-form.ts';
import { activityFields } from './organisation.ts';
import { PartyNumber, Representative } from './organisation.wire.ts';

export const ChangeRequestId = idOf('ChangeRequestId');
export type ChangeRequestId = Branded<'ChangeRequestId'>;

/** A number of ten or thirteen digits. A person's, of twelve, is brought to the officer and not sent about. */
const CompanyNumber = z
  .string()
  .overwrite(taxNumberDigits)
  .regex(/^\d{10}(\d{3})?$/, 'registry.company-number.malformed');

/** What is to be different; null blanks a field, what is not named stays. */
const Wanted = z.object({
  name: line(300, 2).optional(),
  legalForm: z.enum(legalForms).nullable().optional(),
  taxNumber: CompanyNumber.nullable().optional(),
  registrationNumber: line(50).nullable().optional(),
  certificateOn: Day.nullable().optional(),
  foundedOn: Day.nullable().optional(),
  gln: PartyNumber.nullable().optional(),
  unit: UnitCode.nullable().optional(),
  seatProvince: Province.optional(),
  address: line(300, 3).nullable().optional(),
  fields: z.array(z.enum(activityFields)).max(activityFields.length).optional(),
  /** Who is to stand for it; how to reach them the organisation enters itself, once they do. */
  representative: Representative.pick({ name: true, title: true }).optional(),
});
export type Wanted = z.infer<typeof Wanted>;

/** Asks the officer of the place for a change of the record; sent again with the same id it answers a returned one. */
export const submitChangeRequest = command('registry.change-request.submit', {
  input: z.object({
    id: ChangeRequestId,
    organisation: OrganisationId,
    wanted: Wanted,
    /** From which day it is to be so; without it, from the day of the answer. */
    onDay: Day.optional(),
    /** What proves it: certificate, minutes, decision. */
    document: ActDocument,
    note: line(500).optional(),
  }),
  reply: z.object({ round: z.int() }),
});

export const withdrawChangeRequest = command('registry.change-request.withdraw', {
  input: z.object({ request: ChangeRequestId }),
  reply: z.object({}),
});

const answer = {
  request: ChangeRequestId,
  /** The round that was read. */
  round: z.int().min(1),
  /** The day of the answer, where it was given on paper before today. */
  answeredOn: Day.optional(),
};

/** The record is changed as asked, all of it. */
export const acceptChangeRequest = command('registry.change-request.accept', {
  input: z.object({ ...answer, remarks: prose(1000).optional() }),
  reply: z.object({ version: z.int() }),
});

/** Goes back with what is missing. */
export const refuseChangeRequest = command('registry.change-request.refuse', {
  input: z.object({ ...answer, remarks: prose(1000, 3) }),
  reply: z.object({}),
});

const Named = z.object({ id: OrganisationId, name: z.string() });

export const ChangeRequestRow = z.object({
  id: ChangeRequestId,
  organisation: Named,
  unit: z.object({ code: UnitCode, name: z.string() }).nullable(),
  state: z.enum(requestStates),
  fields: z.array(z.string()),
  submittedOn: Day,
  answeredOn: Day.nullable(),
  flags: z.array(z.enum(requestFlags)),
});
export type ChangeRequestRow = z.infer<typeof ChangeRequestRow>;

/** Requests of the organisations one runs or looks after; the oldest first. */
export const listChangeRequests = query('registry.change-request.list', {
  input: z.object({
    organisation: OrganisationId.optional(),
    state: z.enum([...requestStates, 'open']).optional(),
    unit: UnitCode.optional(),
    sort: z.enum(['submitted', '-submitted', 'name', '-name']).default('submitted'),
    ...paging,
  }),
  reply: pageOf(ChangeRequestRow),
});

const Value = z
  .union([
    z.string(),
    z.number(),
    z.array(z.string()),
    /** Name null: erased, or not for who reads. */
    z.object({ name: z.string().nullable(), title: z.string() }),
  ])
  .nullable();
export type AskedValue = z.infer<typeof Value>;

/** One request with each field as it was, as it is asked to be, and as it is now. */
export const getChangeRequest = query('registry.change-request.get', {
  input: z.object({ request: ChangeRequestId }),
  reply: z.object({
    ...ChangeRequestRow.shape,
    kind: z.string(),
    round: z.int(),
    differences: z.array(
      z.object({
        field: z.string(),
        before: Value,
        wanted: Value,
        now: Value,
        /** Something else has changed it since it was asked. */
        changedSince: z.boolean(),
      }),
    ),
    onDay: Day.nullable(),
    document: z.string(),
    /** Blank on requests of before papers were told whole. */
    documentOn: Day.nullable(),
    documentIssuer: z.string().nullable(),
    /** For who may open it. */
    file: FileId.nullable(),
    /** On which the change will rest by the law of its day. */
    legalBasis: z.object({ text: z.string(), verified: z.boolean() }).nullable(),
    note: z.string().nullable(),
    remarks: z.string().nullable(),
    entries: z.array(
      z.object({
        kind: z.enum(requestStates),
        round: z.int(),
        onDay: Day,
        remarks: z.string().nullable(),
        flags: z.array(z.enum(requestFlags)),
        by: z.string().nullable(),
        recordedAt: Instant,
      }),
    ),
    may: z.object({
      answer: z.boolean(),
      /** Only for a day on which one was officer there. */
      answerForPast: z.boolean(),
      submitAgain: z.boolean(),
      withdraw: z.boolean(),
    }),
  }),
});
export type ChangeRequestView = z.infer<(typeof getChangeRequest)['reply']>;
