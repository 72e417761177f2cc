import type { Day } from '#kernel/day.ts';
import type { AccountId, OrganisationId } from '#kernel/id.ts';
import type { Province, UnitCode } from '#kernel/place.ts';
import type { Db } from '#platform/database/db.ts';
import type { Outcome } from './batch.ts';
import type { CellValue } from './cell-text.ts';
import type { Draft, RowTrouble } from './draft.ts';
import type { BatchKind } from './field.ts';
import type { Mapping } from './mapping.ts';
import type { BatchSaid } from './said.ts';
import type { StatusTold } from './status-told.ts';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

export interface Difference {
  readonly field: string;
  readonly before: CellValue | null;
  readonly after: CellValue;
}

/** What becomes of one row. */
export interface JudgedRow {
  readonly row: number;
  readonly outcome: Outcome;
  readonly troubles: readonly RowTrouble[];
  readonly target: string | null;
  /** The version its target had when it was judged; null: there was none. */
  readonly seen?: number | null;
  readonly differences: readonly Difference[];
  readonly question: { readonly field: string; readonly choices: readonly Choice[] } | null;
  /** Told, and not taken over: nobody has agreed to it. */
  readonly leftOut?: readonly string[];
  /** The standing it tells of: kept as told, and never an act. */
  readonly statusTold?: StatusTold | undefined;
  /** What saving needs of it; only its own kind looks into it. */
  readonly item?: unknown;
}

export type Answers = ReadonlyMap<string, string>;
export const answerKey = (row: number, field: string): string => `${row} ${field}`;

export interface JudgeRoom {
  readonly mapping: Mapping;
  readonly is1904: boolean;
  readonly organisation: OrganisationId | null;
  readonly units: readonly UnitCode[] | null;
  readonly answers: Answers;
  /** Said once for the whole sheet. */
  readonly said: BatchSaid;
  readonly today: Day;
  readonly province: Province;
}

export interface Written {
  readonly row: number;
  readonly id: string;
  readonly year: number;
  readonly version: number;
  /** null: it is new. */
  readonly before: unknown;
}

export interface WriteRoom {
  readonly by: AccountId;
  readonly reason: string;
  readonly province: Province;
  readonly today: Day;
  readonly said: BatchSaid;
  readonly onPart: (done: number) => Promise<void>;
}

export interface WrittenBefore extends Omit<Written, 'before'> {
  readonly isNew: boolean;
  readonly before: unknown;
}

export interface Blocker {
  readonly row: number;
  readonly reason: 'changed-since' | 'erased' | 'has-members' | 'has-accounts' | 'has-other-records';
  readonly target: string;
  readonly organisation: OrganisationId | null;
  readonly name: string;
  readonly year: number | null;
  readonly n: number;
}

/** How one kind of sheet meets the registry. */
export interface Intake {
  readonly kind: BatchKind;
  readonly judge: (db: Db, drafts: readonly Draft[], room: JudgeRoom) => Promise<JudgedRow[]>;
  readonly save: (db: Db, rows: readonly JudgedRow[], room: WriteRoom) => Promise<Written[]>;
  /** What stands against taking these rows back. */
  readonly blockers: (db: Db, written: readonly WrittenBefore[]) => Promise<Blocker[]>;
  readonly unsave: (db: Db, written: readonly WrittenBefore[], room: WriteRoom) => Promise<void>;
}

export const refusedRow = (draft: Draft, troubles: readonly RowTrouble[]): JudgedRow => ({
  row: draft.row,
  outcome: 'refused',
  troubles,
  target: null,
  differences: [],
  question: null,
});

/** The column a field stands in, for a trouble that is not of one cell's reading. */
export const columnOf = ({ columns }: Mapping, ...fields: readonly string[]): Pick<RowTrouble, 'column' | 'field'> => {
  for (const field of fields) {
    const found = columns.find((one) => one.field === field);
    if (found !== undefined) return { column: found.column, field };
  }
  return { column: null, field: null };
};

/** The same, and first one that says something in this row. */
export const columnSaid = (
  mapping: Mapping,
  { values }: Pick<Draft, 'values'>,
  fields: readonly string[],
): Pick<RowTrouble, 'column' | 'field'> =>
  columnOf(mapping, ...fields.filter((field) => values[field] !== undefined), ...fields);

/** Rows that cannot be read are refused here; the rest is judged, and all come back in the order of the sheet. */
export async function withRefused(
  drafts: readonly Draft[],
  judge: (sound: readonly Draft[]) => Promise<JudgedRow[]>,
): Promise<JudgedRow[]> {
  const judged = await judge(drafts.filter(({ troubles }) => troubles.length === 0));
  const refused = drafts
    .filter(({ troubles }) => troubles.length > 0)
    .map((draft) => refusedRow(draft, draft.troubles));
  return [...judged, ...refused].toSorted((a, b) => a.row - b.row);
}
