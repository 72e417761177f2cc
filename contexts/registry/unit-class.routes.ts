import { isAdministrator, isProvincialOfficer } from '#kernel/actor.ts';
import { Problem } from '#kernel/problem.ts';
import { handle } from '#platform/method/handle.ts';
import { classingObstacles, closingObstacles } from './unit-class.ts';
import { closeUnitClassRow, saveUnitClass, unitClassForChange, unitClassRows } from './unit-class.store.ts';
import { closeUnitClass, listUnitClasses, recordUnitClass } from './unit-class.wire.ts';
import { findUnit } from './unit.store.ts';

export const unitClassRoutes = [
  handle(listUnitClasses, async ({ input, actor, db, today, insist }) => {
    insist(true);
    const on = input.past === true ? undefined : (input.on ?? today);
    return {
      items: await unitClassRows(db, { unit: input.unit, on }),
      may: { record: isProvincialOfficer(actor) || isAdministrator(actor) },
    };
  }),

  handle(recordUnitClass, async ({ input, actor, db, insist }) => {
    insist(isProvincialOfficer(actor) || isAdministrator(actor));
    const obstacles = classingObstacles({
      unitKnown: (await findUnit(db, input.unit, input.from)) !== undefined,
      class: input.class,
      from: input.from,
      until: input.until ?? null,
      there: await unitClassRows(db, { unit: input.unit }),
    });
    if (obstacles.length > 0) throw new Problem('conflict', 'registry.unit-class.not-recordable', { obstacles });
    await saveUnitClass(db, input, actor.account!);
    return {};
  }),

  handle(closeUnitClass, async ({ input, actor, db, insist }) => {
    const row = await unitClassForChange(db, input.id);
    insist(isProvincialOfficer(actor) || isAdministrator(actor));
    const obstacles = closingObstacles(row.from, row.until, input.until);
    if (obstacles.length > 0) throw new Problem('conflict', 'registry.unit-class.not-closable', { obstacles });
    await closeUnitClassRow(db, row.id, input.until);
    return {};
  }),
];
