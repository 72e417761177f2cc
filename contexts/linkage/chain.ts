/** The stages a linkage may cover, in their order (Decree 98/2018/NĐ-CP, art. 4). */
export const stages = ['inputs', 'production', 'harvest', 'preprocess', 'process', 'sale'] as const;
export type Stage = (typeof stages)[number];

export const partnerRoles = ['lead', 'supplier', 'producer', 'processor', 'buyer', 'service'] as const;
export type PartnerRole = (typeof partnerRoles)[number];

export const chainStates = ['forming', 'active', 'ended'] as const;
export type ChainState = (typeof chainStates)[number];

export interface ChainFacts {
  readonly state: ChainState;
  readonly provenance: 'entered' | 'synthetic' | 'reported';
  readonly version: number;
}

export type ChainObstacle = 'reported' | 'ended' | 'changed-meanwhile';

/** What a source tells of a chain is kept as it is told; an ended chain stays as it was. */
export function chainObstacles(chain: ChainFacts, expectedVersion?: number): ChainObstacle[] {
  const obstacles: ChainObstacle[] = [];
  if (chain.provenance === 'reported') obstacles.push('reported');
  if (chain.state === 'ended') obstacles.push('ended');
  if (expectedVersion !== undefined && expectedVersion !== chain.version) obstacles.push('changed-meanwhile');
  return obstacles;
}

/** Stages nobody fills yet. */
export const openStages = (partners: readonly { readonly stages: readonly Stage[] }[]): Stage[] =>
  stages.filter((stage) => !partners.some((partner) => partner.stages.includes(stage)));
