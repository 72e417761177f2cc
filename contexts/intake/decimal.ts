/** An exact decimal number: digits × 10^-scale. */
export interface Decimal {
  readonly digits: bigint;
  readonly scale: number;
}
type Unread = {
  readonly trouble: 'not-a-number' | 'number-ambiguous' | 'unit-in-cell' | 'digits-lost' | 'too-large';
};

const currency = /\s*(vnđ|vnd|đồng|dong|đ|₫)\.?$/iu;
const largeUnit = /(nghìn|ngàn|nghin|ngan|triệu|trieu|tỷ|tỉ|ty|ti|tr|k)\.?(\s*(vnđ|vnd|đồng|dong|đ|₫)\.?)?$/iu;

const made = (whole: string, part: string, isNegative: boolean): Decimal => {
  const digits = BigInt(whole + part);
  return { digits: isNegative ? -digits : digits, scale: part.length };
};

const grouped = (text: string, separator: '.' | ','): string | undefined => {
  const parts = text.split(separator);
  const isGrouped = /^\d{1,3}$/.test(parts[0]!) && parts.slice(1).every((part) => /^\d{3}$/.test(part));
  return isGrouped ? parts.join('') : undefined;
};

/** Both signs: the last one is the decimal sign, the other one groups. */
function bothSigns(text: string, isNegative: boolean): Decimal | Unread {
  const decimalSign = text.lastIndexOf(',') > text.lastIndexOf('.') ? ',' : '.';
  const [whole = '', part = '', ...more] = text.split(decimalSign);
  const joined = grouped(whole, decimalSign === ',' ? '.' : ',');
  if (more.length > 0 || joined === undefined || !/^\d+$/.test(part)) return { trouble: 'not-a-number' };
  return made(joined, part, isNegative);
}

/**
 * One sign: several times it groups; once with three digits behind it may be either, and only where the number has to be
 * whole it is known which.
 */
function oneSign(text: string, isNegative: boolean, mustBeWhole: boolean): Decimal | Unread {
  const sign = text.includes(',') ? ',' : '.';
  const [whole = '', part = '', ...more] = text.split(sign);
  const joined = grouped(text, sign);
  if (more.length > 0) return joined === undefined ? { trouble: 'not-a-number' } : made(joined, '', isNegative);
  if (!/^\d+$/.test(whole) || !/^\d+$/.test(part)) return { trouble: 'not-a-number' };
  if (joined === undefined || whole.startsWith('0')) return made(whole, part, isNegative);
  return mustBeWhole ? made(joined, '', isNegative) : { trouble: 'number-ambiguous' };
}

function numberCell(value: number): Decimal | Unread {
  if (!Number.isFinite(value)) return { trouble: 'not-a-number' };
  if (Math.abs(value) >= 1e16) return { trouble: 'too-large' };
  // Fifteen digits are all that a spreadsheet holds: what follows is noise of the binary number.
  const [mantissa = '', exponent = '0'] = value.toExponential(14).split('e');
  const bare = mantissa.replace('-', '').replace('.', '').replace(/0+$/, '') || '0';
  const scale = bare.length - 1 - Number(exponent);
  const digits = BigInt(bare) * (scale < 0 ? 10n ** BigInt(-scale) : 1n);
  return { digits: value < 0 ? -digits : digits, scale: Math.max(0, scale) };
}

/** The number a cell holds, with grouping and decimal signs as people write them in Viet Nam and elsewhere. */
export function decimalIn(value: string | number | boolean, mustBeWhole: boolean): Decimal | Unread {
  if (typeof value === 'number') return numberCell(value);
  if (typeof value === 'boolean') return { trouble: 'not-a-number' };
  const written = value.normalize('NFC').trim();
  if (/^[\d.,]+e[+-]?\d+$/i.test(written)) return { trouble: 'digits-lost' };
  if (/\d/.test(written) && largeUnit.test(written)) return { trouble: 'unit-in-cell' };
  const bare = written.replace(currency, '').replaceAll(/(?<=\d)[\s\u00a0\u202f](?=\d{3})/g, '');
  const isNegative = /^\(.*\)$/.test(bare) || /^[-−–]/.test(bare);
  const text = bare.replaceAll(/^\(|\)$|^[-−–+]\s*/g, '').trim();
  if (!/^[\d.,]+$/.test(text)) return { trouble: 'not-a-number' };
  if (/^\d+$/.test(text)) return made(text, '', isNegative);
  return text.includes('.') && text.includes(',')
    ? bothSigns(text, isNegative)
    : oneSign(text, isNegative, mustBeWhole);
}

/** Times a whole factor; undefined where that is not whole. */
export function scaledDecimal({ digits, scale }: Decimal, factor: number): number | undefined {
  const product = digits * BigInt(factor);
  const divisor = 10n ** BigInt(scale);
  return product % divisor === 0n ? Number(product / divisor) : undefined;
}
