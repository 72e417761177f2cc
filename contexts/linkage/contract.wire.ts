import { z } from 'zod';
import { Day, Instant } from '#kernel/day.ts';
import { ChainId, CommodityId, ContractId, FileId, OrganisationId } from '#kernel/id.ts';
import { command, document, Flag, query } from '#kernel/method.ts';
import { pageOf, paging } from '#kernel/page.ts';
import { UnitCode } from '#kernel/place.ts';
import { line, Sha256 } from '#kernel/text.ts';
import { acceptanceKinds } from './acceptance.ts';
import { AcceptanceId } from './acceptance.wire.ts';
import { contractStates } from './contract.ts';
import { endingKinds, endingStates } from './ending.ts';
import { EndingId } from './ending.wire.ts';
import { LineId } from './line.wire.ts';
import { CommodityView, Party, PlacedParty, ProvenanceView, sides, VarietyView } from './part.wire.ts';
import { priceKinds } from './price.ts';
import { PriceId } from './price.wire.ts';
import { Terms } from './terms.ts';

/** A party as it stood when the wording was drafted. */
const ContentParty = z.object({
  id: OrganisationId,
  name: z.string(),
  kind: z.string(),
  taxNumber: z.string().nullable(),
  address: z.string().nullable(),
});

/** What is hashed and accepted: nothing outside it binds, and it never changes. */
export const ContractContent = z.object({
  format: z.literal('lienket.contract/1'),
  contract: ContractId,
  number: z.string(),
  seller: ContentParty,
  buyer: ContentParty,
  offer: LineId,
  demand: LineId,
  chain: ChainId.nullable(),
  commodity: z.object({ id: CommodityId, code: z.string(), name: z.string(), baseUnit: z.string() }),
  variety: z.object({ id: z.string(), name: z.string() }).nullable(),
  unit: z.object({ code: z.string(), qty: z.int() }),
  terms: Terms,
});
export type ContractContent = z.output<typeof ContractContent>;

const ContractRow = z.object({
  id: ContractId,
  number: z.string(),
  seller: PlacedParty,
  buyer: PlacedParty,
  commodity: CommodityView,
  variety: VarietyView.nullable(),
  from: Day,
  until: Day,
  committedQty: z.int(),
  /** Confirmed, within the promise. */
  deliveredQty: z.int(),
  priceKind: z.enum(priceKinds),
  priceVnd: z.int(),
  state: z.enum(contractStates),
  signedOn: Day.nullable(),
  provenance: ProvenanceView,
});
export type ContractRow = z.infer<typeof ContractRow>;

export const listContracts = query('linkage.contract.list', {
  input: z.object({
    search: line(100, 0).optional(),
    state: z.enum(contractStates).optional(),
    organisation: OrganisationId.optional(),
    commodity: CommodityId.optional(),
    chain: ChainId.optional(),
    unit: UnitCode.optional(),
    mine: Flag.optional(),
    sort: z.enum(['from', '-from', 'number', '-number', 'qty', '-qty']).default('-from'),
    ...paging,
  }),
  reply: pageOf(ContractRow),
});

const VersionView = z.object({
  version: z.int(),
  contentHash: Sha256,
  draftedSide: z.enum(sides),
  draftedBy: z.string().nullable(),
  draftedAt: Instant,
  note: z.string(),
  terms: Terms,
  /** Against the version before, field by field. */
  differences: z.array(z.object({ field: z.string(), before: z.unknown(), after: z.unknown() })),
});

const AcceptanceView = z.object({
  id: AcceptanceId,
  version: z.int(),
  contentHash: Sha256,
  side: z.enum(sides),
  kind: z.enum(acceptanceKinds),
  acceptedBy: z.string().nullable(),
  acceptedAt: Instant,
  scan: FileId.nullable(),
  /** Paper only: the other side has confirmed the scan. */
  confirmedAt: Instant.nullable(),
  voidedAt: Instant.nullable(),
  may: z.object({ confirm: z.boolean() }),
});
export type AcceptanceView = z.infer<typeof AcceptanceView>;

