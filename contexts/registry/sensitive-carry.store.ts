import { sql } from 'kysely';
import { newId, type MemberId } from '#kernel/id.ts';
import type { Db } from '#platform/database/db.ts';
import { decrypted, encrypted } from './personal.cipher.ts';
import { registryIn } from './registry.tables.ts';
import type { SensitiveId } from './sensitive.wire.ts';

const rowsAtOnce = 500;

/**
 * A membership that is carried on keeps its sensitive details with ground, paper and purpose, sealed anew: the successor
 * takes over what its predecessor was told. Of two memberships that become one, the first that tells a field tells it.
 */
export async function carrySensitive(
  db: Db,
  links: readonly { readonly from: MemberId; readonly to: MemberId }[],
): Promise<void> {
  if (links.length === 0) return;
  const targets = new Map(links.map(({ from, to }) => [from, to]));
  const order = new Map(links.map(({ from }, at) => [from, at]));
  const held = await registryIn(db)
    .selectFrom('registry.member_sensitive')
    .select(['id', 'member_id', 'field', 'value_cipher', 'group_hmac', 'basis', 'document', 'purpose', 'recorded_by'])
    .where(sql<boolean>`member_id = any(${links.map(({ from }) => from)}::uuid[])`)
    .where('erased_at', 'is', null)
    .execute();
  const told = new Set<string>();
  const rows = held
    .toSorted((one, other) => order.get(one.member_id)! - order.get(other.member_id)!)
    .flatMap(({ id: from, member_id, value_cipher, ...row }) => {
      const member = targets.get(member_id)!;
      const key = `${member} ${row.field}`;
      if (told.has(key)) return [];
      told.add(key);
      const id = newId<SensitiveId>();
      const sealed = encrypted(decrypted(value_cipher!, from), id);
      return [{ ...row, id, member_id: member, value_cipher: sealed, withdrawn_on: null, erased_at: null }];
    });
  for (let at = 0; at < rows.length; at += rowsAtOnce)
    await registryIn(db)
      .insertInto('registry.member_sensitive')
      .values(rows.slice(at, at + rowsAtOnce))
      .execute();
}
