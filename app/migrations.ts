import { installJobs } from '#platform/job/job.ts';
import { migrate } from '#platform/database/migrate.ts';
import { jobs } from './methods.ts';

export const migrationsFolder = new URL('../db/migrations/', import.meta.url);

/** Brings a database up to date: our own tables, and the queues. Returns the names of what was applied. */
export async function migrateAll(ownerUrl: string, servingPassword: string): Promise<string[]> {
  const applied = await migrate(ownerUrl, servingPassword, migrationsFolder);
  await installJobs(
    ownerUrl,
    jobs.map(({ queue }) => queue),
  );
  return applied;
}