const EndingView = z.object({
  id: EndingId,
  kind: z.enum(endingKinds),
  on: Day,
  reason: z.string(),
  side: z.enum(sides),
  state: z.enum(endingStates),
  submittedAt: Instant,
  may: z.object({ answer: z.boolean() }),
});

const PriceView = z.object({
  id: PriceId,
  on: Day,
  priceVnd: z.int(),
  source: z.string(),
  side: z.enum(sides),
  state: z.enum(['recorded', 'confirmed', 'refused']),
  recordedAt: Instant,
  may: z.object({ answer: z.boolean() }),
});

export const getContract = query('linkage.contract.get', {
  input: z.object({ contract: ContractId }),
  reply: ContractRow.extend({
    chain: z.object({ id: ChainId, name: z.string() }).nullable(),
    offer: LineId.nullable(),
    demand: LineId.nullable(),
    version: z.int(),
    contentHash: Sha256,
    content: ContractContent,
    endedOn: Day.nullable(),
    verifyToken: z.string(),
    versions: z.array(VersionView),
    acceptances: z.array(AcceptanceView),
    endings: z.array(EndingView),
    prices: z.array(PriceView),
    /** Within and outside the promise, confirmed, disputed and unanswered, in base units. */
    delivered: z.object({ insideQty: z.int(), outsideQty: z.int(), openQty: z.int(), disputedQty: z.int() }),
    mostQty: z.int(),
    valueVnd: z.int(),
    penaltyCap: z.object({ shareBp: z.int(), source: z.string(), verified: z.boolean() }).nullable(),
    /** Worth knowing; no reason to refuse. What concerns a limit price is said to its owner alone. */
    notes: z.array(z.enum(['penalty-above-cap', 'below-own-floor', 'above-own-ceiling'])),
    /** Why the contract cannot be accepted as it stands; empty when it can, or is no draft. */
    obstacles: z.array(z.string()),
    may: z.object({
      /** The sides the caller acts for. */
      sides: z.array(z.enum(sides)),
      change: z.boolean(),
      accept: z.array(z.enum(sides)),
      withdraw: z.boolean(),
      end: z.boolean(),
      deliver: z.boolean(),
      settle: z.boolean(),
    }),
  }),
});

export const draftContract = command('linkage.contract.draft', {
  input: z.object({
    id: ContractId,
    offer: LineId,
    demand: LineId,
    chain: ChainId.nullish(),
    terms: Terms,
    note: line(500, 0).default(''),
  }),
  reply: z.object({ id: ContractId, number: z.string(), contentHash: Sha256 }),
});

export const changeContract = command('linkage.contract.change', {
  input: z.object({
    contract: ContractId,
    /** The version the change was made on. */
    version: z.int().min(1),
    terms: Terms,
    note: line(500, 0).default(''),
  }),
  reply: z.object({ version: z.int(), contentHash: Sha256 }),
});

/** Gives a draft up; what was accepted of it is void. */
export const withdrawContract = command('linkage.contract.withdraw', {
  input: z.object({ contract: ContractId }),
  reply: z.object({}),
});

export const exportContract = document('linkage.contract.export', {
  input: z.object({
    contract: ContractId,
    version: z.coerce.number().int().min(1).optional(),
    /** signing: the sheet that both sides put ink on, while the present version is open for acceptance. */
    for: z.enum(['reading', 'signing']).default('reading'),
  }),
});

/** What the QR code on the paper leads to: state and hash only, no parties, prices or people. */
export const verifyContract = query('linkage.verification.get', {
  input: z.object({ token: z.string().regex(/^[a-z2-7]{32}$/) }),
  reply: z.object({
    /** null: no contract has this code; whoever shows one has made it up. */
    contract: z
      .object({
        state: z.enum(contractStates),
        version: z.int(),
        contentHash: Sha256,
        signedOn: Day.nullable(),
        endedOn: Day.nullable(),
        provenance: ProvenanceView,
      })
      .nullable(),
  }),
});

export const ContractParties = z.object({ id: ContractId, number: z.string(), seller: Party, buyer: Party });
