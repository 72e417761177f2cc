import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { constants } from 'node:zlib';
import compress, { type FastifyCompressOptions } from '@fastify/compress';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { fileURLToPath } from 'node:url';
import { Problem } from '#kernel/problem.ts';
import { problemReply } from './trouble.ts';

export interface WebParts {
  /** Where the built web app lies. */
  readonly folder: URL;
  /** Paths of the public pages, which have a page of their own without the shell. */
  readonly portal: readonly RegExp[];
}

const isPage = (accept: string | undefined): boolean =>
  accept === undefined || accept.includes('text/html') || accept.includes('*/*');

/** Brotli at 4 costs a few milliseconds and is smaller than gzip at its best; what methods answer is sent as it is. */
const compression: FastifyCompressOptions = {
  encodings: ['br', 'gzip'],
  brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
};

/** The web app: hashed assets for ever, its page for every path that is no file and no method. */
export async function mountWeb(server: FastifyInstance, { folder, portal }: WebParts): Promise<void> {
  const root = fileURLToPath(folder);
  if (!existsSync(root)) return;
  await server.register(async (web) => servePages(web, { folder, portal }));
}

async function servePages(web: FastifyInstance, { folder, portal }: WebParts): Promise<void> {
  await web.register(compress, compression);
  await web.register(fastifyStatic, {
    root: fileURLToPath(folder),
    // A piece of a file cannot be compressed on its own.
    acceptRanges: false,
    wildcard: false,
    index: false,
    setHeaders: (response, path) => {
      void response.header(
        'cache-control',
        path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
      // The one worker that keeps a page at hand without a network: it lies among the assets, its page does not.
      if (path.includes('/assets/card-worker-')) void response.header('service-worker-allowed', '/m/');
    },
  });
  const fileOf = async (name: string): Promise<string> => readFile(new URL(name, folder), 'utf8');
  const [shell, publicPage] = await Promise.all([fileOf('index.html'), fileOf('portal.html').catch(() => '')]);

  web.get('/*', (request, reply) => {
    const path = request.url.split('?')[0]!;
    const isAsset = path.startsWith('/api/') || path.startsWith('/files/') || path.startsWith('/assets/');
    if (isAsset || !isPage(request.headers.accept)) {
      return problemReply(new Problem('not-found', 'route.unknown'), request, reply);
    }
    const isPublic = publicPage !== '' && portal.some((pattern) => pattern.test(path));
    const page = isPublic ? publicPage : shell.replaceAll('__CSP_NONCE__', reply.cspNonce.style);
    return reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(page);
  });
}
