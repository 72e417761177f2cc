import { handle } from '#platform/method/handle.ts';
import { parameterList } from './parameter.store.ts';
import { listParameters, type ParameterRow } from './parameter.wire.ts';

export const parameterRoutes = [
  handle(listParameters, async ({ input, db, today, insist }) => {
    insist(true);
    const on = input.on ?? today;
    const verified = input.verified === undefined ? undefined : input.verified === 'true';
    const items = await parameterList(db, on, { search: input.search, verified });
    return { on, items: items.map((row) => ({ ...row, value: row.value as ParameterRow['value'] })) };
  }),
];
