import { askedOf, heldFields, type ConsentField } from './consent.ts';

type Told = Readonly<Partial<Record<ConsentField, unknown>>>;

/** Which fields that are kept by consent alone are told, and nobody has agreed to yet. */
export const newlyAgreed = (given: Told, agreed: readonly ConsentField[]): ConsentField[] =>
  heldFields(askedOf(given)).filter((field) => !agreed.includes(field));

/** Of many told at once, what nobody has agreed to is left out: neither taken over nor compared. */
export function agreedOnly<Draft extends { readonly given: Told }>(
  draft: Draft,
  agreed: readonly ConsentField[],
  isConsented: boolean,
): { readonly draft: Draft; readonly leftOut: readonly ConsentField[] } {
  const leftOut = isConsented ? [] : newlyAgreed(draft.given, agreed);
  if (leftOut.length === 0) return { draft, leftOut };
  const kept = Object.entries(draft.given).filter(([field]) => !(leftOut as readonly string[]).includes(field));
  return { draft: { ...draft, given: Object.fromEntries(kept) }, leftOut };
}
