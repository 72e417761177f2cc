import type { Day } from '#kernel/day.ts';
import type { AccountId, OrganisationId } from '#kernel/id.ts';
import type { ParsedInputOf } from '#kernel/method.ts';
import type { Province } from '#kernel/place.ts';
import type { Db } from '#platform/database/db.ts';
import { noteMade, type Trail } from './act-trail.store.ts';
import { actsDone, saveAct } from './act.store.ts';
import type { ActId } from './act.wire.ts';
import { changedAfter, membersOn, type MemberThen } from './member-carry.store.ts';
import { saveOrganisation } from './organisation-change.store.ts';
import { savePlace } from './organisation-place.store.ts';
import { stateOn } from './organisation-state.ts';
import { beginHistory, stateEntries } from './organisation-state.store.ts';
import { lockOrganisation, organisationRecord, type OrganisationRecord } from './organisation.store.ts';
import type { OrganisationKind } from './organisation.ts';
import type { Shaped } from './reshaping.ts';
import type { splitOrganisation } from './reshaping.wire.ts';
import type { UnitFacts } from './unit.store.ts';

export interface ShapedRecord {
  readonly record: OrganisationRecord;
  readonly shaped: Shaped;
  readonly members: readonly MemberThen[];
}

/** Locked: what is decided about it holds until it is done. */
export async function shapedRecord(db: Db, organisation: OrganisationId, on: Day): Promise<ShapedRecord> {
  await lockOrganisation(db, organisation);
  const record = await organisationRecord(db, organisation);
  const then = stateOn(await stateEntries(db, organisation), on);
  return {
    record,
    members: await membersOn(db, organisation, on),
    shaped: {
      kind: record.kind,
      provenance: record.provenance,
      status: then?.status ?? record.status,
      foundedOn: record.founded_on,
      acts: await actsDone(db, organisation),
      changedAfter: await changedAfter(db, organisation, on),
    },
  };
}

export type Made = ParsedInputOf<typeof splitOrganisation>['made'][number];

interface Making {
  readonly trail: Trail;
  readonly onDay: Day;
  readonly document: string;
  readonly kind: OrganisationKind;
  readonly fields: OrganisationRecord['fields'];
  readonly unit: UnitFacts;
  readonly home: Province;
  readonly by: AccountId;
  /** Its first line is the act itself, or its side of it. */
  readonly act: { readonly id: ActId } | { readonly partOf: ActId };
  readonly actKind: 'merged' | 'split';
}

/** An organisation made by an act begins on its day, and works from then on. */
export async function saveMade(db: Db, given: Made, making: Making): Promise<void> {
  const { onDay, kind, unit, home, trail, by } = making;
  const { organisation: id, certificate } = given;
  const numbers = {
    foundedOn: onDay,
    certificateOn: certificate === undefined ? undefined : onDay,
    registrationNumber: certificate?.number,
    taxNumber: certificate?.taxNumber,
  };
  const fields = making.fields as never[];
  const { name, shortName } = given;
  await saveOrganisation(db, { id, kind, fields, name, shortName, ...numbers }, home);
  const place = { unit, address: given.address ?? null, lon: null, lat: null };
  await savePlace(db, id, place, { day: unit.valid_from < onDay ? onDay : unit.valid_from, known: true });
  await beginHistory(db, id);
  const { document, act, actKind } = making;
  await saveAct(db, { ...act, organisation: id, kind: actKind, onDay, document }, by);
  noteMade(trail, 'organisation', id);
}
