import { isOrganisationRole, type Role } from '#kernel/actor.ts';
import { newId, type OrganisationId } from '#kernel/id.ts';
import type { Province, UnitCode } from '#kernel/place.ts';
import { otherProvince, quangNinh, type Held, type TestDatabase } from './harness.ts';

export interface AccessCase {
  /** Input about what belongs to the asker's organisation or place. */
  readonly own: Readonly<Record<string, unknown>>;
  /** The same about somebody else's. */
  readonly foreign: Readonly<Record<string, unknown>>;
}

export type Side = 'own' | 'foreign';
const orgKinds = { cooperative: 'cooperative', buyer: 'enterprise', bank: 'bank', laboratory: 'laboratory', fund: 'support-fund' } as const;
export type OrganisationPart = keyof typeof orgKinds;

export interface AccessWorld {
  readonly organisations: Readonly<Record<Side, Readonly<Record<OrganisationPart, OrganisationId>>>>;
  readonly units: Readonly<Record<Side, UnitCode>>;
  /** The role as held by somebody of that side. */
  readonly held: (role: Role, side: Side, province?: Province) => Held;
  /** By method: an input about one's own record and one about another's. */
  readonly cases: Readonly<Record<string, AccessCase>>;
}

const partOf: Readonly<Partial<Record<Role, OrganisationPart>>> = {
  'organisation-manager': 'cooperative',
  'organisation-member': 'cooperative',
  buyer: 'buyer',
  'bank-officer': 'bank',
  laboratory: 'laboratory',
};

async function makeOrganisations({ owner }: TestDatabase, unit: UnitCode): Promise<Record<OrganisationPart, OrganisationId>> {
  const made: Partial<Record<OrganisationPart, OrganisationId>> = {};
  for (const [part, kind] of Object.entries(orgKinds)) {
    const id = newId<OrganisationId>();
    await owner('insert into registry.organisation (province, id, kind, name, fields, founded_on) values ($1, $2, $3, $4, $5, $6)', [
      quangNinh,
      id,
      kind,
      `${part} ${unit}`,
      ['crops'],
      '2019-01-01',
    ]);
    await owner('insert into registry.organisation_place (province, organisation_id, valid_from, unit_code, unit_from) values ($1, $2, $3, $4, $5)', [
      quangNinh,
      id,
      '2025-07-01',
      unit,
      '2025-07-01',
    ]);
    made[part as OrganisationPart] = id;
  }
  return made as Record<OrganisationPart, OrganisationId>;
}

/** Two of everything: one's own, in Đầm Hà, and somebody else's, in Quảng Tân; the other province has its own officers. */
export async function accessWorld(database: TestDatabase): Promise<AccessWorld> {
  await database.owner(`insert into reference.unit (province, code, name, name_en, kind, valid_from, source, verified) values
    (22, '06895', 'Đầm Hà', 'Dam Ha', 'commune', '2025-07-01', 'test', true),
    (22, '06913', 'Quảng Tân', 'Quang Tan', 'commune', '2025-07-01', 'test', true) on conflict do nothing`);
  const units = { own: '06895' as UnitCode, foreign: '06913' as UnitCode };
  const organisations = { own: await makeOrganisations(database, units.own), foreign: await makeOrganisations(database, units.foreign) };
  const held = (role: Role, side: Side, province?: Province): Held => {
    const part = partOf[role];
    if (isOrganisationRole(role) && part !== undefined) return { role, organisation: organisations[side][part], ...(province && { province }) };
    if (role === 'commune-officer') return { role, unit: units[side], ...(province && { province }) };
    return { role, ...(province && { province }) };
  };
  return { organisations, units, held, cases: {} };
}

export { otherProvince };
