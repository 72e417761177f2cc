import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { migrateAll } from '#app/migrations.ts';
import { ephemeralPostgres } from '#platform/database/launcher.ts';

declare module 'vitest' {
  interface ProvidedContext {
    ownerUrl: string;
  }
}

export const testPassword = 'only-for-tests';
export const templateName = 'lienket_template';

/** One server for the whole run; test files clone its migrated template. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['LIENKET_TEST_DATABASE_URL'];
  const server = given === undefined ? await ephemeralPostgres() : undefined;
  const ownerUrl = given ?? server!.ownerUrl;
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  await client.query(`drop database if exists ${templateName} with (force)`);
  await client.query(`create database ${templateName}`);
  await client.end();
  await migrateAll(withDatabase(ownerUrl, templateName), testPassword);
  project.provide('ownerUrl', ownerUrl);
  return async () => server?.stop();
}

export function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}
