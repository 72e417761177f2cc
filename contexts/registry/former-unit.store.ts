import { sql } from 'kysely';
import type { Day } from '#kernel/day.ts';
import { newId } from '#kernel/id.ts';
import type { Province } from '#kernel/place.ts';
import type { Db } from '#platform/database/db.ts';
import { addressMatcher } from './address.ts';
import { addressBook } from './address.store.ts';
import type { FormerDifference, ListedFormer } from './former-difference.ts';
import { formerName, type FormerKind, type FormerLine } from './former-sheet.ts';
import { registryIn } from './registry.tables.ts';

const currentProvince = sql<Province>`platform.current_province()`;

/** The former units of the province, each with where it went. */
export async function listedFormer(db: Db): Promise<ListedFormer[]> {
  const { rows } = await sql<ListedFormer>`
    select f.id, f.name, f.kind, f.former_district as district, f.abolished_on as "abolishedOn",
      coalesce(jsonb_agg(jsonb_build_object('id', l.id, 'code', l.to_code, 'part', l.part, 'document', coalesce(l.document, l.source),
        'verified', l.verified or l.confirmed_on is not null)) filter (where l.id is not null), '[]') as links
    from reference.former_unit f left join reference.unit_link l on l.former_unit = f.id and l.withdrawn_at is null
    where f.province = platform.current_province() group by f.id`.execute(db);
  return rows;
}

export interface FormerFacts {
  readonly name: string;
  readonly kind: FormerKind;
  readonly district: string;
  readonly abolishedOn: Day;
}

interface Told {
  readonly by: string | null;
  readonly source: string;
}

interface Change {
  readonly was: FormerFacts | null;
  readonly becomes: FormerFacts;
}

const saveEntry = (db: Db, former: string, { was, becomes }: Change, { by, source }: Told) =>
  registryIn(db)
    .insertInto('registry.former_unit_entry')
    .values({
      id: newId(),
      former_unit: former,
      was: was === null ? null : JSON.stringify(factsOf(was)),
      becomes: JSON.stringify(factsOf(becomes)),
      source,
      recorded_by: by,
    })
    .execute();

const factsOf = ({ name, kind, district, abolishedOn }: FormerFacts): FormerFacts => ({
  name,
  kind,
  district,
  abolishedOn,
});

async function enterFormer(db: Db, line: FormerLine, { by }: Told): Promise<string> {
  const id = newId();
  await registryIn(db)
    .insertInto('reference.former_unit')
    .values({
      id,
      province: currentProvince,
      code: null,
      name: line.name,
      kind: line.kind,
      former_district: line.district,
      abolished_on: line.abolishedOn,
      source: line.document,
      verified: line.verified,
      recorded_by: by,
    })
    .execute();
  await saveEntry(db, id, { was: null, becomes: line }, { by, source: line.document });
  return id;
}

interface Way {
  readonly line: FormerLine;
  readonly was: FormerDifference['was'];
}

/** One that was withdrawn before counts again. Leads to the version of the unit that stands. */
async function saveLink(db: Db, former: string, { line, was }: Way, { by }: Told): Promise<void> {
  const told = {
    on_day: line.abolishedOn,
    part: line.part,
    source: line.document,
    document: line.document,
    verified: line.verified || was?.verified === true,
    withdrawn_at: null,
    withdrawn_by: null,
    reason: null,
  };
  const { valid_from: from } = await registryIn(db)
    .selectFrom('reference.unit')
    .select('valid_from')
    .where('province', '=', currentProvince)
    .where('code', '=', line.code)
    .where('valid_until', 'is', null)
    .executeTakeFirstOrThrow();
  await registryIn(db)
    .insertInto('reference.unit_link')
    .values({
      id: newId(),
      province: currentProvince,
      former_unit: former,
      to_code: line.code,
      to_from: from,
      recorded_by: by,
      ...told,
    })
    .onConflict((conflict) => conflict.constraint('link_once').doUpdateSet(told))
    .execute();
}

