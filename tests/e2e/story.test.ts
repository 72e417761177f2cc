import { describe, expect, test } from 'vitest';
import { demonstrationAccounts } from '#db/seed/story.accounts.ts';
import { desktop, phone, visit } from './browser.ts';

test('one click on the front page signs in as the director', async () => {
  const { page, context, complaints } = await visit(desktop, 'vi');
  await page.goto('/', { waitUntil: 'networkidle' });
  await page
    .getByRole('button', { name: new RegExp(demonstrationAccounts.director.name) })
    .first()
    .click();
  await page.waitForURL('**/home');
  expect(await page.locator('h1').textContent()).toBe('Việc của tôi');
  expect(complaints).toEqual([]);
  await context.close();
});

/** The story's cooperative as its pages show it, on both screens; every step opens as the person whose step it is. */
describe.each([
  ['on a phone', phone],
  ['on a desk', desktop],
] as const)('the told story, %s', (_name, screen) => {
  test('each step is done, and opens its page as the person whose step it is', async () => {
    const seen = await visit(screen, 'vi');
    const { page, context, complaints } = seen;
    await page.goto('/walk?story=told', { waitUntil: 'networkidle' });
    const steps = page.locator('[data-step]');
    const names = await steps.evaluateAll((nodes) =>
      nodes.map((node) => [node.getAttribute('data-step'), node.getAttribute('data-state')]),
    );
    expect(names.filter(([, state]) => state !== 'done')).toEqual([]);
    for (const [name] of names) {
      // What the page before still asked for would be asked by nobody.
      await page.goto('about:blank');
      await context.clearCookies();
      await page.goto('/walk?story=told', { waitUntil: 'networkidle' });
      const button = page.locator(`[data-step="${name}"] button, [data-step="${name}"] a`).first();
      await Promise.all([page.waitForURL((url) => url.pathname !== '/walk'), button.click()]);
      await page.locator('h1').first().waitFor();
      expect(await page.locator('[data-page-state]').count(), `${name}: ${page.url()}`).toBe(0);
    }
    expect(complaints).toEqual([]);
    await context.close();
  });
});
