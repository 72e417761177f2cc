import { z } from 'zod';

interface Json {
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Json[];
  readonly oneOf?: readonly Json[];
  readonly allOf?: readonly Json[];
  readonly properties?: Readonly<Record<string, Json>>;
  readonly required?: readonly string[];
  readonly items?: Json | false;
  readonly prefixItems?: readonly Json[];
  readonly minItems?: number;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly minLength?: number;
  readonly pattern?: string;
  readonly description?: string;
}

const byPattern: readonly (readonly [RegExp, string])[] = [
  [/\\d\{5\}/, '06895'],
  [/\[0-9a-f\]\{64\}/, 'a'.repeat(64)],
  [/\\d\{4\}-W/, '2026-W20'],
  [/\\d\{13\}/, '8938501234567'],
  [/\\d\{14\}/, '18938501234564'],
];

function text(schema: Json): string {
  if (schema.format === 'uuid') return '0190a000-0000-7000-8000-000000000001';
  if (schema.format === 'date') return '2026-03-01';
  if (schema.format === 'date-time') return '2026-03-01T08:00:00+07:00';
  if (schema.format === 'email') return 'person@example.test';
  if (schema.format === 'uri') return 'https://example.test/';
  const known = byPattern.find(([pattern]) => schema.pattern !== undefined && pattern.test(schema.pattern));
  return known?.[1] ?? 'mẫu thử'.padEnd(schema.minLength ?? 0, 'x');
}

/** A plausible value of a JSON schema: right in form, not necessarily in sense. */
export function sampleOf(schema: Json): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return schema.enum[0];
  const choice = schema.anyOf ?? schema.oneOf;
  if (choice !== undefined) return sampleOf(choice[0]!);
  if (schema.allOf !== undefined) return sampleOf(Object.assign({}, ...schema.allOf) as Json);
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  if (type === 'string') return text(schema);
  if (type === 'integer' || type === 'number')
    return Math.max(1, schema.minimum ?? 1, (schema.exclusiveMinimum ?? 0) + 1);
  if (type === 'boolean') return false;
  if (type === 'array') return listOf(schema);
  if (type === 'object' || schema.properties !== undefined) {
    return Object.fromEntries(
      Object.entries(schema.properties ?? {}).map(([key, property]) => [key, sampleOf(property)]),
    );
  }
  return null;
}

function listOf(schema: Json): unknown[] {
  if (schema.prefixItems !== undefined) return schema.prefixItems.map(sampleOf);
  const item = schema.items === undefined || schema.items === false ? {} : schema.items;
  return Array.from({ length: Math.max(1, schema.minItems ?? 1) }, () => sampleOf(item));
}

export const inputSchema = (schema: z.ZodType): Json =>
  z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Json;

export interface Spoiled {
  readonly what: string;
  readonly input: Record<string, unknown>;
  /** The input cannot be taken by anybody: not a 200. */
  readonly mustFail: boolean;
}

const huge = 'ơ'.repeat(1_000_000);

/** The same input with one field missing, of another type, huge, empty, or holding what breaks careless programs. */
export function spoiled(base: Readonly<Record<string, unknown>>, schema: Json): Spoiled[] {
  return Object.keys(schema.properties ?? {}).flatMap((key) => {
    const required = schema.required?.includes(key) ?? false;
    const isText = typeof base[key] === 'string';
    const without = Object.fromEntries(Object.entries(base).filter(([name]) => name !== key));
    const put = (what: string, value: unknown, mustFail: boolean): Spoiled => ({
      what: `${key} ${what}`,
      input: { ...base, [key]: value },
      mustFail,
    });
    return [
      { what: `${key} missing`, input: without, mustFail: required },
      put('as an object', { a: [1, { b: null }] }, typeof base[key] !== 'object' && required),
      put('as a list of lists', [[[]]], required && !Array.isArray(base[key])),
      put('as a number far too large', 1e300, required && isText),
      put('as minus one', -1, false),
      put('as a fraction', 1.5, false),
      put('as a million letters', huge, required),
      put('with NUL', 'a\u0000b', required),
      put('with a lone surrogate', 'a\ud800b', false),
      put('as SQL', "'; drop table registry.organisation; --", false),
      put('as a formula', '=HYPERLINK("http://x")', false),
      put('as __proto__', { ['__proto__']: { admin: true } }, false),
    ];
  });
}
