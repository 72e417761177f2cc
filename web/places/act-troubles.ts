import type { PlanTrouble } from '#contexts/places/unit-act.ts';
import type { UnitCode, UnitKind } from '#kernel/place.ts';
import { obstacleText } from '#web/lib/problem-text.ts';
import { unitText } from './unit-text.tsx';

interface Named {
  readonly code: UnitCode;
  readonly name: string;
  readonly kind: UnitKind;
}

const nameOf = (code: UnitCode | null, units: readonly Named[]): string => {
  const unit = units.find((one) => one.code === code);
  return unit === undefined || unit.name === '' ? (code ?? '') : `${unitText(unit)} (${unit.code})`;
};

/** What stands against an act, each unit by its name where it is known. */
export const troubleTexts = (troubles: readonly PlanTrouble[], units: readonly Named[]): string[] => [
  ...new Set(troubles.map(({ code, unit }) => obstacleText({ code, unit: nameOf(unit, units) }, 'places', 'unit-act'))),
];
