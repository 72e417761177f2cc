import { z } from 'zod';
import { CommodityId, OrganisationId, VarietyId } from '#kernel/id.ts';
import { BaseUnit } from '#kernel/quantity.ts';
import { UnitCode } from '#kernel/place.ts';

/** A side of a contract: the seller promises to deliver, the buyer to take and to pay. */
export const sides = ['seller', 'buyer'] as const;
export type Side = (typeof sides)[number];
export const otherSide = (side: Side): Side => (side === 'seller' ? 'buyer' : 'seller');

const provenances = ['entered', 'synthetic', 'reported'] as const;
export const ProvenanceView = z.enum(provenances);

/** An organisation as others name it. */
export const Party = z.object({ id: OrganisationId, name: z.string() });
export type Party = z.infer<typeof Party>;

export const PlacedParty = Party.extend({ unit: z.object({ code: UnitCode, name: z.string() }).nullable() });

/** A commodity with the unit it is traded in; prices are per that unit. */
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

export const VarietyView = z.object({ id: VarietyId, vi: z.string(), en: z.string(), th: z.string() });

export const certificateKinds = [
  'vietgap',
  'globalgap',
  'organic',
  'ocop',
  'haccp',
  'iso22000',
  'food-safety',
] as const;
export type CertificateKind = (typeof certificateKinds)[number];
export const Certificates = z.array(z.enum(certificateKinds)).max(certificateKinds.length);
