import type { UseFormReturnType } from '@mantine/form';
import { termsTroubles, type ProductId } from '#contexts/credit/product.ts';
import type { Condition, getProduct, publishProduct } from '#contexts/credit/product.wire.ts';
import type { Trilingual } from '#kernel/fact.ts';
import type { OrganisationId } from '#kernel/id.ts';
import type { InputOf, ReplyOf } from '#kernel/method.ts';
import { withoutBlanks } from '#web/ui/form-errors.ts';

type Typed = number | '';

export interface ProductValues {
  bank: OrganisationId | '';
  code: string;
  name: Trilingual;
  purpose: Trilingual;
  leastVnd: Typed;
  mostVnd: Typed;
  leastMonths: Typed;
  mostMonths: Typed;
  rateBp: Typed;
  secured: boolean;
  source: string;
  verified: boolean;
  conditions: Condition[];
}

const unsaid: Trilingual = { vi: '', en: '', th: '' };

export const blankCondition = (): Condition => ({
  code: '',
  fact: 'monthsOperating',
  test: '',
  binding: true,
  law: '',
  article: '',
  text: unsaid,
  remedy: unsaid,
  source: '',
  verified: false,
});

export const blankProduct = (bank: OrganisationId | ''): ProductValues => ({
  bank,
  code: '',
  name: unsaid,
  purpose: unsaid,
  leastVnd: '',
  mostVnd: '',
  leastMonths: '',
  mostMonths: '',
  rateBp: '',
  secured: false,
  source: '',
  verified: false,
  conditions: [blankCondition()],
});

export function typedProduct(product: ReplyOf<typeof getProduct>): ProductValues {
  const { code, name, purpose, leastVnd, mostVnd, leastMonths, mostMonths, rateBp, secured, source } = product;
  const terms = { leastVnd, mostVnd, leastMonths, mostMonths, rateBp, secured };
  // Whoever publishes anew says anew that the figures were compared with their source.
  return {
    bank: product.bank.id,
    code,
    name,
    purpose,
    ...terms,
    source,
    verified: false,
    conditions: product.conditions,
  };
}

export const productInput = (product: ProductId, values: ProductValues): InputOf<typeof publishProduct> =>
  ({ product, ...withoutBlanks(values) }) as InputOf<typeof publishProduct>;

/** What is wrong with the terms as typed so far; figures not typed yet are no trouble here. */
export function typedTroubles({ leastVnd, mostVnd, leastMonths, mostMonths }: ProductValues) {
  const most = (typed: Typed): number => (typed === '' ? Number.MAX_SAFE_INTEGER : typed);
  return termsTroubles({
    leastVnd: Number(leastVnd),
    mostVnd: most(mostVnd),
    leastMonths: Number(leastMonths),
    mostMonths: most(mostMonths),
  });
}

export type ProductForm = UseFormReturnType<ProductValues>;
