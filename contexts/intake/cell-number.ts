import { fitsCheckDigit } from '#kernel/tax-number.ts';
import { textIn, type Cell, type Reading, type ReaderRoom } from './cell-text.ts';

/** The digits of a number that is a name: a cell that made it a figure has lost its leading zeros. */
function digitsIn(cell: Cell): string | 'lost' | undefined {
  if (typeof cell.value === 'number') {
    if (!Number.isInteger(cell.value) || cell.value < 0) return undefined;
    // A spreadsheet holds fifteen digits; the rest it has made noughts.
    return cell.value >= 1e15 ? 'lost' : String(cell.value);
  }
  const text = textIn(cell).replace(/^['‘’`]/, '');
  if (/^\d([.,]\d+)?e\+?\d+$/i.test(text)) return 'lost';
  const bare = text.replaceAll(/[\s.\-–]/g, '');
  return /^\d+$/.test(bare) ? bare : undefined;
}

/** Ten digits, thirteen for a branch, twelve for a person's own number. A check digit that does not fit is told, and taken. */
export function taxNumberIn(cell: Cell): Reading {
  const digits = digitsIn(cell);
  if (digits === 'lost') return { trouble: 'digits-lost' };
  if (digits === undefined) return { trouble: 'tax-number-length' };
  if (/^(\d{10}|\d{12}|\d{13})$/.test(digits)) {
    // Twelve digits may also be a branch's thirteen that lost a zero: only the check digit tells.
    if (digits.length === 12 && !digits.startsWith('0'))
      return fitsCheckDigit(`0${digits}`)
        ? { value: `0${digits}`, notice: 'zero-restored' }
        : { value: digits, notice: 'check-digit-otherwise' };
    return fitsCheckDigit(digits) ? { value: digits } : { value: digits, notice: 'check-digit-otherwise' };
  }
  if (digits.length !== 9 && digits.length !== 11) return { trouble: 'tax-number-length' };
  const restored = `0${digits}`;
  return fitsCheckDigit(restored)
    ? { value: restored, notice: 'zero-restored' }
    : { trouble: 'tax-number-zero-unclear' };
}

/** Province (001 to 096), century and sex, year of birth: what a personal number of twelve digits says itself. */
function saysOf(id: string) {
  const century = Number(id[3]);
  return {
    province: Number(id.slice(0, 3)),
    birthYear: 1900 + Math.floor(century / 2) * 100 + Number(id.slice(4, 6)),
    sex: century % 2 === 0 ? 'male' : 'female',
  };
}

/** Does the number say the same as the rest of the row? */
function fitsRow(id: string, { birthYear, sex }: Pick<ReaderRoom, 'birthYear' | 'sex'>): boolean {
  const says = saysOf(id);
  const isProvince = says.province >= 1 && says.province <= 96;
  const isYear = birthYear === undefined || says.birthYear === birthYear;
  return isProvince && isYear && (sex === undefined || says.sex === sex);
}

/** Twelve digits, or the nine of old cards. Lost zeros are put back where the rest of the row bears it out. */
export function nationalIdIn(cell: Cell, row: ReaderRoom): Reading {
  const digits = digitsIn(cell);
  if (digits === 'lost') return { trouble: 'digits-lost' };
  const length = digits?.length ?? 0;
  if (length === 12 || length === 9) return { value: digits! };
  if (length === 8) return { trouble: 'national-id-zeros-unclear' };
  if (length !== 10 && length !== 11) return { trouble: 'national-id-length' };
  const restored = digits!.padStart(12, '0');
  // One zero is what every number begins with; of two only the year of birth tells.
  const isCertain = fitsRow(restored, row) && (length === 11 || row.birthYear !== undefined);
  return isCertain ? { value: restored, notice: 'zero-restored' } : { trouble: 'national-id-zeros-unclear' };
}

export function phoneIn(cell: Cell): Reading {
  const text = textIn(cell).replace(/^['‘’`]/, '');
  const bare = text.replaceAll(/[\s.\-–()]/g, '');
  if (/^[1-9]\d{8}$/.test(bare)) return { value: `0${bare}`, notice: 'zero-restored' };
  if (/^84[1-9]\d{8}$/.test(bare)) return { value: `+${bare}` };
  if (!/^\+?\d{6,15}$/.test(bare)) return { trouble: 'phone-malformed' };
  return { value: text.replaceAll(/[^\d+ .-]/g, '').trim() };
}
