import { Problem } from '#kernel/problem.ts';
import { handle } from '#platform/method/handle.ts';
import * as lots from './lot.store.ts';
import { maySample } from './quality.access.ts';
import { sampleErasingObstacles } from './report.ts';
import { overwriteTaker, sampleForChange } from './report.store.ts';
import { eraseSample } from './sample.wire.ts';

export const sampleErasureRoutes = [
  handle(eraseSample, async ({ input, actor, db, insist }) => {
    const sample = await sampleForChange(db, input.sample);
    const lot = await lots.lotForChange(db, sample.lot_id);
    insist(maySample(actor, await lots.ownedLot(db, lot)));
    const obstacles = sampleErasingObstacles({ state: sample.state, erased: sample.erased_at !== null });
    if (obstacles.length > 0) throw new Problem('conflict', 'quality.sample.not-erasable', { obstacles });
    await overwriteTaker(db, sample.id);
    return {};
  }),
];
