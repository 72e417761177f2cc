import { sql } from 'kysely';
import type { AccountId, MemberId, OrganisationId } from '#kernel/id.ts';
import type { Day } from '#kernel/day.ts';
import { Problem } from '#kernel/problem.ts';
import type { Db } from '#platform/database/db.ts';
import type { Relation } from './act-trail.store.ts';
import type { ActKind } from './act.ts';
import type { ActId } from './act.wire.ts';
import { saveAct } from './act.store.ts';
import { capitalCausedBy, reverseCapital } from './capital-return.store.ts';
import { saveEntries } from './member.store.ts';
import { undoableActs } from './undoing.ts';
import { reverseUndivided } from './undivided-carry.store.ts';
import { registryIn } from './registry.tables.ts';

export interface ActSide {
  readonly id: ActId;
  readonly organisation_id: OrganisationId;
  readonly kind: ActKind;
}

export interface WholeAct {
  readonly main: ActId;
  readonly kind: ActKind;
  /** The act and its other sides, each on its organisation's life line. */
  readonly sides: readonly ActSide[];
}

/** An act with all its sides, whichever of them is named. */
export async function wholeAct(db: Db, act: ActId): Promise<WholeAct> {
  const acts = registryIn(db).selectFrom('registry.organisation_act');
  const named = await acts.select(['id', 'part_of']).where('id', '=', act).executeTakeFirst();
  if (named === undefined) throw new Problem('not-found', 'registry.act.unknown');
  const main = named.part_of ?? named.id;
  const sides = await acts
    .select(['id', 'organisation_id', 'kind'])
    .where((eb) => eb.or([eb('id', '=', main), eb('part_of', '=', main)]))
    .orderBy('id')
    .execute();
  return { main, sides, kind: sides.find(({ id }) => id === main)!.kind };
}

/** The organisations in whose lists or books an act changed something. */
export async function booksTouched(db: Db, main: ActId): Promise<OrganisationId[]> {
  const { rows } = await sql<{ id: OrganisationId }>`
    select distinct m.organisation_id as id from registry.act_effect e
    join registry.member m on m.province = e.province and m.id = e.row_id
    where e.province = platform.current_province() and e.act_id = ${main} and e.relation = 'member' order by 1`.execute(
    db,
  );
  return rows.map(({ id }) => id);
}

interface Since {
  readonly undone: boolean;
  readonly traced: boolean;
  readonly laterActs: boolean;
  readonly laterChanges: boolean;
  readonly laterCapital: boolean;
  readonly laterUndivided: boolean;
  readonly laterRecords: boolean;
}

/** What has come after an act. The organisations are locked. */
export async function cameAfter(db: Db, { main, sides }: WholeAct): Promise<Since> {
  const ids = sides.map(({ id }) => id);
  const organisations = sides.map(({ organisation_id }) => organisation_id);
  const { rows } = await sql<Since>`
    with effect as (select * from registry.act_effect where province = platform.current_province() and act_id = ${main}),
      made as (select row_id from effect where relation = 'organisation' and before is null),
      here as (select * from registry.organisation_act
        where province = platform.current_province() and organisation_id = any(${organisations}::uuid[])),
      first as (select min(recorded_at) as at from here where id = any(${ids}::uuid[]))
    select
      exists (select from here where undoes = any(${ids}::uuid[])) as undone,
      exists (select from effect) as traced,
      exists (select from here a, first where a.recorded_at > first.at and a.kind = any(${[...undoableActs]}::text[])
        and a.organisation_id in (select row_id from effect where relation = 'organisation')
        and not exists (select from here u where u.undoes = a.id and u.organisation_id = a.organisation_id)) as "laterActs",
      exists (select from effect e left join registry.organisation o on o.province = e.province and o.id = e.row_id
          left join registry.member m on m.province = e.province and m.id = e.row_id
        where e.before is distinct from '{}' and e.after_version <> coalesce(o.version, m.version)) as "laterChanges",
      exists (select from registry.capital_act c join registry.capital_line l on l.province = c.province and l.act_id = c.id
          join registry.capital_line k on k.province = l.province and k.member_id = l.member_id
          join registry.capital_act s on s.province = k.province and s.id = k.act_id and s.number > c.number
        where c.province = platform.current_province() and c.cause_id = ${main} and c.kind <> 'reversed'
          and s.cause_id is distinct from ${main}::uuid and s.kind <> 'reversed'
          and not exists (select from registry.capital_act r where r.province = s.province and r.reverses_id = s.id)) as "laterCapital",
      exists (select from registry.undivided_entry c join registry.undivided_entry s
            on s.province = c.province and s.organisation_id = c.organisation_id and s.number > c.number
          where c.province = platform.current_province() and c.cause_id = ${main} and c.kind <> 'reversed'
          and s.cause_id is distinct from ${main}::uuid and s.kind <> 'reversed'
          and not exists (select from registry.undivided_entry r where r.province = s.province and r.reverses_id = s.id)) as "laterUndivided",
      (exists (select from registry.member m where m.province = platform.current_province() and m.organisation_id in (select row_id from made)
          and m.voided_by is null and m.id not in (select row_id from effect where relation = 'member'))
        or exists (select from registry.certificate c where c.province = platform.current_province() and c.organisation_id in (select row_id from made))
        or exists (select from registry.member_card k join effect e on e.relation = 'member' and e.before is null and e.row_id = k.member_id
          where k.province = platform.current_province())
        or exists (select from registry.undivided_entry u where u.province = platform.current_province()
          and u.organisation_id in (select row_id from made) and u.cause_id is null)
        or exists (select from registry.yearly_account y where y.province = platform.current_province() and y.organisation_id in (select row_id from made))
      ) as "laterRecords"`.execute(db);
  return rows[0]!;
}

