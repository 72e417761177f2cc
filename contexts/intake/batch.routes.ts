import { has, isProvincialOfficer } from '#kernel/actor.ts';
import type { OrganisationId } from '#kernel/id.ts';
import { Problem } from '#kernel/problem.ts';
import type { Db } from '#platform/database/db.ts';
import { blankFile, claimFile } from '#platform/file/file.store.ts';
import { handle } from '#platform/method/handle.ts';
import { organisationFacts } from '#registry';
import { mayHandIn, maySeeBatch, unitsOf, type BatchPlace } from './batch.access.ts';
import { importObstacles, isWorking, mappingObstaclesOf, withdrawalObstacles, type BatchObstacle } from './batch.ts';
import { saveRead } from './batch-file.store.ts';
import {
  batchForChange,
  batchPage,
  batchRecord,
  changeBatch,
  markPurged,
  nowOf,
  type BatchRecord,
} from './batch.store.ts';
import {
  checkBatch,
  closeBatch,
  getBatch,
  importBatch,
  listBatches,
  listBlockers,
  recordBatch,
  withdrawBatch,
  type BatchRow,
} from './batch.wire.ts';
import { blockersOf } from './batch.write.ts';
import { batchKinds } from './field.ts';
import { proposedSheet, type SheetKnown } from './proposal.ts';
import { wipeBatch } from './chunk.store.ts';
import { changesOf } from './row.store.ts';
import { asksConsent } from './said.ts';

export const placeOf = (batch: BatchRecord) => ({
  organisation: batch.organisation_id,
  unit: batch.unit_code,
  madeBy: batch.made_by,
});

export const refuse = (obstacles: readonly BatchObstacle[], code = 'intake.batch.not-possible'): void => {
  if (obstacles.length > 0) throw new Problem('conflict', code, { obstacles });
};

const rowOf = (batch: BatchRecord): BatchRow => ({
  id: batch.id,
  kind: batch.kind,
  organisation:
    batch.organisation_id === null ? null : { id: batch.organisation_id, name: batch.organisation_name ?? '' },
  fileName: batch.file_name,
  state: batch.state,
  counts: batch.counts as BatchRow['counts'],
  madeBy: batch.made_by_name,
  madeAt: batch.made_at,
  importedAt: batch.imported_at,
  withdrawnAt: batch.withdrawn_at,
});

async function placeAsked(db: Db, organisation: OrganisationId | undefined): Promise<BatchPlace> {
  if (organisation === undefined) return { organisation: null, unit: null };
  const facts = await organisationFacts(db, organisation);
  return { organisation: facts.id, unit: facts.unit_code };
}

/** By whichever kind it speaks of most. */
const mostKnown = (known: SheetKnown | undefined): number | null =>
  known === undefined ? null : Math.max(...batchKinds.map((kind) => known[kind].known));

const may = (batch: BatchRecord) => {
  const now = nowOf(batch, batch.version);
  return {
    map: mappingObstaclesOf(now).length === 0,
    import: importObstacles(now, batch.counts, true).length === 0,
    withdraw: withdrawalObstacles(now).length === 0,
    close: mappingObstaclesOf(now).length === 0,
  };
};

