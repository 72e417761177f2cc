import type { Day } from '#kernel/day.ts';
import type { UnitCode, UnitKind } from '#kernel/place.ts';
import {
  announced,
  announcing,
  hasMarks,
  sameMarks,
  standsAt,
  tokensOf,
  type Before,
  type Token,
} from './address-text.ts';

/** Where a unit's ground lies today: all of it or a part, by links of which one may not be verified. */
export interface Today {
  readonly code: UnitCode;
  readonly verified: boolean;
}

/** A unit of then or of now that an address may name, with what it is today. */
export interface NamedUnit {
  /** The id of a former unit; null for one that has a code of its own. */
  readonly former: string | null;
  readonly name: string;
  readonly kind: UnitKind;
  readonly district: string | null;
  /** The days on which it was there; null where there is no end, or no known beginning. */
  readonly from: Day | null;
  readonly until: Day | null;
  readonly today: readonly Today[];
}

/** All that addresses of a province may name. */
export interface AddressBook<Unit extends NamedUnit = NamedUnit> {
  readonly units: readonly Unit[];
  /** Names of districts, of whatever day, and by which name units say that they lay in it. */
  readonly districts: readonly { readonly name: string; readonly district: string }[];
  readonly otherProvinces: readonly string[];
}

export const addressReasons = [
  'split',
  'homonym',
  'then-or-now',
  'unverified-link',
  'several-named',
  'district-or-unit',
  'district-differs',
  'kind-differs',
  'marks-differ',
  'contradiction',
  'other-province',
  'district-only',
  'nothing-known',
] as const;
/** Why a person has to say, or why nothing can be said. */
export type AddressReason = (typeof addressReasons)[number];

export interface AddressMatch<Unit extends NamedUnit = NamedUnit> {
  /** `one`: certain enough to be filled in; `choice`: a person has to say, be it of a single unit; `none`: nothing known. */
  readonly outcome: 'one' | 'choice' | 'none';
  readonly reasons: readonly AddressReason[];
  readonly units: readonly { readonly code: UnitCode; readonly by: Unit; readonly verified: boolean }[];
}

interface Asked {
  /** The day the address was written, where it is known: units of another day are not meant then. */
  readonly writtenOn?: Day | undefined;
}

interface Mention<Unit> {
  readonly at: number;
  readonly words: readonly Token[];
  readonly before: Before | null;
  readonly units: readonly Unit[];
  readonly districts: readonly string[];
}

const districtWords = /^(thành phố|thị xã|huyện)\s+/iu;
const bareDistrict = (name: string): string => name.replace(districtWords, '');

class Reader<Unit extends NamedUnit> {
  readonly #names = new Map<string, { name: readonly Token[]; units: Unit[]; districts: Set<string> }>();
  readonly #provinces: readonly (readonly Token[])[];
  readonly #lengths: readonly number[];

  constructor(book: AddressBook<Unit>) {
    for (const unit of book.units) this.#named(unit.name).units.push(unit);
    for (const { name, district } of book.districts) this.#named(bareDistrict(name)).districts.add(district);
    this.#provinces = book.otherProvinces.map(tokensOf);
    this.#lengths = [...new Set([...this.#names.values()].map(({ name }) => name.length))].toSorted((a, b) => b - a);
  }

  #named(text: string) {
    const name = tokensOf(text);
    const key = name.map(({ plain }) => plain).join(' ');
    const known = this.#names.get(key) ?? { name, units: [], districts: new Set<string>() };
    this.#names.set(key, known);
    return known;
  }

  #at(tokens: readonly Token[], at: number) {
    for (const length of this.#lengths) {
      const words = tokens.slice(at, at + length);
      const known = this.#names.get(words.map(({ plain }) => plain).join(' '));
      if (words.length === length && known !== undefined) return { ...known, words };
    }
    return undefined;
  }

  /** Every place named, the longest name first: "Móng Cái 1" is no "Móng Cái". */
  mentions(tokens: readonly Token[]): Mention<Unit>[] {
    const found: Mention<Unit>[] = [];
    for (let at = 0; at < tokens.length;) {
      const known = this.#at(tokens, at);
      const ahead = announcing(tokens, at);
      // "phường Nam Khê" holds no "Phương Nam".
      if (known === undefined || (ahead > 0 && this.#at(tokens, at + ahead) !== undefined)) {
        at += 1;
        continue;
      }
      const { words, units, districts } = known;
      found.push({ at, words, before: announced(tokens, at), units, districts: [...districts] });
      at += words.length;
    }
    return found.filter(({ before }) => before !== 'other' && before !== 'province');
  }

  /** Does it end in another province? */
  isElsewhere(tokens: readonly Token[]): boolean {
    return this.#provinces.some((name) => {
      const at = tokens.length - name.length;
      if (at < 0 || !standsAt(tokens, at, name) || this.#at(tokens, at) !== undefined) return false;
      const before = announced(tokens, at);
      return before === null || before === 'province' || before === 'district';
    });
  }
}

