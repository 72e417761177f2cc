import { sql } from 'kysely';
import type { Day } from '#kernel/day.ts';
import { newId, type OrganisationId } from '#kernel/id.ts';
import type { UnitCode } from '#kernel/place.ts';
import { Problem } from '#kernel/problem.ts';
import type { Db } from '#platform/database/db.ts';
import { tellAll } from '#platform/outbox/outbox.ts';
import type { ActId } from './act.wire.ts';
import { inParts, type SetBy as By } from './member-set.store.ts';
import { applyChange, enterOrganisation } from './organisation-enter.store.ts';
import { registeredIn, type SetChange } from './organisation-set-change.ts';
import type { OrganisationField, OrganisationJudged } from './organisation-set.ts';
import { lockOrganisation } from './organisation.store.ts';
import { unitsOfProvince, type UnitFacts } from './unit.store.ts';

/** What a record was before, with its seats and those who stood for it, as the rows lie; and the act that changed it. */
export interface OrganisationBefore {
  readonly act: ActId;
  readonly record: Readonly<Record<string, unknown>> & { readonly seat_province: number | null };
  readonly places: readonly { readonly valid_from: Day }[];
  readonly representatives: readonly { readonly id: string }[];
  /** On which day its history began. */
  readonly began: Day | null;
}

export interface OrganisationWritten {
  readonly row: number;
  readonly id: OrganisationId;
  readonly version: number;
  /** null: it is new. */
  readonly before: OrganisationBefore | null;
}

/** Of organisations known: since when, on which paper and by which law registered content is otherwise. */
type SetBy = By & { readonly change?: SetChange | undefined };

interface Writing {
  readonly db: Db;
  readonly set: SetBy;
  readonly units: ReadonlyMap<UnitCode, UnitFacts>;
}

async function snapshot(db: Db, id: OrganisationId): Promise<Omit<OrganisationBefore, 'act'>> {
  const { rows } = await sql<Omit<OrganisationBefore, 'act'>>`
    select to_jsonb(o) as record,
      coalesce((select jsonb_agg(to_jsonb(p)) from registry.organisation_place p
        where p.province = o.province and p.organisation_id = o.id), '[]') as places,
      coalesce((select jsonb_agg(to_jsonb(r)) from registry.representative r
        where r.province = o.province and r.organisation_id = o.id), '[]') as representatives,
      (select s.valid_from from registry.organisation_state s
        where s.province = o.province and s.organisation_id = o.id and s.seq = 1) as began
    from registry.organisation o where o.province = platform.current_province() and o.id = ${id}`.execute(db);
  return rows[0]!;
}

const representativeOf = ({ given, usual }: OrganisationJudged['draft'], title: string | undefined) =>
  given.representativeName === undefined
    ? undefined
    : {
        name: given.representativeName,
        title: given.representativeTitle ?? title ?? usual.title,
        phone: given.representativePhone,
      };

async function saveNew({ db, set, units }: Writing, { row, draft }: OrganisationJudged): Promise<OrganisationWritten> {
  const {
    representativeName: _,
    representativeTitle: __,
    representativePhone: ___,
    unit: code,
    ...given
  } = draft.given;
  const id = newId<OrganisationId>();
  await enterOrganisation(
    db,
    {
      ...given,
      id,
      kind: given.kind ?? draft.usual.kind!,
      fields: [...(given.fields ?? draft.usual.fields ?? [])],
      unit: code,
      representative: representativeOf(draft, undefined),
    },
    { unit: units.get(code!)!, seatProvince: set.province, today: set.today, by: set.by },
  );
  return { row, id, version: 1, before: null };
}

const personFields: readonly OrganisationField[] = ['representativeName', 'representativePhone'];
type Known = NonNullable<OrganisationJudged['organisation']>;

/** The representative after the change: who is only given a phone keeps name and title. */
async function representativeAfter(db: Db, { id, representativeName }: Known, one: OrganisationJudged) {
  const { draft, fields } = one;
  if (!fields.some((field) => personFields.includes(field))) return undefined;
  const name = draft.given.representativeName ?? representativeName;
  if (name === null) return undefined;
  const { rows } = await sql<{ title: string }>`select title from registry.representative
    where province = platform.current_province() and organisation_id = ${id} and valid_until is null and name = ${name}`.execute(
    db,
  );
  return representativeOf({ ...draft, given: { ...draft.given, representativeName: name } }, rows[0]?.title);
}

async function saveUpdate({ db, set }: Writing, one: OrganisationJudged): Promise<OrganisationWritten> {
  const known = one.organisation!;
  await lockOrganisation(db, known.id);
  const before = await snapshot(db, known.id);
  // Judged in this transaction, and then changed by somebody else before the lock.
  if (before.record['version'] !== known.version)
    throw new Problem('conflict', 'registry.organisation.not-changeable', { obstacles: ['changed-meanwhile'] });
  const { change } = set;
  const isRegistered = registeredIn(one.fields).length > 0;
  const own = one.fields.filter((field) => !personFields.includes(field));
  const given = Object.fromEntries(own.map((field) => [field, one.draft.given[field]]));
  const { act, version } = await applyChange(
    db,
    {
      ...given,
      organisation: known.id,
      version: known.version,
      representative: await representativeAfter(db, known, one),
      note: set.reason,
      ...(isRegistered ? change : {}),
    },
    {
      record: { id: known.id, seat_province: before.record.seat_province as never },
      home: set.province,
      today: set.today,
      by: set.by,
    },
  );
  return { row: one.row, id: known.id, version, before: { act, ...before } };
}

/** What rests on a record is made again when a sheet changes it, as when a hand does. */
export async function tellChanged(
  db: Db,
  rows: readonly { readonly id: OrganisationId }[],
  fields: readonly string[],
): Promise<void> {
  const parts = [...inParts(rows, mostTold)];
  await tellAll(
    db,
    'registry.organisation.changed',
    parts.map((part) => ({ organisations: part.map(({ id }) => id), fields })),
  );
}
const mostTold = 200;

/** Writes what was judged to be new or an update, each as if it were recorded by hand; the rest is left alone. */
export async function saveOrganisations(
  db: Db,
  rows: readonly OrganisationJudged[],
  set: SetBy,
  onPart: (done: number) => Promise<void> = async () => undefined,
): Promise<OrganisationWritten[]> {
  const units = new Map((await unitsOfProvince(db, set.today)).map((unit) => [unit.code, unit]));
  const written: OrganisationWritten[] = [];
  for (const one of rows) {
    if (one.outcome === 'new') written.push(await saveNew({ db, set, units }, one));
    else if (one.outcome === 'update') written.push(await saveUpdate({ db, set, units }, one));
    if (written.length % 100 === 0) await onPart(written.length);
  }
  await tellChanged(
    db,
    written.filter(({ before }) => before !== null),
    [...new Set(rows.filter(({ outcome }) => outcome === 'update').flatMap(({ fields }) => fields))],
  );
  return written;
}
