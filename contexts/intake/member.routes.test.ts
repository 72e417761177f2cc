import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { getMember, listMembers } from '#contexts/registry/member.wire.ts';
import { intakeWorld } from '#tests/intake.harness.ts';
import { getBatch, importBatch, listRows, withdrawBatch } from './batch.wire.ts';
import { householderIn } from './member-draft.ts';
import { workbook, type SheetValue } from './sheet.example.ts';

const { here, as, drain, checked, people, cooperative } = await intakeWorld();
const { director } = people;

const list = async (heads: readonly (readonly SheetValue[])[], merges: readonly string[], ...rows: SheetValue[][]) =>
  checked(director, await workbook([{ rows: [...heads, ...rows], merges }]));
const there = async () => (await as(director)(listMembers, { organisation: cooperative, size: 200 })).body.items;
const member = async (name: string) => {
  const found = (await there()).find((one) => one.name === name);
  return (await as(director)(getMember, { member: found!.id })).body;
};
async function takenOver({ ask, id }: Awaited<ReturnType<typeof list>>) {
  const { version } = (await ask(getBatch, { batch: id })).body;
  await ask(importBatch, { batch: id, version });
  await drain();
  const { body } = await ask(getBatch, { batch: id });
  expect(body).toMatchObject({ state: 'imported', trouble: null });
  return async () => {
    await ask(withdrawBatch, { batch: id, version: body.version, reason: 'Nhầm tệp' });
    await drain();
    expect((await ask(getBatch, { batch: id })).body.state).toBe('withdrawn');
  };
}

describe('capital that is promised and capital that is paid', () => {
  const heads = [
    ['Họ và tên', 'Tư cách', 'Ngày vào', 'Vốn góp (triệu đồng)', null, 'Năm sinh'],
    [null, null, null, 'Cam kết', 'Đã góp', null],
  ];
  const merges = ['A1:A2', 'B1:B2', 'C1:C2', 'D1:E1', 'F1:F2'];
  const row = (name: string, promised: SheetValue, paid: SheetValue): SheetValue[] => [
    name,
    'Liên kết góp vốn',
    '01/05/2025',
    promised,
    paid,
    1980,
  ];

  test('stand in the ledger each by itself, and the sheet handed in again changes nothing', async () => {
    const rows = [row('Lê Văn Hứa', 10, 4), row('Lê Văn Đủ', '', 5), row('Lê Văn Chưa', 3, 0)];
    const handed = await list(heads, merges, ...rows);
    expect(handed.proposed.columns.map(({ field, unit }) => [field, unit])).toEqual([
      ['name', undefined],
      ['standing', undefined],
      ['joinedOn', undefined],
      ['subscribedVnd', 'million'],
      ['contributedVnd', 'million'],
      ['birthYear', undefined],
    ]);
    const back = await takenOver(handed);
    const sums = (await there()).map(({ name, subscribedVnd, contributedVnd }) => [
      name,
      subscribedVnd,
      contributedVnd,
    ]);
    expect(sums.toSorted(([one], [other]) => (one! < other! ? -1 : 1))).toEqual([
      ['Lê Văn Chưa', 3_000_000, 0],
      ['Lê Văn Hứa', 10_000_000, 4_000_000],
      ['Lê Văn Đủ', 5_000_000, 5_000_000],
    ]);
    const [ledger] = await here.owner(
      `select sum(subscribed_vnd)::int as promised, sum(paid_vnd)::int as paid from registry.capital_line where organisation_id = $1`,
      [cooperative],
    );
    expect(ledger).toEqual({ promised: 18_000_000, paid: 9_000_000 });
    expect((await list(heads, merges, ...rows)).body.counts?.outcomes).toMatchObject({ same: 3, new: 0 });
    const other = await list(heads, merges, row('Lê Văn Hứa', 11, 4), row('Ai Đó', 1, 2));
    expect(other.body.counts).toMatchObject({
      outcomes: { refused: 2 },
      troubles: { 'capital-in-ledger': 1, 'paid-above-promised': 1 },
    });
    await back();
    expect(await there()).toEqual([]);
  });
});

