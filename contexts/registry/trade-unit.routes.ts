import type { Day } from '#kernel/day.ts';
import type { CommodityId } from '#kernel/id.ts';
import { Problem } from '#kernel/problem.ts';
import type { Db } from '#platform/database/db.ts';
import { handle } from '#platform/method/handle.ts';
import { commodityRecord } from './commodity.store.ts';
import { maySetUp } from './setup.access.ts';
import { additionObstacles, changeObstacles, type TradeUnitObstacle } from './trade-unit.ts';
import {
  commodityByCode,
  endTradeUnit,
  lockCommodity,
  saveCommodity,
  saveTradeUnit,
  unitsInTime,
} from './trade-unit.store.ts';
import {
  changeTradeUnit,
  closeTradeUnit,
  listTradeUnits,
  recordCommodity,
  recordTradeUnit,
} from './trade-unit.wire.ts';

/** The units of a commodity that is there, with nobody else changing them meanwhile. */
async function unitsForChange(db: Db, commodity: CommodityId) {
  if ((await lockCommodity(db, commodity)) === undefined) throw new Problem('not-found', 'registry.commodity.unknown');
  return unitsInTime(db, commodity);
}

const refuse = (code: string, obstacles: readonly (TradeUnitObstacle | 'before-today')[]): void => {
  if (obstacles.length > 0) throw new Problem('conflict', code, { obstacles });
};

const since = '2000-01-01' as Day;

export const tradeUnitRoutes = [
  handle(listTradeUnits, async ({ input, actor, db, today, insist }) => {
    insist(true);
    const { base_unit } = await commodityRecord(db, input.commodity);
    const units = await unitsInTime(db, input.commodity);
    const record = maySetUp(actor);
    return {
      baseUnit: base_unit,
      may: { record },
      items: units.map(({ name_vi, name_en, name_th, ...unit }) => ({
        ...unit,
        names: { vi: name_vi, en: name_en, th: name_th },
        may: { change: record && !unit.usual && unit.until === null && unit.from <= today },
      })),
    };
  }),

  handle(recordTradeUnit, async ({ input, actor, db, insist }) => {
    const units = await unitsForChange(db, input.commodity);
    insist(maySetUp(actor));
    refuse('registry.trade-unit.not-recordable', additionObstacles(units, input.code));
    await saveTradeUnit(db, input);
    return {};
  }),

  handle(changeTradeUnit, async ({ input, actor, db, today, insist }) => {
    const units = await unitsForChange(db, input.commodity);
    insist(maySetUp(actor));
    refuse('registry.trade-unit.not-changeable', changeObstacles(units, input, today));
    const { name_vi, name_en, name_th } = units.find(({ code, until }) => code === input.code && until === null)!;
    await endTradeUnit(db, input.commodity, input.code, input.from);
    await saveTradeUnit(db, { ...input, names: { vi: name_vi, en: name_en, th: name_th } });
    return {};
  }),

  handle(closeTradeUnit, async ({ input, actor, db, today, insist }) => {
    const units = await unitsForChange(db, input.commodity);
    insist(maySetUp(actor));
    refuse('registry.trade-unit.not-closable', changeObstacles(units, { ...input, qty: undefined }, today));
    await endTradeUnit(db, input.commodity, input.code, input.from);
    return {};
  }),

  handle(recordCommodity, async ({ input, actor, db, insist }) => {
    insist(maySetUp(actor));
    const taken = await commodityByCode(db, input.code);
    refuse('registry.commodity.not-recordable', taken === undefined ? [] : ['code-taken']);
    await saveCommodity(db, input);
    await saveTradeUnit(db, { ...input.usualUnit, commodity: input.commodity, from: since, usual: true });
    return {};
  }),
];
