import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type pg from 'pg';
import type { Province } from '#kernel/place.ts';
import { Problem } from '#kernel/problem.ts';
import { line } from '#kernel/text.ts';
import { seedReference } from '#db/seed/reference.ts';
import { inProvince } from '#platform/database/transaction.ts';
import { readSheets, sheetOf, stopReading } from '#platform/spreadsheet/read.ts';
import { invitationPath, inviteFromConsole } from '#people';
import { readUnitSheet, type FormerLine, type ListedUnit, type UnitSheetTrouble } from '#registry';
import { enterFormer, formerIn } from './former.cli.ts';
import { BadUse, onInstallation, type CliCommand, type Given } from './cli-command.ts';
import { asOwner, tenantsIn } from './province.ts';

const expected: Readonly<Record<UnitSheetTrouble['code'], string>> = {
  'heading-missing': 'a column with the heading Mã (code) and one with the heading Tên (name)',
  'heading-twice': 'each heading once',
  missing: 'a code and a name in every row',
  'not-five-digits': "the unit's code of five digits",
  'kind-unknown': 'xã, phường, đặc khu or thị trấn, in the column Loại or before the name',
  twice: 'each code once',
  'not-a-number': 'degrees, such as 107.6002',
  'outside-viet-nam': 'longitude 102 to 118, latitude 6 to 24: perhaps the two columns are exchanged',
  'point-half-given': 'longitude and latitude, or neither',
  'not-a-day': 'a day as 01/07/2025 or 2025-07-01',
  'nothing-listed': 'a sheet with a row of headings and a row for each unit',
};

const said = ({ code, at, found }: UnitSheetTrouble): string =>
  `${at}: expected ${expected[code]}${found === '' ? '' : `; got ${JSON.stringify(found)}`}`;

async function unitsIn(file: string | undefined): Promise<readonly ListedUnit[]> {
  if (file === undefined) return [];
  let bytes: Buffer;
  try {
    bytes = await readFile(file);
  } catch {
    throw new BadUse(`--units: expected a CSV or XLSX file; ${file} cannot be read`);
  }
  try {
    const { units, troubles } = readUnitSheet(sheetOf(await readSheets(bytes)).rows);
    if (troubles.length > 0) throw new BadUse(`--units ${file}:\n${troubles.map(said).join('\n')}`);
    return units;
  } catch (error) {
    if (error instanceof Problem) throw new BadUse(`--units: expected a CSV or XLSX file; ${file}: ${error.code}`);
    throw error;
  } finally {
    await stopReading();
  }
}

/** What stands against opening the province, said with what to do. */
async function refuseWhereServed(owner: pg.Client, code: number): Promise<void> {
  const { rows } = await owner.query<{ province: number; demonstration: boolean }>(
    'select province, demonstration from platform.tenant order by province',
  );
  if (rows.some(({ demonstration }) => demonstration))
    throw new BadUse(
      'This data folder holds the demonstration province, which never shares a database with a real one: set LIENKET_DATA to another folder.',
    );
  if (rows.some(({ province }) => province === code))
    throw new BadUse(`Province ${code} has been opened here already. People come in by: user invite`);
  const known = await owner.query('select 1 from reference.province where code = $1', [code]);
  if (known.rowCount === 0) {
    const all = await owner.query<{ code: number; name: string }>(
      'select code, name from reference.province order by code',
    );
    throw new BadUse(
      `--code: expected the code of a province: ${all.rows.map((one) => `${one.code} ${one.name}`).join(', ')}; got ${code}`,
    );
  }
}

/** Where the list does not say from when: the day the two-level government began (Resolution 202/2025/QH15). */
const sinceReform = '2025-07-01';

/** Without a sheet, the units that are listed already: those of Quảng Ninh come along. */
async function listedAlready(owner: pg.Client, code: number): Promise<number> {
  const { rowCount } = await owner.query('select from reference.unit where province = $1 and valid_until is null', [
    code,
  ]);
  if (rowCount === 0)
    throw new BadUse('--units: expected a CSV or XLSX file of the communes and wards, which are not known yet');
  return rowCount!;
}

/** The codes the province will have: those of the sheet, or those that are listed already. */
async function codesOf(owner: pg.Client, code: number, units: readonly ListedUnit[]): Promise<ReadonlySet<string>> {
  if (units.length > 0) return new Set(units.map((unit) => unit.code));
  const { rows } = await owner.query<{ code: string }>(
    'select code from reference.unit where province = $1 and valid_until is null',
    [code],
  );
  return new Set(rows.map((row) => row.code));
}

