import type { FigureUnit } from '#contexts/insight/figure.ts';
import type { FigureView } from '#contexts/insight/figure.wire.ts';
import { currentLanguage } from '#web/lib/language.ts';
import { numberText, vndText } from '#web/lib/format.ts';
import { word } from '#web/lib/i18n.ts';

/** '•••': there are too few for it to be told. */
export const figureText = (value: number | null, unit: FigureUnit): string => {
  if (value === null) return '•••';
  return unit === 'vnd' ? vndText(value) : numberText(value);
};

/** A mean over no rows is no number. */
export const shownFigure = ({ key, rowCount, value, unit }: FigureView): string =>
  rowCount === 0 && key.startsWith('mean') ? '–' : figureText(value, unit);

export const definitionText = (figure: FigureView): string => figure.definition[currentLanguage()];

/** A unit with its kind; a former one with the district it lay in; or why there is none. */
export function placeName({ unit, unplaced }: Pick<FigureView['scope'], 'unit' | 'unplaced'>): string {
  if (unit === null) return unplaced === null ? '' : word(`insight:figure.units.why.${unplaced}`);
  const name = `${word(`registry:unitKind.${unit.kind}`)} ${unit.name}`;
  return unit.district === null ? name : `${name}, ${unit.district}`;
}
