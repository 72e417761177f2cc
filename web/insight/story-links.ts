import type { StoryStep } from '#contexts/insight/story.ts';
import type { StoryStepView, StoryView } from '#contexts/insight/story.wire.ts';
import { creditPaths } from '#web/credit/paths.ts';
import { linkagePaths } from '#web/linkage/paths.ts';
import { productionPaths } from '#web/production/paths.ts';
import { qualityPaths } from '#web/quality/paths.ts';
import { registryPaths } from '#web/registry/paths.ts';
import { supportPaths } from '#web/support/paths.ts';
import { insightPaths } from './paths.ts';

interface Step {
  readonly record: string | null;
  readonly cooperative: StoryView['cooperative']['id'];
}

type Page = (step: Step) => string;

/** The record's page, or where one begins. */
const of =
  (page: (id: never) => string, otherwise: string): Page =>
  ({ record }) =>
    record === null ? otherwise : page(record as never);

const application = of(supportPaths.application, insightPaths.home);
const lot = of(qualityPaths.lot, qualityPaths.lots);
const season = of((id: never) => productionPaths.season(id), productionPaths.seasons);
const contract = of(linkagePaths.contract, linkagePaths.contracts);

const pages: Readonly<Record<StoryStep, Page>> = {
  cropChanged: ({ record, cooperative }) =>
    record === null ? registryPaths.newAct(cooperative) : registryPaths.organisation(cooperative),
  plotted: of((id: never) => productionPaths.plot(id), productionPaths.newPlot),
  applied: of(supportPaths.application, supportPaths.policies),
  recommended: application,
  approved: application,
  received: application,
  shared: of(creditPaths.dossier, creditPaths.dossiers),
  answered: of(creditPaths.deskDossier, creditPaths.desk),
  signed: of(linkagePaths.contract, linkagePaths.newContract),
  season: of((id: never) => productionPaths.season(id), productionPaths.newSeason()),
  signedOff: of((id: never) => productionPaths.season(id), insightPaths.home),
  harvested: season,
  released: of(qualityPaths.lot, qualityPaths.samples),
  delivered: contract,
  settled: of(linkagePaths.settlement, linkagePaths.contracts),
  traced: lot,
  figures: () => insightPaths.figure('paidToSellersVnd'),
};

/** Where a step is done, or where its record can be seen. */
export const stepPath = ({ step, record }: StoryStepView, { cooperative }: StoryView): string =>
  pages[step]({ record, cooperative: cooperative.id });
