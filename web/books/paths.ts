import type { OrganisationId } from '#kernel/id.ts';

type Organisation = OrganisationId | ':id';
const organisation = (id: Organisation): string => `/books/organisations/${id}`;

/** Every address of this context's pages; links are made with these, never by hand. */
export const booksPaths = {
  updates: '/books/updates',
  update: (id: Organisation, year: number | ':year') => `${organisation(id)}/updates/${year}`,
  cards: (id: Organisation, year: number | ':year') => `${organisation(id)}/cards/${year}`,
  accounts: (id: Organisation) => `${organisation(id)}/accounts`,
  memberUse: (id: Organisation, year: number | ':year') => `${organisation(id)}/use/${year}`,
  surplus: (id: Organisation, year: number | ':year') => `${organisation(id)}/surplus/${year}`,
} as const;
