import type { ClauseTest, Fact, FactShape, FactValue, Need } from '#kernel/fact.ts';
import type { Day } from '#kernel/day.ts';
import { areaText, dayText, numberText, vndText } from '#web/lib/format.ts';
import { findWord, type WordsOf } from '#web/lib/i18n.ts';

type Words = WordsOf<'support'>;

const codeText = (code: string): string => findWord(`support:value.${code}`) ?? code;

/** A number as this kind of fact is read: đồng, area, months … */
function numberOf(t: Words, shape: FactShape, value: number): string {
  if (shape === 'vnd') return vndText(value);
  if (shape === 'area') return areaText(value);
  if (shape === 'months') return t('clause.months', { count: value });
  return shape === 'year' ? String(value) : numberText(value);
}

/** A fact's value in words; null is said to be missing, never shown as nothing. */
export function valueText(t: Words, { shape, value }: { shape: FactShape; value: FactValue }): string {
  if (value === null) return t('clause.unknownValue');
  if (typeof value === 'boolean') return value ? t('shell:yes') : t('shell:no');
  if (typeof value === 'number') return numberOf(t, shape, value);
  if (Array.isArray(value)) return value.map(codeText).join(', ') || t('shell:none');
  return shape === 'day' ? dayText(value as Day) : codeText(value);
}

/** Where a fact was read: which records, how many, on which day, or the law behind a number. */
export function sourceText(t: Words, { source }: Fact): string {
  const name = source.law ?? findWord(`support:source.${source.view.replace('.', '-')}`) ?? source.view;
  const rows = source.law === null ? [t('clause.rows', { count: source.rows })] : [];
  return [name, ...rows, t('clause.asOf', { day: dayText(source.asOf) })].join(' · ');
}

function optionsText(t: Words, options: Need['options']): string {
  return options
    .map((option) => (typeof option === 'boolean' ? (option ? t('shell:yes') : t('shell:no')) : codeText(option)))
    .join(t('clause.or'));
}

function boundsText(t: Words, need: Need, shape: FactShape): string | undefined {
  const { least, most } = need;
  const text = (value: number): string => numberOf(t, shape, value);
  if (least !== null && most !== null)
    return least === most
      ? t('clause.exactly', { least: text(least) })
      : t('clause.between', { least: text(least), most: text(most) });
  if (least !== null) return t(need.leastOpen ? 'clause.moreThan' : 'clause.atLeast', { least: text(least) });
  if (most !== null) return t(need.mostOpen ? 'clause.lessThan' : 'clause.atMost', { most: text(most) });
  return undefined;
}

/** What a test asks for, as people say it; an unusual test is shown as written. */
export function needText(t: Words, { need, fact, test, against }: ClauseTest): string {
  if (need.kind === 'one-of' && need.options.every((option) => typeof option === 'boolean'))
    return optionsText(t, need.options);
  if (need.kind === 'one-of') return t('clause.oneOf', { options: optionsText(t, need.options) });
  if (need.kind === 'none-of') return t('clause.noneOf', { options: optionsText(t, need.options) });
  const missing = against.filter(({ value }) => value === null);
  if (missing.length > 0)
    return t('clause.boundUnknown', { names: missing.map(({ name }) => t(`fact.${name}`)).join(', ') });
  return (need.kind === 'between' ? boundsText(t, need, fact.shape) : undefined) ?? test;
}

/** How far a number is from what is asked; undefined where that cannot be said in numbers. */
export function gapText(t: Words, { need, fact, held }: ClauseTest): string | undefined {
  if (held !== false || need.gap === null || need.gap === 0 || typeof fact.value !== 'number') return undefined;
  const gap = numberOf(t, fact.shape, need.gap);
  return need.least !== null && fact.value < need.least ? t('clause.short', { gap }) : t('clause.over', { gap });
}
