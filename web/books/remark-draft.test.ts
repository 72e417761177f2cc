import { expect, test } from 'vitest';
import { keptRemarks, toldRemarks } from './remark-draft.ts';

test('of what a device has kept only remarks are taken, whatever else lies there', () => {
  const kept = [
    { id: 'a', field: 'workers', text: 'Đối chiếu bảng lương' },
    { id: 'b', field: '', text: 'Chung' },
    { id: 'c', field: 'no-such-field', text: 'x' },
    { id: 4, field: '', text: 'x' },
    null,
    'x',
  ];
  expect(keptRemarks(kept).map(({ id }) => id)).toEqual(['a', 'b']);
  for (const strange of [undefined, null, 7, 'x', { all: kept }]) expect(keptRemarks(strange)).toEqual([]);
});

test('blank ones are not sent', () => {
  expect(toldRemarks([{ id: 'a', field: '', text: '  ' }])).toEqual([]);
});
