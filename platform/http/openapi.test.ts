import { expect, test } from 'vitest';
import { sessionToken, signedSessionCookie } from '#platform/session/cookie.ts';
import { openApi } from './openapi.ts';

const cookieOf = (origin: string): string =>
  (openApi([], origin) as { components: { securitySchemes: { session: { name: string } } } }).components.securitySchemes
    .session.name;

test.each([
  ['http://localhost:3000', 'lienket.session_token'],
  ['https://lienket.example.test', '__Secure-lienket.session_token'],
])('at %s a program signs in with the cookie the house reads and sets: %s', (origin, name) => {
  expect(cookieOf(origin)).toBe(name);
  const [pair] = signedSessionCookie('token', 'secret', origin).split('; ');
  expect(pair!.startsWith(`${name}=`)).toBe(true);
  expect(sessionToken(pair, 'secret')).toBe('token');
});
