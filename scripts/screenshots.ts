import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser } from 'playwright-core';
import { demonstrationAccounts, type DemonstrationPart } from '#db/seed/story.accounts.ts';
import { storyParts, storyRecords } from '#db/seed/parts.ts';
import { freePort, startProduct } from '#tests/e2e/server.setup.ts';

const folder = fileURLToPath(new URL('../docs/screenshots/', import.meta.url));
const screens = { phone: { width: 390, height: 844 }, desktop: { width: 1440, height: 900 } } as const;

interface Shot {
  readonly name: string;
  readonly path: string;
  readonly part?: DemonstrationPart;
  readonly language: 'vi' | 'en' | 'th';
  readonly screen: keyof typeof screens;
}

const shots: readonly Shot[] = [
  { name: 'front', path: '/', language: 'vi', screen: 'desktop' },
  { name: 'front', path: '/', language: 'th', screen: 'phone' },
  { name: 'walk', path: '/walk', language: 'en', screen: 'desktop' },
  { name: 'home', path: '/home', part: 'communeOfficer', language: 'vi', screen: 'phone' },
  {
    name: 'organisation',
    path: `/registry/organisations/${storyParts.cooperative}`,
    part: 'director',
    language: 'vi',
    screen: 'desktop',
  },
  {
    name: 'eligibility',
    path: `/support/measures/019b7563-4c00-7702-8000-000000000001/check?organisation=${storyParts.cooperative}&areaM2=31200`,
    part: 'director',
    language: 'vi',
    screen: 'desktop',
  },
  {
    name: 'contract',
    path: `/linkage/contracts/${storyRecords.contract}`,
    part: 'director',
    language: 'en',
    screen: 'desktop',
  },
  {
    name: 'season',
    path: `/production/seasons/${storyRecords.season}`,
    part: 'director',
    language: 'vi',
    screen: 'phone',
  },
  {
    name: 'capital',
    path: `/registry/organisations/${storyParts.cooperative}/capital`,
    part: 'director',
    language: 'en',
    screen: 'desktop',
  },
  {
    name: 'update',
    path: `/books/organisations/${storyParts.cooperative}/updates/2026`,
    part: 'director',
    language: 'vi',
    screen: 'desktop',
  },
  { name: 'lot', path: `/quality/lots/${storyRecords.lot}`, part: 'director', language: 'en', screen: 'desktop' },
];

async function take(browser: Browser, address: string, { name, path, part, language, screen }: Shot): Promise<void> {
  const context = await browser.newContext({ viewport: screens[screen], locale: language, baseURL: address });
  await context.addInitScript((chosen) => localStorage.setItem('lienket.language', chosen), language);
  if (part !== undefined)
    await context.request.post('/api/demo/sign-in', { data: { account: demonstrationAccounts[part].id } });
  const page = await context.newPage();
  await page.goto(path, { waitUntil: 'networkidle' });
  await page.locator('h1').first().waitFor();
  await page.screenshot({ path: join(folder, `${name}-${language}-${screen}.png`) });
  console.log(`${name}-${language}-${screen}`);
  await context.close();
}

mkdirSync(folder, { recursive: true });
const data = mkdtempSync(join(tmpdir(), 'lienket-screenshots-'));
const port = await freePort();
const product = await startProduct(data, port);
const browser = await chromium.launch({
  executablePath: process.env['LIENKET_CHROMIUM'] ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--enable-unsafe-swiftshader',
  ],
});
try {
  for (const shot of shots) await take(browser, `http://localhost:${port}`, shot);
} finally {
  await browser.close();
  const ended = new Promise((resolve) => product.once('exit', resolve));
  product.kill('SIGTERM');
  await ended;
  rmSync(data, { recursive: true, force: true });
}
