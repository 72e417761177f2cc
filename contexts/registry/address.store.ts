import { sql } from 'kysely';
import { addDays } from '#kernel/day.ts';
import type { Province } from '#kernel/place.ts';
import { formerKey, heirsBy, unitKey, type UnitLink, type UnitVersion } from '#kernel/succession.ts';
import type { Db } from '#platform/database/db.ts';
import type { AddressBook, NamedUnit } from './address.ts';
import { registryIn } from './registry.tables.ts';

const currentProvince = sql<Province>`platform.current_province()`;

/** Every version of a unit the province has had; what was entered and taken back was never one. */
const unitVersions = (db: Db) =>
  registryIn(db)
    .selectFrom('reference.unit')
    .select(['code', 'name', 'kind', 'former_district', 'valid_from', 'valid_until'])
    .where('province', '=', currentProvince)
    .where((eb) => eb.or([eb('valid_until', 'is', null), eb('valid_until', '>=', eb.ref('valid_from'))]))
    .execute();

async function unitLinks(db: Db): Promise<UnitLink[]> {
  const rows = await registryIn(db)
    .selectFrom('reference.unit_link')
    .select(['former_unit', 'from_code', 'from_from', 'to_code', 'to_from', 'part', 'verified', 'confirmed_on'])
    .where('province', '=', currentProvince)
    .where('withdrawn_at', 'is', null)
    .execute();
  return rows.map((row) => ({
    from:
      row.former_unit === null ? unitKey({ code: row.from_code!, from: row.from_from! }) : formerKey(row.former_unit),
    to: { code: row.to_code, from: row.to_from },
    whole: row.part === 'whole',
    verified: row.verified || row.confirmed_on !== null,
  }));
}

/**
 * All that addresses of the province may name, of then and of now. For `addressMatcher`, which is pure: an import reads
 * the book once and asks for each of its rows.
 */
export async function addressBook(db: Db): Promise<AddressBook> {
  const versions = await unitVersions(db);
  const standing = new Set(
    versions
      .filter(({ valid_until }) => valid_until === null)
      .map((row) => unitKey({ code: row.code, from: row.valid_from })),
  );
  const heirs = heirsBy(await unitLinks(db), (unit: UnitVersion) => standing.has(unitKey(unit)));
  const former = await registryIn(db)
    .selectFrom('reference.former_unit')
    .select(['id', 'name', 'kind', 'former_district', 'abolished_on'])
    .where('province', '=', currentProvince)
    .execute();
  const districts = await registryIn(db)
    .selectFrom('reference.former_district as d')
    .innerJoin('reference.former_district as main', (join) =>
      join.onRef('main.province', '=', 'd.province').onRef('main.district_code', '=', 'd.district_code'),
    )
    .select(['d.name', 'main.name as district'])
    .where('d.province', '=', currentProvince)
    .execute();
  const provinces = await registryIn(db)
    .selectFrom('reference.province')
    .select('name')
    .where('code', '!=', currentProvince)
    .execute();
  const known = new Set(districts.map(({ district }) => district));
  // A province that entered its own former units has told their districts with them.
  const told = [...new Set(former.map((row) => row.former_district))].filter((name) => !known.has(name));
  const units: NamedUnit[] = [
    ...versions.map((row) => {
      const unit = { code: row.code, from: row.valid_from };
      return {
        former: null,
        name: row.name,
        kind: row.kind,
        district: row.former_district,
        from: row.valid_from,
        until: row.valid_until,
        today: row.valid_until === null ? [{ code: row.code, verified: true }] : heirs(unitKey(unit)),
      };
    }),
    ...former.map((row) => ({
      former: row.id,
      name: row.name,
      kind: row.kind,
      district: row.former_district,
      from: null,
      until: addDays(row.abolished_on, -1),
      today: heirs(formerKey(row.id)),
    })),
  ];
  return {
    units,
    districts: [...districts, ...told.map((name) => ({ name, district: name }))],
    otherProvinces: provinces.map(({ name }) => name),
  };
}
