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

/** The value with the fields of these schemas masked. */
function without(isHidden: (schema: z.ZodType) => boolean, schema: z.ZodType, value: unknown): unknown {
  if (value === undefined || value === null) return value;
  if (isHidden(schema)) return masked;
  const { type, shape, element, innerType, in: into, options } = innerOf(schema);
  if (innerType !== undefined) return without(isHidden, innerType, value);
  if (type === 'pipe' && into !== undefined) return without(isHidden, into, value);
  if (options !== undefined) return withoutIn(isHidden, options, value);
  if (element !== undefined && Array.isArray(value)) return value.map((item) => without(isHidden, element, item));
  if (shape === undefined || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, shape[key] ? without(isHidden, shape[key], item) : masked]),
  );
}

function withoutIn(isHidden: (schema: z.ZodType) => boolean, options: readonly z.ZodType[], value: unknown): unknown {
  const fitting = options.find((option) => option.safeParse(value).success);
  return fitting === undefined ? masked : without(isHidden, fitting, value);
}

/** The value with every personal field masked, following the schema. */
export const withoutPersonal = (schema: z.ZodType, value: unknown): unknown => without(isPersonal, schema, value);

/** A password (`.meta({ secret: true })`) is in no fingerprint either: out of a fast hash it could be guessed. */
export const withoutSecrets = (schema: z.ZodType, value: unknown): unknown =>
  without((one) => z.globalRegistry.get(one)?.['secret'] === true, schema, value);

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
