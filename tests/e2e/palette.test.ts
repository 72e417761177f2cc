import { afterEach, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { words } from '#web/shell/words.vi.ts';
import { axeFindings, desktop, phone, visit, type Visit } from './browser.ts';
import { signIn } from './people.ts';

const visits: Visit[] = [];
afterEach(async () => {
  for (const { context } of visits.splice(0)) await context.close();
});

const { group } = words.palette;
const box = (page: Page) => page.getByRole('combobox', { name: words.palette.hint });
const inGroup = (page: Page, name: string) => page.getByRole('group', { name }).getByRole('option');

test('an officer finds an organisation, a member and an action by keys alone, without tone marks', async () => {
  const here = await visit(desktop, 'vi');
  visits.push(here);
  const { page } = here;
  await signIn(here, 'communeOfficer');
  await page.goto('/');
  await page.getByRole('heading', { level: 1 }).waitFor();

  await page.keyboard.press('Control+k');
  await box(page).fill('huu co dam ha');
  await inGroup(page, group.organisation).first().waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/registry\/organisations\/[0-9a-f-]{36}$/);
  const name = 'Hợp tác xã Nông nghiệp Hữu cơ Đầm Hà Xanh';
  await page.getByRole('heading', { level: 1, name }).waitFor();

  await page.keyboard.press('Control+k');
  await inGroup(page, group.recent).getByText(name).waitFor();
  await box(page).fill('chiu van thang');
  await inGroup(page, group.member).first().waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await box(page).fill('ghi mot to chuc');
  await inGroup(page, group.action).getByText(words.palette.register).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/registry/organisations/new');
  expect(here.complaints).toEqual([]);
});

test('who has not signed in opens it by a button on a phone: no people, no actions of others, and a word when nothing is found', async () => {
  const here = await visit(phone, 'vi');
  visits.push(here);
  const { page } = here;
  await page.goto('/registry/organisations');
  await page.getByRole('button', { name: words.shell.palette }).click();
  const answered = page.waitForResponse(/registry\.name\.list/);
  await box(page).fill('chiu van thang');
  await answered;
  expect(await inGroup(page, group.member).count()).toBe(0);
  await box(page).fill('ghi mot to chuc');
  expect(await page.getByText(words.palette.register).count()).toBe(0);
  await box(page).fill('qqxxzzqq');
  await page.getByText(words.palette.empty).waitFor();
  await box(page).fill('toi');
  await inGroup(page, group.action).getByText(words.palette.dark).click();
  await page.locator('html[data-mantine-color-scheme="dark"]').waitFor();
  expect(here.complaints).toEqual([]);
});
