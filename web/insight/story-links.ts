import type { StoryStep } from '#contexts/insight/story.ts';
import type { StoryStepView, StoryView } from '#contexts/insight/story.wire.ts';
import { insightPaths } from './paths.ts';

interface Step {
  readonly record: string | null;
  readonly cooperative: string;
}

const or = (record: string | null, page: (id: string) => string, otherwise: string): string =>
  record === null ? otherwise : page(record);

const pages: Readonly<Record<StoryStep, (step: Step) => string>> = {
  cropChanged: ({ cooperative }) => `/registry/organisations/${cooperative}`,
  applied: ({ record }) => or(record, (id) => `/support/applications/${id}`, '/support'),
  recommended: ({ record }) => or(record, (id) => `/support/applications/${id}`, insightPaths.home),
  approved: ({ record }) => or(record, (id) => `/support/applications/${id}`, insightPaths.home),
  received: ({ record }) => or(record, (id) => `/support/applications/${id}`, insightPaths.home),
  shared: ({ record }) => or(record, (id) => `/credit/dossiers/${id}`, '/credit/dossiers'),
  answered: ({ record }) => or(record, (id) => `/credit/dossiers/${id}`, insightPaths.home),
  signed: ({ record }) => or(record, (id) => `/linkage/contracts/${id}`, '/linkage/contracts'),
  season: ({ record }) => or(record, (id) => `/production/seasons/${id}`, '/production/seasons'),
  signedOff: ({ record }) => or(record, (id) => `/production/seasons/${id}`, insightPaths.home),
  harvested: ({ record }) => or(record, (id) => `/production/seasons/${id}`, '/production/seasons'),
  released: ({ record }) => or(record, (id) => `/quality/lots/${id}`, '/quality/lots'),
  delivered: ({ record }) => or(record, (id) => `/linkage/contracts/${id}`, '/linkage/contracts'),
  settled: ({ record }) => or(record, (id) => `/linkage/settlements/${id}`, '/linkage/contracts'),
  traced: ({ record }) => or(record, (id) => `/quality/lots/${id}`, '/quality/lots'),
  figures: () => insightPaths.figures,
};

/** Where a step is done, or where its record can be seen. */
export const stepPath = ({ step, record }: StoryStepView, { cooperative }: StoryView): string =>
  pages[step]({ record, cooperative: cooperative.id });
