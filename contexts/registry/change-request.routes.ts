import { isAuditor, manages, type Actor } from '#kernel/actor.ts';
import type { Day } from '#kernel/day.ts';
import type { FileId } from '#kernel/id.ts';
import { Problem } from '#kernel/problem.ts';
import type { Db } from '#platform/database/db.ts';
import { claimFile } from '#platform/file/file.store.ts';
import { handle } from '#platform/method/handle.ts';
import { notify, type Audience } from '#platform/session/notify.ts';
import { mayOpenPapers } from './act.load.ts';
import {
  answeringObstacles,
  askingObstacles,
  changedSince,
  type RequestFlag,
  type RequestObstacle,
} from './change-request.ts';
import {
  basisOfChange,
  differencesOf,
  fieldsOf,
  mayOf,
  only,
  paperOf,
  rowOf,
  standingOf,
  valuesNow,
} from './change-request.load.ts';
import {
  findRequest,
  hasOtherRequest,
  lockRequest,
  mayRead,
  readsNames,
  requestEntries,
  requestPage,
  saveRequest,
  saveStep,
  type RequestRecord,
} from './change-request.store.ts';
import {
  acceptChangeRequest,
  getChangeRequest,
  listChangeRequests,
  refuseChangeRequest,
  submitChangeRequest,
  withdrawChangeRequest,
  type ChangeRequestId,
} from './change-request.wire.ts';
import { changeRecord, recordObstacles } from './organisation-change.routes.ts';
import { lockOrganisation, organisationRecord } from './organisation.store.ts';

const refuse = (obstacles: readonly string[], code: string): void => {
  if (obstacles.length > 0) throw new Problem('conflict', `registry.change-request.${code}`, { obstacles });
};

const link = (request: ChangeRequestId): string => `/registry/change-requests/${request}`;
/** Officers of the unit, or the province's where the seat lies elsewhere. */
const officersOf = (unit: RequestRecord['unit_code']): Audience =>
  unit === null ? { role: 'provincial-officer' } : { unit, role: 'commune-officer' };

interface Answer {
  readonly request: ChangeRequestId;
  readonly round: number;
  readonly answeredOn?: Day | undefined;
}

/** Locks what is answered and says who answers it; the request as it is read is that of the lock. */
async function answered(call: { actor: Actor; db: Db; today: Day; insist: (allowed: boolean) => void }, input: Answer) {
  const { db, today } = call;
  const locked = await lockRequest(db, input.request);
  const request = await findRequest(db, input.request);
  const on = input.answeredOn ?? today;
  const { allowed, flags } = await standingOf(call, request, { from: on, until: on });
  call.insist(allowed);
  const obstacles: RequestObstacle[] = answeringObstacles({
    state: locked!.state,
    round: locked!.round,
    expected: input.round,
    submittedOn: locked!.submitted_on,
    answeredOn: on,
    today,
    isOwn: locked!.submitted_by === call.actor.account,
  });
  return { request, on, flags, obstacles };
}

async function tellOf(
  db: Db,
  request: RequestRecord,
  { kind, flags, by }: { kind: 'accepted' | 'returned'; flags: readonly RequestFlag[]; by: string },
): Promise<void> {
  const params = { organisation: request.organisation_name, by };
  await notify(db, {
    topic: `registry.change-request.${kind}`,
    params,
    link: link(request.id),
    to: { organisation: request.organisation_id, role: 'organisation-manager' },
  });
  if (flags.includes('officer-moved'))
    await notify(db, {
      topic: 'registry.change-request.answered-by-former',
      params,
      link: link(request.id),
      to: [officersOf(request.answering_unit), { role: 'provincial-officer' }],
    });
}

interface Paper {
  readonly request: ChangeRequestId;
  readonly file: FileId | undefined;
  /** Of the round before: sent again it is the request's already. */
  readonly kept: FileId | null | undefined;
}

async function claimPaper(db: Db, actor: Actor, { request, file, kept }: Paper): Promise<void> {
  if (file !== undefined && file !== kept)
    await claimFile(db, actor, file, { kind: 'registry.change-request', id: request });
}

