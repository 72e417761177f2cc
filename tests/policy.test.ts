import { expect, test } from 'vitest';
import { listProvinces } from '#contexts/registry/province.wire.ts';
import { recordAct } from '#contexts/registry/act.wire.ts';
import { newId } from '#kernel/id.ts';
import { stranger, testDatabase, testServer } from './harness.ts';

const { server, as } = await testServer(await testDatabase());
const guards = /^(content-security|cross-origin|origin-agent|referrer|strict-transport|x-)/;

test('an answer of a method, and its refusal, guards itself with every header a page has', async () => {
  const page = await server.inject('/no-such-page');
  const wanted = Object.keys(page.headers).filter((name) => guards.test(name));
  expect(wanted.length).toBeGreaterThan(8);
  const told = await as(stranger)(listProvinces, {});
  const refused = await as(stranger)(recordAct, {
    id: newId(),
    organisation: newId(),
    kind: 'changed',
    onDay: '2026-01-01',
  } as never);
  expect([told.status, refused.status]).toEqual([200, 401]);
  for (const { headers } of [told, refused]) {
    for (const name of wanted) expect(headers, name).toHaveProperty(name);
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['x-content-type-options']).toBe('nosniff');
  }
});
