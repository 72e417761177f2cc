import type { LotId } from '#kernel/id.ts';
import type { ReportId, SampleId } from '#contexts/quality/lot.ts';

/** Every address of this context's pages; links are made with these, never by hand. */
export const qualityPaths = {
  lots: '/quality/lots',
  newLot: '/quality/lots/new',
  lot: (id: LotId | ':id') => `/quality/lots/${id}`,
  verdict: (id: LotId | ':id', market?: string) =>
    `/quality/lots/${id}/verdict${market === undefined ? '' : `?market=${market}`}`,
  newSample: (lot: LotId | ':id') => `/quality/lots/${lot}/sample`,
  newDispatch: (lot: LotId | ':id') => `/quality/lots/${lot}/dispatch`,
  samples: '/quality/samples',
  sample: (id: SampleId | ':id') => `/quality/samples/${id}`,
  report: (id: ReportId | ':id') => `/quality/reports/${id}`,
  limits: '/quality/limits',
} as const;
