import type { Generated } from 'kysely';
import type { RegistryViews } from '#registry';
import type { Day, Instant } from '#kernel/day.ts';
import type {
  CommodityId,
  FileId,
  HarvestId,
  MemberId,
  OrganisationId,
  PlotId,
  SeasonId,
  VarietyId,
} from '#kernel/id.ts';
import type { Polygon, Province, UnitCode } from '#kernel/place.ts';
import type { BaseUnit } from '#kernel/quantity.ts';
import type { Db } from '#platform/database/db.ts';
import type { ActivityFamily, ConfirmationWay, EnteredAs, InputVerdict } from './activity.ts';
import type { ConversionBasis } from './conversion.ts';
import type { LogEntryId } from './log.ts';
import type { ProtocolId } from './protocol.ts';
import type { LandUse, PlotVersionKind } from './plot.ts';
import type { SeasonState } from './season.ts';
import type { StageAct, StageState } from './stage.ts';

type PlotTable = {
  province: Generated<Province>;
  id: PlotId;
  organisation_id: OrganisationId;
  code: string;
  version: Generated<number>;
  recorded_at: Generated<Instant>;
};

type PlotVersionTable = {
  province: Generated<Province>;
  plot_id: PlotId;
  version: number;
  kind: PlotVersionKind;
  valid_from: Day;
  valid_until: Day | null;
  name: string;
  member_id: MemberId | null;
  land_use: LandUse;
  area_m2: number;
  /** Written as JSON text, read as a polygon. */
  outline: unknown;
  outline_area_m2: number | null;
  unit_code: UnitCode;
  unit_from: Day;
  reason: string | null;
  recorded_at: Generated<Instant>;
  recorded_by: string;
};

type PlotMoveTable = {
  province: Generated<Province>;
  id: string;
  act_id: string;
  plot_id: PlotId;
  version: number;
  from_code: UnitCode;
  from_from: Day;
  to_code: UnitCode;
  to_from: Day;
  undone_at: Instant | null;
};

type CurrentPlot = {
  province: Province;
  id: PlotId;
  organisation_id: OrganisationId;
  code: string;
  version: number;
  kind: PlotVersionKind;
  valid_from: Day;
  valid_until: Day | null;
  name: string;
  member_id: MemberId | null;
  land_use: LandUse;
  area_m2: number;
  outline: Polygon | null;
  outline_area_m2: number | null;
  unit_code: UnitCode;
  unit_from: Day;
};

type ProtocolTable = {
  province: Generated<Province>;
  id: ProtocolId;
  code: string;
  commodity_id: CommodityId;
  version: Generated<number>;
  recorded_at: Generated<Instant>;
};

type ProtocolVersionTable = {
  province: Generated<Province>;
  protocol_id: ProtocolId;
  version: number;
  content: unknown;
  content_hash: string;
  published_on: Day;
  published_by: string | null;
  recorded_at: Generated<Instant>;
};

type SeasonTable = {
  province: Generated<Province>;
  id: SeasonId;
  organisation_id: OrganisationId;
  plot_id: PlotId;
  protocol_id: ProtocolId;
  protocol_version: number;
  commodity_id: CommodityId;
  variety_id: VarietyId | null;
  started_on: Day;
  closed_on: Day | null;
  state: Generated<SeasonState>;
  closing_reason: string | null;
  provenance: Generated<'entered' | 'synthetic'>;
  recorded_at: Generated<Instant>;
  recorded_by: string | null;
};

type PlanStepTable = {
  province: Generated<Province>;
  season_id: SeasonId;
  stage: string;
  step: string;
  occurrence: number;
  family: ActivityFamily;
  required: boolean;
  by_harvest: boolean;
  due_from: Day;
  due_until: Day;
};

type SeasonStageTable = {
  province: Generated<Province>;
  season_id: SeasonId;
  stage: string;
  position: number;
  state: Generated<StageState>;
  changed_at: Generated<Instant>;
};

type StageActTable = {
  province: Generated<Province>;
  id: string;
  season_id: SeasonId;
  stage: string;
  act: StageAct;
  remarks: string | null;
  entries: unknown;
  entries_hash: string;
  acted_by: string;
  acted_as: string;
  at: Generated<Instant>;
};

type LogEntryTable = {
  province: Generated<Province>;
  id: LogEntryId;
  season_id: SeasonId;
  plot_id: PlotId;
  organisation_id: OrganisationId;
  family: ActivityFamily;
  stage: string | null;
  step: string | null;
  occurrence: number | null;
  done_on: Day;
  claimed_at: Instant | null;
  recorded_at: Generated<Instant>;
  qty: number | null;
  qty_unit: BaseUnit | null;
  treated_area_m2: number | null;
  input_code: string | null;
  input_name: string | null;
  active_ingredient: string | null;
  phi_days: number | null;
  phi_verified: boolean | null;
  verdict: InputVerdict | null;
  details: unknown;
  note: string | null;
  member_id: MemberId | null;
  entered_by: string;
  entered_as: EnteredAs;
  replaces_id: LogEntryId | null;
  withdrawn: Generated<boolean>;
  reason: string | null;
};

