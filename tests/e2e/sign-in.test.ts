import { createHmac } from 'node:crypto';
import { afterEach, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { words } from '#web/account/words.vi.ts';
import { desktop, phone, visit, type Visit } from './browser.ts';
import { signIn } from './people.ts';

const visits: Visit[] = [];
afterEach(async () => {
  for (const { context } of visits.splice(0)) await context.close();
});
async function arrive(screen: typeof phone | typeof desktop): Promise<Visit> {
  const arrived = await visit(screen, 'vi');
  visits.push(arrived);
  return arrived;
}

const password = 'rừng trúc trên đồi';
const press = (page: Page, name: string | RegExp) =>
  page
    .getByRole('button', { name, ...(typeof name === 'string' && { exact: true }) })
    .first()
    .click();
const leaves = (page: Page, path: string) => page.waitForURL((url) => url.pathname !== path);

async function signOut(page: Page): Promise<void> {
  await page.evaluate(() =>
    fetch('/api/auth/sign-out', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' }),
  );
  await page.goto('/sign-in');
}

async function typePassword(page: Page, email: string): Promise<void> {
  await page.getByLabel(words.signIn.email).fill(email);
  await page.getByRole('textbox', { name: words.signIn.password }).fill(password);
  await press(page, words.signIn.submit);
}

/** RFC 6238 with the key as the page shows it. */
function codeOf(key: string): string {
  const bits = key
    .replaceAll(' ', '')
    .split('')
    .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
    .join('');
  const secret = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const digest = createHmac('sha1', secret).update(counter).digest();
  return String((digest.readUInt32BE(digest[19]! & 15) & 0x7fff_ffff) % 1_000_000).padStart(6, '0');
}

/** An officer hands a link over, and the person it is for comes in with it. */
async function invited(): Promise<{ page: Page; email: string; link: string }> {
  const officer = await arrive(desktop);
  await signIn(officer, 'provincialOfficer');
  await officer.page.goto('/people/invite');
  await officer.page.getByLabel(words.invite.name).fill('Nguyễn Thị Hương');
  await officer.page.getByRole('combobox', { name: words.invite.role }).selectOption('auditor');
  await press(officer.page, words.invite.submit);
  const link = await officer.page.locator('input[readonly]').inputValue();
  expect(link).toMatch(/\/invitation#[\w-]{43}$/);
  await officer.page.getByAltText(words.link.qr).waitFor();

  const { page } = await arrive(phone);
  const email = `huong.${Date.now()}@example.test`;
  await page.goto(link);
  await page.getByLabel(words.invitation.email).fill(email);
  await page.getByRole('textbox', { name: words.invitation.password }).fill(password);
  await press(page, words.invitation.accept);
  await leaves(page, '/invitation');
  await page.getByText('Kiểm toán viên').first().waitFor();
  return { page, email, link };
}

test('a link opens an account once; a passkey and an authenticator app then guard it', async () => {
  const { page, email, link } = await invited();
  const stranger = await arrive(phone);
  await stranger.page.goto(link);
  await stranger.page.getByText(words.obstacle.used).waitFor();

  const device = await page.context().newCDPSession(page);
  await device.send('WebAuthn.enable');
  const options = {
    protocol: 'ctap2',
    transport: 'internal',
    hasResidentKey: true,
    hasUserVerification: true,
    isUserVerified: true,
    automaticPresenceSimulation: true,
  } as const;
  await device.send('WebAuthn.addVirtualAuthenticator', { options });
  await page.goto('/account/security');
  await page.getByLabel(words.security.passkeyName).fill('Máy của Lan');
  await press(page, words.security.addPasskey);
  await page.getByText('Máy của Lan').waitFor();

  await press(page, words.security.enable);
  await page.getByRole('textbox', { name: words.security.yourPassword }).fill(password);
  await press(page, words.security.enable);
  await page.getByAltText(words.security.scan).waitFor();
  const key = await page.locator('code').first().innerText();
  await page.getByLabel(words.signIn.code).fill(codeOf(key));
  await press(page, words.security.finish);
  const recovery = await page.locator('li code').first().innerText();
  await press(page, words.security.codesKept);

  await signOut(page);
  await press(page, words.signIn.passkey);
  await leaves(page, '/sign-in');

  await signOut(page);
  await typePassword(page, email);
  await page.getByLabel(words.signIn.code).fill(codeOf(key));
  await press(page, words.signIn.confirm);
  await leaves(page, '/sign-in');

  await signOut(page);
  await typePassword(page, email);
  await press(page, words.signIn.useRecovery);
  await page.getByLabel(words.signIn.recovery).fill(recovery);
  await press(page, words.signIn.confirm);
  await leaves(page, '/sign-in');
  await page.goto('/account');
  await page.getByText(email).first().waitFor();
});

test('a revoked role is gone at the next click, and the person is told why', async () => {
  const { page, email } = await invited();
  await page.goto('/people');
  await page.getByText(words.people.masked).waitFor();
  const officer = await arrive(desktop);
  await signIn(officer, 'provincialOfficer');
  await officer.page.goto(`/people?search=${encodeURIComponent(email)}`);
  await press(officer.page, /Thu hồi: Nguyễn Thị Hương/);
  await officer.page.getByLabel(words.people.reason).fill('Chuyển công tác');
  await officer.page.getByRole('dialog').getByRole('button', { name: words.people.revoke, exact: true }).click();
  await officer.page.getByRole('dialog').waitFor({ state: 'detached' });

  await page.goto('/people');
  await page.getByText('Không có quyền xem').first().waitFor();
  await page.goto('/notifications');
  await page.getByText('Chuyển công tác').waitFor();
});
