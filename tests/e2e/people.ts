import { demonstrationAccounts, type DemonstrationPart } from '#db/seed/story.accounts.ts';
import type { Visit } from './browser.ts';

const cookies = new Map<string, { name: string; value: string }>();

/** Signs a visitor in as one of the demonstration's people; the session is kept for the whole run. */
export async function signIn(
  { address, context }: Pick<Visit, 'address' | 'context'>,
  part: DemonstrationPart,
): Promise<void> {
  const key = `${address} ${part}`;
  let cookie = cookies.get(key);
  if (cookie === undefined) {
    const response = await fetch(`${address}/api/demo/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ account: demonstrationAccounts[part].id }),
    });
    if (!response.ok) throw new Error(`demonstration sign-in as ${part}: ${response.status} ${await response.text()}`);
    const [name = '', value = ''] = response.headers.getSetCookie()[0]!.split(';')[0]!.split(/=(.*)/s);
    cookie = { name, value };
    cookies.set(key, cookie);
  }
  await context.clearCookies();
  await context.addCookies([{ ...cookie, url: address }]);
}
