import type { MemberId, OrganisationId } from '#kernel/id.ts';

/** What the section asks; of somebody else's capital a fellow member is told nothing. */
export const capitalOfMember = (organisation: OrganisationId, member: MemberId) =>
  ({ organisation, member, size: 20 }) as const;
