import { isWithin, type Day } from '#kernel/day.ts';
import type { FactName } from '#kernel/fact.ts';
import { idOf, type Branded } from '#kernel/id.ts';

export const DossierId = idOf('DossierId');
export type DossierId = Branded<'DossierId'>;
export const ConsentId = idOf('ConsentId');
export type ConsentId = Branded<'ConsentId'>;
export const AnswerId = idOf('AnswerId');
export type AnswerId = Branded<'AnswerId'>;

export const dossierStates = ['assembled', 'shared', 'answered', 'accepted', 'declined'] as const;
export type DossierState = (typeof dossierStates)[number];

export const answerKinds = ['offered', 'refused', 'more-wanted'] as const;
export type AnswerKind = (typeof answerKinds)[number];
export const replies = ['accepted', 'declined'] as const;
export type Reply = (typeof replies)[number];
export const lookKinds = ['opened', 'printed'] as const;
export type LookKind = (typeof lookKinds)[number];

/** The contents of a dossier in the order a bank reads them. */
export const dossierSections = {
  legal: ['legalKind', 'status', 'fields', 'unitKind', 'seatInProvince', 'monthsOperating'],
  members: ['members', 'officialMembers'],
  accounts: ['accountYear', 'accountYears', 'revenueVnd', 'profitVnd', 'totalCapitalVnd'],
  land: ['plotAreaM2', 'organicSeasons'],
  linkage: ['chains', 'openOffers', 'signedContracts', 'longestContractMonths', 'committedVnd'],
  kept: ['deliveries', 'onTimeDeliveries', 'settledVnd', 'paidVnd'],
  support: ['supportReceivedVnd'],
} as const satisfies Record<string, readonly FactName[]>;
export type DossierSection = keyof typeof dossierSections;
export const dossierSectionNames = Object.keys(dossierSections) as DossierSection[];

export interface Consent {
  readonly givenOn: Day;
  readonly untilDay: Day;
  readonly endedAt: string | null;
}

/** A bank sees a dossier while the consent stands: not withdrawn, and until its last day. */
export const consentStands = ({ givenOn, untilDay, endedAt }: Consent, today: Day): boolean =>
  endedAt === null && isWithin(today, givenOn, untilDay);

interface Sharing {
  readonly state: DossierState;
  readonly hasConsent: boolean;
  readonly untilDay: Day;
  readonly mostUntil: Day;
  readonly today: Day;
  readonly amountVnd: number;
  readonly months: number;
  readonly terms: {
    readonly leastVnd: number;
    readonly mostVnd: number;
    readonly leastMonths: number;
    readonly mostMonths: number;
    readonly endedOn: Day | null;
  };
}

export type SharingObstacle =
  | 'already-shared'
  | 'already-settled'
  | 'until-in-the-past'
  | 'until-too-far'
  | 'product-ended'
  | 'amount-outside-the-product'
  | 'months-outside-the-product';

/** With one bank, for a time that ends, within what the product gives. Every reason at once. */
export function sharingObstacles(sharing: Sharing): SharingObstacle[] {
  const { state, hasConsent, untilDay, mostUntil, today, amountVnd, months, terms } = sharing;
  const obstacles: SharingObstacle[] = [];
  if (hasConsent) obstacles.push('already-shared');
  if (state === 'accepted') obstacles.push('already-settled');
  if (untilDay < today) obstacles.push('until-in-the-past');
  if (untilDay > mostUntil) obstacles.push('until-too-far');
  if (terms.endedOn !== null && terms.endedOn <= today) obstacles.push('product-ended');
  if (amountVnd < terms.leastVnd || amountVnd > terms.mostVnd) obstacles.push('amount-outside-the-product');
  if (months < terms.leastMonths || months > terms.mostMonths) obstacles.push('months-outside-the-product');
  return obstacles;
}

interface Answering {
  readonly state: DossierState;
  readonly hasOpenOffer: boolean;
  readonly kind: AnswerKind;
  readonly paidOutOn?: Day | undefined;
  readonly validUntil?: Day | undefined;
  readonly today: Day;
  readonly hasRemarks: boolean;
  readonly isWhole: boolean;
}

export type AnsweringObstacle =
  | 'already-settled'
  | 'offer-open'
  | 'offer-incomplete'
  | 'offer-already-expired'
  | 'paid-out-in-the-past'
  | 'reason-missing';

export function answeringObstacles(answering: Answering): AnsweringObstacle[] {
  const { state, hasOpenOffer, kind, paidOutOn, validUntil, today, hasRemarks, isWhole } = answering;
  const obstacles: AnsweringObstacle[] = [];
  if (state === 'accepted' || state === 'declined') obstacles.push('already-settled');
  if (hasOpenOffer) obstacles.push('offer-open');
  if (kind !== 'offered') return hasRemarks ? obstacles : [...obstacles, 'reason-missing'];
  if (!isWhole) obstacles.push('offer-incomplete');
  if (validUntil !== undefined && validUntil < today) obstacles.push('offer-already-expired');
  if (paidOutOn !== undefined && paidOutOn < today) obstacles.push('paid-out-in-the-past');
  return obstacles;
}

export type ReplyObstacle = 'not-an-offer' | 'already-replied' | 'offer-expired';

export function replyObstacles(
  answer: { readonly kind: AnswerKind; readonly reply: Reply | null; readonly validUntil: Day | null },
  today: Day,
): ReplyObstacle[] {
  const obstacles: ReplyObstacle[] = [];
  if (answer.kind !== 'offered') obstacles.push('not-an-offer');
  if (answer.reply !== null) obstacles.push('already-replied');
  if (answer.validUntil !== null && answer.validUntil < today) obstacles.push('offer-expired');
  return obstacles;
}

/** 20 characters without I, L, O, U: about 100 bits, not to be guessed. */
export const DossierCodePattern = /^[0-9A-HJKMNP-TV-Z]{20}$/;
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
export const codeFrom = (bytes: Uint8Array): string => [...bytes].map((byte) => alphabet[byte & 31]).join('');
/** In groups of five, as printed. */
export const codeText = (code: string): string => code.replaceAll(/(.{5})(?=.)/g, '$1-');
