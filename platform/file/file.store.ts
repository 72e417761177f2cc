import type { FileId } from '#kernel/id.ts';
import { Problem } from '#kernel/problem.ts';
import type { Actor } from '#kernel/actor.ts';
import type { Db } from '#platform/database/db.ts';

export interface StoredFile {
  readonly id: FileId;
  readonly name: string;
  readonly mediaType: string;
  readonly sha256: string;
  readonly content: Uint8Array;
}

export interface FileOwner {
  readonly kind: string;
  readonly id: string;
}

/** Overwrites what a file holds, when its owner keeps it elsewhere or its time is over; that there was a file stays known. */
export async function blankFile(db: Db, id: FileId): Promise<void> {
  const content = Buffer.from(' ');
  await db.updateTable('platform.file').set({ content, bytes: content.length }).where('id', '=', id).execute();
}

/**
 * Gives an uploaded file to a record. Only its uploader can, and only once;
 * a command that does so has already insisted on the record.
 */
export async function claimFile(db: Db, actor: Actor, id: FileId, owner: FileOwner): Promise<StoredFile> {
  const file = await db.selectFrom('platform.file').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  if (file === undefined || file.uploaded_by !== actor.account)
    throw new Problem('unprocessable', 'file.unknown', { file: id });
  if (file.owner_kind !== null && (file.owner_kind !== owner.kind || file.owner_id !== owner.id)) {
    throw new Problem('conflict', 'file.already-used', { file: id });
  }
  await db
    .updateTable('platform.file')
    .set({ owner_kind: owner.kind, owner_id: owner.id })
    .where('id', '=', id)
    .execute();
  return {
    id,
    name: file.name,
    mediaType: file.media_type,
    sha256: Buffer.from(file.sha256).toString('hex'),
    content: file.content,
  };
}
