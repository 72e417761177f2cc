import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, inject } from 'vitest';

export const phone = { width: 390, height: 844 } as const;
export const desktop = { width: 1440, height: 900 } as const;
export type Screen = typeof phone | typeof desktop;
export type Language = 'vi' | 'en' | 'th';

let browser: Promise<Browser> | undefined;

export function openBrowser(): Promise<Browser> {
  browser ??= chromium.launch({
    executablePath: process.env['LIENKET_CHROMIUM'] ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--enable-unsafe-swiftshader',
    ],
  });
  return browser;
}

afterAll(async () => {
  await (await browser)?.close();
  browser = undefined;
});

export interface Visit {
  /** Of the product visited. */
  readonly address: string;
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the page complained of: script errors and failed requests. */
  readonly complaints: string[];
}

/** Opens one more page of a visitor's, and writes down what it complains of. */
export async function openPage(context: BrowserContext, address: string): Promise<Visit> {
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (/^https?:$/.test(url.protocol) && url.origin !== address) complaints.push(`reached elsewhere: ${url.origin}`);
  });
  return { address, page, context, complaints };
}

/** A fresh visitor with a screen and a language; nothing but the product may be reached. */
export async function visit(
  screen: Screen,
  language: Language,
  { address = inject('address'), dark = false }: { address?: string; dark?: boolean } = {},
): Promise<Visit> {
  const context = await (
    await openBrowser()
  ).newContext({
    viewport: screen,
    locale: language,
    baseURL: address,
    reducedMotion: 'reduce',
    colorScheme: dark ? 'dark' : 'light',
  });
  // A blank page between two people has no storage.
  await context.addInitScript((chosen) => {
    if (location.protocol !== 'about:') localStorage.setItem('lienket.language', chosen);
  }, language);
  return openPage(context, address);
}

/** The page has said what it is, nothing on it is still loading, and what moves has come to rest. */
export async function settled(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor();
  await page.waitForFunction(
    () =>
      document.querySelector('[aria-busy="true"], [role="progressbar"], .mantine-Loader-root') === null &&
      document.getAnimations().every(({ playState }) => playState !== 'running'),
  );
}

/** Lays the bars that stay on the screen into the page, or puts them back. */
const fixedBars = (page: Page, position: 'static' | ''): Promise<void> =>
  page.evaluate((chosen) => {
    for (const bar of document.querySelectorAll<HTMLElement>('nav, header'))
      if (chosen === '' || ['fixed', 'sticky'].includes(getComputedStyle(bar).position)) bar.style.position = chosen;
  }, position);

/**
 * What axe finds on the whole page, one line each. WCAG 2.2 AA. The window is made as tall as the page first, and the
 * bars are laid into the page: what has to be scrolled from under the phone's bar is no finding.
 */
export async function axeFindings(page: Page): Promise<string[]> {
  const { width, height } = page.viewportSize()!;
  const tall = await page.evaluate(async () => {
    await document.fonts.ready;
    return document.documentElement.scrollHeight;
  });
  if (tall > height) await page.setViewportSize({ width, height: tall });
  await fixedBars(page, 'static');
  // No page has frames, so what axe found need not be gathered in another page; and what is right need not be listed.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({
      resultTypes: ['violations'],
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    })
    .analyze();
  await fixedBars(page, '');
  await page.setViewportSize({ width, height });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')}: ${node.failureSummary?.split('\n')[1] ?? ''}`),
  );
}
