import type { UnitOfTrade } from '#web/lib/format.ts';
import type { WordsOf } from '#web/lib/i18n.ts';

/** sào of the north: 360 m². */
export const areaUnits = (t: WordsOf<'support'>): [UnitOfTrade, ...UnitOfTrade[]] => [
  { code: 'ha', qty: 10_000, name: t('areaUnit.ha') },
  { code: 'm2', qty: 1, name: t('areaUnit.m2') },
  { code: 'sao', qty: 360, name: t('areaUnit.sao') },
];
