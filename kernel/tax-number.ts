const weights = [31, 29, 23, 19, 17, 13, 7, 5, 3] as const;

/**
 * The tenth digit of Vietnamese tax numbers (10 digits, 13 of a branch) as these weights give it; 12 digits are a person's own and
 * are not checked. No source of law for it has been established: it tells where somebody may have mistyped, and refuses nothing.
 */
export function fitsCheckDigit(text: string): boolean {
  if (/^\d{12}$/.test(text)) return true;
  if (!/^\d{10}(\d{3})?$/.test(text)) return false;
  const sum = weights.reduce((total, weight, index) => total + weight * Number(text[index]), 0);
  return 10 - (sum % 11) === Number(text[9]);
}

/** The ways a number is written (5701234567-001, 5701 234 567) are kept one way: digits alone. What is no number stays as it was typed. */
export function taxNumberDigits(text: string): string {
  const bare = text.replaceAll(/[\s.\-\u2010-\u2013]/g, '');
  return /^\d+$/.test(bare) ? bare : text;
}
