import type { Generated } from 'kysely';
import type { Instant } from '#kernel/day.ts';
import type { AccountId, OrganisationId } from '#kernel/id.ts';
import type { Province } from '#kernel/place.ts';
import type { RatingClass, RatingPart } from './rating-card.ts';
import type { SizeClass } from './size-card.ts';
import type { ScoreKind } from './card.wire.ts';

type RatingScoreTable = {
  province: Generated<Province>;
  organisation_id: OrganisationId;
  year: number;
  criterion: number;
  part: RatingPart;
  kind: ScoreKind;
  version: number;
  points: number | null;
  evidence: string | null;
  recorded_at: Generated<Instant>;
  recorded_by: AccountId;
};

type ScorecardTable = {
  province: Generated<Province>;
  id: string;
  organisation_id: OrganisationId;
  year: number;
  card: CardKind;
  number: number;
  class: SizeClass | RatingClass | null;
  rules: unknown;
  inputs: unknown;
  result: unknown;
  made_at: Generated<Instant>;
};

export type CardKind = 'size' | 'rating';

export type CardTables = {
  'books.rating_score': RatingScoreTable;
  'books.scorecard': ScorecardTable;
};
