import { pageOfCapitalCertificate } from '#contexts/registry/capital-certificate-address.ts';
import type { CommodityId, MemberId, OrganisationId } from '#kernel/id.ts';

type Organisation = OrganisationId | ':id';
const organisation = (id: Organisation): string => `/registry/organisations/${id}`;

/** Every address of this context's pages; links are made with these, never by hand. */
export const registryPaths = {
  organisations: '/registry/organisations',
  newOrganisation: '/registry/organisations/new',
  organisation,
  changeOrganisation: (id: Organisation) => `${organisation(id)}/change`,
  found: (kind?: string) => `/registry/organisations/found${kind === undefined ? '' : `?kind=${kind}`}`,
  convert: (id: Organisation) => `${organisation(id)}/convert`,
  merge: (id: Organisation) => `${organisation(id)}/merge`,
  split: (id: Organisation) => `${organisation(id)}/split`,
  register: (id: Organisation) => `${organisation(id)}/register`,
  newAct: (id: Organisation) => `${organisation(id)}/acts/new`,
  changeRequests: '/registry/change-requests',
  changeRequest: (id: string) => `/registry/change-requests/${id}`,
  /** With `?again=` it answers a returned one. */
  newChangeRequest: (id: Organisation, again?: string) =>
    `${organisation(id)}/change-requests/new${again === undefined ? '' : `?again=${again}`}`,
  members: (id: Organisation) => `${organisation(id)}/members`,
  cards: (id: Organisation) => `${organisation(id)}/cards`,
  personalData: (id: Organisation) => `${organisation(id)}/personal-data`,
  memberships: '/registry/memberships',
  cardKeys: '/registry/card-keys',
  newMember: (id: Organisation) => `${organisation(id)}/members/new`,
  capital: (id: Organisation) => `${organisation(id)}/capital`,
  capitalCertificates: (id: Organisation) => `${organisation(id)}/capital/certificates`,
  verifyCertificate: pageOfCapitalCertificate,
  undivided: (id: Organisation) => `${organisation(id)}/undivided`,
  newUndivided: (id: Organisation) => `${organisation(id)}/undivided/new`,
  votes: (id: Organisation) => `${organisation(id)}/votes`,
  capitalBook: (id: Organisation) => `${organisation(id)}/capital/book`,
  /** With `?member=` it is about that member. */
  newCapital: (id: Organisation, member?: MemberId) =>
    `${organisation(id)}/capital/new${member === undefined ? '' : `?member=${member}`}`,
  newCertificate: (id: Organisation) => `${organisation(id)}/certificates/new`,
  newDocument: (id: Organisation, replaces?: string) =>
    `${organisation(id)}/documents/new${replaces === undefined ? '' : `?replaces=${replaces}`}`,
  findMember: '/registry/members',
  member: (id: MemberId | ':id') => `/registry/members/${id}`,
  correctMember: (id: MemberId | ':id') => `/registry/members/${id}/correct`,
  commodities: '/registry/commodities',
  commodity: (id: CommodityId | ':id') => `/registry/commodities/${id}`,
  units: '/registry/units',
  formerUnits: '/registry/units/former',
  correctFormerUnit: (former: string) => `/registry/units/former/${former}/correct`,
  parameters: '/registry/parameters',
} as const;
