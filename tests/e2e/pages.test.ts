import { afterAll, describe, expect, test } from 'vitest';
import type { Role } from '#kernel/actor.ts';
import type { DemonstrationPart } from '#db/seed/story.accounts.ts';
import { routes } from '#web/routes.tsx';
import {
  axeFindings,
  desktop,
  openPage,
  phone,
  settled,
  visit,
  type Language,
  type Screen,
  type Visit,
} from './browser.ts';
import { signIn } from './people.ts';

const partOf: Readonly<Record<Role, DemonstrationPart>> = {
  'organisation-manager': 'director',
  'organisation-member': 'member',
  buyer: 'buyer',
  'commune-officer': 'communeOfficer',
  'provincial-officer': 'provincialOfficer',
  'bank-officer': 'bank',
  laboratory: 'laboratory',
  auditor: 'auditor',
  administrator: 'administrator',
};

/**
 * Each language sees each page; members tap on phones, so two of the three are phones; who sits at a desk sees it dark.
 */
const ways: readonly (readonly [Language, Screen, { readonly dark: boolean }])[] = [
  ['vi', phone, { dark: false }],
  ['en', desktop, { dark: true }],
  ['th', phone, { dark: false }],
];

const pathOf = (path: string, sample: Readonly<Record<string, string>> = {}): string =>
  path.replaceAll(/:(\w+)/g, (_, name: string) => {
    const value = sample[name];
    if (value === undefined) throw new Error(`${path}: the route table has no sample for :${name}`);
    return value;
  });

/** The kit's own page is there while developing only. */
const served = routes.filter(({ path }) => !path.startsWith('/dev/'));

async function look({ page, complaints }: Visit, path: string, language: Language): Promise<void> {
  await page.goto(path);
  await settled(page);
  expect(await page.locator('h1').count()).toBe(1);
  expect(await page.locator('[data-page-state]').count()).toBe(0);
  expect(complaints).toEqual([]);
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(beyond, 'wider than the screen').toBeLessThanOrEqual(0);
  // The third way differs from the first by its words alone.
  if (language !== 'th') expect(await axeFindings(page)).toEqual([]);
}

const visitors = new Map<string, Promise<Visit>>();

/** One visitor for each person, language and screen: what the browser has fetched once it does not fetch for every page. */
function visitorAs(
  part: DemonstrationPart | undefined,
  [language, screen, scheme]: (typeof ways)[number],
): Promise<Visit> {
  const key = [part, language, screen.width].join(' ');
  const known = visitors.get(key);
  if (known !== undefined) return known;
  const opening = visit(screen, language, scheme).then(async (visitor) => {
    if (part !== undefined) await signIn(visitor, part);
    return visitor;
  });
  visitors.set(key, opening);
  return opening;
}

afterAll(async () => {
  for (const visitor of visitors.values()) await (await visitor).context.close();
});

// Two at a time: one is looked at while the other loads.
describe.concurrent.each(served.map((route) => [route.path, route] as const))('%s', (_path, route) => {
  test.each(ways)('%s, %o, %o: opens, says nothing wrong, fits, and axe finds nothing', async (...way) => {
    const role = route.nav?.roles?.[0] ?? route.sampleRole;
    const asked = route.audience === 'signed-in' || role !== undefined;
    const part = asked ? (role === undefined ? 'director' : partOf[role]) : undefined;
    const visitor = await visitorAs(part, way);
    const seen = await openPage(visitor.context, visitor.address);
    try {
      await look(seen, pathOf(route.path, route.sample), way[0]);
    } finally {
      await seen.page.close();
    }
  });
});
