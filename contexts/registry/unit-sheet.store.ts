import { sql } from 'kysely';
import type { Day } from '#kernel/day.ts';
import { newId, type AccountId } from '#kernel/id.ts';
import type { Province, UnitCode } from '#kernel/place.ts';
import type { Db } from '#platform/database/db.ts';
import { registryIn } from './registry.tables.ts';
import { moveSeats } from './seat-move.store.ts';
import type { UnitDifference } from './unit-difference.ts';

export interface TakenOver {
  readonly difference: UnitDifference;
  readonly nameEn: string;
  readonly source: string;
  readonly by: string;
  readonly province: Province;
}

/** Units of these codes that another province has on some day. */
export async function elsewhere(db: Db, codes: readonly UnitCode[]): Promise<UnitCode[]> {
  const rows = await db
    .selectFrom('reference.unit')
    .select('code')
    .distinct()
    .where(sql<boolean>`code = any(${codes}::text[])`)
    .where('province', '<>', sql<Province>`platform.current_province()`)
    .where('valid_until', 'is', null)
    .execute();
  return rows.map(({ code }) => code);
}

const endUnit = (db: Db, code: UnitCode, from: Day, endsOn: Day) =>
  db
    .updateTable('reference.unit')
    .set({ valid_until: endsOn })
    .where('code', '=', code)
    .where('valid_from', '=', from)
    .execute();

/** The unit goes on under another name or kind: an address of the day before leads on, and who has a seat in it has it there. */
async function goOn(db: Db, { difference, source, by, province }: Omit<TakenOver, 'nameEn'>): Promise<void> {
  const { code } = difference;
  const [was, becomes] = [
    { code, from: difference.was!.from },
    { code, from: difference.becomes!.from },
  ];
  const link = newId();
  await db
    .insertInto('reference.unit_link')
    .values({
      id: link,
      province,
      from_code: code,
      from_from: was.from,
      to_code: code,
      to_from: becomes.from,
      on_day: becomes.from,
      part: 'whole',
      source,
      verified: true,
      recorded_by: by,
    })
    .execute();
  await moveSeats(db, was, { act: link, day: becomes.from, to: becomes, how: 'act', by: by as AccountId });
}

/** One difference into the list, with an entry that keeps what stood there before. */
export async function takeOver(db: Db, { difference, nameEn, source, by, province }: TakenOver): Promise<void> {
  const { code, kind, was, becomes, endsOn } = difference;
  if (becomes === null) return;
  const stand = { name: becomes.name, name_en: nameEn, kind: becomes.kind, lon: becomes.lon, lat: becomes.lat };
  if (kind === 'corrected')
    await db
      .updateTable('reference.unit')
      .set({ ...stand, source })
      .where('code', '=', code)
      .where('valid_from', '=', becomes.from)
      .execute();
  else {
    if (endsOn !== null && was !== null) await endUnit(db, code, was.from, endsOn);
    await db
      .insertInto('reference.unit')
      .values({
        ...stand,
        province,
        code,
        former_district: null,
        valid_from: becomes.from,
        valid_until: null,
        source,
        verified: true,
      })
      .execute();
  }
  if (kind === 'changed' && was !== null) await goOn(db, { difference, source, by, province });
  await registryIn(db)
    .insertInto('registry.unit_entry')
    .values({
      id: newId(),
      code,
      valid_from: becomes.from,
      was: was === null ? null : JSON.stringify(was),
      becomes: JSON.stringify(becomes),
      source,
      recorded_by: by,
    })
    .execute();
}
