import type { Subscriber } from '#platform/outbox/outbox.ts';
import { patronageOf } from './patronage.ts';
import { agreedStatement, dispatchesOf, hasPatronage, insertPatronage, settledLines } from './patronage.store.ts';

/** Once both sides agree, a statement no longer changes: then it is led back to the members. */
export const patronageKeeper: Subscriber = {
  name: 'books.patronage',
  topics: ['linkage.settlement.agreed'],
  work: async (db, { payload }) => {
    const statement = await agreedStatement(db, payload['settlement'] as string);
    if (statement === undefined || (await hasPatronage(db, statement.id))) return;
    const lines = await settledLines(db, statement.id);
    const dispatches = await dispatchesOf(db, [...new Set(lines.map(({ delivery }) => delivery))]);
    await insertPatronage(db, statement, patronageOf(lines, dispatches));
  },
};
