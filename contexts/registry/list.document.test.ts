import { beforeAll, expect, test } from 'vitest';
import { newId } from '#kernel/id.ts';
import { textOfPdf } from '#platform/pdf/pdf-text.ts';
import { signedIn, stranger, testDatabase, testServer } from '#tests/harness.ts';
import { registry } from './index.ts';
import { exportMembers, listMemberExports, recordMember } from './member.wire.ts';
import { exportOrganisations, listOrganisations } from './organisation.wire.ts';
import { damHa, examples, saveExamples } from './registry.example.ts';

const here = await testDatabase();
const { as } = await testServer(here, registry.handlers);
const { cooperative } = examples;
const manager = as(await signedIn(here, { role: 'organisation-manager', organisation: cooperative }));
const nobody = as(stranger);

beforeAll(() => saveExamples(here.owner));

test('a list of organisations on A4, numbered, with room for signature and seal; a person’s number is not on it', async () => {
  const { status, raw, headers } = await nobody(exportOrganisations, { format: 'pdf' });
  expect([status, headers['content-type']]).toEqual([200, 'application/pdf']);
  const text = textOfPdf(raw).join(' ');
  expect(text).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
  expect(text).toContain('Hợp tác xã Hòa Bình Đầm Hà');
  expect(text).toContain('9900000016');
  expect(text).toContain('đóng dấu');
  expect(text).toContain('Tổng cộng: 4');
  expect(text).not.toContain('999000000001');
});

test('a printed list says what it leaves out, and of which day it is', async () => {
  const filters = {
    kind: 'cooperative',
    unit: damHa,
    status: 'operating',
    search: 'hoa binh',
    asOf: '2026-01-31',
  } as const;
  const text = textOfPdf((await nobody(exportOrganisations, { format: 'pdf', ...filters })).raw).join(' ');
  expect(text.replaceAll(/\s+/g, ' ')).toContain(
    'Lọc theo Tìm: “hoa binh”; Loại hình: Hợp tác xã; Xã, phường, đặc khu: Đầm Hà; Tình trạng: Đang hoạt động · tại ngày 31/01/2026',
  );
  expect(textOfPdf((await nobody(exportOrganisations, { format: 'pdf' })).raw).join(' ')).toContain('Không lọc');
});

test('whom the collective economy trades with stands behind its own, until somebody sorts', async () => {
  const own = (kind: string) => ['cooperative-group', 'cooperative', 'union'].includes(kind);
  const places = (await nobody(listOrganisations, {})).body.items.map(({ kind }) => own(kind));
  expect(places).toContain(false);
  expect(places.lastIndexOf(true)).toBeLessThan(places.indexOf(false));
  const byName = (await nobody(listOrganisations, { sort: 'name' })).body.items.map(({ name }) => name);
  expect(byName).toEqual(byName.toSorted(new Intl.Collator('vi').compare));
});

test('members on paper are an export like any other', async () => {
  await manager(recordMember, {
    id: newId(),
    organisation: cooperative,
    standing: 'official-use',
    name: 'Lê Thị Giấy',
    joinedOn: '2026-01-01',
    contributedVnd: 2_500_000,
  });
  const text = textOfPdf((await manager(exportMembers, { organisation: cooperative, format: 'pdf' })).raw).join(' ');
  expect(text).toContain('Lê Thị Giấy');
  expect(text).toContain('2.500.000');
  expect(await here.owner(`select filter, row_count from registry.personal_look`)).toEqual([
    { filter: { present: 'true', format: 'pdf' }, row_count: 1 },
  ]);
});

test('what is taken away of the members is what the list was asked for, and A4 says so', async () => {
  await manager(recordMember, {
    id: newId(),
    organisation: cooperative,
    standing: 'associate-capital',
    name: 'Phạm Văn Liên',
    joinedOn: '2026-01-01',
    contributedVnd: 1_000_000,
  });
  const taken = async (asked: object) =>
    textOfPdf((await manager(exportMembers, { organisation: cooperative, format: 'pdf', ...asked })).raw)
      .join(' ')
      .replaceAll(/\s+/g, ' ');
  const associates = await taken({ standing: 'associate-capital' });
  expect(associates).toContain('Phạm Văn Liên');
  expect(associates).not.toContain('Lê Thị Giấy');
  expect(associates).toContain('Lọc theo Tư cách: Liên kết góp vốn; Tình trạng: Đang là thành viên');
  const found = await taken({ search: 'giay', party: 'person', present: 'all' });
  expect(found).toContain('Lê Thị Giấy');
  expect(found).not.toContain('Phạm Văn Liên');
  expect(found).toContain('Tìm: “giay”');
  expect(await taken({ present: 'false' })).toContain('Tổng cộng: 0');
  expect(await taken({ present: 'all' })).toContain('Không lọc');
  const { items } = (await manager(listMemberExports, { organisation: cooperative })).body;
  expect(items.slice(0, 4)).toMatchObject([
    { present: 'all', standing: null, searched: false, rows: 2 },
    { present: 'false', rows: 0 },
    { party: 'person', searched: true, rows: 1 },
    { standing: 'associate-capital', searched: false, rows: 1 },
  ]);
});

test('more than one signs by hand is refused and says what to do', async () => {
  await here.owner(
    `insert into registry.organisation (province, id, kind, name) select 22, gen_random_uuid(), 'enterprise', 'Công ty ' || n from generate_series(1, 2000) n`,
  );
  const { status, body } = await nobody(exportOrganisations, { format: 'pdf' });
  expect([status, body.code]).toEqual([422, 'registry.list.too-long']);
});
