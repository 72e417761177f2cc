import { newId, type OrganisationId } from '#kernel/id.ts';
import type { UnitCode } from '#kernel/place.ts';
import type { Day } from '#kernel/day.ts';

type Owner = (text: string, values?: unknown[]) => Promise<unknown>;

export const reform = '2025-07-01' as Day;

/** Made-up units of a test: `unit(1)` is 90001 Đơn vị 1, standing since the reform. */
export const unitCode = (n: number): UnitCode => String(90_000 + n) as UnitCode;

export async function makeUnits(owner: Owner, count: number): Promise<UnitCode[]> {
  const codes = Array.from({ length: count }, (_, at) => unitCode(at + 1));
  for (const [at, code] of codes.entries())
    await owner(
      `insert into reference.unit (province, code, name, name_en, kind, lon, lat, valid_from, source, verified)
       values (22, $1, $2, $2, 'commune', $3, 21.2, $4, 'test', true)`,
      [code, `Đơn vị ${at + 1}`, 107.1 + at / 10, reform],
    );
  return codes;
}

export interface SeatMade {
  readonly unit: UnitCode;
  readonly from?: string;
  readonly lon?: number;
  readonly lat?: number;
}

export async function makeSeat(owner: Owner, name: string, { unit, from = '2020-01-01', lon, lat }: SeatMade) {
  const id = newId<OrganisationId>();
  await owner(
    `insert into registry.organisation (province, id, kind, name, fields, founded_on) values (22, $1, 'cooperative', $2, '{crops}', '2019-01-01')`,
    [id, name],
  );
  await owner(
    `insert into registry.organisation_place (province, organisation_id, valid_from, unit_code, unit_from, address, lon, lat)
     values (22, $1, $2, $3, $4, 'Thôn 1', $5, $6)`,
    [id, from, unit, reform, lon ?? null, lat ?? null],
  );
  return id;
}
