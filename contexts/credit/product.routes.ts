import { Problem } from '#kernel/problem.ts';
import type { Day } from '#kernel/day.ts';
import type { FactSheet } from '#kernel/fact.ts';
import type { OrganisationId } from '#kernel/id.ts';
import { handle } from '#platform/method/handle.ts';
import type { Db } from '#platform/database/db.ts';
import { banksOf, mayCheck, worksForBank } from './credit.access.ts';
import { termsTroubles } from './product.ts';
import { conditionObstacles, conditionTroubles, judgeConditions, withWanted } from './product.judge.ts';
import * as store from './product.store.ts';
import { checkProduct, closeProduct, getProduct, listProducts, publishProduct } from './product.wire.ts';

/** Handed in by the composition root, because facts come from rooms above and beside this one. */
export type FactsOf = (question: {
  readonly db: Db;
  readonly organisation: OrganisationId;
  readonly today: Day;
}) => Promise<FactSheet>;

const rowOf = (product: store.ProductRecord) => ({
  id: product.id,
  bank: { id: product.bank_id, name: product.bank_name },
  code: product.code,
  version: product.version,
  name: store.named(product, 'name'),
  purpose: store.named(product, 'purpose'),
  leastVnd: product.least_vnd,
  mostVnd: product.most_vnd,
  leastMonths: product.least_months,
  mostMonths: product.most_months,
  rateBp: product.rate_bp,
  secured: product.secured,
  source: product.source,
  verified: product.verified,
  validFrom: product.valid_from,
  endedOn: product.ended_on,
  provenance: product.provenance,
});

const listing = handle(listProducts, async ({ input, actor, db, insist, today }) => {
  insist(true);
  const items = (await store.productsOf(db, input, today)).map(rowOf);
  return { items, may: { publish: await store.banksNamed(db, banksOf(actor)) } };
});

const getting = handle(getProduct, async ({ input, actor, db, insist }) => {
  insist(true);
  const product = await store.loadProduct(db, input.product);
  const isWriter = worksForBank(actor, product.bank_id) && product.ended_on === null;
  return {
    ...rowOf(product),
    conditions: product.conditions,
    may: { check: await store.managedBorrowers(db, actor), publish: isWriter, close: isWriter },
  };
});

const checking = (facts: FactsOf) =>
  handle(checkProduct, async ({ input, actor, db, insist, today }) => {
    const organisation = await store.loadOrganisation(db, input.organisation);
    const product = await store.loadProduct(db, input.product);
    insist(mayCheck(actor, { organisation: organisation.id, unit: organisation.unit_code }));
    const collected = await facts({ db, organisation: organisation.id, today });
    const { amountVnd, months } = input;
    const wanted = { ...(amountVnd === undefined ? {} : { amountVnd }), ...(months === undefined ? {} : { months }) };
    const sheet = withWanted(collected, wanted, today);
    return {
      organisation: { id: organisation.id, name: organisation.name },
      asOf: today,
      version: product.version,
      judgement: judgeConditions(product.code, product.conditions, sheet),
      facts: sheet,
    };
  });

/** A new version belongs to the same product of the same bank, and an ended one has no more. */
const successionObstacles = (
  { bank_id, code, ended_on }: store.ProductRecord,
  input: { readonly bank: OrganisationId; readonly code: string },
): string[] => [
  ...(ended_on === null ? [] : ['product-ended']),
  ...(bank_id === input.bank && code === input.code ? [] : ['another-product']),
];

/** A bank says one code of one product only. */
const firstObstacles = async (
  db: Db,
  input: { readonly bank: OrganisationId; readonly code: string },
): Promise<string[]> => ((await store.isCodeTaken(db, input)) ? ['code-taken'] : []);

const publishing = handle(publishProduct, async ({ input, actor, db, insist, today, tell }) => {
  const held = await store.findProduct(db, input.product);
  const product = held && (await store.productForChange(db, input.product));
  insist(worksForBank(actor, product?.bank_id ?? input.bank));
  const troubles = conditionTroubles(input.code, input.conditions);
  if (troubles.length > 0)
    throw new Problem('unprocessable', 'credit.product.conditions-not-feel', {
      troubles,
      obstacles: conditionObstacles(troubles),
    });
  const obstacles = [
    ...termsTroubles(input),
    ...(product === undefined ? await firstObstacles(db, input) : successionObstacles(product, input)),
  ];
  if (obstacles.length > 0) throw new Problem('conflict', 'credit.product.not-publishable', { obstacles });
  const version = (product?.version ?? 0) + 1;
  await store.insertProductVersion(db, input, { version, by: actor.account!, on: today });
  await tell('credit.product.published', { product: input.product, version });
  return { version };
});

const ending = handle(closeProduct, async ({ input, actor, db, insist, today }) => {
  const product = await store.productForChange(db, input.product);
  insist(worksForBank(actor, product.bank_id));
  if (product.ended_on !== null)
    throw new Problem('conflict', 'credit.product.not-endable', { obstacles: ['product-ended'] });
  await store.endProductOn(db, product.id, today);
  return {};
});

export const productRoutes = (facts: FactsOf) => [listing, getting, checking(facts), publishing, ending];
