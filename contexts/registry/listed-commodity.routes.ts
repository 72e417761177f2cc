import { Problem } from '#kernel/problem.ts';
import { handle } from '#platform/method/handle.ts';
import { listedCommodities, saveAccepted } from './listed-commodity.store.ts';
import { acceptListedCommodities, listListedCommodities } from './listed-commodity.wire.ts';
import { maySeeSetup, maySetUp } from './setup.access.ts';

const namesOf = ({ name_vi, name_en, name_th }: { name_vi: string; name_en: string; name_th: string }) => ({
  vi: name_vi,
  en: name_en,
  th: name_th,
});

export const listedCommodityRoutes = [
  handle(listListedCommodities, async ({ actor, db, insist }) => {
    insist(maySeeSetup(actor));
    const { rows, units } = await listedCommodities(db);
    const items = rows.map((row) => ({
      code: row.code,
      names: namesOf(row),
      sector: row.sector,
      baseUnit: row.base_unit,
      storage: row.storage,
      cycle: row.cycle,
      units: units
        .filter(({ unit_set }) => unit_set === row.unit_set)
        .map((unit) => ({ code: unit.code, names: namesOf(unit), qty: unit.qty, usual: unit.usual })),
      varieties: row.varieties.map(([vi, en, th]) => ({ vi, en, th })),
      source: row.source,
      verified: row.verified,
      commodity: row.commodity,
    }));
    return { items, may: { accept: maySetUp(actor) } };
  }),

  handle(acceptListedCommodities, async ({ input, actor, db, insist }) => {
    insist(maySetUp(actor));
    const listed = await listedCommodities(db);
    const ids = new Map(input.items.map(({ code, commodity }) => [code, commodity]));
    const unknown = [...ids.keys()].filter((code) => !listed.rows.some((row) => row.code === code));
    if (unknown.length > 0)
      throw new Problem('conflict', 'registry.listed-commodity.not-acceptable', { obstacles: ['unknown'], unknown });
    return { accepted: await saveAccepted(db, listed, ids) };
  }),
];