export const batchRoutes = [
  handle(listBatches, async ({ input, actor, db, insist }) => {
    insist(isProvincialOfficer(actor) || has(actor, 'commune-officer') || has(actor, 'organisation-manager'));
    const { items, total } = await batchPage(db, input, actor);
    return { items: items.map(rowOf), total };
  }),

  handle(recordBatch, async ({ input, actor, db, insist }) => {
    const place = await placeAsked(db, input.organisation);
    insist(mayHandIn(actor, place));
    const file = await claimFile(db, actor, input.file, { kind: 'intake.batch', id: input.id });
    const format = file.mediaType.startsWith('text/') ? 'csv' : 'xlsx';
    const units = place.organisation === null ? unitsOf(actor) : null;
    const { organisation } = place;
    await saveRead(
      db,
      { ...file, format, fileName: file.name },
      { id: input.id, organisation, units, by: actor.account! },
    );
    // From here on only the encrypted copy is read.
    await blankFile(db, input.file);
    return {};
  }),

  handle(getBatch, async ({ input, actor, db, insist }) => {
    const batch = await batchRecord(db, input.batch);
    insist(maySeeBatch(actor, placeOf(batch)));
    return {
      ...rowOf(batch),
      format: batch.format,
      sheets: batch.sheets.map(({ name, isHidden, rows, known }) => ({
        name,
        isHidden,
        rows,
        known: mostKnown(known),
      })),
      proposal: proposedSheet(batch.sheets, batch.organisation_id !== null),
      sheet: batch.sheet,
      said: batch.said ?? {},
      lacksConsent: batch.said?.consent === undefined && asksConsent(batch.kind, batch.mapping?.columns ?? []),
      part: batch.part,
      progress: { done: batch.progress_done, total: batch.progress_total },
      trouble: batch.trouble,
      isPurged: batch.purged_at !== null,
      version: batch.version,
      may: may(batch),
    };
  }),

  handle(checkBatch, async ({ input, actor, db, insist, tell }) => {
    const batch = await batchForChange(db, input.batch);
    insist(maySeeBatch(actor, placeOf(batch)));
    refuse([
      ...mappingObstaclesOf(nowOf(batch, input.version)),
      ...(batch.mapping === null ? (['not-checked'] as const) : []),
    ]);
    const version = await changeBatch(db, batch.id, { state: 'checking', trouble: null, progress_done: 0 });
    await tell('intake.batch.asked', { batch: batch.id });
    return { version };
  }),

  handle(importBatch, async ({ input, actor, db, insist, tell }) => {
    const batch = await batchForChange(db, input.batch);
    insist(maySeeBatch(actor, placeOf(batch)));
    refuse(importObstacles(nowOf(batch, input.version), batch.counts, input.part), 'intake.batch.not-importable');
    const version = await changeBatch(db, batch.id, {
      state: 'importing',
      part: input.part,
      trouble: null,
      imported_by: actor.account!,
      // What this person oversees today, not what was overseen on the day of handing in.
      scope_units: batch.organisation_id === null ? unitsOf(actor) : null,
      progress_done: 0,
    });
    await tell('intake.batch.asked', { batch: batch.id });
    return { version };
  }),

  handle(withdrawBatch, async ({ input, actor, db, insist, tell }) => {
    const batch = await batchForChange(db, input.batch);
    insist(maySeeBatch(actor, placeOf(batch)));
    refuse(withdrawalObstacles(nowOf(batch, input.version)), 'intake.batch.not-withdrawable');
    const blockers = await blockersOf(db, batch, await changesOf(db, batch.id));
    if (blockers.length > 0) throw new Problem('conflict', 'intake.batch.blocked', { n: blockers.length });
    const version = await changeBatch(db, batch.id, {
      state: 'withdrawing',
      trouble: null,
      reason: input.reason,
      withdrawn_by: actor.account!,
    });
    await tell('intake.batch.asked', { batch: batch.id });
    return { version };
  }),

  handle(closeBatch, async ({ input, actor, db, insist }) => {
    const batch = await batchForChange(db, input.batch);
    insist(maySeeBatch(actor, placeOf(batch)));
    refuse(mappingObstaclesOf(nowOf(batch, input.version)));
    await wipeBatch(db, batch.id);
    await markPurged(db, batch.id);
    return { version: await changeBatch(db, batch.id, { state: 'closed' }) };
  }),

  handle(listBlockers, async ({ input, actor, db, insist }) => {
    const batch = await batchRecord(db, input.batch);
    insist(maySeeBatch(actor, placeOf(batch)));
    if (batch.state !== 'imported' || isWorking(batch.state)) return { items: [], total: 0 };
    const items = await blockersOf(db, batch, await changesOf(db, batch.id));
    return { items: items.slice(0, 200), total: items.length };
  }),
];
