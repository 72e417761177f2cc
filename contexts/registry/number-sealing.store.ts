import type pg from 'pg';
import { sealedNumber } from './person-number.store.ts';

type Owner = Pick<pg.Client, 'query'>;

const hex = (bytes: Buffer): string => `\\x${bytes.toString('hex')}`;

async function sealRecords(owner: Owner, province: number): Promise<number> {
  const { rows } = await owner.query<{ id: string; tax_number: string }>(
    'select id, tax_number from registry.organisation where province = $1 and length(tax_number) = 12 for update',
    [province],
  );
  for (const { id, tax_number } of rows) {
    const sealed = sealedNumber(tax_number, id, province);
    await owner.query(
      `update registry.organisation set tax_number = null, tax_number_cipher = $3, tax_number_hmac = $4
       where province = $1 and id = $2`,
      [province, id, sealed.tax_number_cipher, sealed.tax_number_hmac],
    );
  }
  return rows.length;
}

/** What an act noted before it changed the number: undone, it puts the sealed one back. */
async function sealTrails(owner: Owner, province: number): Promise<number> {
  const { rows } = await owner.query<{ act_id: string; seq: number; row_id: string; number: string }>(
    `select act_id, seq, row_id, before ->> 'tax_number' as number from registry.act_effect
     where province = $1 and relation = 'organisation' and length(before ->> 'tax_number') = 12 for update`,
    [province],
  );
  for (const { act_id, seq, row_id, number } of rows) {
    const sealed = sealedNumber(number, row_id, province);
    const columns = {
      tax_number: null,
      tax_number_cipher: hex(sealed.tax_number_cipher!),
      tax_number_hmac: hex(sealed.tax_number_hmac!),
    };
    await owner.query(
      'update registry.act_effect set before = before || $4::jsonb where province = $1 and act_id = $2 and seq = $3',
      [province, act_id, seq, JSON.stringify(columns)],
    );
  }
  return rows.length;
}

/**
 * Seals what a database of an earlier edition, or a backup of one, holds of persons' tax numbers in clear; once, by the owner of the
 * tables, before anybody is served. The tables are then written anew, so that the old rows are not left on their pages.
 */
export async function sealPersonNumbers(owner: Owner): Promise<number> {
  const { rows } = await owner.query<{ province: number }>('select province from platform.tenant order by province');
  let count = 0;
  for (const { province } of rows) {
    await owner.query('begin');
    try {
      await owner.query("select set_config('lienket.province', $1, true)", [String(province)]);
      count += (await sealRecords(owner, province)) + (await sealTrails(owner, province));
      await owner.query('commit');
    } catch (error) {
      await owner.query('rollback');
      throw error;
    }
  }
  if (count > 0) {
    await owner.query('vacuum full registry.organisation');
    await owner.query('vacuum full registry.act_effect');
  }
  await owner.query(`alter table registry.organisation
    validate constraint tax_number_in_clear_has_10_or_13_digits, validate constraint an_organisation_has_one_tax_number`);
  return count;
}
