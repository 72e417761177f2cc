import { expect, test } from 'vitest';
import { z } from 'zod';
import { Flag, query } from '#kernel/method.ts';
import { paging } from '#kernel/page.ts';
import { filtersIn, searchOf } from './params.ts';

const list = query('registry.organisation.list', {
  input: z.object({
    text: z.string().max(5).optional(),
    kinds: z.array(z.enum(['cooperative', 'union'])).optional(),
    mine: Flag.optional(),
    sort: z.enum(['name', '-name']).optional(),
    ...paging,
  }),
  reply: z.object({}),
});
const filters = (search: string) => filtersIn(list, new URLSearchParams(search));

test('filters are read from the URL, lists as lists, and nothing else is', () => {
  expect(filters('text=sen&kinds=cooperative&kinds=union&mine=true&page=2&utm=x')).toEqual({
    text: 'sen',
    kinds: ['cooperative', 'union'],
    mine: 'true',
    page: '2',
  });
});

test('one value of a list is a list all the same', () => {
  expect(filters('kinds=union')).toEqual({ kinds: ['union'] });
});

test('what the method would refuse is left out; the rest stands', () => {
  expect(filters('text=toolong&kinds=ghost&mine=maybe&page=abc&sort=-name')).toEqual({ sort: '-name' });
});

test('filters survive the way through the URL', () => {
  const input = filters('text=sen&kinds=cooperative&kinds=union');
  expect(filters(searchOf(input).toString())).toEqual(input);
});

test('a filter fixed by the page is not overruled by the URL', () => {
  expect(filtersIn(list, new URLSearchParams('text=a'), { text: 'b' })).toEqual({ text: 'b' });
});
