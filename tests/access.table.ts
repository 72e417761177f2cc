import { readFileSync } from 'node:fs';
import { roles } from '#kernel/actor.ts';
import type { Asker } from './access.world.ts';

export const askers: readonly Asker[] = [...roles, 'nobody'];

/** own, foreign, other province. */
export type Cell = readonly [boolean, boolean, boolean];
export type Row = Readonly<Record<Asker, Cell>>;

const header = `| method | ${askers.join(' | ')} |`;

function cellOf(text: string, where: string): Cell {
  const marks = text.trim().split(' ');
  if (marks.length !== 3 || marks.some((mark) => mark !== '+' && mark !== '-'))
    throw new Error(`docs/access.md, ${where}: three marks of + and - expected, not “${text.trim()}”`);
  return marks.map((mark) => mark === '+') as unknown as Cell;
}

/** The expectation, as people wrote it. */
export function accessTable(text: string): ReadonlyMap<string, Row> {
  const rows = new Map<string, Row>();
  const lines = text.split('\n').filter((line) => line.startsWith('|'));
  for (const line of lines) {
    if (line.startsWith('| method ')) {
      if (line.trim() !== header) throw new Error(`docs/access.md: the columns are ${header}`);
      continue;
    }
    const [method = '', ...cells] = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
    if (/^-+$/.test(method)) continue;
    if (cells.length !== askers.length) throw new Error(`docs/access.md, ${method}: ${askers.length} cells expected`);
    if (rows.has(method)) throw new Error(`docs/access.md: ${method} stands there twice`);
    rows.set(
      method,
      Object.fromEntries(askers.map((asker, at) => [asker, cellOf(cells[at]!, `${method}, ${asker}`)])) as Row,
    );
  }
  return rows;
}

export const expectedAccess = (): ReadonlyMap<string, Row> =>
  accessTable(readFileSync(new URL('../docs/access.md', import.meta.url), 'utf8'));