describe('a household', () => {
  const heads = [['Họ và tên', 'Loại thành viên', 'Tư cách', 'Ngày vào']];
  const row = (name: string, party: string): SheetValue[] => [name, party, 'Liên kết không góp vốn', '01/05/2025'];

  test('is known by its name, with who stands for it, and never becomes a person', async () => {
    const handed = await list(
      heads,
      [],
      row('Hộ ông Nguyễn Văn A', ''),
      row('Hộ bà Trần Thị B', 'Hộ gia đình'),
      row('Hồ Bá Thành', ''),
      row('Hộ ông Lê C', 'Cá nhân'),
    );
    expect(handed.body.counts).toMatchObject({
      outcomes: { new: 3, refused: 1 },
      troubles: { 'household-by-name': 1 },
    });
    const { items } = (await handed.ask(listRows, { batch: handed.id })).body;
    expect(items[0]!.notices).toContainEqual({ code: 'household-from-name', field: 'party' });
    const { version } = (await handed.ask(getBatch, { batch: handed.id })).body;
    await handed.ask(importBatch, { batch: handed.id, version, part: true });
    await drain();
    expect(await member('Hộ ông Nguyễn Văn A')).toMatchObject({
      party: 'household',
      representatives: [{ name: 'Nguyễn Văn A', from: '2025-05-01' }],
    });
    expect(await member('Hồ Bá Thành')).toMatchObject({ party: 'person', representatives: [] });
  });

  test.each([
    ['Hộ ông Nguyễn Văn A', 'Nguyễn Văn A'],
    ['HỘ BÀ TRẦN THỊ B', 'TRẦN THỊ B'],
    ['Hộ gia đình ông Lê C', 'Lê C'],
    ['Hộ Nguyễn Văn D', 'Nguyễn Văn D'],
    ['Gia đình bà Chìu E', 'Chìu E'],
    ['Hồ Văn Hộ', undefined],
    ['Ho Ba Thanh', undefined],
    ['Hộ kinh doanh Minh Khôi', undefined],
    ['Gia đình Văn hóa', undefined],
  ])('%s: %s stands for it', (name, householder) => {
    expect(householderIn(name)).toBe(householder);
    expect(householderIn(name.normalize('NFD').normalize('NFC'))).toBe(householder);
  });

  test('whoever it is, what stands behind "Hộ ông" is the one who stands for it', () => {
    const part = fc.constantFrom('Nguyễn', 'Chìu', 'Văn', 'Thị', 'Ánh', 'Đức', 'Hồng', 'Bình');
    fc.assert(
      fc.property(
        fc.constantFrom('ông', 'bà', 'anh', 'chị'),
        fc.array(part, { minLength: 2, maxLength: 4 }),
        (of, name) => {
          expect(householderIn(`Hộ ${of} ${name.join(' ')}`)).toBe(name.join(' '));
          expect(householderIn(name.join(' '))).toBeUndefined();
        },
      ),
    );
  });
});

describe('a member of 15 to 17', () => {
  const heads = [
    ['Họ và tên', 'Ngày sinh', 'Tư cách', 'Ngày vào', 'Người giám hộ', null, null, null, null],
    [null, null, null, null, 'Họ và tên', 'Quan hệ', 'SĐT', 'Văn bản đồng ý', 'Ngày đồng ý'],
  ];
  const merges = ['A1:A2', 'B1:B2', 'C1:C2', 'D1:D2', 'E1:I1'];
  const row = (name: string, ...guardian: SheetValue[]): SheetValue[] => [
    name,
    '10/02/2009',
    'Liên kết không góp vốn',
    '01/05/2025',
    ...guardian,
  ];
  const full = ['Lý Thị Mẹ', 'Mẹ', '0912345678', 'Giấy đồng ý 01', '28/04/2025'];

  test('comes with the guardian who agreed, told whole; withdrawn, nothing of either is left', async () => {
    const handed = await list(
      heads,
      merges,
      row('Lý Văn Con', ...full),
      row('Lý Văn Một Mình'),
      row('Lý Văn Nửa', 'Lý Thị Mẹ', '', '', '', ''),
    );
    expect(handed.body.counts).toMatchObject({
      outcomes: { new: 1, refused: 2 },
      troubles: { 'guardian-missing': 1, 'guardian-incomplete': 3 },
    });
    const handedAlone = await list(heads, merges, row('Lý Văn Con', ...full));
    const back = await takenOver(handedAlone);
    expect(await member('Lý Văn Con')).toMatchObject({
      guardian: { name: 'Lý Thị Mẹ', relation: 'Mẹ', phone: '0912345678', consentedOn: '2025-04-28' },
    });
    expect((await list(heads, merges, row('Lý Văn Con', ...full))).body.counts?.outcomes).toMatchObject({ same: 1 });
    await back();
    expect(await here.owner(`select name from registry.guardian where name is not null`)).toEqual([]);
  });
});
