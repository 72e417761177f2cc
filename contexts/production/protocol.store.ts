import type { Day } from '#kernel/day.ts';
import { Problem } from '#kernel/problem.ts';
import { contentHash } from '#kernel/canonical.ts';
import type { Db } from '#platform/database/db.ts';
import { productionIn } from './production.tables.ts';
import type { ProtocolContent, ProtocolId } from './protocol.ts';

const versions = (db: Db) =>
  productionIn(db)
    .selectFrom('production.protocol as p')
    .innerJoin('production.protocol_version as v', 'v.protocol_id', 'p.id')
    .innerJoin('registry.published_commodity as c', 'c.id', 'p.commodity_id')
    .select([
      'p.id',
      'p.code',
      'p.version as newest_version',
      'p.commodity_id',
      'v.version',
      'v.content',
      'v.content_hash',
      'v.published_on',
      'c.code as commodity_code',
      'c.name_vi',
      'c.name_en',
      'c.name_th',
    ]);

export type ProtocolRow = Awaited<ReturnType<typeof protocolVersion>>;

/** Content was checked when it was published. */
export const contentOf = ({ content }: { content: unknown }): ProtocolContent => content as ProtocolContent;

export const commodityOf = (row: {
  commodity_id: ProtocolRow['commodity_id'];
  commodity_code: string;
  name_vi: string;
  name_en: string;
  name_th: string;
}) => ({
  id: row.commodity_id,
  code: row.commodity_code,
  name: { vi: row.name_vi, en: row.name_en, th: row.name_th },
});

export const newestProtocols = (db: Db) =>
  versions(db).whereRef('v.version', '=', 'p.version').orderBy('p.code').execute();

export async function protocolVersion(db: Db, id: ProtocolId, version?: number) {
  const row = await versions(db)
    .where('p.id', '=', id)
    .where((eb) => (version === undefined ? eb('v.version', '=', eb.ref('p.version')) : eb('v.version', '=', version)))
    .executeTakeFirst();
  if (row === undefined) throw new Problem('not-found', 'production.protocol.unknown');
  return row;
}

interface NewProtocol {
  readonly id: ProtocolId;
  readonly content: ProtocolContent;
  readonly on: Day;
  readonly by: string | null;
}

/** Publishes content as the first or the next version of its code; the same content again changes nothing. */
export async function publish(db: Db, { id, content, on, by }: NewProtocol) {
  const commodity = await productionIn(db)
    .selectFrom('registry.published_commodity')
    .select('id')
    .where('code', '=', content.commodity)
    .executeTakeFirst();
  if (commodity === undefined)
    throw new Problem('unprocessable', 'production.protocol.unknown-commodity', { commodity: content.commodity });

  const hash = await contentHash(content);
  await productionIn(db)
    .insertInto('production.protocol')
    .values({ id, code: content.code, commodity_id: commodity.id })
    .onConflict((conflict) => conflict.columns(['province', 'code']).doNothing())
    .execute();
  const protocol = await productionIn(db)
    .selectFrom('production.protocol')
    .selectAll()
    .where('code', '=', content.code)
    .forUpdate()
    .executeTakeFirstOrThrow();
  if (protocol.commodity_id !== commodity.id) throw new Problem('conflict', 'production.protocol.other-commodity');

  const newest = await productionIn(db)
    .selectFrom('production.protocol_version')
    .select(['version', 'content_hash'])
    .where('protocol_id', '=', protocol.id)
    .orderBy('version', 'desc')
    .executeTakeFirst();
  if (newest?.content_hash === hash) return { protocol: protocol.id, version: newest.version };

  const version = (newest?.version ?? 0) + 1;
  await productionIn(db)
    .insertInto('production.protocol_version')
    .values({
      protocol_id: protocol.id,
      version,
      content: JSON.stringify(content),
      content_hash: hash,
      published_on: on,
      published_by: by,
    })
    .execute();
  await productionIn(db).updateTable('production.protocol').set({ version }).where('id', '=', protocol.id).execute();
  return { protocol: protocol.id, version };
}
