import { beforeAll, expect, test } from 'vitest';
import { newId } from '#kernel/id.ts';
import { stranger, testDatabase, testServer } from '#tests/harness.ts';
import { registry } from './index.ts';
import { searchNames } from './name.wire.ts';
import { listOrganisations } from './organisation.wire.ts';

const here = await testDatabase();
const { as } = await testServer(here, registry.handlers);
const nobody = as(stranger);

const wanted = 'Hợp tác xã Nông nghiệp Trường Giang';
const others = [
  'Hợp tác xã Dịch vụ Môi trường An Sinh',
  'Hợp tác xã Dịch vụ Môi trường Tùng Khang',
  'Hợp tác xã Môi trường Tân An',
  'Hộ kinh doanh vật tư nông nghiệp Trần Đình Trường',
  'Sở Nông nghiệp và Môi trường Quảng Ninh',
  'Trang trại nuôi tôm Nguyễn Đức Trường',
];

beforeAll(async () => {
  for (const name of [...others, wanted])
    await here.owner(
      `insert into registry.organisation (province, id, kind, name) values (22, $1, 'cooperative', $2)`,
      [newId(), name],
    );
});

test.each([
  'truong jang',
  'truong hiang',
  'truong gian',
  'truong giamg',
  'truon giang',
  'trong giang',
  'trươg giang',
  'Trường Giang',
])('with one slip, %s finds the nearest name first', async (search) => {
  const { body } = await nobody(listOrganisations, { search });
  expect(body.items[0]?.name).toBe(wanted);
  const names = (await nobody(searchNames, { search })).body.items;
  expect(names[0]).toMatchObject({ name: wanted });
});

test('what was typed with its marks still stands before what is only like it', async () => {
  const { body } = await nobody(listOrganisations, { search: 'Môi trường' });
  expect(body.items.slice(0, 4).every(({ name }) => name.includes('Môi trường'))).toBe(true);
});
