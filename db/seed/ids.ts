import type { AccountId, Branded, CommodityId, MemberId, OrganisationId, VarietyId } from '#kernel/id.ts';

/** What the made-up rows are, each with its own range of ids: a UUIDv7 that is the same in every demonstration. */
const ranges = {
  organisation: 1,
  member: 2,
  commodity: 3,
  variety: 4,
  act: 5,
  representative: 6,
  certificate: 7,
  chain: 8,
  offer: 9,
  demand: 10,
  partner: 11,
  story: 12,
  account: 13,
  reported: 14,
  capital: 15,
  life: 17,
  request: 19,
  batch: 20,
  'member-representative': 24,
  'unit-act': 36,
  boundary: 37,
  update: 38,
  'update-act': 39,
} as const;
type Range = keyof typeof ranges;

interface IdOf {
  readonly organisation: OrganisationId;
  readonly member: MemberId;
  readonly commodity: CommodityId;
  readonly variety: VarietyId;
  readonly account: AccountId;
}

/** 2026-01-01 in the time part, the range in the random part. */
export const seedId = <R extends Range>(range: R, number: number): R extends keyof IdOf ? IdOf[R] : Branded<R> =>
  `019b7563-4c00-7${ranges[range].toString(16).padStart(3, '0')}-8000-${number.toString(16).padStart(12, '0')}` as never;
