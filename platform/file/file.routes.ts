import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Actor } from '#kernel/actor.ts';
import { FileId } from '#kernel/id.ts';
import { malformed, Problem } from '#kernel/problem.ts';
import { line } from '#kernel/text.ts';
import type { Db } from '#platform/database/db.ts';
import { inProvince } from '#platform/database/transaction.ts';
import { provinceOf, type ServerParts } from '#platform/http/parts.ts';
import { contentOf } from './content.ts';

export const mostFileBytes = 20_971_520;

/** Who may read a file follows the record that owns it: one rule per kind of record. */
export type FileAccess = Readonly<Record<string, (db: Db, actor: Actor, ownerId: string) => Promise<boolean>>>;

const Upload = z.object({ id: FileId, name: line(200) });

export function mountFiles(server: FastifyInstance, parts: ServerParts, access: FileAccess): void {
  server.addContentTypeParser(
    'application/octet-stream',
    { parseAs: 'buffer', bodyLimit: mostFileBytes },
    (_request, body, done) => done(null, body),
  );

  server.post('/files', { bodyLimit: mostFileBytes }, async (request) => {
    const parsed = Upload.safeParse(request.query);
    if (!parsed.success)
      throw malformed(parsed.error.issues.map((issue) => ({ path: issue.path.join('.'), code: 'field.wrong-type' })));
    if (!Buffer.isBuffer(request.body) || request.body.length === 0) throw new Problem('malformed', 'file.empty');
    const content = request.body;
    const { id, name } = parsed.data;
    const province = provinceOf(request, parts.province);
    return inProvince(parts.database, province, async ({ client, db }) => {
      const actor = await parts.sessions.actor(client, request.headers.cookie, province);
      if (actor.account === null) throw new Problem('unauthenticated', 'access.sign-in');
      const { mediaType } = contentOf(content, name);
      const sha256 = createHash('sha256').update(content).digest();
      const file = {
        id,
        name,
        media_type: mediaType,
        bytes: content.length,
        sha256,
        content,
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
        .executeTakeFirstOrThrow();
      if (kept.uploaded_by !== actor.account || !sha256.equals(kept.sha256))
        throw new Problem('conflict', 'file.id-reused');
      return { id, name, mediaType, bytes: content.length, sha256: sha256.toString('hex') };
    });
  });

  server.get<{ Params: { id: string } }>('/files/:id', async (request, reply) => {
    const id = FileId.safeParse(request.params.id);
    if (!id.success) throw new Problem('not-found', 'file.unknown');
    const province = provinceOf(request, parts.province);
    const file = await inProvince(parts.database, province, async ({ client, db }) => {
      const actor = await parts.sessions.actor(client, request.headers.cookie, province);
      const found = await db.selectFrom('platform.file').selectAll().where('id', '=', id.data).executeTakeFirst();
      if (found === undefined) throw new Problem('not-found', 'file.unknown');
      const allowed =
        found.owner_kind === null
          ? found.uploaded_by === actor.account
          : ((await access[found.owner_kind]?.(db, actor, found.owner_id!)) ?? false);
      // Not 403: that a file exists is the owner's business.
      if (!allowed) throw new Problem('not-found', 'file.unknown');
      return found;
    });
    return reply
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
      .header('content-security-policy', "sandbox; default-src 'none'")
      .header('x-content-type-options', 'nosniff')
      .header('cache-control', 'private, no-store')
      .type(file.media_type)
      .send(file.content);
  });
}
