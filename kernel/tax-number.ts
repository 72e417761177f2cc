const weights = [31, 29, 23, 19, 17, 13, 7, 5, 3] as const;

/** Vietnamese tax numbers: 10 digits with a check digit, 13 for a branch; 12 is a person's number (farms, household businesses). */
export function isTaxNumber(text: string): boolean {
  if (/^\d{12}$/.test(text)) return true;
  if (!/^\d{10}(\d{3})?$/.test(text)) return false;
  const sum = weights.reduce((total, weight, index) => total + weight * Number(text[index]), 0);
  return 10 - (sum % 11) === Number(text[9]);
}
