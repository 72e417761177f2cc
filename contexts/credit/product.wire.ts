import { z } from 'zod';
import { Day } from '#kernel/day.ts';
import { Clause, Fact, factNames, Judgement, Trilingual } from '#kernel/fact.ts';
import { OrganisationId } from '#kernel/id.ts';
import { command, Flag, query } from '#kernel/method.ts';
import { Vnd } from '#kernel/money.ts';
import { line } from '#kernel/text.ts';
import { ProductId } from './product.ts';

/** A condition of a bank: a clause with the fact it looks at and a FEEL unary test. */
export const Condition = Clause.extend({
  // Whoever is refused must be able to read where it stands.
  law: z.string().min(1).max(300),
  article: z.string().min(1).max(200),
  source: z.string().min(1).max(500),
  fact: z.enum(factNames),
  test: z.string().min(1).max(500),
  /** false: shown for comparison, decides nothing. */
  binding: z.boolean(),
});
export type Condition = z.infer<typeof Condition>;

const Party = z.object({ id: OrganisationId, name: z.string() });
const Months = z.int().min(1).max(360);

const ProductRow = z.object({
  id: ProductId,
  bank: Party,
  code: z.string(),
  version: z.int(),
  name: Trilingual,
  purpose: Trilingual,
  leastVnd: z.int(),
  mostVnd: z.int(),
  leastMonths: z.int(),
  mostMonths: z.int(),
  rateBp: z.int(),
  secured: z.boolean(),
  source: z.string(),
  verified: z.boolean(),
  validFrom: Day,
  endedOn: Day.nullable(),
  provenance: z.enum(['entered', 'synthetic']),
});
export type ProductRow = z.infer<typeof ProductRow>;

/** Everybody may read what banks offer. */
export const listProducts = query('credit.product.list', {
  input: z.object({
    bank: OrganisationId.optional(),
    /** Also those that take no dossiers any more. */
    closed: Flag.optional(),
  }),
  /** Publish: the banks whose products the one who asks writes. */
  reply: z.object({ items: z.array(ProductRow), may: z.object({ publish: z.array(Party) }) }),
});

export const getProduct = query('credit.product.get', {
  input: z.object({ product: ProductId }),
  reply: ProductRow.extend({
    conditions: z.array(Condition),
    may: z.object({ check: z.array(Party), publish: z.boolean(), close: z.boolean() }),
  }),
});

/** Would the bank's own conditions hold today, and why? Tells the bank nothing. */
export const checkProduct = query('credit.product.check', {
  input: z.object({
    product: ProductId,
    organisation: OrganisationId,
    amountVnd: z.coerce.number().int().min(1).max(9_000_000_000_000_000).optional(),
    months: z.coerce.number().int().min(1).max(360).optional(),
  }),
  reply: z.object({
    organisation: Party,
    asOf: Day,
    version: z.int(),
    judgement: Judgement,
    facts: z.array(Fact),
  }),
});

/** A bank publishes a product, or a new version of one. */
export const publishProduct = command('credit.product.publish', {
  input: z.object({
    product: ProductId,
    bank: OrganisationId,
    code: z
      .string()
      .max(30)
      .regex(/^[A-Z0-9]+(-[A-Z0-9]+)*$/),
    name: Trilingual,
    purpose: Trilingual,
    leastVnd: Vnd.min(1),
    mostVnd: Vnd.min(1),
    leastMonths: Months,
    mostMonths: Months,
    /** Basis points a year: 650 is 6.5 %. */
    rateBp: z.int().min(0).max(3_000),
    secured: z.boolean(),
    conditions: z.array(Condition).min(1).max(40),
    source: line(500),
    verified: z.boolean(),
  }),
  reply: z.object({ version: z.int() }),
});

export const closeProduct = command('credit.product.close', {
  input: z.object({ product: ProductId }),
  reply: z.object({}),
});
