import type { Generated } from 'kysely';
import type { Day, Instant } from '#kernel/day.ts';
import type { AccountId } from '#kernel/id.ts';
import type { Province, UnitCode } from '#kernel/place.ts';
import type { Db } from '#platform/database/db.ts';
import type { RegistryViews } from '#registry';
import type { MultiPolygon } from './boundary.ts';
import type { ActPlan, ActState } from './unit-act.ts';
import type { UnitActId } from './unit-act.wire.ts';

type UnitActTable = {
  province: Generated<Province>;
  id: UnitActId;
  on_day: Day;
  document: string;
  legal_basis: string;
  note: string | null;
  /** Written as JSON text. */
  plan: unknown;
  state: Generated<ActState>;
  version: Generated<number>;
  drafted_by: AccountId;
  drafted_at: Generated<Instant>;
  done_by: AccountId | null;
  done_at: Instant | null;
  withdrawn_by: AccountId | null;
  withdrawn_at: Instant | null;
  reason: string | null;
};

export const proposalStates = ['proposed', 'approved', 'refused', 'withdrawn'] as const;

type OfficerProposalTable = {
  province: Generated<Province>;
  id: string;
  act_id: UnitActId;
  account_id: AccountId;
  from_code: UnitCode;
  from_from: Day;
  unit_code: UnitCode;
  unit_from: Day;
  state: Generated<(typeof proposalStates)[number]>;
  decided_by: AccountId | null;
  decided_at: Instant | null;
  reason: string | null;
};

type BoundaryTable = {
  province: Generated<Province>;
  id: string;
  unit_code: UnitCode;
  unit_from: Day;
  /** Written as JSON text. */
  geometry: unknown;
  shown: unknown;
  source: string;
  imported_by: AccountId;
  imported_at: Generated<Instant>;
  replaced_at: Instant | null;
};

export type PlacesTables = {
  'places.unit_act': UnitActTable;
  'places.officer_proposal': OfficerProposalTable;
  'places.boundary': BoundaryTable;
};

/** Written as JSON text, read as they are. */
export const planOf = (stored: unknown): ActPlan => stored as ActPlan;
export const geometryOf = (stored: unknown): MultiPolygon => stored as MultiPolygon;

export const placesIn = (db: Db) => db.$extendTables<PlacesTables & RegistryViews>();
