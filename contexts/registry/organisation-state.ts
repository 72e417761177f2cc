import type { Day } from '#kernel/day.ts';
import type { Province } from '#kernel/place.ts';
import type { LegalForm } from './legal-form.ts';
import type { OrganisationKind, OrganisationStatus } from './organisation.ts';

/** What of an organisation is asked for on a past day. Phone, mail and website are of today only: they are how to reach it. */
export const stateColumns = [
  'kind',
  'legal_form',
  'name',
  'short_name',
  'tax_number',
  'registration_number',
  'certificate_on',
  'founded_on',
  'gln',
  'status',
  'fields',
  'seat_province',
] as const;
export type StateColumn = (typeof stateColumns)[number];

export interface OrganisationState {
  readonly kind: OrganisationKind;
  readonly legal_form: LegalForm | null;
  readonly name: string;
  readonly short_name: string | null;
  /** Of 10 or 13 digits; a person's number has no history. */
  readonly tax_number: string | null;
  readonly registration_number: string | null;
  readonly certificate_on: Day | null;
  readonly founded_on: Day | null;
  readonly gln: string | null;
  readonly status: OrganisationStatus;
  readonly fields: string[];
  readonly seat_province: Province | null;
}

/** What became so on a day: only the columns it tells of count. */
export interface StateEntry {
  readonly seq: number;
  readonly valid_from: Day;
  readonly told: readonly string[];
  readonly values: Readonly<Partial<Record<StateColumn, unknown>>>;
}

const inOrder = (one: StateEntry, other: StateEntry): number =>
  one.valid_from < other.valid_from ? -1 : one.valid_from > other.valid_from ? 1 : one.seq - other.seq;

/** Column by column what was last told up to that day; undefined before the first. */
export function stateOn(entries: readonly StateEntry[], on: Day): OrganisationState | undefined {
  const before = entries.filter(({ valid_from }) => valid_from <= on).toSorted(inOrder);
  if (before.length === 0) return undefined;
  const state: Record<string, unknown> = {};
  for (const { told, values } of before) for (const column of told) state[column] = values[column as StateColumn];
  return state as unknown as OrganisationState;
}

/** Which of these columns no later day tells otherwise of: what was entered for an earlier day reaches only so far. */
export const columnsStanding = (
  entries: readonly StateEntry[],
  from: Day,
  columns: readonly StateColumn[],
): StateColumn[] =>
  columns.filter((column) => !entries.some(({ valid_from, told }) => valid_from > from && told.includes(column)));
