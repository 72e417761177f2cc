import type { OrganisationId } from '#kernel/id.ts';
import type { BatchId } from '#contexts/intake/batch.wire.ts';

/** Every address of this context's pages; links are made with these, never by hand. */
export const intakePaths = {
  batches: '/intake',
  newBatch: '/intake/new',
  /** Of one organisation, chosen already. */
  newBatchOf: (organisation: OrganisationId) => `/intake/new?organisation=${organisation}`,
  batch: (id: BatchId | ':id') => `/intake/${id}`,
} as const;
