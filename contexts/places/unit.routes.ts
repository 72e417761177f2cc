import { Problem } from '#kernel/problem.ts';
import type { UnitVersion } from '#kernel/succession.ts';
import { handle } from '#platform/method/handle.ts';
import { drawnUnits } from './boundary.store.ts';
import { mayKeepUnits } from './places.access.ts';
import {
  confirmLinks,
  linkForChange,
  linkObstacles,
  linkPage,
  saveLink,
  versionsOf,
  waysOf,
  withdrawLink,
} from './unit.store.ts';
import { confirmUnitLinks, getUnit, listUnitLinks, recordUnitLink, withdrawUnitLink, type Way } from './unit.wire.ts';

const versionsIn = (ways: readonly Way[]): UnitVersion[] =>
  ways.flatMap(({ code, from }) => (code === null || from === null ? [] : [{ code, from }]));

export const unitRoutes = [
  handle(getUnit, async ({ input, actor, db, insist }) => {
    insist(true);
    const versions = await versionsOf(db, input.code);
    const unit = versions.find(({ valid_from }) => input.from === undefined || valid_from === input.from);
    if (unit === undefined) throw new Problem('not-found', 'places.unit.unknown');
    const { before, after } = await waysOf(db, { code: unit.code, from: unit.valid_from });
    return {
      code: unit.code,
      from: unit.valid_from,
      until: unit.valid_until,
      name: unit.name,
      kind: unit.kind,
      formerDistrict: unit.former_district,
      lon: unit.lon,
      lat: unit.lat,
      source: unit.source,
      verified: unit.verified,
      predecessors: before,
      successors: after,
      drawn: (await drawnUnits(db, [
        { code: unit.code, from: unit.valid_from },
        ...versionsIn([...before, ...after]),
      ])) as never,
      versions: versions.map(({ code, valid_from, valid_until, name }) => ({
        code,
        from: valid_from,
        until: valid_until,
        name,
      })),
      may: { confirm: mayKeepUnits(actor) },
    };
  }),

  handle(listUnitLinks, async ({ input, actor, db, insist }) => {
    insist(true);
    const { rows, total, unverified } = await linkPage(db, input);
    return {
      total,
      unverified,
      may: { confirm: mayKeepUnits(actor) },
      items: rows.map((row) => ({
        id: row.id,
        from: {
          former: row.former_unit,
          code: row.from_code,
          from: row.from_from,
          name: row.from_name,
          kind: row.from_kind,
          district: row.from_district,
        },
        to: { code: row.to_code, from: row.to_from, name: row.to_name, kind: row.to_kind },
        onDay: row.on_day,
        part: row.part,
        source: row.source,
        verified: row.verified,
        document: row.document,
      })),
    };
  }),

  handle(recordUnitLink, async ({ input, actor, db, today, insist }) => {
    insist(mayKeepUnits(actor));
    const obstacles = [...(await linkObstacles(db, input)), ...(input.onDay > today ? ['in-future'] : [])];
    if (obstacles.length > 0) throw new Problem('conflict', 'places.unit-link.not-recordable', { obstacles });
    await saveLink(db, input, actor.account!, today);
    return {};
  }),

  handle(confirmUnitLinks, async ({ input, actor, db, today, insist }) => {
    insist(mayKeepUnits(actor));
    const confirmed = await confirmLinks(db, input.links, { document: input.document, by: actor.account!, today });
    return { confirmed };
  }),

  handle(withdrawUnitLink, async ({ input, actor, db, insist }) => {
    insist(mayKeepUnits(actor));
    const link = await linkForChange(db, input.link);
    const obstacles = [
      ...(link.withdrawn_at === null ? [] : ['withdrawn-already']),
      ...(link.act_id === null ? [] : ['of-an-act']),
    ];
    if (obstacles.length > 0) throw new Problem('conflict', 'places.unit-link.not-withdrawable', { obstacles });
    await withdrawLink(db, input.link, actor.account!, input.reason);
    return {};
  }),
];
