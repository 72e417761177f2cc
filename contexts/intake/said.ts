import type { Day } from '#kernel/day.ts';
import type { BatchKind } from './field.ts';
import type { MappedColumn } from './mapping.ts';

export const saidWays = ['paper', 'spoken'] as const;

/** How and when the members of a sheet agreed to what no law demands. */
export interface SaidConsent {
  readonly way: (typeof saidWays)[number];
  readonly givenOn: Day;
  readonly document?: string | undefined;
  /** The version of the words agreed to. */
  readonly text: string;
}

/** Since when, on which paper and by which law registered content of the organisations of a sheet is otherwise. */
export interface SaidChange {
  readonly onDay: Day;
  readonly document: { readonly number: string; readonly on: Day; readonly issuer: string };
  readonly legalBasis?: string | undefined;
}

/** Said once for a whole sheet, and of no other: it is not remembered with the columns. */
export interface BatchSaid {
  readonly consent?: SaidConsent | undefined;
  readonly change?: SaidChange | undefined;
}

/** Columns of a sheet of members that are kept by consent alone; a year in a column for women says the sex. */
const consentColumns: readonly string[] = ['sex', 'phone', 'hamlet', 'maleYear', 'femaleYear'];

export const asksConsent = (kind: BatchKind | null, columns: readonly Pick<MappedColumn, 'field'>[]): boolean =>
  kind === 'members' && columns.some(({ field }) => field !== null && consentColumns.includes(field));

export type SaidObstacle =
  | 'consent-without-paper'
  | 'consent-in-future'
  | 'document-in-future'
  | 'changed-in-future'
  | 'said-of-other-kind';

export interface SaidInput {
  readonly consent?: Omit<SaidConsent, 'text'> | undefined;
  readonly change?: SaidChange | undefined;
}

const isOfOther = ({ consent, change }: SaidInput, kind: BatchKind): boolean =>
  (consent !== undefined && kind !== 'members') || (change !== undefined && kind !== 'organisations');

/** What of it cannot be so, whatever the rows say. */
export function saidObstacles(said: SaidInput, kind: BatchKind, today: Day): SaidObstacle[] {
  const { consent, change } = said;
  const obstacles: SaidObstacle[] = [];
  if (consent?.way === 'paper' && consent.document === undefined) obstacles.push('consent-without-paper');
  if (consent !== undefined && consent.givenOn > today) obstacles.push('consent-in-future');
  if (change !== undefined && change.document.on > today) obstacles.push('document-in-future');
  if (change !== undefined && change.onDay > today) obstacles.push('changed-in-future');
  if (isOfOther(said, kind)) obstacles.push('said-of-other-kind');
  return obstacles;
}
