import type { ParameterRow } from '#contexts/registry/parameter.wire.ts';
import { numberText } from '#web/lib/format.ts';
import { findWord } from '#web/lib/i18n.ts';
import { typedQty } from '#web/lib/typed-number.ts';

const millionths = 1_000_000;

/** A number of law typed in the signs of the language: '0,05', '300.000.000'. */
export function typedNumber(text: string): number | undefined {
  const whole = typedQty(text, 1);
  if (whole !== undefined) return whole;
  const fine = typedQty(text, millionths);
  return fine === undefined ? undefined : fine / millionths;
}

export const partName = (part: string): string => findWord(`registry:parameter.part.${part}`) ?? part;

/** A value in words of the language; undefined where no source gives one. */
export function valueText(value: ParameterRow['value']): string | undefined {
  if (value === null) return undefined;
  if (typeof value === 'number') return numberText(value, 6);
  if (typeof value === 'string') return partName(value);
  return Object.entries(value)
    .map(([part, number]) => `${partName(part)} ${numberText(number, 4)}`)
    .join('; ');
}
