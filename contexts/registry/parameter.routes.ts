import { isSignedIn } from '#kernel/actor.ts';
import { Problem } from '#kernel/problem.ts';
import type { FileAccess } from '#platform/file/file.routes.ts';
import { claimFile } from '#platform/file/file.store.ts';
import { handle } from '#platform/method/handle.ts';
import { parameterList, saveConfirmations, saveParameterValue, valuesOf } from './parameter.store.ts';
import { parameterShape, sameValue, valueObstacles, type ParameterObstacle, type ParameterValue } from './parameter.ts';
import { confirmParameters, listParameters, recordParameter } from './parameter.wire.ts';
import { maySeeNames, maySetUp } from './setup.access.ts';

type Stated = Awaited<ReturnType<typeof valuesOf>>;

/** Why a number cannot be confirmed as it was shown. */
function confirmObstacles(stated: Stated, key: string, from: string, value: ParameterValue): ParameterObstacle[] {
  const row = stated.find((one) => one.key === key && one.from === from);
  if (row === undefined) return ['unknown'];
  if (row.own) return ['own-already'];
  if (row.value === null) return ['blank'];
  return sameValue(row.value, value) ? [] : ['changed-meanwhile'];
}

export const parameterRoutes = [
  handle(listParameters, async ({ input, actor, db, today, insist }) => {
    insist(true);
    const on = input.on ?? today;
    const verified = input.verified === undefined ? undefined : input.verified === 'true';
    const rows = await parameterList(db, input.all === true ? null : on, { search: input.search, verified });
    const items = rows.map(({ read_at_source, file_id, answered_by, answered_at, value, ...row }) => ({
      ...row,
      value: value as ParameterValue,
      readAtSource: read_at_source,
      file: isSignedIn(actor) ? file_id : null,
      answeredBy: maySeeNames(actor) ? answered_by : null,
      answeredAt: answered_at,
    }));
    return { on, items, may: { confirm: maySetUp(actor) } };
  }),

  handle(confirmParameters, async ({ input, actor, db, insist, tell }) => {
    insist(maySetUp(actor));
    const stated = await valuesOf(
      db,
      input.items.map(({ key }) => key),
    );
    const refused = input.items.flatMap(({ key, from, value }) =>
      confirmObstacles(stated, key, from, value).map((obstacle) => ({ key, obstacle })),
    );
    if (refused.length > 0)
      throw new Problem('conflict', 'registry.parameter.not-confirmable', {
        obstacles: [...new Set(refused.map(({ obstacle }) => obstacle))],
        keys: refused.map(({ key }) => key),
      });
    await saveConfirmations(db, input, actor.account!);
    const days = input.items.map(({ from }) => from);
    const from = days.reduce((earliest, one) => (one < earliest ? one : earliest));
    await tell('registry.parameter.confirmed', { keys: input.items.map(({ key }) => key), from });
    return {};
  }),

  handle(recordParameter, async ({ input, actor, db, insist, tell }) => {
    insist(maySetUp(actor));
    const stated = await valuesOf(db, [input.key]);
    const known = stated.findLast(({ value }) => value !== null)?.value ?? null;
    const obstacles: ParameterObstacle[] =
      stated.length === 0 ? ['unknown'] : valueObstacles(parameterShape(input.key, known), input.value);
    if (obstacles.length > 0) throw new Problem('conflict', 'registry.parameter.not-recordable', { obstacles });
    await claimFile(db, actor, input.file, { kind: 'registry.parameter', id: input.id });
    await saveParameterValue(db, input, actor.account!);
    await tell('registry.parameter.recorded', { keys: [input.key], from: input.from });
    return {};
  }),
];

/** A decree or a decision of the province: whoever works here may read on what its numbers rest. */
export const parameterFiles: FileAccess = {
  'registry.parameter': async (_db, actor) => actor.grants.length > 0,
};
