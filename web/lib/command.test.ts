import { QueryClient } from '@tanstack/react-query';
import { afterEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { command, query } from '#kernel/method.ts';
import { answer, documentUrl, fetchAnswer } from './api.ts';
import { markStale, sendCommand } from './command.ts';

const sign = command('linkage.contract.sign', { input: z.object({ contract: z.string() }), reply: z.object({}) });
const list = query('linkage.contract.list', {
  input: z.object({ state: z.string().optional(), page: z.coerce.number().default(1) }),
  reply: z.object({ total: z.number() }),
});

afterEach(() => vi.unstubAllGlobals());
const served = (respond: () => Response | Promise<Response>) => {
  const fetched = vi.fn<(url: string, init: RequestInit) => Promise<Response>>(async () => respond());
  vi.stubGlobal('fetch', fetched);
  return fetched;
};

test('a command goes to its own name, with its id', async () => {
  const fetched = served(() => Response.json({}));
  await sendCommand(sign, { contract: 'c' }, 'id-1');
  expect(fetched.mock.calls[0]?.[0]).toBe('/api/linkage.contract.sign');
  expect(fetched.mock.calls[0]?.[1]).toMatchObject({
    method: 'POST',
    body: '{"contract":"c"}',
    headers: { 'command-id': 'id-1' },
  });
});

test('a refusal carries its code and every obstacle; a broken network is told apart', async () => {
  served(() => Response.json({ code: 'linkage.contract.not-signable', obstacles: ['a', 'b'] }, { status: 409 }));
  await expect(sendCommand(sign, { contract: 'c' }, 'i')).rejects.toMatchObject({
    status: 409,
    code: 'linkage.contract.not-signable',
    obstacles: ['a', 'b'],
    isNetwork: false,
  });
  served(() => Promise.reject(new TypeError('Failed to fetch')));
  await expect(fetchAnswer(list, {})).rejects.toMatchObject({ code: 'network.unreachable', isNetwork: true });
  served(() => new Response('<html>Bad gateway</html>', { status: 502 }));
  await expect(fetchAnswer(list, {})).rejects.toMatchObject({ status: 502, code: 'server.failed' });
});

test('the same question has one key, however it is put; blanks are no question', () => {
  const key = answer(list, { state: 'signed', page: 2 }).queryKey;
  expect(answer(list, { page: '2', state: 'signed' }).queryKey).toEqual(key);
  expect(answer(list, { state: '' }).queryKey).toEqual(answer(list, {}).queryKey);
  expect(documentUrl({ ...list, kind: 'document', reply: z.void() }, { state: 'a b' })).toBe(
    '/api/linkage.contract.list?state=a+b',
  );
});

test("a command makes its context's answers stale and no other's", async () => {
  const client = new QueryClient();
  const own = answer(list, {}).queryKey;
  client.setQueryData(own, { total: 1 });
  client.setQueryData(['registry', 'registry.organisation.list', ''], {});
  await markStale(client, ['linkage']);
  expect(client.getQueryState(own)?.isInvalidated).toBe(true);
  expect(client.getQueryState(['registry', 'registry.organisation.list', ''])?.isInvalidated).toBe(false);
});
