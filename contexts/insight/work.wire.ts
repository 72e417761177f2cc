import { z } from 'zod';
import { Day } from '#kernel/day.ts';
import { OrganisationId } from '#kernel/id.ts';
import { document, query } from '#kernel/method.ts';
import { paging } from '#kernel/page.ts';
import { UnitCode } from '#kernel/place.ts';
import { noUnit, workKinds } from './work.ts';

export const WorkRow = z.object({
  kind: z.enum(workKinds),
  /** Of the thing that waits: a request, an organisation, a pair, a sheet, a unit. */
  id: z.string(),
  /** Who or what it is about. */
  name: z.string(),
  organisation: OrganisationId.nullable(),
  unit: z.object({ code: UnitCode, name: z.string() }).nullable(),
  since: Day,
  /** The day by which it is due, or on which it ends. */
  due: Day.nullable(),
  /** A reporting year, a number of members or of rows: what the kind counts. */
  count: z.int().nullable(),
  /** Of duplicates: the records of one organisation's members, or organisations. */
  subject: z.enum(['organisation', 'member']).nullable(),
  /** The standing a sheet tells of, and since when. */
  told: z.object({ status: z.string(), onDay: Day.nullable() }).nullable(),
});
export type WorkRow = z.infer<typeof WorkRow>;

/** Everything of the registry that waits for the one who asks, oldest first. */
export const listWork = query('insight.work.list', {
  input: z.object({
    kind: z.enum(workKinds).optional(),
    unit: z.union([UnitCode, z.literal(noUnit)]).optional(),
    sort: z.enum(['since', '-since', 'name', '-name', 'unit', '-unit']).optional(),
    ...paging,
  }),
  reply: z.object({
    items: z.array(WorkRow),
    total: z.int(),
    /** By kind, in the place that was chosen. */
    counts: z.array(z.object({ kind: z.enum(workKinds), count: z.int() })),
    /** Where something waits; null: with the province. */
    places: z.array(z.object({ code: UnitCode.nullable(), name: z.string().nullable(), count: z.int() })),
  }),
});

/** All of it as a sheet, or what waits of one kind or in one place. */
export const exportWork = document('insight.work.export', {
  input: z.object({
    kind: z.enum(workKinds).optional(),
    unit: z.union([UnitCode, z.literal(noUnit)]).optional(),
    format: z.enum(['xlsx', 'csv']).default('xlsx'),
    language: z.enum(['vi', 'en', 'th']).default('vi'),
  }),
});

/** How much waits, for the head of every page. */
export const getWorkCount = query('insight.work-count.get', {
  input: z.object({}),
  reply: z.object({ total: z.int() }),
});
