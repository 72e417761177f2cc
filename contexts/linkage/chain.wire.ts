import { z } from 'zod';
import { Day } from '#kernel/day.ts';
import { ChainId, CommodityId, idOf, OrganisationId, type Branded } from '#kernel/id.ts';
import { command, query } from '#kernel/method.ts';
import { pageOf, paging } from '#kernel/page.ts';
import { UnitCode } from '#kernel/place.ts';
import { line, prose } from '#kernel/text.ts';
import { chainStates, partnerRoles, stages } from './chain.ts';
import { CommodityView, Party, PlacedParty, ProvenanceView } from './part.wire.ts';

export const PartnerId = idOf('PartnerId');
export type PartnerId = Branded<'PartnerId'>;

const Stages = z
  .array(z.enum(stages))
  .max(stages.length)
  .transform((given) => stages.filter((stage) => given.includes(stage)));
const Products = z.array(CommodityId).max(40);

const ChainRow = z.object({
  id: ChainId,
  name: z.string(),
  lead: PlacedParty,
  state: z.enum(chainStates),
  productNote: z.string(),
  products: z.array(CommodityView),
  stages: z.array(z.enum(stages)),
  partners: z.int(),
  /** Contracts in force that name this chain; a reported chain has none on file. */
  contracts: z.int(),
  provenance: ProvenanceView,
});
export type ChainRow = z.infer<typeof ChainRow>;

/** Everybody may see which chains there are: the province's figures open to their rows. */
export const listChains = query('linkage.chain.list', {
  input: z.object({
    search: line(100, 0).optional(),
    state: z.enum(chainStates).optional(),
    commodity: CommodityId.optional(),
    organisation: OrganisationId.optional(),
    unit: UnitCode.optional(),
    sort: z.enum(['name', '-name', 'partners', '-partners']).default('name'),
    ...paging,
  }),
  reply: pageOf(ChainRow),
});

const PartnerView = z.object({
  id: PartnerId,
  organisation: PlacedParty,
  role: z.enum(partnerRoles),
  stages: z.array(z.enum(stages)),
  subject: z.string(),
  from: Day.nullable(),
  /** Contracts in force within this chain to which the partner is a party. */
  contracts: z.int(),
  provenance: ProvenanceView,
});
export type PartnerView = z.infer<typeof PartnerView>;

export const getChain = query('linkage.chain.get', {
  input: z.object({ chain: ChainId }),
  reply: ChainRow.omit({ partners: true, contracts: true }).extend({
    startedOn: Day.nullable(),
    endedOn: Day.nullable(),
    note: z.string(),
    source: z.string().nullable(),
    version: z.int(),
    openStages: z.array(z.enum(stages)),
    partners: z.array(PartnerView),
    contracts: z.array(
      z.object({
        id: z.string(),
        number: z.string(),
        seller: Party,
        buyer: Party,
        state: z.string(),
        mayOpen: z.boolean(),
      }),
    ),
    may: z.object({ change: z.boolean() }),
  }),
});

const described = {
  name: line(200, 3),
  state: z.enum(['forming', 'active']),
  startedOn: Day.nullish(),
  productNote: line(500, 0).default(''),
  note: prose(4000).default(''),
  products: Products,
};

export const draftChain = command('linkage.chain.draft', {
  input: z.object({ id: ChainId, lead: OrganisationId, leadStages: Stages, ...described }),
  reply: z.object({ id: ChainId }),
});

export const changeChain = command('linkage.chain.change', {
  input: z.object({ chain: ChainId, version: z.int(), ...described }),
  reply: z.object({ version: z.int() }),
});

export const closeChain = command('linkage.chain.close', {
  input: z.object({ chain: ChainId, on: Day }),
  reply: z.object({}),
});

export const recordPartner = command('linkage.partner.record', {
  input: z.object({
    id: PartnerId,
    chain: ChainId,
    organisation: OrganisationId,
    role: z.enum(partnerRoles),
    stages: Stages,
    subject: line(500, 0).default(''),
    from: Day.nullish(),
  }),
  reply: z.object({ id: PartnerId }),
});

export const closePartner = command('linkage.partner.close', {
  input: z.object({ partner: PartnerId, on: Day }),
  reply: z.object({}),
});
