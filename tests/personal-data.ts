import type { z } from 'zod';
import type { Method } from '#kernel/method.ts';
import { isPersonal } from '#platform/audit/audit.ts';

interface Inner {
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly element?: z.ZodType;
  readonly innerType?: z.ZodType;
  readonly in?: z.ZodType;
  readonly options?: readonly z.ZodType[];
}
const innerOf = (schema: z.ZodType): Inner => (schema as unknown as { _zod: { def: Inner } })._zod.def;

function pathsIn(schema: z.ZodType, path: string): string[] {
  if (isPersonal(schema)) return [path];
  const { shape = {}, element, innerType, in: into, options = [] } = innerOf(schema);
  const same = [innerType, into, element, ...options].filter((one) => one !== undefined);
  return [
    ...same.flatMap((one) => pathsIn(one, path)),
    ...Object.entries(shape).flatMap(([key, one]) => pathsIn(one, `${path}.${key}`)),
  ];
}

const nounOf = (method: string): string => method.slice(0, method.lastIndexOf('.'));

/** Every input marked personal, as `context.noun.field`: the verbs of one noun share their fields. */
export const personalInputs = (methods: readonly Method[]): string[] =>
  [...new Set(methods.flatMap(({ name, input }) => pathsIn(input, nounOf(name))))].toSorted();

export interface Row {
  readonly key: string;
  readonly cells: readonly string[];
}

/** The rows of the table under this heading; the key is the first cell, in backticks. */
export function rowsUnder(markdown: string, heading: string): Row[] {
  const part = markdown.split(/^## /m).find((one) => one.startsWith(`${heading}\n`));
  if (part === undefined) throw new Error(`no heading ${heading}`);
  return part
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
    .map((cells) => ({ key: cells[0]!.replaceAll('`', ''), cells }));
}
