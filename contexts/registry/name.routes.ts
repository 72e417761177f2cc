import { handle } from '#platform/method/handle.ts';
import { namesLike } from './name.store.ts';
import { searchNames } from './name.wire.ts';

export const nameRoutes = [
  handle(searchNames, async ({ input, db, insist }) => {
    insist(true);
    const rows = await namesLike(db, input.search, input.size);
    return {
      items: rows.map((row) => {
        if (row.what === 'organisation')
          return { what: 'organisation' as const, id: row.id, name: row.name, kind: row.kind!, unit: row.place };
        if (row.what === 'unit')
          return { what: 'unit' as const, code: row.id, name: row.name, former: row.former, district: row.place };
        return { what: 'commodity' as const, id: row.id, names: { vi: row.name, en: row.name_en!, th: row.name_th! } };
      }),
    };
  }),
];
