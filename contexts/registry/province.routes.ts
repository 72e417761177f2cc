import { handle } from '#platform/method/handle.ts';
import { provincesByName } from './province.store.ts';
import { listProvinces } from './province.wire.ts';

export const provinceRoutes = [
  handle(listProvinces, async ({ db, insist }) => {
    insist(true);
    return { items: await provincesByName(db) };
  }),
];
