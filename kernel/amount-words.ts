const digits = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const;

/** After a ten the ones change: hai mươi mốt, hai mươi tư, mười lăm. */
function ones(unit: number, ten: number): string {
  if (unit === 5 && ten >= 1) return 'lăm';
  if (unit === 1 && ten >= 2) return 'mốt';
  return unit === 4 && ten >= 2 ? 'tư' : digits[unit]!;
}

/** Three digits; inside a longer number the missing hundred is said too: không trăm linh năm. */
function hundreds(value: number, isFirst: boolean): string[] {
  const [hundred, ten, unit] = [Math.floor(value / 100), Math.floor(value / 10) % 10, value % 10];
  const words: string[] = [];
  const saysHundred = hundred > 0 || !isFirst;
  if (saysHundred) words.push(digits[hundred]!, 'trăm');
  if (ten === 1) words.push('mười');
  else if (ten > 1) words.push(digits[ten]!, 'mươi');
  else if (unit > 0 && saysHundred) words.push('linh');
  if (unit > 0) words.push(ones(unit, ten));
  return words;
}

const ranks = [
  [1_000_000, 'triệu'],
  [1_000, 'nghìn'],
  [1, ''],
] as const;

/** Below a thousand million, group by group; empty groups are not said. */
function groups(value: number, isFirst: boolean): string[] {
  const words: string[] = [];
  for (const [size, name] of ranks) {
    const part = Math.floor(value / size) % 1_000;
    if (part === 0) continue;
    words.push(...hundreds(part, isFirst && words.length === 0), ...(name === '' ? [] : [name]));
  }
  return words;
}

const milliard = 1_000_000_000;

/** A whole number of đồng in Vietnamese words, as a receipt writes it: 1.005.000 is 'một triệu không trăm linh năm nghìn đồng'. */
export function vndWords(amountVnd: number): string {
  if (!Number.isSafeInteger(amountVnd)) throw new RangeError('whole đồng only');
  if (amountVnd < 0) return `âm ${vndWords(-amountVnd)}`;
  if (amountVnd === 0) return 'không đồng';
  const above = Math.floor(amountVnd / milliard);
  const words = above === 0 ? [] : [...groups(above, true), 'tỷ'];
  return [...words, ...groups(amountVnd % milliard, above === 0), 'đồng'].join(' ');
}
