import fastify from 'fastify';
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { mountWeb } from './static.ts';

const folder = mkdtempSync(join(tmpdir(), 'lienket-web-'));
const script = `console.log('${'Chanh leo '.repeat(2000)}');`;
mkdirSync(join(folder, 'assets'));
writeFileSync(join(folder, 'assets', 'shell.js'), script);
writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Lienket</title>');
const server = fastify();
server.get('/api/registry.unit.list', () => ({ items: ['Đầm Hà '.repeat(2000)] }));
await mountWeb(server, { folder: new URL(`${pathToFileURL(folder).href}/`), portal: [] });
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

const ask = (url: string, headers: Record<string, string> = {}) => server.inject({ url, headers });

test.each([
  ['br', brotliDecompressSync],
  ['gzip', gunzipSync],
])('a browser that reads %s is sent the same script, much smaller', async (encoding, open) => {
  const answer = await ask('/assets/shell.js', { 'accept-encoding': encoding });
  expect(answer.headers['content-encoding']).toBe(encoding);
  expect(answer.headers['cache-control']).toContain('immutable');
  expect(answer.rawPayload.length).toBeLessThan(script.length / 10);
  expect(open(answer.rawPayload).toString()).toBe(script);
});

test('who reads no compression gets it as it is, and a piece of it is the whole', async () => {
  expect((await ask('/assets/shell.js')).payload).toBe(script);
  const piece = await ask('/assets/shell.js', { 'accept-encoding': 'br', range: 'bytes=0-9' });
  expect(piece.statusCode).toBe(200);
  expect(brotliDecompressSync(piece.rawPayload).toString()).toBe(script);
});

test('what a method answers is not compressed: its length would tell of what is secret in it', async () => {
  const answer = await ask('/api/registry.unit.list', { 'accept-encoding': 'br' });
  expect(answer.headers['content-encoding']).toBeUndefined();
});
