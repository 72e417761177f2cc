import type { Day } from '#kernel/day.ts';
import { dayNumber, type CardFields } from './card-code.ts';

/** What a device found out about a scanned card. */
export interface Found {
  readonly fields: CardFields | undefined;
  readonly province: number;
  /** The key that signed it, as far as the device knows it. */
  readonly key: { readonly broken: boolean } | undefined;
  readonly signed: boolean;
  readonly listed: boolean;
  /** The device's day. */
  readonly today: Day;
  /** The day of the list at hand; null without one. */
  readonly listDay: Day | null;
}

export type CardTrouble =
  | 'malformed'
  | 'other-province'
  | 'unknown-key'
  | 'broken-key'
  | 'forged'
  | 'expired'
  | 'revoked';

/** Every reason not to take the card for one: empty means it names a member. */
export function cardTroubles({ fields, province, key, signed, listed, today, listDay }: Found): CardTrouble[] {
  if (fields === undefined) return ['malformed'];
  if (fields.province !== province) return ['other-province'];
  if (key === undefined) return ['unknown-key'];
  if (!signed) return ['forged'];
  const troubles: CardTrouble[] = [];
  if (key.broken) troubles.push('broken-key');
  // A clock that is behind makes no old card young: no day comes before the list's.
  const on = listDay !== null && listDay > today ? listDay : today;
  if (fields.expiresOn < on) troubles.push('expired');
  if (listed) troubles.push('revoked');
  return troubles;
}

export type CardCaution = 'no-list' | 'old-list' | 'clock-behind';
const freshDays = 7;

/** What whoever checks without a network should know besides. */
export function cardCautions(listDay: Day | null, today: Day): CardCaution[] {
  if (listDay === null) return ['no-list'];
  if (listDay > today) return ['clock-behind'];
  return dayNumber(today) - dayNumber(listDay) > freshDays ? ['old-list'] : [];
}
