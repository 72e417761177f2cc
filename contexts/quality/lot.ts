import type { Day } from '#kernel/day.ts';
import type { CommodityId, HarvestId, OrganisationId } from '#kernel/id.ts';
import { idOf, type Branded } from '#kernel/id.ts';

export const SampleId = idOf('SampleId');
export type SampleId = Branded<'SampleId'>;
export const ReportId = idOf('ReportId');
export type ReportId = Branded<'ReportId'>;
export const DecisionId = idOf('DecisionId');
export type DecisionId = Branded<'DecisionId'>;
export const DispatchId = idOf('DispatchId');
export type DispatchId = Branded<'DispatchId'>;
export const CertificateId = idOf('CertificateId');
export type CertificateId = Branded<'CertificateId'>;

export const lotStates = ['open', 'sampled', 'released', 'blocked'] as const;
export type LotState = (typeof lotStates)[number];

/** A released lot can be released for another market, or called back; a blocked one needs a new sample. */
const nextStates: Record<LotState, readonly LotState[]> = {
  open: ['sampled', 'blocked'],
  sampled: ['sampled', 'released', 'blocked'],
  released: ['sampled', 'released', 'blocked'],
  blocked: ['sampled'],
};
export const canBecome = (from: LotState, to: LotState): boolean => nextStates[from].includes(to);

/** What is said of the way it was grown. A practice is no certificate. */
export const claims = ['none', 'organic-practice', 'organic-certified'] as const;
export type Claim = (typeof claims)[number];

/** A part of a harvest for a lot, in the commodity's base unit. */
export interface HarvestPart {
  readonly harvest: HarvestId;
  readonly qty: number;
}

export interface HarvestLeft {
  readonly id: HarvestId;
  readonly organisation: OrganisationId;
  readonly commodity: CommodityId;
  readonly harvestedOn: Day;
  readonly qty: number;
  readonly leftQty: number;
}

export interface OrganicCertificate {
  readonly organisation: OrganisationId;
  readonly commodity: CommodityId | null;
  readonly kind: string;
  readonly validFrom: Day;
  readonly validUntil: Day | null;
  readonly withdrawnOn: Day | null;
}

export interface LotDraft {
  readonly organisation: OrganisationId;
  readonly commodity: CommodityId;
  readonly parts: readonly HarvestPart[];
  readonly claim: Claim;
  readonly packedOn: Day;
  readonly bestBeforeOn: Day | null;
}

export type DraftObstacle =
  | {
      readonly code:
        | 'harvest-unknown'
        | 'harvest-twice'
        | 'harvest-of-another-organisation'
        | 'harvest-of-another-commodity'
        | 'packed-before-picked';
      readonly harvest: HarvestId;
    }
  | {
      readonly code: 'more-than-is-left';
      readonly harvest: HarvestId;
      readonly leftQty: number;
      readonly wantedQty: number;
    }
  | {
      readonly code:
        | 'packed-in-the-future'
        | 'best-before-packing'
        | 'code-taken'
        | 'certificate-missing'
        | 'certificate-not-valid';
    };

function partObstacles(part: HarvestPart, draft: LotDraft, harvest: HarvestLeft | undefined): DraftObstacle[] {
  if (harvest === undefined) return [{ code: 'harvest-unknown', harvest: part.harvest }];
  const { id } = harvest;
  // Nothing more is said of what belongs to somebody else.
  if (harvest.organisation !== draft.organisation) return [{ code: 'harvest-of-another-organisation', harvest: id }];
  const obstacles: DraftObstacle[] = [];
  if (harvest.commodity !== draft.commodity) obstacles.push({ code: 'harvest-of-another-commodity', harvest: id });
  if (harvest.harvestedOn > draft.packedOn) obstacles.push({ code: 'packed-before-picked', harvest: id });
  if (part.qty > harvest.leftQty)
    obstacles.push({ code: 'more-than-is-left', harvest: id, leftQty: harvest.leftQty, wantedQty: part.qty });
  return obstacles;
}

/** Certified by a certificate that covers the organisation, the commodity and the day. */
export function certificateCovers(certificate: OrganicCertificate, draft: LotDraft): boolean {
  const { organisation, commodity, kind, validFrom, validUntil, withdrawnOn } = certificate;
  return (
    kind === 'organic' &&
    organisation === draft.organisation &&
    (commodity === null || commodity === draft.commodity) &&
    validFrom <= draft.packedOn &&
    (validUntil === null || draft.packedOn <= validUntil) &&
    (withdrawnOn === null || draft.packedOn < withdrawnOn)
  );
}

export interface DraftFacts {
  readonly harvests: readonly HarvestLeft[];
  readonly certificate: OrganicCertificate | undefined;
  readonly codeTaken: boolean;
  readonly today: Day;
}

/** Every reason why no lot can be made of these harvests. */
export function draftObstacles(draft: LotDraft, facts: DraftFacts): DraftObstacle[] {
  const { harvests, certificate, codeTaken, today } = facts;
  const byId = new Map(harvests.map((harvest) => [harvest.id, harvest]));
  const obstacles = draft.parts.flatMap((part, at) =>
    draft.parts.findIndex(({ harvest }) => harvest === part.harvest) < at
      ? [{ code: 'harvest-twice', harvest: part.harvest } as const]
      : partObstacles(part, draft, byId.get(part.harvest)),
  );
  if (draft.packedOn > today) obstacles.push({ code: 'packed-in-the-future' });
  if (draft.bestBeforeOn !== null && draft.bestBeforeOn < draft.packedOn)
    obstacles.push({ code: 'best-before-packing' });
  if (codeTaken) obstacles.push({ code: 'code-taken' });
  if (draft.claim === 'organic-certified') {
    if (certificate === undefined) obstacles.push({ code: 'certificate-missing' });
    else if (!certificateCovers(certificate, draft)) obstacles.push({ code: 'certificate-not-valid' });
  }
  return obstacles;
}
