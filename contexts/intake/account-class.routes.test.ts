import { beforeAll, expect, test } from 'vitest';
import { getSizeCard } from '#contexts/books/card.wire.ts';
import { ratingParameters } from '#contexts/books/books.example.ts';
import { changeOrganisation, getOrganisation, listOrganisations } from '#contexts/registry/organisation.wire.ts';
import { listYearly } from '#contexts/registry/yearly.wire.ts';
import { proof } from '#contexts/registry/registry.example.ts';
import { day } from '#kernel/day.ts';
import { intakeWorld, onPaper } from '#tests/intake.harness.ts';
import { getBatch, importBatch, withdrawBatch } from './batch.wire.ts';
import { csv, workbook } from './sheet.example.ts';

const { here, as, drain, checked, people, cooperative } = await intakeWorld();
const officer = as(people.officer);
const year = 2025;

beforeAll(() => here.owner(ratingParameters));

/** What the list says, what its filter finds, and what the page of the cooperative says. */
async function told() {
  const { items } = (await officer(listOrganisations, {})).body;
  const listed = items.find(({ id }) => id === cooperative)!.sizeClass;
  const small = (await officer(listOrganisations, { sizeClass: 'small' })).body.items.map(({ id }) => id);
  const page = (await officer(getSizeCard, { organisation: cooperative, year })).body.class;
  return { listed, found: small.includes(cooperative), page };
}

test('a sheet of accounts makes the size class: the list, its filter and the page say the same, and so they do when it is withdrawn', async () => {
  const sheet = csv('Năm;Thành viên chính thức;Tổng nguồn vốn\r\n2025;55;1400000000\r\n');
  const { ask, id, body } = await checked(people.officer, sheet, { kind: 'accounts', name: 'so lieu.csv' });
  expect(body.counts?.outcomes).toMatchObject({ new: 1 });
  expect((await told()).listed).toEqual({ class: null, year: null });
  await ask(importBatch, { batch: id, version: body.version });
  await drain();
  expect(await told()).toEqual({ listed: { class: 'small', year }, found: true, page: 'small' });

  const { version } = (await ask(getBatch, { batch: id })).body;
  await ask(withdrawBatch, { batch: id, version, reason: 'Nhầm tệp' });
  await drain();
  expect((await ask(getBatch, { batch: id })).body.state).toBe('withdrawn');
  expect(await told()).toEqual({ listed: { class: null, year }, found: false, page: null });
});

test('a sheet that changes the day of founding or the fields of an organisation makes its classes again', async () => {
  const before = await here.owner('select count(*)::int as n from books.scorecard');
  const { version } = (await officer(getOrganisation, { organisation: cooperative })).body;
  await officer(changeOrganisation, {
    organisation: cooperative,
    version,
    name: 'Hợp tác xã Hòa Bình Đầm Hà Mới',
    onDay: day('2026-03-01'),
    document: proof,
  });
  await drain();
  expect(await here.owner('select count(*)::int as n from books.scorecard')).toEqual(before);
  const sheet = csv(
    'Tên hợp tác xã;Mã số thuế;Ngày thành lập\r\nHợp tác xã Hòa Bình Đầm Hà Mới;9900000016;05/03/2021\r\n',
  );
  const { ask, id, body } = await checked(people.officer, sheet, {
    kind: 'organisations',
    organisation: null,
    name: 'hop tac xa.csv',
    said: onPaper,
  });
  expect(body.counts?.outcomes).toMatchObject({ update: 1 });
  await ask(importBatch, { batch: id, version: body.version });
  await drain();
  const [newest] = await here.owner(
    `select inputs->>'monthsOperating' as months from books.scorecard where organisation_id = $1 and card = 'rating' order by number desc limit 1`,
    [cooperative],
  );
  expect(newest).toEqual({ months: '57' });
});

test('internal and external come apart by a sheet, a second sheet adds to them, and a withdrawal takes its own back', async () => {
  const of2024 = async () => {
    const { items } = (await officer(listYearly, { organisation: cooperative })).body;
    return items.find((one) => one.year === 2024);
  };
  const brought = async (file: Uint8Array, name: string) => {
    const { ask, id, body } = await checked(people.officer, file, { kind: 'accounts', name });
    await ask(importBatch, { batch: id, version: body.version });
    await drain();
    const takeBack = async () => {
      const { version } = (await ask(getBatch, { batch: id })).body;
      await ask(withdrawBatch, { batch: id, version, reason: 'Nhầm tệp' });
      await drain();
    };
    return { outcomes: body.counts?.outcomes, takeBack };
  };
  const rows = [
    ['Năm', 'Doanh thu', null, null, 'Giao dịch nội bộ', null, 'Tổng chi phí'],
    [null, 'Với thành viên', 'Bên ngoài', 'Tổng số', 'Chi phí', 'Lợi nhuận', null],
    [2024, 150, 700, 850, 140, 10, 730],
  ];
  const merges = ['A1:A2', 'B1:D1', 'E1:F1', 'G1:G2'];
  const withdrawn = await brought(await workbook([{ rows, merges }]), 'nham.xlsx');
  await withdrawn.takeBack();
  expect(await of2024()).toBeUndefined();
  const first = await brought(await workbook([{ rows, merges }]), 'so lieu 2024.xlsx');
  expect(first.outcomes).toMatchObject({ new: 1 });
  const told = {
    internalRevenueVnd: 150,
    externalRevenueVnd: 700,
    revenueVnd: 850,
    internalCostVnd: 140,
    internalProfitVnd: 10,
    costVnd: 730,
  };
  // What no column told is blank, though it could be reckoned.
  expect(await of2024()).toMatchObject({ ...told, externalCostVnd: null, externalProfitVnd: null, profitVnd: null });

  const second = await brought(csv('Năm;Chi phí bên ngoài;Lợi nhuận bên ngoài\r\n2024;590;-5\r\n'), 'them.csv');
  expect(second.outcomes).toMatchObject({ update: 1 });
  expect(await of2024()).toMatchObject({ ...told, externalCostVnd: 590, externalProfitVnd: -5, profitVnd: null });
  await second.takeBack();
  expect(await of2024()).toMatchObject({ ...told, externalCostVnd: null, externalProfitVnd: null });
});
