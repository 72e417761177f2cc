import { z } from 'zod';
import { newId } from '#kernel/id.ts';
import type { Method } from '#kernel/method.ts';
import type { Client } from '#platform/database/pool.ts';

/** Marks a field as personal: it is kept out of audit rows and logs, and masked for auditors. */
export const isPersonal = (schema: z.ZodType): boolean => z.globalRegistry.get(schema)?.['personal'] === true;

const masked = '•';

interface Inner {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly element?: z.ZodType;
  readonly innerType?: z.ZodType;
  readonly in?: z.ZodType;
  readonly options?: readonly z.ZodType[];
}
const innerOf = (schema: z.ZodType): Inner => (schema as unknown as { _zod: { def: Inner } })._zod.def;

/** The value with every personal field masked, following the schema. */
export function withoutPersonal(schema: z.ZodType, value: unknown): unknown {
  if (value === undefined || value === null) return value;
  if (isPersonal(schema)) return masked;
  const inner = innerOf(schema);
  if (inner.innerType !== undefined) return withoutPersonal(inner.innerType, value);
  if (inner.type === 'pipe' && inner.in !== undefined) return withoutPersonal(inner.in, value);
  if (inner.options !== undefined) return withoutPersonalOf(inner.options, value);
  if (inner.element !== undefined && Array.isArray(value))
    return value.map((item) => withoutPersonal(inner.element!, item));
  if (inner.shape !== undefined && typeof value === 'object') {
    const shape = inner.shape;
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, shape[key] ? withoutPersonal(shape[key], item) : masked]),
    );
  }
  return value;
}

function withoutPersonalOf(options: readonly z.ZodType[], value: unknown): unknown {
  const fitting = options.find((option) => option.safeParse(value).success);
  return fitting === undefined ? masked : withoutPersonal(fitting, value);
}

export interface Act {
  readonly method: Method;
  readonly account: string | null;
  readonly input: unknown;
  readonly commandId: string;
  readonly requestId: string;
}

/** One command, one row. */
export async function recordAct(client: Client, act: Act): Promise<void> {
  await client.query({
    name: 'audit-record',
    text: `insert into platform.audit (id, method, account_id, input, command_id, request_id) values ($1, $2, $3, $4, $5, $6)`,
    values: [
      newId(),
      act.method.name,
      act.account,
      JSON.stringify(withoutPersonal(act.method.input, act.input) ?? {}),
      act.commandId,
      act.requestId,
    ],
  });
}
