import type { LotId, OrganisationId } from '#kernel/id.ts';
import type { Db } from '#platform/database/db.ts';
import type { Subscriber, Told } from '#platform/outbox/outbox.ts';
import { notify } from '#platform/session/notify.ts';
import { lotOf } from './lot.store.ts';
import type { SampleId } from './lot.ts';
import { sampleOf } from './report.store.ts';

const lotIn = (db: Db, { payload }: Told) => lotOf(db, payload['lot'] as LotId);

async function tellOfSample(db: Db, told: Told): Promise<void> {
  const sample = await sampleOf(db, told.payload['sample'] as SampleId);
  await notify(db, {
    topic: told.topic,
    params: { code: sample.code, lot: sample.lot_code },
    link: `/quality/samples/${sample.id}`,
    to: { organisation: sample.laboratory_id, role: 'laboratory' },
  });
}

/** What happens to a lot is told to whoever runs its organisation. */
async function tellOfLot(db: Db, told: Told): Promise<void> {
  const lot = await lotIn(db, told);
  const market = told.payload['market'];
  await notify(db, {
    topic: told.topic,
    params: { lot: lot.code, ...(typeof market === 'string' ? { market } : {}) },
    link: `/quality/lots/${lot.id}`,
    to: { organisation: lot.organisation_id satisfies OrganisationId, role: 'organisation-manager' },
  });
}

export const newsSubscriber: Subscriber = {
  name: 'quality.news',
  topics: ['quality.sample.recorded', 'quality.report.recorded', 'quality.lot.released', 'quality.lot.blocked'],
  work: (db, told) => (told.topic === 'quality.sample.recorded' ? tellOfSample(db, told) : tellOfLot(db, told)),
};
