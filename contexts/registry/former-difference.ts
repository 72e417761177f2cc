import type { Day } from '#kernel/day.ts';
import type { UnitCode } from '#kernel/place.ts';
import { formerName, type FormerKind, type FormerLine } from './former-sheet.ts';

export interface ListedLink {
  readonly id: string;
  readonly code: UnitCode;
  readonly part: 'whole' | 'part';
  readonly document: string;
  readonly verified: boolean;
}

/** A former unit as the province has it, with where it went. */
export interface ListedFormer {
  readonly id: string;
  readonly name: string;
  readonly kind: FormerKind;
  readonly district: string;
  readonly abolishedOn: Day;
  readonly links: readonly ListedLink[];
}

export interface FormerDifference {
  /**
   * new: the unit is not listed yet; link: it is, but not that it went there; changed: it is told otherwise of the way there;
   * withdrawn: the sheet has the unit, and not that it went there.
   */
  readonly kind: 'new' | 'link' | 'changed' | 'withdrawn';
  readonly unit: Pick<FormerLine, 'name' | 'kind' | 'district'>;
  readonly former: string | null;
  readonly code: UnitCode;
  readonly line: FormerLine | null;
  readonly was: ListedLink | null;
}

/** What a person has read once is not made unread by a sheet that says nothing of it. */
const isSame = (line: FormerLine, was: ListedLink, { abolishedOn }: ListedFormer): boolean =>
  was.part === line.part &&
  was.document === line.document &&
  (was.verified || !line.verified) &&
  line.abolishedOn === abolishedOn;

/** What a sheet says otherwise than the list. Of a unit that it has it says all; one that it does not have stays as it is. */
export function formerDifferences(
  listed: readonly ListedFormer[],
  lines: readonly FormerLine[],
): { differences: FormerDifference[]; missing: number } {
  const known = new Map(listed.map((unit) => [formerName(unit), unit]));
  const told = Map.groupBy(lines, formerName);
  const differences = lines.flatMap((line): FormerDifference[] => {
    const unit = known.get(formerName(line));
    const was = unit?.links.find(({ code }) => code === line.code) ?? null;
    if (unit !== undefined && was !== null && isSame(line, was, unit)) return [];
    const kind = unit === undefined ? 'new' : was === null ? 'link' : 'changed';
    return [{ kind, unit: line, former: unit?.id ?? null, code: line.code, line, was }];
  });
  const withdrawn = [...known].flatMap(([name, unit]): FormerDifference[] => {
    const codes = told.get(name)?.map(({ code }) => code);
    const gone = codes === undefined ? [] : unit.links.filter(({ code }) => !codes.includes(code));
    return gone.map((was) => ({ kind: 'withdrawn', unit, former: unit.id, code: was.code, line: null, was }));
  });
  return {
    differences: [...differences, ...withdrawn],
    missing: [...known.keys()].filter((name) => !told.has(name)).length,
  };
}
