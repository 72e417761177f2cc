import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { beforeAll, describe, expect, test } from 'vitest';
import { newId, type OrganisationId } from '#kernel/id.ts';
import { otherProvince, signedIn, stranger, testDatabase, testServer } from '#tests/harness.ts';
import { registry, sealPersonNumbers, usePersonalKeys } from './index.ts';
import type { LookId } from './member.wire.ts';
import {
  changeOrganisation,
  exportOrganisations,
  getOrganisation,
  listOrganisations,
  registerOrganisation,
} from './organisation.wire.ts';
import { getPersonNumber, listNumberLooks, recordNumberLook } from './person-number.wire.ts';
import { damHa, examples, proof, saveExamples, vanDon } from './registry.example.ts';

usePersonalKeys({ cipher: randomBytes(32), index: randomBytes(32) });
const here = await testDatabase();
const { as } = await testServer(here, registry.handlers);
const { farm } = examples;
const [number, another] = ['999000000001', '999000000009'];

const farmer = as(await signedIn(here, { role: 'organisation-manager', organisation: farm }));
const hand = as(await signedIn(here, { role: 'organisation-member', organisation: farm }));
const manager = as(await signedIn(here, { role: 'organisation-manager', organisation: examples.cooperative }));
const communeOfficer = as(await signedIn(here, { role: 'commune-officer', unit: damHa }));
const otherOfficer = as(await signedIn(here, { role: 'commune-officer', unit: vanDon }));
const officer = as(await signedIn(here, { role: 'provincial-officer' }));
const auditor = as(await signedIn(here, { role: 'auditor' }));
const elsewhere = as(await signedIn(here, { role: 'provincial-officer', province: otherProvince }));
const nobody = as(stranger);

const versionOf = async (organisation: OrganisationId): Promise<number> =>
  (await nobody(getOrganisation, { organisation })).body.version;
const give = async (taxNumber: string | null, organisation = farm) =>
  communeOfficer(changeOrganisation, {
    organisation,
    version: await versionOf(organisation),
    taxNumber,
    document: proof,
  });
const shownTo = async (ask: typeof nobody, organisation = farm) => (await ask(getOrganisation, { organisation })).body;
const lookOf = async (ask: typeof nobody, organisation = farm): Promise<LookId> => {
  const id = newId<LookId>();
  expect((await ask(recordNumberLook, { id, organisation, purpose: 'đối chiếu giấy tờ' })).status).toBe(200);
  return id;
};

beforeAll(async () => {
  await saveExamples(here.owner);
  expect((await give(number)).status).toBe(200);
});

describe('a person’s tax number', () => {
  test('stands nowhere in clear: not in its table, not in its history, not in what was noted of a command', async () => {
    const { rows } = await dump();
    expect(rows.join()).not.toContain(number);
  });

  test('is shown by its last digits to its people and the officers of the place, to others not at all', async () => {
    for (const ask of [farmer, hand, communeOfficer, officer])
      expect(await shownTo(ask)).toMatchObject({ taxNumber: null, personNumber: '••••••••0001' });
    for (const ask of [nobody, manager, auditor, otherOfficer])
      expect(await shownTo(ask)).toMatchObject({ taxNumber: null, personNumber: null });
    expect((await officer(listOrganisations, { search: number })).body.total).toBe(0);
    const { raw } = await officer(exportOrganisations, { search: 'Nguyễn Văn An', format: 'csv', language: 'vi' });
    expect(raw.toString()).toContain('Nguyễn Văn An');
    expect(raw.toString()).not.toContain(number);
  });

  test('is told in clear for five minutes to who has said what for, and every look is kept', async () => {
    for (const ask of [farmer, communeOfficer, officer])
      expect((await ask(getPersonNumber, { look: await lookOf(ask) })).body).toEqual({ taxNumber: number });
    const look = await lookOf(officer);
    expect((await communeOfficer(getPersonNumber, { look })).status).toBe(403);
    expect((await elsewhere(getPersonNumber, { look })).status).toBe(403);
    await here.owner(`update registry.personal_look set looked_at = now() - interval '6 minutes' where id = $1`, [
      look,
    ]);
    expect((await officer(getPersonNumber, { look })).body.code).toBe('registry.person-number.look-over');
    const { items } = (await farmer(listNumberLooks, { organisation: farm })).body;
    expect(items).toHaveLength(4);
    expect(items[0]).toMatchObject({ purpose: 'đối chiếu giấy tờ' });
    for (const ask of [hand, manager, otherOfficer, auditor]) {
      const refused = await ask(recordNumberLook, { id: newId<LookId>(), organisation: farm, purpose: 'xem' });
      expect(refused.status).toBe(403);
      expect((await ask(listNumberLooks, { organisation: farm })).status).toBe(403);
    }
  });

  test('is one organisation’s, and nobody else’s while it stands', async () => {
    const given = { id: newId<OrganisationId>(), kind: 'farm' as const, name: 'Trang trại Trùng Số', unit: damHa };
    const twice = await communeOfficer(registerOrganisation, { ...given, taxNumber: number });
    expect(twice.body.obstacles).toEqual(['tax-number-taken']);
    expect((await communeOfficer(registerOrganisation, { ...given, taxNumber: another })).status).toBe(200);
    expect((await give(number, given.id)).body.obstacles).toEqual(['tax-number-taken']);
    await expect(
      here.owner(
        `update registry.organisation set tax_number_hmac = (select tax_number_hmac from registry.organisation where id = $2) where id = $1`,
        [given.id, farm],
      ),
    ).rejects.toThrow('organisation_person_number_once');
  });

  test('gives way to a company’s number, and comes back', async () => {
    expect((await give('9900000016', farm)).body.obstacles).toEqual(['tax-number-taken']);
    expect((await give('9900000055', farm)).status).toBe(200);
    expect(await shownTo(officer)).toMatchObject({ taxNumber: '9900000055', personNumber: null });
    expect((await give(null, farm)).status).toBe(200);
    expect(await shownTo(officer)).toMatchObject({ taxNumber: null, personNumber: null });
    expect((await give(number, farm)).status).toBe(200);
    expect((await officer(getPersonNumber, { look: await lookOf(officer) })).body.taxNumber).toBe(number);
  });
});