export const changeRequestRoutes = [
  handle(listChangeRequests, async ({ input, actor, db, insist }) => {
    insist(actor.account !== null);
    const { items, total } = await requestPage(db, actor, input);
    return { total, items: items.map(rowOf) };
  }),

  handle(getChangeRequest, async ({ input, actor, db, today, insist }) => {
    const request = await findRequest(db, input.request);
    const may = await mayOf({ actor, db, today }, request);
    insist(mayRead(actor, request) || may.answerForPast);
    const record = await organisationRecord(db, request.organisation_id);
    const entries = await requestEntries(db, request.id);
    return {
      ...rowOf(request),
      kind: request.kind,
      round: request.round,
      differences: differencesOf(request, await valuesNow(db, record), readsNames(actor, request) || may.answerForPast),
      onDay: request.on_day,
      document: request.document,
      documentOn: request.document_on,
      documentIssuer: request.document_issuer,
      file: mayOpenPapers(actor, { organisation: request.organisation_id, unit: request.unit_code })
        ? request.file_id
        : null,
      legalBasis: await basisOfChange(db, request, today),
      note: request.note,
      remarks: request.remarks,
      entries: entries.map(({ on_day, recorded_at, by_name, ...entry }) => ({
        ...entry,
        onDay: on_day,
        by: isAuditor(actor) ? null : by_name,
        recordedAt: recorded_at,
      })),
      may,
    };
  }),

  handle(submitChangeRequest, async ({ input, actor, db, today, insist, tell }) => {
    await lockOrganisation(db, input.organisation);
    const earlier = await lockRequest(db, input.id);
    const record = await organisationRecord(db, input.organisation);
    insist(manages(actor, record.id) && (earlier?.organisation_id ?? record.id) === record.id);
    const fields = fieldsOf(input.wanted);
    const { onDay, document } = input;
    const given = { ...input.wanted, organisation: record.id, version: record.version, onDay, document };
    const asking = askingObstacles({
      provenance: record.provenance,
      status: record.status,
      fields,
      hasOther: await hasOtherRequest(db, record.id, input.id),
      state: earlier?.state,
    });
    const impossible = await recordObstacles({ db, actor, today, record, officer: true }, given);
    refuse([...new Set([...asking, ...impossible])], 'not-submittable');
    await claimPaper(db, actor, { request: input.id, file: document.file, kept: earlier?.file_id });
    const round = (earlier?.round ?? 0) + 1;
    await saveRequest(db, {
      id: input.id,
      organisation: record.id,
      seat: record,
      round,
      wanted: input.wanted,
      before: only(await valuesNow(db, record), fields),
      document,
      onDay: onDay ?? null,
      note: input.note ?? null,
      on: today,
      by: actor.account!,
    });
    await notify(db, {
      topic: 'registry.change-request.submitted',
      params: { organisation: record.name },
      link: link(input.id),
      to: officersOf(record.unit_code),
    });
    await tell('registry.change-request.submitted', { organisation: record.id, request: input.id });
    return { round };
  }),

  handle(withdrawChangeRequest, async ({ input, actor, db, today, insist, tell }) => {
    const locked = await lockRequest(db, input.request);
    const request = await findRequest(db, input.request);
    insist(manages(actor, request.organisation_id));
    refuse(['submitted', 'returned'].includes(locked!.state) ? [] : ['not-open'], 'not-withdrawable');
    await saveStep(db, {
      request: request.id,
      kind: 'withdrawn',
      round: request.round,
      on: today,
      by: actor.account!,
      remarks: null,
    });
    await tell('registry.change-request.withdrawn', { organisation: request.organisation_id, request: request.id });
    return {};
  }),

  handle(acceptChangeRequest, async (call) => {
    const { input, actor, db, today, tell } = call;
    const { request, on, flags, obstacles } = await answered(call, input);
    await lockOrganisation(db, request.organisation_id);
    const record = await organisationRecord(db, request.organisation_id);
    const moved = changedSince(request.before, await valuesNow(db, record)).length > 0;
    refuse([...obstacles, ...(moved ? ['changed-meanwhile'] : [])], 'not-answerable');
    const given = {
      ...request.wanted,
      organisation: record.id,
      version: record.version,
      onDay: request.on_day ?? undefined,
      ...(request.note !== null && { note: request.note }),
    };
    const { version, fields } = await changeRecord(
      { db, actor, today, record, officer: true, paper: paperOf(request) },
      given,
    );
    const remarks = input.remarks ?? null;
    await saveStep(db, {
      request: request.id,
      kind: 'accepted',
      round: request.round,
      on,
      by: actor.account!,
      remarks,
      flags,
    });
    await tellOf(db, request, { kind: 'accepted', flags, by: actor.name });
    await tell('registry.organisation.changed', { organisation: record.id, fields });
    return { version };
  }),

  handle(refuseChangeRequest, async (call) => {
    const { input, actor, db, tell } = call;
    const { request, on, flags, obstacles } = await answered(call, input);
    refuse(obstacles, 'not-answerable');
    await saveStep(db, {
      request: request.id,
      kind: 'returned',
      round: request.round,
      on,
      by: actor.account!,
      remarks: input.remarks,
      flags,
    });
    await tellOf(db, request, { kind: 'returned', flags, by: actor.name });
    await tell('registry.change-request.returned', { organisation: request.organisation_id, request: request.id });
    return {};
  }),
];