type LogFileTable = { province: Generated<Province>; entry_id: LogEntryId; file_id: FileId };

type LogConfirmationTable = {
  province: Generated<Province>;
  entry_id: LogEntryId;
  confirmed_by: string;
  confirmed_as: 'manager' | 'member';
  way: ConfirmationWay;
  at: Generated<Instant>;
};

type DeviationTable = {
  province: Generated<Province>;
  id: string;
  season_id: SeasonId;
  step: string;
  occurrence: number;
  explanation: string;
  recorded_by: string;
  recorded_at: Generated<Instant>;
};

type HarvestTable = {
  province: Generated<Province>;
  id: HarvestId;
  season_id: SeasonId;
  plot_id: PlotId;
  organisation_id: OrganisationId;
  commodity_id: CommodityId;
  variety_id: VarietyId | null;
  harvested_on: Day;
  qty: number;
  note: string | null;
  found: unknown;
  recorded_at: Generated<Instant>;
  entered_by: string;
  entered_as: EnteredAs;
  replaces_id: HarvestId | null;
  withdrawn: Generated<boolean>;
  reason: string | null;
  provenance: Generated<'entered' | 'synthetic'>;
};

type ConversionTable = {
  province: Generated<Province>;
  id: string;
  plot_id: PlotId;
  began_on: Day;
  basis: ConversionBasis;
  evidence: string;
  recorded_by: string;
  recorded_at: Generated<Instant>;
};

export type ProductionTables = {
  'production.plot': PlotTable;
  'production.plot_version': PlotVersionTable;
  'production.plot_move': PlotMoveTable;
  'production.current_plot': CurrentPlot;
  'production.protocol': ProtocolTable;
  'production.protocol_version': ProtocolVersionTable;
  'production.season': SeasonTable;
  'production.plan_step': PlanStepTable;
  'production.open_step': PlanStepTable;
  'production.season_stage': SeasonStageTable;
  'production.stage_act': StageActTable;
  'production.log_entry': LogEntryTable;
  'production.standing_entry': LogEntryTable;
  'production.log_file': LogFileTable;
  'production.log_confirmation': LogConfirmationTable;
  'production.deviation': DeviationTable;
  'production.harvest': HarvestTable;
  'production.standing_harvest': HarvestTable;
  'production.conversion': ConversionTable;
};

/** The views production publishes; no person, no note, no outline. */
export type ProductionViews = {
  'production.published_plot': {
    province: Province;
    id: PlotId;
    organisation_id: OrganisationId;
    code: string;
    name: string;
    land_use: LandUse;
    area_m2: number;
    outline_area_m2: number | null;
    unit_code: UnitCode;
    unit_from: Day;
    valid_from: Day;
    valid_until: Day | null;
  };
  'production.published_protocol': {
    province: Province;
    code: string;
    version: number;
    name_vi: string;
    name_en: string;
    name_th: string;
  };
  'production.published_season': {
    province: Province;
    id: SeasonId;
    organisation_id: OrganisationId;
    plot_id: PlotId;
    commodity_id: CommodityId;
    variety_id: VarietyId | null;
    /** The protocol's code. */
    protocol: string;
    protocol_version: number;
    started_on: Day;
    closed_on: Day | null;
    state: SeasonState;
    provenance: 'entered' | 'synthetic';
  };
  'production.published_stage': {
    province: Province;
    season_id: SeasonId;
    stage: string;
    position: number;
    state: StageState;
    signed_at: Instant | null;
    signed_as: string | null;
  };
  'production.published_stage_day': { province: Province; season_id: SeasonId; stage: string; done_on: Day };
  'production.published_harvest': {
    province: Province;
    id: HarvestId;
    season_id: SeasonId;
    plot_id: PlotId;
    organisation_id: OrganisationId;
    commodity_id: CommodityId;
    variety_id: VarietyId | null;
    harvested_on: Day;
    qty: number;
    recorded_at: Instant;
    provenance: 'entered' | 'synthetic';
  };
  'production.published_log_entry': {
    province: Province;
    id: LogEntryId;
    season_id: SeasonId;
    plot_id: PlotId;
    organisation_id: OrganisationId;
    family: ActivityFamily;
    stage: string | null;
    step: string | null;
    occurrence: number | null;
    done_on: Day;
    recorded_at: Instant;
    qty: number | null;
    qty_unit: BaseUnit | null;
    treated_area_m2: number | null;
    input_code: string | null;
    input_name: string | null;
    active_ingredient: string | null;
    phi_days: number | null;
    phi_verified: boolean | null;
    verdict: InputVerdict | null;
    entered_as: EnteredAs;
  };
};

/** All that production sees of the database: its own tables, and what the registry has published. */
export const productionIn = (db: Db) => db.$extendTables<ProductionTables & RegistryViews>();
