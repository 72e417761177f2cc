import { z } from 'zod';
import { OrganisationId } from '#kernel/id.ts';
import { query } from '#kernel/method.ts';
import { pageOf, paging } from '#kernel/page.ts';
import { UnitCode } from '#kernel/place.ts';
import { line } from '#kernel/text.ts';
import { activityFields, organisationKinds, organisationStatuses, provenances } from './organisation.ts';

/** An organisation as others name it. */
export const Party = z.object({ id: OrganisationId, name: z.string() });
export type Party = z.infer<typeof Party>;

export const OrganisationRow = z.object({
  id: OrganisationId,
  kind: z.enum(organisationKinds),
  name: z.string(),
  status: z.enum(organisationStatuses),
  fields: z.array(z.string()),
  unit: z.object({ code: UnitCode, name: z.string() }).nullable(),
  provenance: z.enum(provenances),
});
export type OrganisationRow = z.infer<typeof OrganisationRow>;

/** Everybody may look up who exists: the register is public, its personal fields are not. */
export const listOrganisations = query('registry.organisation.list', {
  input: z.object({
    /** Name or tax number; without tone marks and with a slip or two it still finds. */
    search: line(100, 0).optional(),
    kind: z.enum(organisationKinds).optional(),
    status: z.enum(organisationStatuses).optional(),
    field: z.enum(activityFields).optional(),
    unit: UnitCode.optional(),
    sort: z.enum(['name', 'kind', 'unit']).default('name'),
    order: z.enum(['asc', 'desc']).default('asc'),
    ...paging,
  }),
  reply: pageOf(OrganisationRow),
});
