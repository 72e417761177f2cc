import { manages, overseesUnit, type Actor } from '#kernel/actor.ts';
import type { OrganisationId } from '#kernel/id.ts';
import type { FileAccess } from '#platform/file/file.routes.ts';
import type { Db } from '#platform/database/db.ts';
import { actsOf } from './act.store.ts';
import type { ActRow } from './act.wire.ts';
import { toldInNote, type Changed } from './organisation-change.ts';
import { changesInState } from './organisation-changed.store.ts';
import { stateEntries } from './organisation-state.store.ts';
import { registryIn } from './registry.tables.ts';

/** Papers name people and hold their signatures: for who runs the organisation and the officer of its place. */
export const mayOpenPapers = (
  actor: Actor,
  { organisation, unit }: { organisation: OrganisationId; unit: string | null },
) => manages(actor, organisation) || overseesUnit(actor, unit as never);

type Stored = Awaited<ReturnType<typeof actsOf>>[number];
type Entries = Awaited<ReturnType<typeof stateEntries>>;

/** What a row of before changes were kept tells of them: the fields out of its note, values out of the states it entered. */
function changesOfOld({ id, note }: Stored, entries: Entries): { changes: readonly Changed[]; note: string | null } {
  const told = toldInNote(note);
  const valued = changesInState(entries, id);
  const rest = told.fields.filter((field) => !valued.some((one) => one.field === field));
  return { changes: [...valued, ...rest.map((field) => ({ field }))], note: told.note };
}

/** The life line as somebody reads it, old rows like new ones. */
export async function lifeLine(db: Db, organisation: OrganisationId, opensPapers: boolean): Promise<ActRow[]> {
  const rows = await actsOf(db, organisation);
  const isOld = rows.some(({ kind, changes }) => kind === 'changed' && changes === null);
  const entries = isOld ? await stateEntries(db, organisation) : [];
  return rows.map(({ file, ...row }) => ({
    ...row,
    file: opensPapers ? file : null,
    changes: row.changes ?? [],
    ...(row.kind === 'changed' && row.changes === null && changesOfOld({ ...row, file }, entries)),
  }));
}

/** A paper follows its act, one handed in with a request follows the request. */
export const actFiles: FileAccess = {
  'registry.act': async (db, actor, id) => {
    const act = await registryIn(db)
      .selectFrom('registry.organisation_act as a')
      .innerJoin('registry.published_organisation as o', 'o.id', 'a.organisation_id')
      .select(['o.id as organisation', 'o.unit_code as unit'])
      .where('a.id', '=', id as never)
      .executeTakeFirst();
    return act !== undefined && mayOpenPapers(actor, act);
  },
  'registry.change-request': async (db, actor, id) => {
    const request = await registryIn(db)
      .selectFrom('registry.change_request as r')
      .innerJoin('registry.published_organisation as o', 'o.id', 'r.organisation_id')
      .select(['o.id as organisation', 'o.unit_code as now', 'r.unit_code as then'])
      .where('r.id', '=', id as never)
      .executeTakeFirst();
    if (request === undefined) return false;
    const { organisation } = request;
    return [request.then, request.now].some((unit) => mayOpenPapers(actor, { organisation, unit }));
  },
};
