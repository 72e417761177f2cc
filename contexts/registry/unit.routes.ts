import { handle } from '#platform/method/handle.ts';
import { addressMatcher } from './address.ts';
import { addressBook } from './address.store.ts';
import { mayKeepFormer } from './setup.access.ts';
import { districtNames, formerUnitPage, unitPage, unitsOfProvince } from './unit.store.ts';
import { listFormerUnits, listUnits, resolveAddress } from './unit.wire.ts';

export const unitRoutes = [
  handle(listUnits, async ({ input, db, today, insist }) => {
    insist(true);
    const { items, total } = await unitPage(db, input, today);
    return {
      total,
      items: items.map(({ former_district, valid_from, valid_until, organisations, ...unit }) => ({
        ...unit,
        formerDistrict: former_district,
        from: valid_from,
        until: valid_until,
        organisations: organisations ?? 0,
      })),
      districts: await districtNames(db, today),
    };
  }),

  handle(listFormerUnits, async ({ input, actor, db, insist }) => {
    insist(true);
    const { items, total } = await formerUnitPage(db, input);
    return {
      total,
      may: { keep: mayKeepFormer(actor) },
      items: items.map(({ former_district, abolished_on, ...unit }) => ({
        ...unit,
        district: former_district,
        abolishedOn: abolished_on,
      })),
    };
  }),

  handle(resolveAddress, async ({ input, db, today, insist }) => {
    insist(true);
    const match = addressMatcher(await addressBook(db))(input.address, { writtenOn: input.writtenOn });
    const units = new Map((await unitsOfProvince(db, today)).map((unit) => [unit.code, unit]));
    return {
      outcome: match.outcome,
      reasons: [...match.reasons],
      units: match.units.map(({ code, by, verified }) => ({
        code,
        name: units.get(code)?.name ?? code,
        kind: units.get(code)?.kind ?? 'commune',
        by: { former: by.until === null ? null : (by.former ?? by.name), name: by.name, district: by.district },
        verified,
      })),
    };
  }),
];
