import { creditCases } from './access.credit.ts';
import { registryCases } from './access.registry.ts';
import { insightCases } from './access.insight.ts';
import { linkageCases } from './access.linkage.ts';
import { productionCases } from './access.production.ts';
import { qualityCases } from './access.quality.ts';
import { supportCases } from './access.support.ts';
import type { AccessWorld, Cases } from './access.world.ts';

/** Every method with what it is asked about; the rows are made through the house's own commands. */
export async function allCases(world: AccessWorld): Promise<Cases> {
  const linkage = await linkageCases(world);
  const production = await productionCases(world);
  return {
    ...(await registryCases(world)),
    ...linkage.cases,
    ...production.cases,
    ...(await qualityCases(world, { linkage: linkage.rows, production: production.rows })),
    ...(await supportCases(world)),
    ...(await creditCases(world)),
    ...insightCases,
  };
}