interface Reading<Unit> {
  readonly unit: Unit;
  readonly today: readonly Today[];
}

interface Read<Unit> {
  readonly readings: readonly Reading<Unit>[];
  readonly reasons: readonly AddressReason[];
}

type Narrowing<Unit> = (units: readonly Unit[]) => readonly Unit[];

/** Keeps what fits; where nothing does, keeps all and says what does not fit. */
function narrowed<Unit>(
  units: readonly Unit[],
  steps: readonly (readonly [AddressReason | null, Narrowing<Unit>])[],
): { units: readonly Unit[]; reasons: AddressReason[] } {
  const reasons: AddressReason[] = [];
  let left = units;
  for (const [reason, fitting] of steps) {
    const kept = fitting(left);
    if (kept.length > 0) left = kept;
    else if (reason !== null) reasons.push(reason);
  }
  return { units: left, reasons };
}

const isThere = (unit: NamedUnit, on: Day): boolean =>
  (unit.from === null || unit.from <= on) && (unit.until === null || on <= unit.until);

/** What one mention may mean: by kind, by marks, by district, by day. */
function readMention<Unit extends NamedUnit>(
  { units, words, before }: Mention<Unit>,
  districts: ReadonlySet<string>,
  { writtenOn }: Asked,
): Read<Unit> {
  const inDistrict: Narrowing<Unit> = (all) =>
    all.filter(({ district }) => district !== null && districts.has(district));
  const left = narrowed(units, [
    ['kind-differs', (all) => (before === null ? all : all.filter(({ kind }) => kind === before))],
    ['marks-differ', (all) => (hasMarks(words) ? all.filter(({ name }) => sameMarks(words, tokensOf(name))) : all)],
    ['district-differs', (all) => (districts.size === 0 ? all : inDistrict(all))],
    // Who names a district writes as one did while there were districts.
    [null, (all) => (districts.size === 0 ? all : all.filter(({ former }) => former !== null))],
    [null, (all) => (writtenOn === undefined ? all : all.filter((unit) => isThere(unit, writtenOn)))],
  ]);
  return { readings: left.units.map((unit) => ({ unit, today: unit.today })), reasons: left.reasons };
}

const codesOf = ({ today }: Reading<NamedUnit>): string =>
  today
    .map(({ code }) => code)
    .toSorted()
    .join(' ');

/** Why the readings do not come to one certain unit. */
function doubts(readings: readonly Reading<NamedUnit>[]): AddressReason[] {
  const found: AddressReason[] = [];
  const of = (past: boolean) => readings.filter(({ unit }) => (unit.until !== null) === past);
  const different = (some: readonly Reading<NamedUnit>[]): number => new Set(some.map(codesOf)).size;
  if (readings.some(({ today }) => today.length > 1)) found.push('split');
  if (different(of(true)) > 1 || different(of(false)) > 1) found.push('homonym');
  if (of(true).length > 0 && of(false).length > 0 && different(readings) > 1) found.push('then-or-now');
  const direct = readings.some(({ unit }) => unit.until === null);
  if (!direct && readings.some(({ today }) => today.some(({ verified }) => !verified))) found.push('unverified-link');
  return found;
}

