import { today } from '#kernel/day.ts';
import { inProvince } from '#platform/database/transaction.ts';
import type { Job } from '#platform/job/job.ts';
import type { Subscriber } from '#platform/outbox/outbox.ts';
import { noteMovedFigures } from './figure.store.ts';

/** Every night, and whenever something was told that can move a figure. */
export const figureJob: Job = {
  queue: 'insight-figures',
  cron: '30 2 * * *',
  work: async ({ database, province }) => {
    await inProvince(database, province, ({ db }) => noteMovedFigures(db, today()));
  },
};

export const figureSubscriber: Subscriber = {
  name: 'insight.figure',
  topics: [
    'registry.organisation.registered',
    'registry.member.recorded',
    'linkage.chain.drafted',
    'linkage.contract.signed',
    'linkage.settlement.issued',
    'linkage.settlement.paid',
    'quality.lot.released',
    'support.disbursement.confirmed',
  ],
  work: async (db) => {
    await noteMovedFigures(db, today());
  },
};
