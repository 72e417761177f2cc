import { inProvince } from '#platform/database/transaction.ts';
import type { Job } from '#platform/job/job.ts';
import { sweepSessions } from '#platform/session/limit.ts';

/** Nightly housekeeping: stored replies live 30 days, delivered outbox entries 90; sessions until they run out. */
export const platformJobs: readonly Job[] = [
  {
    queue: 'housekeeping',
    cron: '10 2 * * *',
    work: async ({ database, province }) => {
      await sweepSessions(database);
      await inProvince(database, province, async ({ client }) => {
        await client.query(`delete from platform.command_reply
          where province = platform.current_province() and at < now() - interval '30 days'`);
        await client.query(`delete from platform.outbox_delivery d using platform.outbox o
          where d.province = platform.current_province() and o.province = d.province and o.id = d.outbox_id
            and o.done_at < now() - interval '90 days'`);
        await client.query(`delete from platform.outbox
          where province = platform.current_province() and done_at < now() - interval '90 days'`);
      });
    },
  },
];
