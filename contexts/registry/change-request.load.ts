import { manages, overseesUnit, type Actor } from '#kernel/actor.ts';
import type { Day } from '#kernel/day.ts';
import type { Db } from '#platform/database/db.ts';
import { unitRoleIn } from '#platform/session/account.ts';
import { askedFields, changedSince, standingOfFormer, type AskedField, type RequestFlag } from './change-request.ts';
import type { RequestRecord } from './change-request.store.ts';
import type { AskedValue, ChangeRequestRow } from './change-request.wire.ts';
import { knownBasis } from './act.store.ts';
import type { ActDocument } from './act-document.wire.ts';
import { registeredOf } from './organisation-change.ts';
import { findRepresentative, placesOf, type OrganisationRecord } from './organisation.store.ts';
import { parameterOn } from './parameter.store.ts';

export type Values = Readonly<Record<AskedField, AskedValue>>;

/** What can be asked for, as it stands now. */
export async function valuesNow(db: Db, record: OrganisationRecord): Promise<Values> {
  const [present] = await placesOf(db, record.id);
  const representative = await findRepresentative(db, record.id);
  return {
    name: record.name,
    legalForm: record.legal_form,
    taxNumber: record.tax_number,
    registrationNumber: record.registration_number,
    certificateOn: record.certificate_on,
    foundedOn: record.founded_on,
    gln: record.gln,
    unit: record.unit_code,
    seatProvince: record.seat_province,
    address: present?.until === null ? present.address : null,
    fields: [...record.fields],
    representative: representative === undefined ? null : { name: representative.name, title: representative.title },
  };
}

export const fieldsOf = (wanted: object): AskedField[] =>
  askedFields.filter((field) => (wanted as Record<string, unknown>)[field] !== undefined);
export const only = (values: Values, fields: readonly AskedField[]): Record<string, AskedValue> =>
  Object.fromEntries(fields.map((field) => [field, values[field]]));

interface Asker {
  readonly actor: Actor;
  readonly db: Db;
  readonly today: Day;
}

interface Standing {
  readonly allowed: boolean;
  readonly flags: readonly RequestFlag[];
}

/**
 * By the place on the day of asking, or where the seat lies now if that unit has ended; who was officer there on the day of
 * the answer and has moved may still hand it in.
 */
export async function standingOf(
  { actor, db, today }: Asker,
  { unit_code: unit, answering_unit }: Pick<RequestRecord, 'unit_code' | 'answering_unit'>,
  { from, until }: { from: Day; until: Day },
): Promise<Standing> {
  if (overseesUnit(actor, answering_unit)) return { allowed: true, flags: [] };
  if (actor.account === null || unit === null || from >= today) return { allowed: false, flags: [] };
  const held = await unitRoleIn(db, { account: actor.account, role: 'commune-officer', unit, from, until });
  const days = (await parameterOn(db, 'changeRequest.formerOfficerDays', today))?.value ?? 0;
  const flag = standingOfFormer(held, today, days);
  return { allowed: flag !== null, flags: flag === null ? [] : [flag] };
}

export const rowOf = (row: Omit<RequestRecord, 'kind'>): ChangeRequestRow => ({
  id: row.id,
  organisation: { id: row.organisation_id, name: row.organisation_name },
  unit: row.answering_unit === null ? null : { code: row.answering_unit, name: row.unit_name ?? row.answering_unit },
  state: row.state,
  fields: fieldsOf(row.wanted),
  submittedOn: row.submitted_on,
  answeredOn: row.answered_on,
  flags: row.flags,
});

/** What it rests on; requests of before papers were told whole name one only. */
export const paperOf = (request: RequestRecord): ActDocument | string =>
  request.document_on === null
    ? request.document
    : {
        number: request.document,
        on: request.document_on,
        issuer: request.document_issuer!,
        ...(request.file_id !== null && { file: request.file_id }),
      };

/** Where the law of the day speaks of changes of the registration. */
export async function basisOfChange(db: Db, request: RequestRecord, today: Day) {
  if (registeredOf(fieldsOf(request.wanted), false).length === 0) return null;
  const known = await knownBasis(db, {
    organisation: request.organisation_id,
    kind: 'changed',
    on: request.on_day ?? today,
  });
  return known === null ? null : { text: known.text, verified: known.verified };
}

/** Names of people who do not stand for it, or not yet, are not for everybody who may read a request. */
const shown = (value: AskedValue | undefined, withNames: boolean): AskedValue =>
  value === undefined || value === null
    ? null
    : typeof value === 'object' && 'title' in value && !withNames
      ? { ...value, name: null }
      : value;

export const differencesOf = (request: RequestRecord, now: Values, withNames: boolean) => {
  const since = changedSince(request.before, now);
  return fieldsOf(request.wanted).map((field) => ({
    field,
    before: shown(request.before[field], withNames),
    wanted: shown(request.wanted[field], withNames),
    now: shown(now[field], withNames),
    changedSince: since.includes(field),
  }));
};

/** Has the office of the request's unit, has had it, or runs the organisation: what may be done next. */
export async function mayOf(call: Asker, request: RequestRecord) {
  const isOpen = request.state === 'submitted';
  const isAnswerable = isOpen && request.submitted_by !== call.actor.account;
  const now = overseesUnit(call.actor, request.answering_unit);
  const { allowed: then } = await standingOf(call, request, {
    from: request.submitted_on,
    until: call.today,
  });
  const own = manages(call.actor, request.organisation_id);
  return {
    answer: isAnswerable && now,
    answerForPast: isAnswerable && !now && then,
    submitAgain: own && request.state === 'returned',
    withdraw: own && (isOpen || request.state === 'returned'),
  };
}
