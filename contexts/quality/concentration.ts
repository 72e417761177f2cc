/** A concentration is an integer in ng/kg, 10^-6 mg/kg: every decimal a laboratory prints is kept exactly. */
export const ngPerMg = 1_000_000;

export const concentrationUnits = ['mg/kg', 'µg/kg', 'ng/kg'] as const;
export type ConcentrationUnit = (typeof concentrationUnits)[number];

const ngIn: Record<ConcentrationUnit, number> = { 'mg/kg': 1_000_000, 'µg/kg': 1_000, 'ng/kg': 1 };

// 1 % by mass: beyond it the number is a slip of the decimal point.
const mostNgPerKg = 10_000_000_000;

/** 'mg/kg', 'ppm', 'µg/kg', 'ppb' … as laboratories write them. */
export function findUnit(text: string): ConcentrationUnit | undefined {
  const plain = text.normalize('NFKC').toLowerCase().replaceAll(/\s/g, '');
  if (/mg\/(kg|l)|ppm|µg\/g|μg\/g|ug\/g|mcg\/g/.test(plain)) return 'mg/kg';
  if (/[µμu]g\/(kg|l)|mcg\/kg|ppb|ng\/g/.test(plain)) return 'µg/kg';
  return /ng\/kg|ppt/.test(plain) ? 'ng/kg' : undefined;
}

/** '0,012', '0.012', '1.234,5', '1e-3' as digits and a power of ten. The last separator is the decimal one. */
function decimalParts(text: string): { digits: bigint; power: number } | undefined {
  const match = /^(\d[\d.,]*)(?:[eE]([-+]?\d{1,2}))?$/.exec(text.replaceAll(/[\s\u00a0\u202f]/g, ''));
  if (match === null) return undefined;
  const body = match[1]!;
  const at = Math.max(body.lastIndexOf(','), body.lastIndexOf('.'));
  const whole = at < 0 ? body : body.slice(0, at);
  const fraction = at < 0 ? '' : body.slice(at + 1);
  if (!/^\d+$/.test(whole) && !/^\d{1,3}([.,]\d{3})+$/.test(whole)) return undefined;
  if (at >= 0 && fraction === '') return undefined;
  if (body.length > 30) return undefined;
  return { digits: BigInt(whole.replaceAll(/[.,]/g, '') + fraction), power: Number(match[2] ?? 0) - fraction.length };
}

export type ReadNumber =
  | { readonly ngPerKg: number }
  | { readonly trouble: 'not-a-number' | 'finer-than-kept' | 'too-large' };

/** A printed number in its unit, exactly; a number cell of a workbook is read to 12 significant digits. */
export function readConcentration(printed: string | number, unit: ConcentrationUnit): ReadNumber {
  const text = typeof printed === 'number' ? String(Number(printed.toPrecision(12))) : printed;
  const parts = decimalParts(text);
  if (parts === undefined) return { trouble: 'not-a-number' };
  const scaled = parts.digits * BigInt(ngIn[unit]);
  const scale = 10n ** BigInt(Math.abs(parts.power));
  if (parts.power < 0 && scaled % scale !== 0n) return { trouble: 'finer-than-kept' };
  const ngPerKg = parts.power < 0 ? scaled / scale : scaled * scale;
  return ngPerKg > BigInt(mostNgPerKg) ? { trouble: 'too-large' } : { ngPerKg: Number(ngPerKg) };
}

/** In mg/kg with a point and no rounding: 12000 is '0.012'. */
export function mgPerKgText(ngPerKg: number): string {
  const whole = Math.trunc(ngPerKg / ngPerMg);
  const rest = String(ngPerKg % ngPerMg)
    .padStart(6, '0')
    .replace(/0+$/, '');
  return rest === '' ? String(whole) : `${whole}.${rest}`;
}