const withdrawLink = (db: Db, link: string, { by, source }: Told) =>
  registryIn(db)
    .updateTable('reference.unit_link')
    .set({ withdrawn_at: sql`now()`, withdrawn_by: by ?? 'console', reason: source })
    .where('province', '=', currentProvince)
    .where('id', '=', link)
    .execute();

export async function formerForChange(db: Db, id: string): Promise<FormerFacts | undefined> {
  const row = await registryIn(db)
    .selectFrom('reference.former_unit')
    .select(['name', 'kind', 'former_district as district', 'abolished_on as abolishedOn'])
    .where('province', '=', currentProvince)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row;
}

export const isListedOtherwise = async (db: Db, id: string, facts: FormerFacts): Promise<boolean> =>
  (await listedFormer(db)).some((one) => one.id !== id && formerName(one) === formerName(facts));

/** The row is corrected by an entry that keeps what stood there. */
export async function correctFormer(
  db: Db,
  former: string,
  change: Change & { readonly verified: boolean },
  told: Told,
): Promise<void> {
  const { name, kind, district, abolishedOn } = change.becomes;
  await registryIn(db)
    .updateTable('reference.former_unit')
    .set({
      name,
      kind,
      former_district: district,
      abolished_on: abolishedOn,
      source: told.source,
      verified: change.verified,
      corrected_at: sql`now()`,
    })
    .where('province', '=', currentProvince)
    .where('id', '=', former)
    .execute();
  await saveEntry(db, former, change, told);
}

/** What a sheet says otherwise, into the list. */
export async function takeFormer(db: Db, differences: readonly FormerDifference[], told: Told) {
  const count = { new: 0, links: 0, changed: 0, withdrawn: 0 };
  const entered = new Map<string, string>();
  for (const { unit, former, line, was } of differences) {
    if (line === null) {
      await withdrawLink(db, was!.id, told);
      count.withdrawn += 1;
      continue;
    }
    let id = former ?? entered.get(formerName(unit));
    if (id === undefined) {
      id = await enterFormer(db, line, told);
      entered.set(formerName(unit), id);
      count.new += 1;
    }
    await saveLink(db, id, { line, was }, told);
    if (was === null) count.links += 1;
    else count.changed += 1;
    if (former !== null) await moveAbolition(db, former, line, told);
  }
  return count;
}

async function moveAbolition(
  db: Db,
  former: string,
  { abolishedOn, verified, document }: FormerLine,
  { by }: Told,
): Promise<void> {
  const was = (await formerForChange(db, former))!;
  if (was.abolishedOn === abolishedOn) return;
  await correctFormer(db, former, { was, becomes: { ...was, abolishedOn }, verified }, { by, source: document });
}

/** Why a person still has to say where it lies today says nothing against the unit it lay in. */
const certain = new Set(['split', 'unverified-link']);

/** Seats of before the reform whose address names one former unit lie in it. Gives back how many were placed. */
export async function placeFormerSeats(db: Db): Promise<number> {
  const seats = await registryIn(db)
    .selectFrom('registry.organisation_place')
    .select(['organisation_id', 'valid_from', 'valid_until', 'address'])
    .where('province', '=', currentProvince)
    .where('unit_code', 'is', null)
    .where('former_unit', 'is', null)
    .where('address', 'is not', null)
    .where('valid_until', 'is not', null)
    .execute();
  if (seats.length === 0) return 0;
  const match = addressMatcher(await addressBook(db));
  let placed = 0;
  for (const { organisation_id, valid_from, valid_until, address } of seats) {
    const { reasons, units } = match(address!, { writtenOn: valid_until! });
    const [former, ...others] = [...new Set(units.map(({ by }) => by.former))];
    if (former == null || others.length > 0 || reasons.some((reason) => !certain.has(reason))) continue;
    await registryIn(db)
      .updateTable('registry.organisation_place')
      .set({ former_unit: former })
      .where('organisation_id', '=', organisation_id)
      .where('valid_from', '=', valid_from)
      .execute();
    placed += 1;
  }
  return placed;
}
