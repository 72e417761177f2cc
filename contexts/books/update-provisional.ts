import { dayOf, type Day, type Instant } from '#kernel/day.ts';
import type { UpdateField } from './update-field.ts';
import type { KnownValue } from './update.wire.ts';

interface Entered {
  readonly field: UpdateField;
  readonly value: number | null;
  readonly way: 'typed' | 'known';
  readonly provisional: boolean;
  readonly at: Instant;
}

/** Typed before the reporting year had ended, or filled in from what was not final. */
export const isProvisional = ({ way, provisional, at }: Omit<Entered, 'field' | 'value'>, until: Day): boolean =>
  provisional || (way === 'typed' && dayOf(at) <= until);

/** Every entry with whether it was final when it was written. */
export const markProvisional = <Entry extends Omit<Entered, 'field' | 'value'>>(
  entries: readonly Entry[],
  until: Day,
): Entry[] => entries.map((entry) => ({ ...entry, provisional: isProvisional(entry, until) }));

export interface Difference {
  readonly field: UpdateField;
  readonly accepted: number | null;
  readonly final: number;
  readonly source: KnownValue['source'];
  readonly on: Day;
}

/** Where what was provisional is final by now, and another. */
export const differencesOf = (
  entries: readonly Pick<Entered, 'field' | 'value' | 'provisional'>[],
  known: readonly KnownValue[],
): Difference[] =>
  known.flatMap(({ field, value, source, on, provisional }) => {
    const entry = entries.find((one) => one.field === field);
    const isOther = entry !== undefined && entry.provisional && !provisional && entry.value !== value;
    return isOther ? [{ field, accepted: entry.value, final: value, source, on }] : [];
  });

/** What a known value may be put over: nothing yet, or what was itself filled in while it was not final. */
export const takesKnown = (
  entry: { readonly value: number | null; readonly way: string; readonly provisional: boolean } | undefined,
  known: Pick<KnownValue, 'value' | 'provisional'>,
): boolean => {
  if (entry === undefined || entry.value === null) return true;
  const isFilled = entry.way === 'known' && entry.provisional;
  return isFilled && (entry.value !== known.value || !known.provisional);
};
