import type { ActPlan, NewUnit } from '#contexts/places/unit-act.ts';
import type { getUnitAct } from '#contexts/places/unit-act.wire.ts';
import type { UnitRow } from '#contexts/registry/unit.wire.ts';
import type { Day } from '#kernel/day.ts';
import { newId } from '#kernel/id.ts';
import type { ReplyOf } from '#kernel/method.ts';
import type { UnitCode, UnitKind } from '#kernel/place.ts';

export type UnitActView = ReplyOf<typeof getUnitAct>;

export interface BeginValues {
  /** Known while the code is still being typed. */
  readonly key: string;
  readonly code: string;
  readonly name: string;
  readonly kind: UnitKind;
  readonly lon: string;
  readonly lat: string;
}

/** What is on the screen of a draft: which units end, which begin, and for each that ends the keys of where it goes. */
export interface ActValues {
  readonly onDay: Day | '';
  readonly document: string;
  readonly legalBasis: string;
  readonly note: string;
  readonly ends: readonly string[];
  readonly begins: readonly BeginValues[];
  readonly into: Readonly<Record<string, readonly string[]>>;
}

export const blankBegin = (): BeginValues => ({ key: newId(), code: '', name: '', kind: 'commune', lon: '', lat: '' });

export const blankAct = (): ActValues => ({
  onDay: '',
  document: '',
  legalBasis: '',
  note: '',
  ends: [],
  begins: [blankBegin()],
  into: {},
});

/** Where a unit goes: with a single new unit there is no question. */
export const intoOf = ({ into, begins }: ActValues, code: string): readonly string[] => {
  const known = (into[code] ?? []).filter((key) => begins.some((begin) => begin.key === key));
  return known.length === 0 && begins.length === 1 ? [begins[0]!.key] : known;
};

const degrees = (text: string): number | null => (text.trim() === '' ? null : Number(text.trim().replace(',', '.')));
const shown = (value: number | null): string => (value === null ? '' : String(value));

/** The former district is that of the units it is made of, where they agree. */
function districtOf(values: ActValues, key: string, units: readonly UnitRow[]): string | null {
  const origins = values.ends.filter((code) => intoOf(values, code).includes(key));
  const districts = new Set(origins.map((code) => units.find((unit) => unit.code === code)?.formerDistrict ?? null));
  return districts.size === 1 ? [...districts][0]! : null;
}

const beginOf = (values: ActValues, begin: BeginValues, units: readonly UnitRow[]): NewUnit => ({
  code: begin.code.trim() as UnitCode,
  name: begin.name,
  nameEn: null,
  kind: begin.kind,
  formerDistrict: districtOf(values, begin.key, units),
  lon: degrees(begin.lon),
  lat: degrees(begin.lat),
});

export function planOf(values: ActValues, units: readonly UnitRow[], fromOf: ReadonlyMap<string, Day>): ActPlan {
  const codes = new Map(values.begins.map(({ key, code }) => [key, code.trim() as UnitCode]));
  return {
    ends: values.ends.map((code) => ({ code: code as UnitCode, from: fromOf.get(code)! })),
    begins: values.begins.map((begin) => beginOf(values, begin, units)),
    links: values.ends.flatMap((from) => {
      const into = intoOf(values, from);
      const part = into.length > 1 ? ('part' as const) : ('whole' as const);
      return into.map((key) => ({ from: from as UnitCode, to: codes.get(key)!, part }));
    }),
  };
}

/** First days of the units that may end: those of today, and those a draft names already. */
export const firstDays = (units: readonly UnitRow[], plan?: Pick<ActPlan, 'ends'>): ReadonlyMap<string, Day> =>
  new Map([
    ...(plan?.ends ?? []).map(({ code, from }) => [code as string, from] as const),
    ...units.map(({ code, from }) => [code as string, from] as const),
  ]);

export const inputOf = (values: ActValues, units: readonly UnitRow[], fromOf: ReadonlyMap<string, Day>) => ({
  onDay: values.onDay as Day,
  document: values.document,
  legalBasis: values.legalBasis,
  ...(values.note !== '' && { note: values.note }),
  plan: planOf(values, units, fromOf) as never,
});

/** Where the method's field stands in the form. */
export const fieldNames = ({ begins }: ActValues): Record<string, string> =>
  Object.fromEntries(
    begins.flatMap((_, at) =>
      ['code', 'name', 'kind', 'lon', 'lat'].map((field) => [`plan.begins.${at}.${field}`, `begins.${at}.${field}`]),
    ),
  );

type Drafted = Pick<UnitActView, 'onDay' | 'document' | 'legalBasis' | 'note' | 'plan'>;

export function valuesOf({ onDay, document, legalBasis, note, plan }: Drafted): ActValues {
  const begins = (plan.begins as readonly NewUnit[]).map((unit) => ({
    key: String(newId()),
    code: unit.code as string,
    name: unit.name,
    kind: unit.kind,
    lon: shown(unit.lon),
    lat: shown(unit.lat),
  }));
  const keys = new Map(begins.map(({ code, key }) => [code, key]));
  const into = Map.groupBy(plan.links, ({ from }) => from as string);
  return {
    onDay,
    document,
    legalBasis,
    note: note ?? '',
    ends: plan.ends.map(({ code }) => code as string),
    begins,
    into: Object.fromEntries([...into].map(([from, links]) => [from, links.flatMap(({ to }) => keys.get(to) ?? [])])),
  };
}
