import {
  IconAdjustments,
  IconBuildingCommunity,
  IconFilePencil,
  IconId,
  IconKey,
  IconMap2,
  IconPlant2,
  IconUserSearch,
} from '@tabler/icons-react';
import { defineRoutes, type RouteDefinition } from '#web/lib/routes.tsx';
import { registryPaths as paths } from './paths.ts';

/** In the demonstration: the story's cooperative, its director as a member, and passion fruit. */
const cooperative = { id: '019b7563-4c00-700c-8000-000000000001' };
const member = { id: '019b7563-4c00-700c-8000-000000000015' };
const commodity = { id: '019b7563-4c00-7003-8000-000000000001' };

const request = { id: '019b7563-4c00-7013-8000-000000000001' };

/** Forms about one organisation, for who runs it. */
const form = (path: string, page: RouteDefinition['page'], sample: { id: string }): RouteDefinition => ({
  path,
  page,
  audience: 'signed-in',
  sample,
  sampleRole: 'organisation-manager',
});

/** What changes the shape of an organisation: the officer's. */
const officers = (path: string, page: RouteDefinition['page']): RouteDefinition => ({
  ...form(path, page, cooperative),
  sampleRole: 'provincial-officer',
});

export const registryRoutes = defineRoutes('registry', [
  {
    path: paths.organisations,
    page: () => import('./organisation-list.page.tsx'),
    audience: 'public',
    nav: { group: 'registry', label: 'nav:registry.title', icon: IconBuildingCommunity, bar: true },
  },
  {
    path: paths.newOrganisation,
    page: () => import('./organisation-record.page.tsx'),
    audience: 'signed-in',
    sampleRole: 'commune-officer',
  },
  {
    path: paths.found(),
    page: () => import('./organisation-found.page.tsx'),
    audience: 'signed-in',
    sampleRole: 'commune-officer',
  },
  {
    path: paths.organisation(':id'),
    page: () => import('./organisation.page.tsx'),
    audience: 'public',
    words: ['duplicates'],
    sample: cooperative,
  },
  form(paths.changeOrganisation(':id'), () => import('./organisation-change.page.tsx'), cooperative),
  form(paths.newChangeRequest(':id'), () => import('./change-request-new.page.tsx'), cooperative),
  {
    path: paths.changeRequests,
    page: () => import('./change-request-list.page.tsx'),
    audience: 'signed-in',
    nav: {
      group: 'registry',
      label: 'nav:registry.changeRequests',
      icon: IconFilePencil,
      roles: ['commune-officer', 'provincial-officer', 'organisation-manager', 'auditor'],
    },
  },
  {
    path: paths.changeRequest(':id'),
    page: () => import('./change-request.page.tsx'),
    audience: 'signed-in',
    sample: request,
    sampleRole: 'commune-officer',
  },
  officers(paths.convert(':id'), () => import('./organisation-convert.page.tsx')),
  officers(paths.merge(':id'), () => import('./organisation-merge.page.tsx')),
  officers(paths.split(':id'), () => import('./organisation-split.page.tsx')),
  officers(paths.register(':id'), () => import('./organisation-register.page.tsx')),
  { ...form(paths.newAct(':id'), () => import('./act-record.page.tsx'), cooperative), words: ['intake'] },
  form(paths.members(':id'), () => import('./member-list.page.tsx'), cooperative),
  form(paths.cards(':id'), () => import('./card-list.page.tsx'), cooperative),
  form(paths.personalData(':id'), () => import('./personal-data.page.tsx'), cooperative),
  form(paths.newMember(':id'), () => import('./member-record.page.tsx'), cooperative),
  form(paths.capital(':id'), () => import('./capital.page.tsx'), cooperative),
  form(paths.capitalCertificates(':id'), () => import('./capital-certificate-list.page.tsx'), cooperative),
  {
    path: paths.verifyCertificate(':token'),
    page: () => import('./capital-certificate-verify.page.tsx'),
    audience: 'public',
    // Drawn anew for each paper, so that nobody guesses one: this is one that no paper has.
    sample: { token: 'a'.repeat(32) },
  },
  form(paths.undivided(':id'), () => import('./undivided.page.tsx'), cooperative),
  form(paths.newUndivided(':id'), () => import('./undivided-record.page.tsx'), cooperative),
  form(paths.votes(':id'), () => import('./vote-list.page.tsx'), cooperative),
  form(paths.capitalBook(':id'), () => import('./capital-book.page.tsx'), cooperative),
  form(paths.newCapital(':id'), () => import('./capital-record.page.tsx'), cooperative),
  form(paths.newCertificate(':id'), () => import('./certificate-record.page.tsx'), cooperative),
  form(paths.newDocument(':id'), () => import('./document-record.page.tsx'), cooperative),
  {
    path: paths.findMember,
    page: () => import('./member-find.page.tsx'),
    audience: 'signed-in',
    nav: {
      group: 'registry',
      label: 'nav:registry.members',
      icon: IconUserSearch,
      roles: ['provincial-officer', 'commune-officer'],
    },
  },
  { ...form(paths.member(':id'), () => import('./member.page.tsx'), member), words: ['duplicates'] },
  form(paths.correctMember(':id'), () => import('./member-correct.page.tsx'), member),
  {
    path: paths.commodities,
    page: () => import('./commodity-list.page.tsx'),
    audience: 'public',
    nav: { group: 'registry', label: 'nav:registry.commodities', icon: IconPlant2 },
  },
  { path: paths.commodity(':id'), page: () => import('./commodity.page.tsx'), audience: 'public', sample: commodity },
  {
    path: paths.units,
    page: () => import('./unit-list.page.tsx'),
    audience: 'public',
    nav: { group: 'registry', label: 'nav:registry.units', icon: IconMap2 },
  },
  {
    path: paths.memberships,
    page: () => import('./membership-list.page.tsx'),
    words: ['books'],
    audience: 'signed-in',
    nav: {
      group: 'home',
      label: 'nav:registry.memberships',
      icon: IconId,
      roles: ['organisation-member', 'organisation-manager'],
    },
  },
  {
    path: paths.cardKeys,
    page: () => import('./card-key-list.page.tsx'),
    audience: 'signed-in',
    nav: { group: 'admin', label: 'nav:registry.cardKeys', icon: IconKey, roles: ['administrator'] },
  },
  { path: paths.formerUnits, page: () => import('./former-unit-list.page.tsx'), audience: 'public', words: ['setup'] },
  {
    path: paths.correctFormerUnit(':former'),
    page: () => import('./former-unit-correct.page.tsx'),
    audience: 'signed-in',
    sample: { former: '200-commune-tan-binh' },
    sampleRole: 'provincial-officer',
    words: ['setup'],
  },
  {
    path: paths.parameters,
    page: () => import('./parameter-list.page.tsx'),
    audience: 'public',
    words: ['setup'],
    nav: { group: 'registry', label: 'nav:registry.parameters', icon: IconAdjustments },
  },
]);
