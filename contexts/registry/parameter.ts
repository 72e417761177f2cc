/** How a number of law is written: one number, a share of one, a day of the year, or a row of thresholds. */
export type ParameterShape =
  | { readonly kind: 'number' | 'share' | 'month-day' | 'text' }
  | { readonly kind: 'choice'; readonly options: readonly string[] }
  | { readonly kind: 'parts'; readonly parts: readonly string[] };

export type ParameterValue = number | string | Readonly<Record<string, number>> | null;

const sharePattern = /(?:share|stake|rate)$|shareof|permember$|\.sampling\./i;
const thresholds = { size: ['members', 'revenueVnd', 'capitalVnd'], farm: ['areaM2', 'valueVnd'] } as const;

/** Sectors of Decree 113/2024, by which sizes differ. */
export const sectors = ['agri', 'industry', 'services'] as const;

/** The shape a parameter's value has, from its key and, where there is one, from a value of another day. */
export function parameterShape(key: string, known: ParameterValue): ParameterShape {
  if (key.startsWith('size.')) return { kind: 'parts', parts: thresholds.size };
  if (typeof known === 'object' && known !== null) return { kind: 'parts', parts: Object.keys(known) };
  if (key.startsWith('sector.')) return { kind: 'choice', options: sectors };
  if (key.startsWith('act.basis.')) return { kind: 'text' };
  if (sharePattern.test(key)) return { kind: 'share' };
  if (typeof known === 'string') return { kind: /^\d\d-\d\d$/.test(known) ? 'month-day' : 'text' };
  if (key.startsWith('farm.') && known === null) return { kind: 'parts', parts: thresholds.farm };
  return { kind: 'number' };
}

export const parameterObstacleKinds = [
  'unknown',
  'changed-meanwhile',
  'blank',
  'own-already',
  'wrong-shape',
  'not-a-share',
  'negative',
  'not-a-day-of-the-year',
] as const;
export type ParameterObstacle = (typeof parameterObstacleKinds)[number];

const isDayOfYear = (text: string): boolean => {
  const [month = 0, day = 0] = text.split('-').map(Number);
  return /^\d\d-\d\d$/.test(text) && month >= 1 && month <= 12 && day >= 1 && day <= new Date(2024, month, 0).getDate();
};

function numberObstacles(value: number, isShare: boolean): ParameterObstacle[] {
  if (!Number.isFinite(value)) return ['wrong-shape'];
  if (value < 0) return ['negative'];
  return isShare && value > 1 ? ['not-a-share'] : [];
}

/** Every reason why a value cannot stand for this parameter. */
export function valueObstacles(shape: ParameterShape, value: ParameterValue): ParameterObstacle[] {
  if (value === null) return ['blank'];
  if (shape.kind === 'parts') {
    if (typeof value !== 'object') return ['wrong-shape'];
    const isWhole = Object.keys(value).toSorted().join() === shape.parts.toSorted().join();
    return isWhole
      ? [...new Set(Object.values(value).flatMap((part) => numberObstacles(part, false)))]
      : ['wrong-shape'];
  }
  if (shape.kind === 'number' || shape.kind === 'share')
    return typeof value === 'number' ? numberObstacles(value, shape.kind === 'share') : ['wrong-shape'];
  if (typeof value !== 'string' || value.trim() === '') return ['wrong-shape'];
  return textObstacles(shape, value);
}

function textObstacles(shape: ParameterShape, value: string): ParameterObstacle[] {
  if (shape.kind === 'choice') return shape.options.includes(value) ? [] : ['wrong-shape'];
  return shape.kind === 'text' || isDayOfYear(value) ? [] : ['not-a-day-of-the-year'];
}

export const sameValue = (one: ParameterValue, other: ParameterValue): boolean =>
  JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
const sorted = (value: ParameterValue): unknown =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1))
    : value;