interface Effect {
  readonly relation: Relation;
  readonly row_id: string;
  readonly columns: string[] | null;
}

/** Puts back what stood in the changed columns, letter by letter. */
async function restoreRows(db: Db, act: ActId, effects: readonly Effect[]): Promise<void> {
  const kinds = new Map<string, Effect>();
  for (const effect of effects)
    if (effect.columns !== null && effect.columns.length > 0)
      kinds.set(`${effect.relation} ${effect.columns.join()}`, effect);
  for (const { relation, columns } of kinds.values()) {
    const table = sql.raw(`registry.${relation}`);
    const put = sql.join(columns!.map((column) => sql`${sql.ref(column)} = b.${sql.ref(column)}`));
    await sql`update ${table} r set ${put}
      from registry.act_effect e, jsonb_populate_record(null::${table}, e.before) b
      where e.province = platform.current_province() and e.act_id = ${act} and e.relation = ${relation}
        and (select array_agg(k order by k) from jsonb_object_keys(e.before) k) = ${columns}::text[]
        and r.province = e.province and r.id = e.row_id`.execute(db);
  }
}

/** What the act had made never counted: a member's row keeps nobody's name, an organisation is nobody's party. */
async function voidRows(db: Db, effects: readonly Effect[], undoing: ActId): Promise<MemberId[]> {
  const made = (relation: Relation) =>
    effects.filter((effect) => effect.columns === null && effect.relation === relation).map(({ row_id }) => row_id);
  const members = made('member');
  await sql`update registry.member set voided_by = ${undoing}, left_on = joined_on, version = version + 1, erased_at = now(),
      name = null, sex = null, birth_year = null, birth_day = null, phone = null, hamlet = null, account_id = null,
      national_id_cipher = null, national_id_hmac = null
    where province = platform.current_province() and id = any(${members}::uuid[])`.execute(db);
  await sql`update registry.member_representative set name = null, phone = null, erased_at = now()
    where province = platform.current_province() and member_id = any(${members}::uuid[])`.execute(db);
  await sql`update registry.guardian set name = null, relation = null, phone = null, document = null, erased_at = now()
    where province = platform.current_province() and member_id = any(${members}::uuid[])`.execute(db);
  await sql`update registry.member_sensitive set value_cipher = null, group_hmac = null, erased_at = now()
    where province = platform.current_province() and member_id = any(${members}::uuid[]) and erased_at is null`.execute(
    db,
  );
  const organisations = made('organisation');
  await sql`update registry.organisation set status = 'void', struck_at = now(), tax_number_cipher = null, tax_number_hmac = null, version = version + 1, changed_at = now()
    where province = platform.current_province() and id = any(${organisations}::uuid[])`.execute(db);
  // A seat that ends before it begins was none.
  await sql`update registry.organisation_place set valid_until = valid_from - 1
    where province = platform.current_province() and organisation_id = any(${organisations}::uuid[])`.execute(db);
  await sql`update registry.organisation_state set undone_by = ${undoing}
    where province = platform.current_province() and organisation_id = any(${organisations}::uuid[])`.execute(db);
  return members as MemberId[];
}

async function undoRelations(db: Db, ids: readonly ActId[], undoing: ActId): Promise<void> {
  for (const table of ['organisation_state', 'organisation_link', 'member_link', 'member_former_standing'])
    await sql`update ${sql.raw(`registry.${table}`)} set undone_by = ${undoing}
      where province = platform.current_province() and act_id = any(${ids}::uuid[]) and undone_by is null`.execute(db);
}

interface Undo {
  readonly id: ActId;
  readonly reason: string;
  readonly on: Day;
  readonly by: AccountId;
}

/** As if it had not been: capital, people and records as they were; the act and its undoing stay on every life line. */
export async function undo(db: Db, whole: WholeAct, { id, reason, on, by }: Undo): Promise<{ members: number }> {
  const { main, sides } = whole;
  const ids = sides.map((side) => side.id);
  for (const side of sides)
    await saveAct(
      db,
      {
        organisation: side.organisation_id,
        kind: 'undone',
        onDay: on,
        note: reason,
        undoes: side.id,
        ...(side.id === main ? { id } : { partOf: id }),
      },
      by,
    );
  await reverseCapital(db, await capitalCausedBy(db, ids), by, id);
  await reverseUndivided(db, ids, { by, cause: id });
  const { rows: effects } = await sql<Effect>`
    select relation, row_id, case when before is null then null
      else (select coalesce(array_agg(k order by k), '{}') from jsonb_object_keys(before) k) end as columns
    from registry.act_effect where province = platform.current_province() and act_id = ${main} order by seq`.execute(
    db,
  );
  await restoreRows(db, main, effects);
  const members = await voidRows(db, effects, id);
  await undoRelations(db, ids, id);
  await saveUndoneEntries(db, effects, { reason, on, by });
  return { members: members.length };
}

/** Each member's row that was touched says so. */
async function saveUndoneEntries(db: Db, effects: readonly Effect[], { reason, on, by }: Omit<Undo, 'id'>) {
  const ids = effects.filter(({ relation }) => relation === 'member').map(({ row_id }) => row_id as MemberId);
  if (ids.length === 0) return;
  const rows = await registryIn(db)
    .selectFrom('registry.member')
    .select(['id', 'organisation_id'])
    .where('id', 'in', ids)
    .execute();
  await saveEntries(
    db,
    rows.map((row) => ({
      member: row.id,
      organisation: row.organisation_id,
      kind: 'undone' as const,
      onDay: on,
      reason,
    })),
    by,
  );
}
