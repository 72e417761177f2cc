import { plain } from '#kernel/text.ts';
import { findUnit, readConcentration, type ConcentrationUnit } from './concentration.ts';

export type ReadResult =
  /** With the limit named beside it, as in "KPH (LOD = 0,003)". */
  | { readonly kind: 'nd'; readonly of: 'lod' | 'loq'; readonly ngPerKg: number | null }
  /** "< 0,01", "<LOQ", "vết": there or not, below what can be measured. */
  | { readonly kind: 'below'; readonly of: 'lod' | 'loq'; readonly ngPerKg: number | null }
  | { readonly kind: 'value'; readonly ngPerKg: number; readonly uncertaintyNgPerKg: number | null };

export type ResultTrouble = {
  readonly trouble: 'result-unreadable' | 'zero-is-no-result' | 'finer-than-kept' | 'too-large';
};

const unitWords = /(?:mg|µg|μg|ug|mcg|ng)\s*\/\s*k?g|ppm|ppb/gi;

/** A bare amount such as a LOQ: '0,01', '0.01 mg/kg', 0.01. */
export function readAmount(value: string | number | boolean, unit: ConcentrationUnit): number | undefined {
  if (typeof value === 'boolean') return undefined;
  const text =
    typeof value === 'number'
      ? value
      : value
          .replaceAll(unitWords, '')
          .replace(/^[±<≤]/, '')
          .trim();
  const own = typeof value === 'string' ? findUnit(value) : undefined;
  const read = readConcentration(text, own ?? unit);
  return 'ngPerKg' in read && read.ngPerKg > 0 ? read.ngPerKg : undefined;
}

const notDetected = /^(?:nd|n\.d\.?|n\/d|kph|kphd|khong phat hien(?: duoc)?|not detected|undetected|ko phat hien)\b/;
const trace = /^(?:vet|trace|traces|detected,? ?<|phat hien,? ?<)/;

function readNotDetected(text: string, unit: ConcentrationUnit): ReadResult {
  const beside = /[(<=:]\s*(?:(?:lod|loq|mdl)\s*[=:<]?\s*)?[<≤]?\s*([\d.,]+[^)]*)/i.exec(text)?.[1];
  const ngPerKg = beside === undefined ? null : (readAmount(beside, unit) ?? null);
  return { kind: 'nd', of: /lod|mdl/i.test(text) ? 'lod' : 'loq', ngPerKg };
}

function readBelow(text: string, unit: ConcentrationUnit): ReadResult | ResultTrouble {
  const words = plain(text);
  if (/lod|mdl/.test(words)) return { kind: 'below', of: 'lod', ngPerKg: null };
  if (/loq/.test(words)) return { kind: 'below', of: 'loq', ngPerKg: null };
  const ngPerKg = readAmount(text.replace(/^[<≤]\s*/, ''), unit);
  return ngPerKg === undefined ? { trouble: 'result-unreadable' } : { kind: 'below', of: 'loq', ngPerKg };
}

function readValue(printed: string | number, unit: ConcentrationUnit): ReadResult | ResultTrouble {
  const text = typeof printed === 'number' ? printed : printed.replaceAll(unitWords, '');
  const own = typeof printed === 'string' ? findUnit(printed) : undefined;
  const [amount, spread, ...more] =
    typeof text === 'number' ? [text] : text.split(/±|\+\/-/).map((part) => part.trim());
  if (more.length > 0) return { trouble: 'result-unreadable' };
  const read = readConcentration(amount, own ?? unit);
  if ('trouble' in read) return { trouble: read.trouble === 'not-a-number' ? 'result-unreadable' : read.trouble };
  if (read.ngPerKg === 0) return { trouble: 'zero-is-no-result' };
  if (spread === undefined) return { kind: 'value', ngPerKg: read.ngPerKg, uncertaintyNgPerKg: null };
  const uncertainty = readConcentration(spread, own ?? unit);
  if ('trouble' in uncertainty) return { trouble: 'result-unreadable' };
  return { kind: 'value', ngPerKg: read.ngPerKg, uncertaintyNgPerKg: uncertainty.ngPerKg };
}

/** A result as laboratories print it. Zero is refused: what was not found is "not detected". */
export function readResult(value: string | number | boolean, unit: ConcentrationUnit): ReadResult | ResultTrouble {
  if (typeof value === 'boolean') return { trouble: 'result-unreadable' };
  if (typeof value === 'number') return readValue(value, unit);
  const text = value.normalize('NFKC').trim();
  const words = plain(text);
  if (notDetected.test(words)) return readNotDetected(text, unit);
  if (/^[<≤]/.test(text)) return readBelow(text, unit);
  if (trace.test(words)) return { kind: 'below', of: 'loq', ngPerKg: null };
  return readValue(text, unit);
}
