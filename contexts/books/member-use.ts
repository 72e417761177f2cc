import type { Day } from '#kernel/day.ts';

/** By what use is measured when a surplus is shared: by statements of linkage, or by what was entered. Never by both together. */
export const basesOfUse = ['linkage', 'use', 'labour', 'use-and-labour'] as const;
export type UseBasis = (typeof basesOfUse)[number];

/** What was entered of one member and year; a blank says that nothing is known, nought that there was none. */
export interface EnteredUse {
  readonly useVnd: number | null;
  /** Tenths of a day. */
  readonly labourDayTenths: number | null;
  readonly labourVnd: number | null;
}

export interface MeasuredUse extends EnteredUse {
  readonly linkageVnd: number;
}

/** What a member's part is weighed by. */
export function useBy(basis: UseBasis, { linkageVnd, useVnd, labourVnd }: MeasuredUse): number {
  if (basis === 'linkage') return linkageVnd;
  return (basis === 'labour' ? 0 : (useVnd ?? 0)) + (basis === 'use' ? 0 : (labourVnd ?? 0));
}

/** Days without a value cannot be weighed against đồng: nothing is shared by labour until each has one. */
export const hasUnvaluedLabour = (basis: UseBasis, rows: readonly EnteredUse[]): boolean =>
  (basis === 'labour' || basis === 'use-and-labour') &&
  rows.some(({ labourDayTenths, labourVnd }) => (labourDayTenths ?? 0) > 0 && labourVnd === null);

export interface UseLine extends EnteredUse {
  readonly member: string;
  /** The version seen; nought of who has none. */
  readonly seen: number;
}

export interface UseWorld {
  readonly year: number;
  readonly today: Day;
  readonly hasMembers: boolean;
  readonly foundedOn: Day | null;
  readonly reason: string | null;
  /** Who was a member in the year, with the version that stands. */
  readonly known: ReadonlyMap<string, EnteredUse & { readonly version: number }>;
}

export type UseObstacle =
  | 'organisation-has-no-members'
  | 'year-not-begun'
  | 'before-founding'
  | 'member-twice'
  | 'member-unknown'
  | 'changed-meanwhile'
  | 'nothing-changed'
  | 'reason-missing';

const isSame = (one: EnteredUse, other: EnteredUse): boolean =>
  one.useVnd === other.useVnd && one.labourDayTenths === other.labourDayTenths && one.labourVnd === other.labourVnd;

const noUse: EnteredUse = { useVnd: null, labourDayTenths: null, labourVnd: null };

/** Whether a line says something else than what stands. */
export const isChange = (line: EnteredUse, known: EnteredUse | undefined): boolean => !isSame(line, known ?? noUse);

/** Every reason why the use of a year cannot be entered so. */
export function useObstacles(lines: readonly UseLine[], world: UseWorld): UseObstacle[] {
  const { year, today, hasMembers, foundedOn, reason, known } = world;
  const obstacles: UseObstacle[] = [];
  if (!hasMembers) obstacles.push('organisation-has-no-members');
  if (today < `${year}-01-01`) obstacles.push('year-not-begun');
  if (foundedOn !== null && foundedOn > `${year}-12-31`) obstacles.push('before-founding');
  if (new Set(lines.map(({ member }) => member)).size < lines.length) obstacles.push('member-twice');
  if (lines.some(({ member }) => !known.has(member))) obstacles.push('member-unknown');
  if (lines.some(({ member, seen }) => (known.get(member)?.version ?? 0) !== seen)) obstacles.push('changed-meanwhile');
  if (!lines.some((line) => isChange(line, known.get(line.member)))) obstacles.push('nothing-changed');
  if (reason === null && lines.some(({ seen }) => seen > 0)) obstacles.push('reason-missing');
  return obstacles;
}

/** What may be wrong with a cell of a sheet. */
export const troubleCodes = [
  'heading-missing',
  'member-unknown',
  'member-ambiguous',
  'member-twice',
  'not-whole-dong',
  'not-days',
] as const;