function matchOf<Unit extends NamedUnit>(
  readings: readonly Reading<Unit>[],
  told: readonly AddressReason[],
): AddressMatch<Unit> {
  const units = new Map<UnitCode, { code: UnitCode; by: Unit; verified: boolean }>();
  for (const { unit, today } of readings)
    for (const { code, verified } of today) if (!units.has(code)) units.set(code, { code, by: unit, verified });
  if (units.size === 0) return { outcome: 'none', reasons: ['nothing-known'], units: [] };
  const reasons = [...new Set([...told, ...doubts(readings)])];
  return { outcome: units.size === 1 && reasons.length === 0 ? 'one' : 'choice', reasons, units: [...units.values()] };
}

const nothing = <Unit extends NamedUnit>(reason: AddressReason): AddressMatch<Unit> => ({
  outcome: 'none',
  reasons: [reason],
  units: [],
});

/** A bare name of both a unit and a district is the district's where a unit has been named before it. */
function sorted<Unit extends NamedUnit>(mentions: readonly Mention<Unit>[]) {
  const units: Mention<Unit>[] = [];
  const districts = new Set<string>();
  for (const mention of mentions) {
    const isDistrict =
      mention.districts.length > 0 && (mention.before === 'district' || (mention.before === null && units.length > 0));
    if (isDistrict) for (const district of mention.districts) districts.add(district);
    else if (mention.units.length > 0) units.push(mention);
    else if (mention.districts.length > 0) for (const district of mention.districts) districts.add(district);
  }
  const announcedOnes = units.filter(({ before }) => before !== null && before !== 'district');
  return { units: announcedOnes.length > 0 ? announcedOnes : units, districts };
}

function readPart<Unit extends NamedUnit>(
  reader: Reader<Unit>,
  tokens: readonly Token[],
  asked: Asked,
): AddressMatch<Unit> {
  const { units: named, districts } = sorted(reader.mentions(tokens));
  if (named.length === 0) return nothing(districts.size > 0 ? 'district-only' : 'nothing-known');
  const reads = named.map((mention) => readMention(mention, districts, asked));
  const readings = reads.flatMap((read) => read.readings);
  const told = reads.flatMap((read) => read.reasons);
  const [only] = named;
  if (named.length > 1 && new Set(readings.map(codesOf)).size > 1) told.push('several-named');
  // "Đầm Hà" alone may be the commune or anything in the former district.
  if (named.length === 1 && only!.before === null && only!.districts.length > 0 && districts.size === 0)
    told.push('district-or-unit');
  return matchOf(readings, told);
}

/** "xã Hải Tiến (nay là xã Hải Ninh)": what is said of now counts, unless what is said of then denies it. */
function reconciled<Unit extends NamedUnit>(then: AddressMatch<Unit>, now: AddressMatch<Unit>): AddressMatch<Unit> {
  if (now.outcome !== 'one' || then.units.length === 0) return now.units.length === 0 ? then : now;
  const [unit] = now.units;
  if (then.units.some(({ code }) => code === unit!.code)) return now;
  return { outcome: 'choice', reasons: ['contradiction'], units: [...now.units, ...then.units] };
}

/**
 * Finds the units an address names, of then or of now, and what they are today. Pure: the same book and text give the same
 * answer, so that an import may ask for thousands of rows. It never guesses: what is not certain is a choice with its reasons.
 */
export function addressMatcher<Unit extends NamedUnit>(book: AddressBook<Unit>) {
  const reader = new Reader(book);
  return (written: string, asked: Asked = {}): AddressMatch<Unit> => {
    const tokens = tokensOf(written);
    if (reader.isElsewhere(tokens)) return nothing('other-province');
    const nay = tokens.findIndex(
      ({ plain }, at) => plain === 'nay' && /^(la|thuoc)$/.test(tokens[at + 1]?.plain ?? ''),
    );
    if (nay < 0) return readPart(reader, tokens, asked);
    const now = readPart(reader, tokens.slice(nay + 2), {});
    const today = { ...now, units: now.units.filter(({ by }) => by.until === null) };
    const certain = today.units.length === 1;
    const said: AddressMatch<Unit> = certain ? { ...today, outcome: 'one', reasons: [] } : now;
    return reconciled(readPart(reader, tokens.slice(0, nay), asked), said);
  };
}