test('numbers entered before they were sealed are sealed when the program starts, also in what acts have noted', async () => {
  const [old, act] = [newId<OrganisationId>(), newId()];
  const digits = '999000000077';
  const owner = new pg.Client({ connectionString: here.ownerUrl });
  await owner.connect();
  try {
    await owner.query(
      `alter table registry.organisation drop constraint tax_number_in_clear_has_10_or_13_digits,
         drop constraint an_organisation_has_one_tax_number`,
    );
    await owner.query(
      `insert into registry.organisation (province, id, kind, name, tax_number) values (22, $1, 'farm', 'Trang trại Cũ', $2)`,
      [old, digits],
    );
    await owner.query(
      `insert into registry.organisation_act (province, id, organisation_id, kind, on_day) values (22, $1, $2, 'suspended', '2026-01-01')`,
      [act, old],
    );
    await owner.query(
      `insert into registry.act_effect (province, act_id, seq, relation, row_id, before, after_version)
       values (22, $1, 1, 'organisation', $2, $3, 1)`,
      [act, old, JSON.stringify({ status: 'operating', tax_number: digits })],
    );
    await owner.query(
      `alter table registry.organisation
         add constraint tax_number_in_clear_has_10_or_13_digits check (tax_number ~ '^(\\d{10}|\\d{13})$') not valid,
         add constraint an_organisation_has_one_tax_number check (tax_number is null or tax_number_cipher is null) not valid`,
    );
    expect(await sealPersonNumbers(owner)).toBe(2);
    expect(await sealPersonNumbers(owner)).toBe(0);
  } finally {
    await owner.end();
  }
  expect((await dump()).rows.join()).not.toContain(digits);
  expect((await officer(getPersonNumber, { look: await lookOf(officer, old) })).body.taxNumber).toBe(digits);
  const [noted] = await here.owner<{ tax_number: string | null; same: boolean }>(
    `select b.tax_number, b.tax_number_hmac = o.tax_number_hmac as same
     from registry.act_effect e join registry.organisation o on o.id = e.row_id,
       jsonb_populate_record(null::registry.organisation, e.before) b where e.act_id = $1`,
    [act],
  );
  expect(noted).toEqual({ tax_number: null, same: true });
});

/** Every row of every table, as text. */
async function dump(): Promise<{ rows: string[] }> {
  const tables = await here.owner<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname in ('registry', 'platform', 'people', 'duplicates', 'intake')`,
  );
  const rows: string[] = [];
  for (const { name } of tables)
    for (const { row } of await here.owner<{ row: string }>(`select t::text as row from ${name} t`)) rows.push(row);
  return { rows };
}
