import { problemFrom, unreachable } from './api-problem.ts';

/** Ends the session and starts the app anew, so that nothing of this person stays in memory. */
export async function signOut(): Promise<void> {
  const response = await fetch('/api/auth/sign-out', {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  }).catch(() => {
    throw unreachable();
  });
  if (!response.ok) throw problemFrom(response.status, await response.text());
  location.assign('/');
}
