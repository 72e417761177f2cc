import { z } from 'zod';
import { Day, Instant } from '#kernel/day.ts';
import { FileId, idOf, OrganisationId, type Branded } from '#kernel/id.ts';
import { command, query } from '#kernel/method.ts';
import { line, prose } from '#kernel/text.ts';
import { actGrounds, actKinds, enteredActs } from './act.ts';
import { organisationStatuses } from './organisation.ts';

export const ActId = idOf('ActId');
export type ActId = Branded<'ActId'>;

const ChangeValue = z.union([z.string(), z.array(z.string()).readonly()]).nullable();
/** Codes, not words. Values are left out where they are a person's, or where nobody kept them. */
export const ChangedField = z.object({
  field: z.string(),
  before: ChangeValue.optional(),
  after: ChangeValue.optional(),
});
export type ChangedField = z.infer<typeof ChangedField>;

export const ActRow = z.object({
  id: ActId,
  kind: z.enum(actKinds),
  onDay: Day,
  document: z.string().nullable(),
  documentOn: Day.nullable(),
  documentIssuer: z.string().nullable(),
  /** For who may open it. */
  file: FileId.nullable(),
  legalBasis: z.string().nullable(),
  /** Was the basis read in a source? Null where it was written by hand. */
  basisVerified: z.boolean().nullable(),
  ground: z.enum(actGrounds).nullable(),
  note: z.string().nullable(),
  /** Of a change of the record. */
  changes: z.array(ChangedField).readonly(),
  recordedAt: Instant,
  /** Which act this one undoes, and by which it was undone. */
  undoes: ActId.nullable(),
  undoneBy: ActId.nullable(),
});
export type ActRow = z.infer<typeof ActRow>;

/** The life line of an organisation, oldest first. */
export const listActs = query('registry.act.list', {
  input: z.object({ organisation: OrganisationId }),
  reply: z.object({ items: z.array(ActRow) }),
});

/** Enters what happened: a changed crop by the organisation itself, what changes its standing by the officer, on a document. */
export const recordAct = command('registry.act.record', {
  input: z.object({
    id: ActId,
    organisation: OrganisationId,
    kind: z.enum(enteredActs),
    onDay: Day,
    document: line(200).optional(),
    /** Without it, what is known of the law on that day. */
    legalBasis: line(200).optional(),
    ground: z.enum(actGrounds).optional(),
    note: prose(1_000).optional(),
  }),
  reply: z.object({ status: z.enum(organisationStatuses) }),
});
