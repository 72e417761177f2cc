import { handle } from '#platform/method/handle.ts';
import { maySeeBatch } from './batch.access.ts';
import { judgeRoom, listedRows, readyBatch } from './batch.load.ts';
import { placeOf } from './batch.routes.ts';
import { batchRecord } from './batch.store.ts';
import { listUnitNames } from './batch.wire.ts';
import { seatReader, type UnitQuestion } from './seat.judge.ts';

export const unitNameRoutes = [
  handle(listUnitNames, async ({ input, actor, db, today, insist }) => {
    const batch = await batchRecord(db, input.batch);
    insist(maySeeBatch(actor, placeOf(batch)));
    if (batch.kind !== 'organisations' || batch.purged_at !== null) return { items: [] };
    const ready = await readyBatch(db, batch);
    const seats = await seatReader(db, await judgeRoom(db, batch, ready, { province: actor.province, today }));
    const names = new Map<string, UnitQuestion & { row: number; rows: number }>();
    for await (const row of listedRows(db, batch, ready)) {
      const asked = seats.asked(ready.draftOf(row));
      if (asked === undefined) continue;
      const before = names.get(asked.text);
      if (before === undefined) names.set(asked.text, { ...asked, row: row.number, rows: 1 });
      else before.rows += 1;
    }
    return {
      items: [...names.values()]
        .toSorted((a, b) => b.rows - a.rows || a.row - b.row)
        .slice(0, 300)
        .map(({ choices, ...name }) => ({ ...name, choices: [...choices] })),
    };
  }),
];
