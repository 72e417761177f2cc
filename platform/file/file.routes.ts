import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Actor } from '#kernel/actor.ts';
import { FileId } from '#kernel/id.ts';
import { malformed, Problem } from '#kernel/problem.ts';
import { line } from '#kernel/text.ts';
import type { Db } from '#platform/database/db.ts';
import { inProvince } from '#platform/database/transaction.ts';
import { provinceOf, type ServerParts } from '#platform/http/parts.ts';
import type { Content } from './content.ts';
import { checkedContent } from './content-check.ts';
import { UploadAllowance } from './upload-allowance.ts';

export const mostFileBytes = 20_971_520;

/** Who may read a file follows the record that owns it: one rule per kind of record. */
export type FileAccess = Readonly<Record<string, (db: Db, actor: Actor, ownerId: string) => Promise<boolean>>>;

const Upload = z.object({ id: FileId, name: line(200) });

type Asked = Readonly<Record<string, unknown>>;

interface Sent {
  readonly id: FileId;
  readonly name: string;
  readonly content: Content;
  readonly body: Buffer;
}

/** What was sent, looked through before anything of the database is taken for it. */
async function sentFile(query: unknown, body: unknown): Promise<Sent> {
  const parsed = Upload.safeParse(query);
  if (!parsed.success)
    throw malformed(parsed.error.issues.map((issue) => ({ path: issue.path.join('.'), code: 'field.wrong-type' })));
  if (!Buffer.isBuffer(body) || body.length === 0) throw new Problem('malformed', 'file.empty');
  return { ...parsed.data, content: await checkedContent(body), body };
}

/** Keeps what was sent, once: the same id again with the same content is the same file. */
async function keep(db: Db, actor: Actor, { id, name, content, body }: Sent) {
  if (actor.account === null) throw new Problem('unauthenticated', 'access.sign-in');
  const { mediaType } = content;
  const sha256 = Buffer.from(content.sha256, 'hex');
  const file = {
    id,
    name,
    media_type: mediaType,
    bytes: body.length,
    sha256,
    content: body,
    uploaded_by: actor.account,
    owner_kind: null,
    owner_id: null,
  };
  await db
    .insertInto('platform.file')
    .values(file)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const kept = await db
    .selectFrom('platform.file')
    .select(['sha256', 'uploaded_by'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (kept?.uploaded_by !== actor.account || !sha256.equals(kept.sha256))
    throw new Problem('conflict', 'file.id-reused');
  return { id, name, mediaType, bytes: body.length, sha256: sha256.toString('hex') };
}

/** Not 403 for a file one may not read: that it exists is its owner's business. */
async function readable(db: Db, actor: Actor, access: FileAccess, id: unknown) {
  const parsed = FileId.safeParse(id);
  if (!parsed.success) throw new Problem('not-found', 'file.unknown');
  const file = await db.selectFrom('platform.file').selectAll().where('id', '=', parsed.data).executeTakeFirst();
  if (file === undefined) throw new Problem('not-found', 'file.unknown');
  const allowed =
    file.owner_kind === null
      ? file.uploaded_by === actor.account
      : await access[file.owner_kind]?.(db, actor, file.owner_id!);
  if (allowed !== true) throw new Problem('not-found', 'file.unknown');
  return file;
}

/** Without a length the most there may be is reckoned with. */
function admitted(allowance: UploadAllowance, account: string, length: string | undefined): () => void {
  const told = Number(length);
  const bytes = length !== undefined && Number.isFinite(told) && told >= 0 ? told : mostFileBytes;
  if (bytes > mostFileBytes) throw new Problem('too-large', 'file.too-large', { most: mostFileBytes });
  const allowed = allowance.take(account, bytes, Date.now());
  if ('release' in allowed) return allowed.release;
  const retryAfter = Math.ceil(allowed.retryAfterMs / 1_000);
  throw allowed.isMine
    ? new Problem('too-many', 'file.too-many', { retryAfter })
    : new Problem('unavailable', 'file.busy', { retryAfter });
}

export function mountFiles(server: FastifyInstance, parts: ServerParts, access: FileAccess): void {
  server.addContentTypeParser(
    'application/octet-stream',
    { parseAs: 'buffer', bodyLimit: mostFileBytes },
    (_request, body, done) => done(null, body),
  );

  const within = <T>(request: FastifyRequest, work: (db: Db, actor: Actor) => Promise<T>): Promise<T> => {
    const province = provinceOf(request, parts.province);
    return inProvince(parts.database, province, async ({ client, db }) =>
      work(db, await parts.sessions.actor(client, request.headers.cookie, province)),
    );
  };

  const allowance = new UploadAllowance();
  /** Who sends, and whether as much may come, is asked before a byte of it is taken into memory. */
  const admit = async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const account = await within(request, async (_db, actor) => actor.account);
    if (account === null) throw new Problem('unauthenticated', 'access.sign-in');
    const release = admitted(allowance, account, request.headers['content-length']);
    reply.raw.once('close', release);
  };

  server.post('/files', { bodyLimit: mostFileBytes, onRequest: admit }, (request) =>
    sentFile(request.query, request.body).then((sent) => within(request, (db, actor) => keep(db, actor, sent))),
  );

  server.get<{ Params: Asked }>('/files/:id', async (request, reply) => {
    const file = await within(request, (db, actor) => readable(db, actor, access, request.params['id']));
    return reply
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
      .header('content-security-policy', "sandbox; default-src 'none'")
      .header('x-content-type-options', 'nosniff')
      .header('cache-control', 'private, no-store')
      .type(file.media_type)
      .send(Buffer.from(file.content));
  });
}
