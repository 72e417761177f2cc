import { today, type Day } from '#kernel/day.ts';
import type { FileId, MemberId } from '#kernel/id.ts';
import type { BaseUnit } from '#kernel/quantity.ts';
import type { ActivityFamily, RecordedFact } from '#contexts/production/activity.ts';
import type { LogEntryView } from '#contexts/production/log.wire.ts';
import type { SeasonView, StepView } from '#contexts/production/season.wire.ts';
import { withoutBlanks } from '#web/ui/form-errors.ts';
import { named } from './named.ts';

/** Chosen in the list of inputs for what the list does not have. */
export const otherInput = '*';

const details = [
  'source',
  'lot',
  'method',
  'target',
  'equipment',
  'weather',
  'waterSource',
  'place',
  'packaging',
] as const;
export type DetailKey = (typeof details)[number];

export interface LogValues extends Record<DetailKey, string> {
  readonly step: string;
  readonly doneOn: Day | '';
  readonly input: string;
  readonly inputName: string;
  readonly activeIngredient: string;
  readonly phiDays: number | '';
  readonly qty: number | '';
  readonly qtyUnit: BaseUnit;
  readonly treatedAreaM2: number | '';
  readonly temperature: number | '';
  readonly note: string;
  readonly member: string;
  readonly file: FileId | '';
  readonly reason: string;
}

/** What one usually writes down of work beside the plan. */
const usualFacts: Record<ActivityFamily, readonly RecordedFact[]> = {
  planting: ['input', 'qty', 'source'],
  feeding: ['input', 'qty', 'treated-area'],
  protection: ['input', 'qty', 'target', 'equipment', 'weather', 'treated-area'],
  water: ['qty', 'water-source'],
  care: ['method'],
  harvest: ['method', 'place'],
};

export const factsAsked = (family: ActivityFamily, step: StepView | undefined): readonly RecordedFact[] =>
  step?.record ?? usualFacts[family];

const usualUnits: Record<ActivityFamily, BaseUnit> = {
  planting: 'piece',
  feeding: 'g',
  protection: 'ml',
  water: 'ml',
  care: 'piece',
  harvest: 'g',
};

const blankDetails = Object.fromEntries(details.map((key) => [key, ''])) as Record<DetailKey, string>;

export const blankEntry = (family: ActivityFamily, step: string): LogValues => ({
  ...blankDetails,
  step,
  doneOn: today(),
  input: '',
  inputName: '',
  activeIngredient: '',
  phiDays: '',
  qty: '',
  qtyUnit: usualUnits[family],
  treatedAreaM2: '',
  temperature: '',
  note: '',
  member: '',
  file: '',
  reason: '',
});

const orBlank = <Value>(value: Value | null | undefined): Value | '' => value ?? '';

function inputValues({ input }: LogEntryView) {
  if (input === null) return {};
  const { code, name, activeIngredient, phiDays } = input;
  const isListed = code !== null;
  return {
    input: code ?? otherInput,
    inputName: name,
    activeIngredient: orBlank(activeIngredient),
    phiDays: isListed ? ('' as const) : orBlank(phiDays),
  };
}

/** An entry as the form that corrects it begins. */
export function valuesOf(entry: LogEntryView): LogValues {
  const { temperatureDeciC } = entry.details;
  const blank = blankEntry(entry.family, orBlank(entry.step));
  return {
    ...blank,
    ...Object.fromEntries(details.map((key) => [key, orBlank(entry.details[key])])),
    ...inputValues(entry),
    doneOn: entry.doneOn,
    qty: orBlank(entry.qty),
    qtyUnit: entry.qtyUnit ?? blank.qtyUnit,
    treatedAreaM2: orBlank(entry.treatedAreaM2),
    temperature: temperatureDeciC === undefined ? '' : temperatureDeciC / 10,
    note: orBlank(entry.note),
    member: orBlank(entry.member),
  };
}

function usedInput(season: SeasonView, values: LogValues) {
  if (values.input === '') return {};
  const listed = season.inputs.find(({ code }) => code === values.input);
  if (listed !== undefined) return { input: { code: listed.code, name: named(listed.name) } };
  return {
    input: {
      name: values.inputName,
      ...(values.activeIngredient.trim() !== '' && { activeIngredient: values.activeIngredient }),
      ...(values.phiDays !== '' && { phiDays: values.phiDays }),
    },
  };
}

const toldDetails = (values: LogValues) => ({
  ...Object.fromEntries(details.filter((key) => values[key].trim() !== '').map((key) => [key, values[key]])),
  ...(values.temperature !== '' && { temperatureDeciC: Math.round(values.temperature * 10) }),
});

/** What the form says as the command wants it. */
export function entryInput(
  season: SeasonView,
  family: ActivityFamily,
  values: LogValues,
  occurrence: number | undefined,
) {
  const { step, doneOn, qty, qtyUnit, treatedAreaM2, note, member, file } = values;
  return {
    family,
    doneOn,
    claimedAt: new Date().toISOString(),
    ...withoutBlanks({ step, treatedAreaM2: treatedAreaM2 as number, note: note.trim(), member: member as MemberId }),
    ...(step === '' ? {} : withoutBlanks({ occurrence })),
    ...usedInput(season, values),
    ...(qty !== '' && { qty, qtyUnit }),
    details: toldDetails(values),
    files: file === '' ? [] : [file],
  };
}
