import { handle } from '#platform/method/handle.ts';
import { matchAddress } from './unit.ts';
import { districtNames, formerUnitPage, namedUnits, unitPage, unitsOfProvince } from './unit.store.ts';
import { listFormerUnits, listUnits, resolveAddress } from './unit.wire.ts';

export const unitRoutes = [
  handle(listUnits, async ({ input, db, today, insist }) => {
    insist(true);
    const { items, total } = await unitPage(db, input, today);
    return {
      total,
      items: items.map(({ former_district, valid_from, organisations, ...unit }) => ({
        ...unit,
        formerDistrict: former_district,
        from: valid_from,
        organisations: organisations ?? 0,
      })),
      districts: await districtNames(db, today),
    };
  }),

  handle(listFormerUnits, async ({ input, db, insist }) => {
    insist(true);
    const { items, total } = await formerUnitPage(db, input);
    return {
      total,
      items: items.map(({ former_district, abolished_on, ...unit }) => ({
        ...unit,
        district: former_district,
        abolishedOn: abolished_on,
      })),
    };
  }),

  handle(resolveAddress, async ({ input, db, today, insist }) => {
    insist(true);
    const match = matchAddress(input.address, await namedUnits(db, today));
    const units = new Map((await unitsOfProvince(db, today)).map((unit) => [unit.code, unit]));
    return {
      outcome: match.outcome,
      units: match.units.map(({ code, by }) => ({
        code,
        name: units.get(code)?.name ?? code,
        kind: units.get(code)?.kind ?? 'commune',
        by: { former: by.former, name: by.name, district: by.district },
        verified: by.verified,
      })),
    };
  }),
];
