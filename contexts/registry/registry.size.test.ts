import pg from 'pg';
import { beforeAll, describe, expect, test } from 'vitest';
import { seedDemonstration } from '#db/seed/demonstration.ts';
import { signedIn, stranger, testDatabase, testServer } from '#tests/harness.ts';
import { listCommodities } from './commodity.wire.ts';
import { registry } from './index.ts';
import { exportMembers, findMembers } from './member.wire.ts';
import { searchNames } from './name.wire.ts';
import { exportOrganisations, listOrganisations } from './organisation.wire.ts';
import { listParameters } from './parameter.wire.ts';
import { listFormerUnits, listUnits, resolveAddress } from './unit.wire.ts';

const here = await testDatabase([]);
const { as, server } = await testServer(here, registry.handlers);
const officerPerson = await signedIn(here, { role: 'provincial-officer' });
const officer = as(officerPerson);
const nobody = as(stranger);

beforeAll(async () => {
  const client = new pg.Client({ connectionString: here.ownerUrl });
  await client.connect();
  await seedDemonstration(client);
  await client.end();
});

/** Read as a ratio: the machine may be busy, but then it is busy for both. */
async function medianMs(asks: readonly (() => Promise<unknown>)[]): Promise<number> {
  const times: number[] = [];
  for (const ask of asks) {
    const began = performance.now();
    await ask();
    times.push(performance.now() - began);
  }
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]!;
}

describe('in a province of the article’s size', () => {
  test('a name is found among the organisations, the nearest first', async () => {
    const first = async (search: string) => (await nobody(listOrganisations, { search })).body.items[0]!.name;
    for (const search of ['huu co dam ha xanh', 'Hữu cơ Đầm Hà Xanh', 'huu co dam ha xah'])
      expect(await first(search)).toBe('Hợp tác xã Nông nghiệp Hữu cơ Đầm Hà Xanh');
    expect(await first('lien hiep mien dong')).toBe('Liên hiệp Hợp tác xã Nông nghiệp Miền Đông');
  });

  test('a name is found among 44,377 members faster than all of them can be weighed', async () => {
    const { body } = await officer(findMembers, { search: 'phun a sang' });
    expect(body.items[0]!.name).toBe('Phùn A Sáng');
    const names = [
      'nguyen thi hoa',
      'hoang thi mai',
      'tran van',
      'nguyễn văn dũng',
      'le thi',
      'pham duc',
      'vu thi lan',
    ];
    const searched = await medianMs([...names, ...names].map((search) => () => officer(findMembers, { search })));
    const weighed = await medianMs(
      [...names, ...names].map(
        (words) => () =>
          here.owner('select count(*) from registry.member where word_similarity($1, plain_name) > 0.5', [words]),
      ),
    );
    expect(searched).toBeLessThan(weighed);
  });

  test('one box finds organisations, units of then and now, and commodities', async () => {
    const found = async (search: string) => (await nobody(searchNames, { search })).body.items;
    expect((await found('chanh leo'))[0]).toMatchObject({
      what: 'commodity',
      names: { en: 'Passion fruit', th: 'เสาวรส' },
    });
    const damHa = await found('dam ha');
    expect(damHa.filter(({ what }) => what === 'unit')).toHaveLength(3);
    expect((await found('hai lag')).some((item) => item.what === 'unit' && item.name === 'Hải Lạng')).toBe(true);
  });

  test('the units of today fit one page, and know how many organisations they seat', async () => {
    const { body } = await nobody(listUnits, {});
    expect(body.total).toBe(54);
    expect(body.items).toHaveLength(54);
    expect(body.districts).toHaveLength(13);
    expect(body.items.reduce((sum, unit) => sum + unit.organisations, 0)).toBeGreaterThan(1_300);
    expect((await nobody(listFormerUnits, { search: 'dam ha' })).body.items).toMatchObject([
      { kind: 'commune', code: '06916' },
      { kind: 'township', code: '06895' },
    ]);
  });

  test('an old address finds its unit, a divided one a choice', async () => {
    const one = await nobody(resolveAddress, { address: 'Thôn 3, xã Đại Bình, huyện Đầm Hà, Quảng Ninh' });
    expect(one.body).toMatchObject({
      outcome: 'choice',
      reasons: ['unverified-link'],
      units: [{ code: '06895', by: { name: 'Đại Bình' }, verified: false }],
    });
    const several = await nobody(resolveAddress, { address: 'phường Đức Chính, Đông Triều' });
    expect(several.body.outcome).toBe('choice');
    expect(several.body.units.map(({ code }) => code)).toEqual(['07090', '07093']);
  });

  test('commodities come with the units they are traded in', async () => {
    const { body } = await nobody(listCommodities, { search: 'trung ga' });
    expect(body.items[0]!.units.map(({ code, qty }) => [code, qty])).toEqual([
      ['qua', 1],
      ['vi', 10],
      ['tram', 100],
    ]);
    expect((await nobody(listCommodities, {})).body.items).toHaveLength(40);
  });

  test('the law’s numbers say what is not verified, on the day asked for', async () => {
    const value = async (on: string) =>
      (await nobody(listParameters, { search: 'htx.minOfficialMembers', on })).body.items[0]?.value;
    expect(await value('2026-11-23')).toBe(5);
    expect(await value('2020-01-01')).toBe(7);
    const { body } = await nobody(listParameters, { verified: 'false' });
    expect(body.items.find(({ key }) => key === 'penalty.maxShare')).toMatchObject({ value: 0.08, verified: false });
  });
});

describe('whole lists as sheets', () => {
  test.each(['csv', 'xlsx'] as const)(
    '44,377 members as %s, none cut, in bounded memory',
    { timeout: 120_000 },
    async (format) => {
      globalThis.gc?.();
      const before = process.memoryUsage().rss;
      let most = before;
      const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 20);
      await server.listen({ port: 0, host: '127.0.0.1' }).catch(() => undefined);
      const { port } = server.server.address() as { port: number };
      const response = await fetch(`http://127.0.0.1:${port}/api/${exportMembers.name}?format=${format}`, {
        headers: { cookie: officerPerson.cookie },
      });
      expect(response.status).toBe(200);
      let bytes = 0;
      let lines = 0;
      for await (const chunk of response.body!) {
        bytes += chunk.length;
        for (const byte of chunk) if (byte === 10) lines += 1;
      }
      clearInterval(watch);
      if (format === 'csv') expect(lines).toBe(44_378);
      expect(bytes).toBeGreaterThan(500_000);
      expect((most - before) / 1_048_576).toBeLessThan(250);
    },
  );

  test('the register itself, without personal numbers', async () => {
    const { raw, headers } = await nobody(exportOrganisations, { format: 'csv', kind: 'farm', language: 'en' });
    const text = raw.toString('utf8');
    expect(text.split('\r\n')).toHaveLength(230 + 2);
    expect(text).toContain('Made up for demonstration');
    expect(text).not.toMatch(/999\d{9}/);
    expect(headers['content-disposition']).toMatch(/^attachment/);
  });
});
