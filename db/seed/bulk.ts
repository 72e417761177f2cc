import type pg from 'pg';

export type Row = Readonly<Record<string, unknown>>;
type Owner = Pick<pg.Client, 'query'>;

const batchSize = 5_000;

/**
 * Many rows in few statements: a batch travels as one JSON text and PostgreSQL takes the types from the table.
 * All rows have the columns of the first.
 */
export async function insertRows(owner: Owner, table: string, rows: readonly Row[], conflict = ''): Promise<void> {
  if (rows.length === 0) return;
  const columns = Object.keys(rows[0]!).join(', ');
  for (let at = 0; at < rows.length; at += batchSize) {
    await owner.query(
      `insert into ${table} (${columns}) select ${columns} from json_populate_recordset(null::${table}, $1) ${conflict}`,
      [JSON.stringify(rows.slice(at, at + batchSize))],
    );
  }
}