async function open(owner: pg.Client, code: number, units: readonly ListedUnit[], file = ''): Promise<number> {
  await owner.query('begin');
  await refuseWhereServed(owner, code);
  await owner.query('insert into platform.tenant (province) values ($1)', [code]);
  for (const unit of units) {
    const { rows } = await owner.query<{ province: number }>(
      `insert into reference.unit (province, code, name, name_en, kind, lon, lat, valid_from, source, verified)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, true)
       on conflict (code, valid_from) do update set name = excluded.name, name_en = excluded.name_en, kind = excluded.kind,
         lon = coalesce(excluded.lon, unit.lon), lat = coalesce(excluded.lat, unit.lat)
         where unit.province = excluded.province
       returning province`,
      [
        code,
        unit.code,
        unit.name,
        unit.nameEn,
        unit.kind,
        unit.lon,
        unit.lat,
        unit.validFrom ?? sinceReform,
        basename(file),
      ],
    );
    if (rows.length === 0) throw new BadUse(`--units ${file}: ${unit.code} ${unit.name} is a unit of another province`);
  }
  const listed = units.length === 0 ? await listedAlready(owner, code) : units.length;
  await owner.query('commit');
  return listed;
}

function wanted({ options }: Given) {
  const code = Number(options['code']);
  if (!Number.isInteger(code) || code < 1 || code > 99)
    throw new BadUse(
      `--code: expected the code of a province, 1 to 99; got ${JSON.stringify(options['code'] ?? null)}`,
    );
  const file = options['units'] as string | undefined;
  const formerFile = options['former'] as string | undefined;
  const name = line(100, 2).safeParse(options['admin']);
  if (!name.success)
    throw new BadUse(
      `--admin: expected the name of the first administrator, 2 to 100 characters; got ${JSON.stringify(options['admin'] ?? null)}`,
    );
  return { code, file, formerFile, name: name.data };
}

async function create(given: Given): Promise<void> {
  const { code, file, formerFile, name } = wanted(given);
  const units = await unitsIn(file);
  const { link, data, opened, former, others } = await onInstallation(async (config, installation) => {
    const [lines, listed, tenants] = await asOwner(installation, async (owner) => {
      await seedReference(owner);
      const lines: readonly FormerLine[] = await formerIn(formerFile, await codesOf(owner, code, units));
      return [lines, await open(owner, code, units, file), await tenantsIn(owner)] as const;
    });
    const [token, former] = await inProvince(installation.database, code as Province, async ({ client, db }) => {
      const entered = await enterFormer(db, lines, formerFile);
      const made = await inviteFromConsole(
        { client, db, province: code as Province },
        { name, role: 'administrator', organisation: null, unit: null },
      );
      return [made, entered] as const;
    });
    const link = `${config.origin}${invitationPath(token)}`;
    return { link, data: config.data, opened: listed, former, others: tenants.length > 1 };
  });
  if (given.options['json'] === true) console.log(JSON.stringify({ province: code, units: opened, former, link }));
  else
    console.log(`Province ${code} opened with ${opened} units${former > 0 ? ` and ${former} former ones` : ''} in ${decodeURIComponent(data.pathname)}.

Start it, unless it runs:  LIENKET_DEMO=0 ${others ? `LIENKET_PROVINCE=${code} ` : ''}npm start
Then ${name} opens this link, which works once and for 24 hours:
${link}`);
}

export const provinceCommand: CliCommand = {
  name: 'province',
  summary: 'open a real province: its communes and wards, and a link for its first administrator',
  help: `Usage: npm run -s lienket -- province create --code CODE [--units FILE] [--former FILE] --admin NAME [--json]

Opens a real province in this data folder, which must not hold the demonstration province, and prints a one-time link
for the first administrator. All or nothing: a file with a wrong cell is refused with every cell named.
  --code    the province's code in the national list, for instance 24
  --units   CSV or XLSX with the headings Mã, Tên and, where known, Loại (xã, phường, đặc khu), Tên tiếng Anh, Kinh độ,
            Vĩ độ, Từ ngày; or in English code, name, kind, name_en, lon, lat, valid_from. Not needed where the
            units are listed already (22)
  --former  CSV or XLSX of the units of before the rearrangement, with the headings Tên cũ, Loại cũ, Huyện cũ, Mã mới,
            Toàn bộ hay một phần, Văn bản and, where known, Đã đối chiếu, Từ ngày; or in English old name, old kind,
            old district, new unit code, whole or part, document, verified, abolished on. It can also be read later
  --admin   the name of the first administrator
  --json    print {"province", "units", "former", "link"}`,
  options: {
    code: { type: 'string' },
    units: { type: 'string' },
    former: { type: 'string' },
    admin: { type: 'string' },
  },
  run: async (given) => {
    if (given.words.length !== 1 || given.words[0] !== 'create')
      throw new BadUse(`expected: province create; got ${JSON.stringify(given.words.join(' '))}`);
    await create(given);
  },
};
