import { z } from 'zod';

export interface Json {
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
const byFormat: Readonly<Record<string, string>> = {
  uuid: '0190a000-0000-7000-8000-000000000001',
  date: '2026-03-01',
  'date-time': '2026-03-01T08:00:00+07:00',
  email: 'person@example.test',
  uri: 'https://example.test/',
};

const text = (schema: Json): string =>
  byFormat[schema.format ?? ''] ??
  byPattern.find(([pattern]) => schema.pattern !== undefined && pattern.test(schema.pattern))?.[1] ??
  'mẫu thử'.padEnd(schema.minLength ?? 0, 'x');

const objectOf = (schema: Json): unknown =>
  Object.fromEntries(Object.entries(schema.properties ?? {}).map(([key, property]) => [key, sampleOf(property)]));

const byType: Readonly<Record<string, (schema: Json) => unknown>> = {
  string: text,
  integer: (schema) => Math.max(1, schema.minimum ?? 1, (schema.exclusiveMinimum ?? 0) + 1),
  number: (schema) => Math.max(1, schema.minimum ?? 1, (schema.exclusiveMinimum ?? 0) + 1),
  boolean: () => false,
  array: listOf,
  object: objectOf,
};

/** A plausible value of a JSON schema: right in form, not necessarily in sense. */
export function sampleOf(schema: Json): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return schema.enum[0];
  const choice = schema.anyOf ?? schema.oneOf;
  if (choice !== undefined) return sampleOf(choice[0]!);
  if (schema.allOf !== undefined) return sampleOf(Object.assign({}, ...schema.allOf) as Json);
  const type = (Array.isArray(schema.type) ? schema.type[0] : schema.type) as string | undefined;
  return byType[type ?? (schema.properties === undefined ? 'null' : 'object')]?.(schema) ?? null;
}

function listOf(schema: Json): unknown[] {
  if (schema.prefixItems !== undefined) return schema.prefixItems.map(sampleOf);
  const item = schema.items === undefined || schema.items === false ? {} : schema.items;
  return Array.from({ length: Math.max(1, schema.minItems ?? 1) }, () => sampleOf(item));
}

export const inputSchema = (schema: z.ZodType): Json =>
  z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Json;

type Fields = Readonly<Record<string, unknown>>;
export type Path = readonly (string | number)[];

/** A field of an input, however deep, with its value in the base. */
export interface Place {
  readonly path: Path;
  readonly schema: Json;
  readonly required: boolean;
  readonly value: unknown;
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Of several shapes, the one this value has. */
function shapeOf(schema: Json, value: unknown): Json {
  const choice = schema.anyOf ?? schema.oneOf;
  if (choice === undefined) return schema;
  const fits = ({ properties = {} }: Json): boolean =>
    isFields(value) &&
    Object.entries(properties).every(([key, { const: only }]) => only === undefined || only === value[key]);
  return choice.find((one) => one.properties !== undefined && fits(one)) ?? choice[0]!;
}

export function placesOf(schema: Json, base: unknown, at: Path = []): Place[] {
  const shape = shapeOf(schema, base);
  if (Array.isArray(base)) return base.length === 0 || !shape.items ? [] : placesOf(shape.items, base[0], [...at, 0]);
  if (!isFields(base)) return [];
  return Object.entries(shape.properties ?? {}).flatMap(([key, property]) => {
    const path = [...at, key];
    const required = (shape.required?.includes(key) ?? false) && !('default' in property);
    const value = base[key];
    return [{ path, schema: property, required, value }, ...placesOf(property, value, path)];
  });
}

/** The same input with another value in one place; undefined takes the field out. */
export function changedAt(base: unknown, [key, ...rest]: Path, value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(base)) return base.map((item, at) => (at === key ? changedAt(item, rest, value) : item));
  const inner = changedAt((base as Fields)[key], rest, value);
  const { [key]: _, ...others } = base as Fields;
  return inner === undefined ? others : { ...others, [key]: inner };
}

export interface Spoiled {
  readonly what: string;
  readonly input: Fields;
  /** The input cannot be taken by anybody: not a 200. */
  readonly mustFail: boolean;
}

const million = 'ơ'.repeat(1_000_000);
const manyLetters = 'ơ'.repeat(20_000);

/** In a query string all is text: there a number, or a list, is a word like any other. */
export type Carrier = 'json' | 'query-string';

/** Whether a value of this kind may stand here; what names no type takes all. */
function takes(schema: Json, kind: 'object' | 'array' | 'number'): boolean {
  const choice = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  if (choice !== undefined) return choice.some((one) => takes(one, kind));
  if (schema.const !== undefined || schema.enum !== undefined) return false;
  return schema.type === undefined || [schema.type].flat().includes(kind);
}

function spoiledAt(base: Fields, { path, schema, required, value }: Place, carrier: Carrier): Spoiled[] {
  const isText = typeof value === 'string';
  const typed = carrier === 'json';
  const put = (what: string, wrong: unknown, mustFail: boolean): Spoiled => ({
    what: `${path.join('.')} ${what}`,
    input: changedAt(base, path, wrong) as Fields,
    mustFail,
  });
  const gone = put('missing', undefined, required);
  const nested = put('as an object', { a: [1, { b: null }] }, typed && !takes(schema, 'object'));
  const endless = put('as a number far too large', 1e300, typed && !takes(schema, 'number'));
  const nul = put('with NUL', 'a\u0000b', true);
  // Deep inside, the shape has seen to most of it.
  if (path.length > 1) return [gone, nested, endless, nul];
  const numbers = [put('as minus one', -1, false), put('as a fraction', 1.5, false)];
  const words = [
    nul,
    put('as twenty thousand letters', manyLetters, true),
    put('with a lone surrogate', 'a\ud800b', false),
    put('as SQL', "'; drop table registry.organisation; --", false),
    put('as a formula', '=HYPERLINK("http://x")', false),
  ];
  return [
    gone,
    nested,
    endless,
    put('as a list of lists', [[[]]], typed && !takes(schema, 'array')),
    put('as __proto__', { ['__proto__']: { admin: true } }, false),
    ...(isText ? [] : numbers),
    ...(typeof value === 'number' ? [] : words),
  ];
}

/**
 * The same input with one field, however deep, missing, of another type, huge, empty, or holding what breaks careless
 * programs. A million letters are read for as long as a million letters take, so one field has them for all.
 */
export function spoiled(base: Fields, schema: Json, carrier: Carrier): Spoiled[] {
  const places = placesOf(schema, base);
  const first = places.find(({ value }) => typeof value === 'string') ?? places[0];
  if (first === undefined) return [];
  const longest = {
    what: `${first.path.join('.')} as a million letters`,
    input: changedAt(base, first.path, million) as Fields,
    mustFail: true,
  };
  return [longest, ...places.flatMap((place) => spoiledAt(base, place, carrier))];
}
