import { z } from 'zod';
import { Day } from '#kernel/day.ts';
import { CommodityId, HarvestId, LotId, OrganisationId, PlotId, SeasonId, VarietyId } from '#kernel/id.ts';
import { BaseUnit } from '#kernel/quantity.ts';
import { UnitCode } from '#kernel/place.ts';
import { claims, lotStates } from './lot.ts';

export const Party = z.object({ id: OrganisationId, name: z.string() });
export const PlacedParty = Party.extend({ unit: z.object({ code: UnitCode, name: z.string() }).nullable() });

export const CommodityView = z.object({
  id: CommodityId,
  code: z.string(),
  vi: z.string(),
  en: z.string(),
  th: z.string(),
  baseUnit: BaseUnit,
  unit: z.object({ code: z.string(), qty: z.int() }),
});
export type CommodityView = z.infer<typeof CommodityView>;

export const MarketCode = z.string().regex(/^[a-z]{2}$/);
/** In ng/kg, 10^-6 mg/kg. */
export const NgPerKg = z.int().min(0);
export const ProvenanceView = z.enum(['entered', 'synthetic']);

export const LotRow = z.object({
  id: LotId,
  code: z.string(),
  organisation: PlacedParty,
  commodity: CommodityView,
  qty: z.int(),
  leftQty: z.int(),
  claim: z.enum(claims),
  state: z.enum(lotStates),
  packedOn: Day,
  releasedFor: z.array(z.string()),
  provenance: ProvenanceView,
});
export type LotRow = z.infer<typeof LotRow>;

export const HarvestView = z.object({
  id: HarvestId,
  season: SeasonId,
  plot: z.object({ id: PlotId, code: z.string() }),
  variety: VarietyId.nullable(),
  harvestedOn: Day,
  qty: z.int(),
});

export const names = { vi: z.string(), en: z.string(), th: z.string() };
export const MarketView = z.object({ code: z.string(), ...names });
export type MarketView = z.infer<typeof MarketView>;
