import { expect, test } from 'vitest';
import { foundersIn } from './founder-sheet.ts';

const rows = (...lines: string[][]): string => lines.map((line) => line.join('\t')).join('\r\n');

test('rows of a spreadsheet with headings as officers write them', () => {
  const { founders, troubles } = foundersIn(
    rows(
      [
        'STT',
        'Họ và tên',
        'Ngày sinh',
        'Giới tính',
        'Số CCCD',
        'SĐT',
        'Thôn',
        'Vốn cam kết (triệu đồng)',
        'Vốn đã góp (triệu đồng)',
      ],
      ['1', 'Nguyễn Văn An', '03/02/1980', 'Nam', '022080001234', '0912 345 678', 'Thôn 2', '12,5', '10'],
      ['2', 'Trần Thị Bình', '1985', 'Nữ', '', '', '', '5', ''],
    ),
  );
  expect(troubles).toEqual([]);
  expect(founders).toMatchObject([
    {
      name: 'Nguyễn Văn An',
      birthYear: '1980',
      birthDay: '1980-02-03',
      sex: 'male',
      nationalId: '022080001234',
      hamlet: 'Thôn 2',
      subscribedVnd: 12_500_000,
      contributedVnd: 10_000_000,
      party: 'person',
    },
    {
      name: 'Trần Thị Bình',
      birthYear: '1985',
      birthDay: '',
      sex: 'female',
      subscribedVnd: 5_000_000,
      contributedVnd: '',
    },
  ]);
});

test('without headings in the usual order, a running number passed over; a household by who stands for it', () => {
  expect(foundersIn(rows(['1', 'Phạm Văn Cường', '1990'], ['2', 'Lê Thị Dung', '1991'])).founders).toMatchObject([
    { name: 'Phạm Văn Cường', birthYear: '1990' },
    { name: 'Lê Thị Dung', birthYear: '1991' },
  ]);
  expect(foundersIn('Họ tên;Người đại diện\nHộ ông Sáu;Sáu Văn').founders).toMatchObject([
    { party: 'household', name: 'Hộ ông Sáu', representative: { name: 'Sáu Văn' } },
  ]);
});

test('a cell that cannot be read is left blank and told with its row', () => {
  const { founders, troubles } = foundersIn(rows(['Họ tên', 'Năm sinh', 'Vốn góp'], ['Vũ An', '80', 'mười triệu']));
  expect(founders).toMatchObject([{ name: 'Vũ An', birthYear: '', contributedVnd: '' }]);
  expect(troubles).toEqual([
    { row: 2, heading: 'Năm sinh', text: '80' },
    { row: 2, heading: 'Vốn góp', text: 'mười triệu' },
  ]);
});

test('nothing pasted is nobody', () => {
  expect(foundersIn('  \n')).toEqual({ founders: [], troubles: [] });
});
