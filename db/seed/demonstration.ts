import type pg from 'pg';
import { lastYear } from './demonstration.accounts.ts';
import { demonstrationRows, type Seal } from './demonstration.rows.ts';
import { seedUpdates } from './demonstration.books.ts';
import { insertRows } from './bulk.ts';
import { seedReference } from './reference.ts';

type Owner = Pick<pg.Client, 'query'>;

export const demonstrationProvince = 22;
/** The edition loaded is written down, so that starting again costs one query. */
const edition = 'demonstration';

async function isSeeded(owner: Owner): Promise<boolean> {
  const { rowCount } = await owner.query('select from reference.edition where name = $1', [edition]);
  return rowCount === 1;
}

/** A demonstration is never mixed into a database that people work in; the database refuses it too. */
async function openTenant(owner: Owner): Promise<void> {
  const { rows } = await owner.query<{ province: number }>('select province from platform.tenant order by province');
  if (rows.length > 0)
    throw new Error(
      `province ${rows.map(({ province }) => province).join(', ')} is served here: a demonstration never shares a database with a real province`,
    );
  await owner.query(
    `insert into platform.tenant (province, demonstration, opened_at) values ($1, true, '2026-11-01T00:00:00+07:00')`,
    [demonstrationProvince],
  );
}

/**
 * Tells of the figures as if they had just been recorded, so that scorecards are made from them by their own rules: of the last
 * year in the story, of the years before once the server is up.
 */
async function announceYears(owner: Owner): Promise<void> {
  await owner.query(
    `insert into platform.outbox (id, topic, payload, next_at)
     select gen_random_uuid(), 'registry.yearly.recorded', jsonb_build_object('year', a.year, 'organisations', jsonb_agg(a.organisation_id)),
       case when a.year = $2 then now() else now() + interval '30 seconds' end
     from registry.yearly_account a
     where a.province = $1
     group by a.year`,
    [demonstrationProvince, lastYear],
  );
}

/**
 * The article's province at its full size, the same rows on every machine, in one transaction. Everything is marked
 * synthetic but the article's organisations, which are marked reported. Does nothing where it was done before.
 */
export async function seedDemonstration(owner: Owner, seal?: Seal): Promise<void> {
  await seedReference(owner);
  if (await isSeeded(owner)) return;
  await owner.query('begin');
  try {
    await owner.query(`set local lienket.province = '${demonstrationProvince}'`);
    await openTenant(owner);
    const tables = demonstrationRows(seal);
    for (const [table, rows] of tables) await insertRows(owner, table, rows);
    await owner.query(`insert into reference.edition (name, checksum) values ($1, '1')`, [edition]);
    for (const table of new Set(tables.map(([name]) => name))) await owner.query(`analyze ${table}`);
    await announceYears(owner);
    // No card is made of a group: its figures need not be told of.
    await seedUpdates(owner, demonstrationProvince);
    await owner.query('commit');
  } catch (error) {
    await owner.query('rollback');
    throw error;
  }
}
