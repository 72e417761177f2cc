import type {
  ContractId,
  DeliveryId,
  HarvestId,
  LotId,
  MemberId,
  OrganisationId,
  PlotId,
  SeasonId,
} from '#kernel/id.ts';
import type { LineId } from '#contexts/linkage/line.wire.ts';
import type { SettlementId } from '#contexts/linkage/settlement.wire.ts';
import type { UnitCode } from '#kernel/place.ts';
import { seedId } from './ids.ts';

/**
 * Who plays the parts of the story. All invented, all marked synthetic; the rows are made by the demonstration, what
 * happens to them by the story through the real commands.
 */
export const storyUnit = '06895' as UnitCode;

export const storyParts = {
  /** Grows short crops with poor results, as the article tells of another; counted among the 821. */
  cooperative: seedId('story', 1) as string as OrganisationId,
  /** Stands where the other began, for whoever wants to walk the story's way. */
  yours: seedId('story', 8) as string as OrganisationId,
  buyer: seedId('story', 2) as string as OrganisationId,
  bank: seedId('story', 3) as string as OrganisationId,
  laboratory: seedId('story', 4) as string as OrganisationId,
  fund: seedId('story', 5) as string as OrganisationId,
  /** The People's Committee of the commune. */
  agency: seedId('story', 6) as string as OrganisationId,
  /** The province's department of agriculture and environment. */
  department: seedId('story', 7) as string as OrganisationId,
} as const;

/** Members of the story's cooperative who are called by name. */
export const storyMembers = [
  {
    id: seedId('story', 21) as string as MemberId,
    name: 'Hoàng Thị Mai',
    sex: 'female',
    birthYear: 1983,
    hamlet: 'Thôn Trại Dinh',
  },
  {
    id: seedId('story', 22) as string as MemberId,
    name: 'Chìu Văn Thắng',
    sex: 'male',
    birthYear: 1979,
    hamlet: 'Thôn Tân Hợp',
  },
  {
    id: seedId('story', 23) as string as MemberId,
    name: 'Nguyễn Thị Lụa',
    sex: 'female',
    birthYear: 1991,
    hamlet: 'Thôn Tân Hợp',
  },
  {
    id: seedId('story', 24) as string as MemberId,
    name: 'Phùn A Sáng',
    sex: 'male',
    birthYear: 1996,
    hamlet: 'Thôn Trại Dinh',
  },
] as const;

/** The cooperative's director is its first member. */
export const storyDirector = storyMembers[0];

const record = <Id extends string>(number: number): Id => seedId('story', number) as string as Id;

/** What the told story leaves behind, with the same ids in every demonstration: pages and tests can point at them. */
export const storyRecords = {
  contract: record<ContractId>(101),
  offer: record<LineId>(102),
  demand: record<LineId>(103),
  delivery: record<DeliveryId>(104),
  settlement: record<SettlementId>(105),
  plot: record<PlotId>(111),
  season: record<SeasonId>(112),
  harvest: record<HarvestId>(113),
  lot: record<LotId>(121),
  sample: record<string>(122),
  report: record<string>(123),
  application: record<string>(131),
  dossier: record<string>(141),
} as const;
