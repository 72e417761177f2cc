import pg from 'pg';
import { describe, expect, test } from 'vitest';
import type { Province } from '#kernel/place.ts';
import { seedDemonstration } from '#db/seed/demonstration.ts';
import { testDatabase } from '#tests/harness.ts';
import { chosenTenant, ProvinceTrouble, type Tenant } from './province.ts';

const real = (province: number, name: string): Tenant => ({
  province: province as Province,
  name,
  demonstration: false,
  told: false,
});
const [bacNinh, langSon] = [real(24, 'Bắc Ninh'), real(20, 'Lạng Sơn')];
const demonstration: Tenant = { ...real(22, 'Quảng Ninh'), demonstration: true };
const asked = { demo: '0', province: undefined } as const;

describe('which province a start is about', () => {
  test('the only one there is', () => {
    expect(chosenTenant(asked, [bacNinh])).toBe(bacNinh);
    expect(chosenTenant({ ...asked, province: 24 }, [bacNinh, langSon])).toBe(bacNinh);
    expect(chosenTenant({ demo: '1', province: 22 }, [demonstration])).toBe(demonstration);
  });

  test('none yet', () => {
    expect(chosenTenant(asked, [])).toBeUndefined();
    expect(chosenTenant({ demo: '1', province: 22 }, [])).toBeUndefined();
  });

  test.each([
    ['of several none was named', asked, [langSon, bacNinh], 'several provinces: 20 Lạng Sơn, 24 Bắc Ninh'],
    ['one was named that is not there', { ...asked, province: 31 }, [bacNinh], 'LIENKET_PROVINCE=31: this database'],
    ['a demonstration on a real one', { demo: '1', province: 22 } as const, [bacNinh], 'LIENKET_DEMO=0'],
    ['a demonstration for everybody', { demo: 'public', province: 22 } as const, [bacNinh], 'a real province (24'],
    ['a real one on a demonstration', asked, [demonstration], 'holds the demonstration province'],
  ])('is refused with what to do: %s', (_, config, tenants, said) => {
    expect(() => chosenTenant(config, tenants)).toThrow(ProvinceTrouble);
    expect(() => chosenTenant(config, tenants)).toThrow(said);
  });
});

describe('a demonstration and a real province in one database', () => {
  test('are refused by the database itself, whichever comes first', async () => {
    const first = await testDatabase();
    const beside = 'insert into platform.tenant (province, demonstration) values (22, true)';
    await first.owner('delete from platform.tenant where province = 22');
    await expect(first.owner(beside)).rejects.toThrow('demonstration_shares_no_database');
    const client = new pg.Client({ connectionString: first.ownerUrl });
    await client.connect();
    await expect(seedDemonstration(client)).rejects.toThrow('never shares');
    await client.end();

    const second = await testDatabase([]);
    await second.owner(beside);
    await expect(second.owner('insert into platform.tenant (province) values (31)')).rejects.toThrow(
      'demonstration_shares_no_database',
    );
  });
});
