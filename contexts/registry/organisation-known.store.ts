import { sql } from 'kysely';
import type { Day } from '#kernel/day.ts';
import type { Province, UnitCode } from '#kernel/place.ts';
import type { Db } from '#platform/database/db.ts';
import {
  judgeOrganisations,
  type KnownOrganisation,
  type OrganisationDraft,
  type OrganisationJudged,
} from './organisation-set.ts';
import { moveObstacles, moveOf } from './organisation-seat.store.ts';
import type { SetChange } from './organisation-set-change.ts';
import { OrganisationSetIndex } from './organisation-set-index.ts';
import { decrypted } from './personal.cipher.ts';

interface SealedRow {
  readonly id: string;
  readonly taxNumber: string | null;
  readonly sealed: string | null;
}
type Sealed = Omit<KnownOrganisation, 'aliases'> &
  SealedRow & { readonly aliases: readonly (KnownOrganisation['aliases'][number] & SealedRow)[] };

/** A person's number is opened to be compared with the sheet's, and shown to nobody. */
const opened = <Row extends SealedRow>({ sealed, ...row }: Row): Omit<Row, 'sealed'> =>
  sealed === null ? row : { ...row, taxNumber: decrypted(Buffer.from(sealed, 'hex'), row.id) };

/** Every organisation of the province that stands, with its present seat and who stands for it. */
async function knownOrganisations(db: Db): Promise<KnownOrganisation[]> {
  const { rows } = await sql<Sealed>`
    select o.id, o.kind, o.legal_form as "legalForm", o.name, o.short_name as "shortName", o.tax_number as "taxNumber",
      encode(o.tax_number_cipher, 'hex') as sealed,
      o.registration_number as "registrationNumber", o.certificate_on as "certificateOn", o.founded_on as "foundedOn", o.fields,
      p.unit_code as unit, p.address, o.phone, o.email, h.name as "representativeName", h.phone as "representativePhone",
      o.status, o.provenance, o.version,
      (select json_agg(json_build_object('id', a.id, 'name', a.name, 'taxNumber', a.tax_number,
          'sealed', encode(a.tax_number_cipher, 'hex'), 'registrationNumber', a.registration_number))
       from registry.published_identity i join registry.organisation a on a.province = i.province and a.id = i.id
       where i.province = o.province and i.stands_as_id = o.id and a.struck_at is null) as aliases
    from registry.organisation o
    join registry.published_identity s on s.province = o.province and s.id = o.id and s.stands_as_id = o.id
    left join registry.organisation_place p
      on p.province = o.province and p.organisation_id = o.id and p.valid_until is null
    left join lateral (select r.name, r.phone from registry.representative r
      where r.province = o.province and r.organisation_id = o.id and r.valid_until is null
      order by r.valid_from desc limit 1) h on true
    where o.province = platform.current_province() and o.struck_at is null
    order by o.id`.execute(db);
  return rows.map((row) => ({ ...opened(row), aliases: row.aliases.map(opened) }));
}

export interface OrganisationsOn {
  readonly today: Day;
  readonly units: readonly UnitCode[] | null;
  /** A name without its marks and the ways in which its kind is shortened. */
  readonly keyOf: (name: string) => string;
  readonly province: Province;
  /** Since when, on which paper and by which law the registered content of those known is otherwise. */
  readonly change: SetChange | undefined;
}

/** A seat moves on the day of the change: whether its unit was one then, only the units in time can say. */
async function seatJudged(db: Db, one: OrganisationJudged, { change, province }: OrganisationsOn) {
  const { organisation: known, fields, outcome } = one;
  if (outcome !== 'update' || known === null || change === undefined || !fields.includes('unit')) return one;
  const { unit, address } = one.draft.given;
  const given = { organisation: known.id, version: known.version, unit, address };
  const record = { id: known.id, seat_province: province };
  const obstacles = moveObstacles(await moveOf(db, { given, record, on: change.onDay, home: province }));
  return obstacles.length === 0 ? one : { ...one, obstacles, outcome: 'refused' as const };
}

/** What would become of these organisations, each against what is known and against the others. Nothing is written. */
export async function judgedOrganisations(
  db: Db,
  drafts: readonly OrganisationDraft[],
  on: OrganisationsOn,
): Promise<OrganisationJudged[]> {
  const known = new OrganisationSetIndex(await knownOrganisations(db), on.keyOf);
  const judged: OrganisationJudged[] = [];
  for (const one of judgeOrganisations(drafts, { ...on, known })) judged.push(await seatJudged(db, one, on));
  return judged;
}
