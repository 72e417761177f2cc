import { afterAll, expect, test, vi } from 'vitest';
import { ownPath } from './auth.ts';

vi.stubGlobal('location', new URL('https://lienket.example/sign-in'));
afterAll(() => vi.unstubAllGlobals());

test.each(['/', '/linkage/contracts/1?page=2#prices', 'account', '/a//b'])('%s leads back within our pages', (path) => {
  expect(new URL(ownPath(path), location.origin).origin).toBe('https://lienket.example');
  expect(ownPath(path).endsWith(path)).toBe(true);
});

test.each([
  'https://evil.example/',
  '//evil.example',
  String.raw`/\evil.example`,
  String.raw`\\evil.example`,
  '/.//evil.example',
  '/a/..//evil.example/x',
  '/%2e//evil.example',
  'javascript:alert(1)',
  'http://[',
  '///',
])('%s does not lead to another site, nor to a fault', (path) => {
  expect(ownPath(path)).toBe('/');
});
