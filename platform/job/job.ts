import pg from 'pg';
import { PgBoss } from 'pg-boss';
import type { Province } from '#kernel/place.ts';
import type { Client, Database } from '#platform/database/pool.ts';

const schema = 'pgboss';

/** Work that goes on beside requests: long calculations, imports, what is due every night. */
export interface Job {
  readonly queue: string;
  /** Minute hour day month weekday, Asia/Ho_Chi_Minh; run once for every province served. */
  readonly cron?: string;
  readonly work: (
    room: { database: Database; province: Province },
    data: Readonly<Record<string, unknown>>,
  ) => Promise<void>;
}

interface JobData {
  readonly province?: number;
  readonly [key: string]: unknown;
}

/** Makes the queues' tables as the owner and lets the serving role use them. Safe to repeat. */
export async function installJobs(ownerUrl: string, queues: readonly string[]): Promise<void> {
  const boss = new PgBoss({ connectionString: ownerUrl, schema, supervise: false, schedule: false });
  boss.on('error', () => undefined);
  await boss.start();
  for (const queue of queues) {
    if ((await boss.getQueue(queue)) === null) await boss.createQueue(queue, { retryLimit: 5, retryBackoff: true });
  }
  await boss.stop({ graceful: false });
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(`grant usage on schema ${schema} to lienket_server;
      grant select, insert, update, delete on all tables in schema ${schema} to lienket_server;
      grant usage on all sequences in schema ${schema} to lienket_server;
      grant execute on all functions in schema ${schema} to lienket_server`);
  } finally {
    await client.end();
  }
}

export interface Jobs {
  /** Queues work inside the caller's transaction: rolled back, no job. */
  readonly send: (
    client: Client,
    queue: string,
    province: Province,
    data: Readonly<Record<string, unknown>>,
  ) => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Starts the workers as the serving role. */
export async function startJobs(
  database: Database,
  jobs: readonly Job[],
  provinces: () => Promise<Province[]>,
): Promise<Jobs> {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => database.query(text, values as unknown[]) },
    schema,
    migrate: false,
    createSchema: false,
  });
  boss.on('error', () => undefined);
  await boss.start();
  for (const job of jobs) {
    await boss.work<JobData>(job.queue, { pollingIntervalSeconds: 2 }, async ([one]) => {
      if (one === undefined) return;
      const { province, ...data } = one.data ?? {};
      const served = province === undefined ? await provinces() : [province as Province];
      for (const each of served) await job.work({ database, province: each }, data);
    });
    if (job.cron !== undefined) await boss.schedule(job.queue, job.cron, {}, { tz: 'Asia/Ho_Chi_Minh' });
  }
  return {
    send: async (client, queue, province, data) => {
      await boss.send(
        queue,
        { ...data, province },
        { db: { executeSql: (text, values) => client.query(text, values as unknown[]) } },
      );
    },
    stop: () => boss.stop({ graceful: true, timeout: 5_000 }),
  };
}
