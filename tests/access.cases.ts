import type { FileId } from '#kernel/id.ts';
import { capitalCases } from './access.capital.ts';
import { booksCases } from './access.books.ts';
import { creditCases } from './access.credit.ts';
import { duplicatesCases } from './access.duplicates.ts';
import { registryCases } from './access.registry.ts';
import { insightCases } from './access.insight.ts';
import { intakeCases } from './access.intake.ts';
import { memberDataCases } from './members.cases.ts';
import { numberCases } from './numbers.cases.ts';
import { linkageCases } from './access.linkage.ts';
import { peopleCases } from './access.people.ts';
import { placesCases } from './access.places.ts';
import { productionCases } from './access.production.ts';
import { qualityCases } from './access.quality.ts';
import { setupCases } from './access.setup.ts';
import { supportCases } from './access.support.ts';
import type { AccessWorld, Cases, Side } from './access.world.ts';

/** By the kind of record that owns it, a file of each side. */
export type Files = Readonly<Record<string, (side: Side) => FileId>>;

/** Every method with what it is asked about; the rows are made through the house's own commands. */
export async function allCases(world: AccessWorld): Promise<{ readonly cases: Cases; readonly files: Files }> {
  const registry = await registryCases(world);
  const intake = await intakeCases(world);
  const linkage = await linkageCases(world);
  const production = await productionCases(world, registry.members);
  const quality = await qualityCases(world, { linkage: linkage.rows, production: production.rows });
  const setup = await setupCases(world);
  const cases = {
    ...registry.cases,
    ...(await memberDataCases(world, registry.members)),
    ...(await capitalCases(world, registry.members)),
    ...(await numberCases(world)),
    ...(await peopleCases(world)),
    ...intake.cases,
    ...linkage.cases,
    ...production.cases,
    ...quality.cases,
    ...(await placesCases(world)),
    ...(await supportCases(world)),
    ...(await creditCases(world)),
    ...setup.cases,
    ...(await duplicatesCases(world)),
    // After everybody who brings members: a surplus is shared on those there are.
    ...(await booksCases(world)),
    ...insightCases,
  };
  const files = {
    'intake.batch': intake.file,
    ...setup.files,
    ...registry.files,
    'linkage.contract': (side: Side) => linkage.rows[side].paper.seller.scan,
    'production.log-entry': (side: Side) => production.rows[side].receipt,
    'quality.report': (side: Side) => quality.rows[side].ready.file,
  };
  return { cases, files };
}
