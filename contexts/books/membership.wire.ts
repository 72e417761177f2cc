import { z } from 'zod';
import { Day } from '#kernel/day.ts';
import { MemberId } from '#kernel/id.ts';
import { query } from '#kernel/method.ts';
import { Vnd } from '#kernel/money.ts';
import { SurplusId } from './surplus.wire.ts';

export const MembershipBooks = z.object({
  member: MemberId,
  /** What was sold through the organisation, year by year. */
  patronage: z.array(z.object({ year: z.int(), amountVnd: Vnd, shares: z.int() })),
  /** The own part of each recorded surplus, those taken back among them. */
  sharings: z.array(
    z.object({
      surplus: SurplusId,
      year: z.int(),
      number: z.int(),
      decidedOn: Day,
      document: z.string(),
      reversedOn: Day.nullable(),
      parts: z.array(z.object({ kind: z.enum(['patronage', 'capital']), weightVnd: Vnd.nullable(), amountVnd: Vnd })),
    }),
  ),
});
export type MembershipBooks = z.infer<typeof MembershipBooks>;

/** What the books say of the own memberships. Nobody is named in the question: only who asks can be meant. */
export const listMembershipBooks = query('books.membership.list', {
  input: z.object({}),
  reply: z.object({ items: z.array(MembershipBooks) }),
});
