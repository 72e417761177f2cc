import { z } from 'zod';

/** Input fields of every list: page from 1. Spread into the method's own filters. */
export const paging = {
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  size: z.coerce.number().int().min(1).max(200).default(50),
};
export interface Paging {
  readonly page: number;
  readonly size: number;
}
export const offsetOf = ({ page, size }: Paging): number => (page - 1) * size;

/** The reply of every list. */
export const pageOf = <Item extends z.ZodType>(item: Item) => z.object({ items: z.array(item), total: z.int() });
