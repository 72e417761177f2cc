import { describe, expect, test } from 'vitest';
import { templateName } from './database.setup.ts';
import { testDatabase } from './harness.ts';

const { owner, database } = await testDatabase();
const schemas = `('registry', 'intake', 'linkage', 'production', 'quality', 'support', 'credit', 'books', 'insight', 'platform')`;
/** The installation's own tables: which provinces there are, which migrations ran, and which key belongs to them. */
const own = `('platform.tenant', 'platform.migration', 'platform.installation_key')`;

const tables = `select c.oid, n.nspname || '.' || c.relname as name, c.relrowsecurity, c.relforcerowsecurity
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and n.nspname in ${schemas} and n.nspname || '.' || c.relname not in ${own}`;

const names = async (text: string): Promise<string[]> => (await owner<{ name: string }>(text)).map(({ name }) => name);

describe('every table of a province', () => {
  test('is there at all', async () => {
    expect((await owner(tables)).length).toBeGreaterThan(10);
  });

  test('begins its primary key with the province', async () => {
    expect(
      await names(`with t as (${tables}) select t.name from t
        left join pg_index i on i.indrelid = t.oid and i.indisprimary
        left join pg_attribute a on a.attrelid = t.oid and a.attnum = i.indkey[0]
        where a.attname is distinct from 'province'`),
    ).toEqual([]);
  });

  test('has the province in every unique index', async () => {
    expect(
      await names(`with t as (${tables}) select i.indexrelid::regclass::text as name from t
        join pg_index i on i.indrelid = t.oid and i.indisunique
        join pg_attribute a on a.attrelid = t.oid and a.attnum = i.indkey[0]
        where a.attname <> 'province'`),
    ).toEqual([]);
  });

  test('has the province in every foreign key to another such table', async () => {
    expect(
      await names(`with t as (${tables}) select k.conname as name from pg_constraint k
        join t on t.oid = k.conrelid join t as target on target.oid = k.confrelid
        join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
        where k.contype = 'f' and a.attname <> 'province'`),
    ).toEqual([]);
  });

  test('has row-level security, forced', async () => {
    expect(
      await names(`with t as (${tables}) select name from t where not relrowsecurity or not relforcerowsecurity`),
    ).toEqual([]);
  });

  test('lets the serving role see and write its own province only', async () => {
    expect(
      await names(`with t as (${tables}) select t.name from t
        where not exists (select from pg_policy p where p.polrelid = t.oid
          and pg_get_expr(p.polqual, p.polrelid) = '(province = platform.current_province())'
          and pg_get_expr(p.polwithcheck, p.polrelid) = '(province = platform.current_province())')
          or (select count(*) from pg_policy p where p.polrelid = t.oid) <> 1`),
    ).toEqual([]);
  });

  test('has no trigger of ours', async () => {
    expect(
      await names(
        `with t as (${tables}) select tgname as name from pg_trigger g join t on t.oid = g.tgrelid where not g.tgisinternal`,
      ),
    ).toEqual([]);
  });

  test('says what it holds', async () => {
    expect(await names(`with t as (${tables}) select name from t where obj_description(oid) is null`)).toEqual([]);
  });

  test('is never deleted from by the serving role, outside the floors', async () => {
    expect(
      await names(
        `with t as (${tables}) select name from t where name not like 'platform.%' and has_table_privilege('lienket_server', oid, 'delete')`,
      ),
    ).toEqual([]);
  });

  test('has no binary float for money or quantity', async () => {
    expect(
      await names(`with t as (${tables}) select t.name || '.' || a.attname as name from t join pg_attribute a on a.attrelid = t.oid
        where a.attnum > 0 and a.atttypid in ('float4'::regtype, 'float8'::regtype, 'numeric'::regtype, 'money'::regtype)
          and a.attname !~ '^(lon|lat)$|_(lon|lat)$'`),
    ).toEqual([]);
  });
});

describe('every published view', () => {
  test("reads with its reader's rights, so that the guard holds", async () => {
    expect(
      await names(`select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind = 'v' and n.nspname in ${schemas} and not coalesce(c.reloptions @> array['security_invoker=true'], false)`),
    ).toEqual([]);
  });
});

describe('the serving role', () => {
  test('owns nothing, is no superuser and cannot pass by the guard', async () => {
    expect(
      await owner(
        `select rolsuper, rolbypassrls, rolcreatedb, rolcreaterole from pg_roles where rolname = 'lienket_server'`,
      ),
    ).toEqual([{ rolsuper: false, rolbypassrls: false, rolcreatedb: false, rolcreaterole: false }]);
    expect(await names(`select relname as name from pg_class where relowner = 'lienket_server'::regrole`)).toEqual([]);
  });
  test.each(['create table platform.mine (id integer)', 'create schema mine'])('defines nothing: %s', async (ddl) => {
    const serving = await database.connect();
    try {
      await expect(serving.query(ddl)).rejects.toMatchObject({ code: '42501' });
    } finally {
      serving.release();
    }
  });
  test('makes nothing for the time of a session either, in the database that was migrated', async () => {
    // A clone does not inherit what was granted on the database itself, so the template is asked.
    expect(
      await owner(`select has_database_privilege('lienket_server', '${templateName}', 'temporary') as temporary`),
    ).toEqual([{ temporary: false }]);
  });
  test('cannot change or delete what was audited', async () => {
    expect(
      await owner(
        `select has_table_privilege('lienket_server', 'platform.audit', 'update') as update, has_table_privilege('lienket_server', 'platform.audit', 'delete') as delete`,
      ),
    ).toEqual([{ update: false, delete: false }]);
  });
});
