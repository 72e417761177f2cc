import { expect, test } from 'vitest';
import { signedIn, testDatabase, testServer } from './harness.ts';

const here = await testDatabase();
const server = await testServer(here);

test('who sends many files at once is told to wait, and nobody else is held up; strangers send nothing at all', async () => {
  const [one, other] = await Promise.all([
    signedIn(here, { role: 'provincial-officer' }),
    signedIn(here, { role: 'provincial-officer' }),
  ]);
  const text = new TextEncoder().encode('a,b\n1,2\n');
  const replies = await Promise.all(Array.from({ length: 40 }, () => server.upload(one, text, 'x.csv')));
  const statuses = new Set(replies.map(({ status }) => status));
  expect([...statuses].toSorted((a, b) => a - b)).toEqual([200, 429]);
  const refused = replies.find(({ status }) => status === 429)!;
  expect(refused.body).toMatchObject({ code: 'file.too-many', retryAfter: 1 });
  expect(refused.headers['retry-after']).toBe('1');
  expect((await server.upload(other, text, 'y.csv')).status).toBe(200);
  expect((await server.upload(one, text, 'z.csv')).status).toBe(200);
  expect((await server.upload({ account: null, cookie: '' }, text, 'x.csv')).status).toBe(401);
});
