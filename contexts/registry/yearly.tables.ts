import type { Generated } from 'kysely';
import type { Instant } from '#kernel/day.ts';
import type { AccountId, OrganisationId } from '#kernel/id.ts';
import type { Province } from '#kernel/place.ts';

type YearlyAccountTable = {
  province: Generated<Province>;
  organisation_id: OrganisationId;
  year: number;
  revenue_vnd: number | null;
  profit_vnd: number | null;
  external_revenue_vnd: number | null;
  internal_revenue_vnd: number | null;
  cost_vnd: number | null;
  external_cost_vnd: number | null;
  internal_cost_vnd: number | null;
  external_profit_vnd: number | null;
  internal_profit_vnd: number | null;
  charter_capital_vnd: number | null;
  total_capital_vnd: number | null;
  undivided_assets_vnd: number | null;
  official_members: number | null;
  workers: number | null;
  source: string;
  provenance: Generated<'entered' | 'synthetic'>;
  recorded_at: Generated<Instant>;
  struck_at: Generated<Instant | null>;
  version: Generated<number>;
};

type YearlyAccountEntryTable = {
  province: Generated<Province>;
  organisation_id: OrganisationId;
  year: number;
  version: number;
  content: unknown;
  reason: string | null;
  recorded_at: Generated<Instant>;
  recorded_by: AccountId;
};

export type YearlyTables = {
  'registry.yearly_account': YearlyAccountTable;
  'registry.yearly_account_entry': YearlyAccountEntryTable;
};
