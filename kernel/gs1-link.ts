import { findAi, formerNames, type AiRule } from '#kernel/gs1-ai.ts';
import { fitsFormat } from '#kernel/gs1-check.ts';
import type { Element, Gtin, LotCode } from '#kernel/gs1.ts';
import { Problem } from '#kernel/problem.ts';

/** A GS1 Digital Link URI (syntax 1.6), taken apart. */
export interface DigitalLink {
  /** Scheme, host and any path before the key. */
  readonly stem: string;
  readonly key: Element;
  readonly qualifiers: readonly Element[];
  readonly attributes: readonly Element[];
  /** Key, qualifiers and attributes in the order written. */
  readonly elements: readonly Element[];
}

/** What later or earlier editions of the standard let pass; 1.6 does not. */
export interface LinkLeniency {
  /** A GTIN of 8, 12 or 13 digits. */
  readonly shortGtin?: boolean;
  /** `gtin`, `lot` … in place of the numbers. */
  readonly formerNames?: boolean;
  /** Identifiers that are in no table, in the query. */
  readonly unknownAi?: boolean;
}

export type LinkTrouble =
  | 'not-a-web-address'
  | 'no-key'
  | 'percent-malformed'
  | 'value-malformed'
  | 'qualifier-out-of-place'
  | 'attribute-unknown'
  | 'attribute-not-allowed'
  | 'attribute-belongs-in-path'
  | 'identifier-twice';

function refuse(reason: LinkTrouble, ai?: string): never {
  throw new Problem('unprocessable', 'gs1.link.invalid', { reason, ...(ai === undefined ? {} : { ai }) });
}

function decoded(text: string): string {
  if (/%(?![0-9A-Fa-f]{2})/.test(text)) refuse('percent-malformed');
  return text.replaceAll(/%(..)/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

function valueOf(rule: AiRule, text: string, leniency: LinkLeniency): string {
  const isShort = leniency.shortGtin === true && rule.ai === '01' && [8, 12, 13].includes(text.length);
  const value = isShort ? text.padStart(14, '0') : text;
  if (!fitsFormat(rule.format, value)) refuse('value-malformed', rule.ai);
  return value;
}

interface Parts {
  readonly origin: string;
  readonly segments: readonly string[];
  readonly query: string;
}

function partsOf(uri: string): Parts {
  if (uri.length > 8_000 || !/^[-A-Za-z0-9._~:/?#[\]@!$&'()*+,;=%]+$/.test(uri)) refuse('not-a-web-address');
  const match = /^((?:https?|HTTPS?):\/\/(?:[-A-Za-z0-9.]+|\[[0-9A-Fa-f:.]+\])(?::\d+)?)(\/[^?#]*)(?:\?([^#]*))?/.exec(
    uri,
  );
  if (!match) refuse('not-a-web-address');
  return { origin: match[1]!, segments: match[2]!.slice(1).split('/'), query: match[3] ?? '' };
}

const aiOf = (segment: string, leniency: LinkLeniency): string =>
  (leniency.formerNames && formerNames[segment]) || segment;

/** The key is the last one that leaves whole pairs behind it; whatever stands before it is the stem. */
function keyPosition(segments: readonly string[], leniency: LinkLeniency): number {
  for (let at = segments.length - 2; at >= 0; at -= 2) {
    if (findAi(aiOf(segments[at]!, leniency))?.path) return at;
  }
  return refuse('no-key');
}

/** Qualifiers may be left out, never reordered, never mixed between alternatives. */
function isPath(key: AiRule, qualifiers: readonly string[]): boolean {
  return (key.path ?? []).some((allowed) => {
    const places = qualifiers.map((ai) => allowed.indexOf(ai));
    return places.every((place, index) => place > (places[index - 1] ?? -1));
  });
}

const couldBeInPath = (key: AiRule, qualifiers: readonly string[], ai: string): boolean =>
  Array.from({ length: qualifiers.length + 1 }, (_, at) => qualifiers.toSpliced(at, 0, ai)).some((path) =>
    isPath(key, path),
  );

function pathElements(segments: readonly string[], leniency: LinkLeniency): Element[] {
  const elements: Element[] = [];
  for (let at = 0; at < segments.length; at += 2) {
    const ai = aiOf(segments[at]!, leniency);
    const rule = findAi(ai) ?? refuse('qualifier-out-of-place', ai);
    elements.push({ ai, value: valueOf(rule, decoded(segments[at + 1]!), leniency) });
  }
  return elements;
}

function attributeOf(ai: string, text: string, leniency: LinkLeniency): Element {
  const value = decoded(text.replaceAll('+', ' '));
  const rule = findAi(ai);
  if (rule) {
    if (!rule.query) refuse('attribute-not-allowed', ai);
    return { ai, value: valueOf(rule, value, leniency) };
  }
  if (!leniency.unknownAi || ai.length < 2 || ai.length > 4) refuse('attribute-unknown', ai);
  if (!fitsFormat('x..90', value)) refuse('value-malformed', ai);
  return { ai, value };
}

/** Names that are all digits are identifiers; others are none of GS1's business and pass unread. */
function attributesOf(query: string, leniency: LinkLeniency): Element[] {
  return query.split('&').flatMap((pair) => {
    const at = pair.indexOf('=');
    const ai = at < 0 ? '' : aiOf(pair.slice(0, at), leniency);
    return /^\d+$/.test(ai) ? [attributeOf(ai, pair.slice(at + 1), leniency)] : [];
  });
}

function checkAttributes(path: readonly Element[], attributes: readonly Element[]): void {
  const [key = '', ...qualifiers] = path.map(({ ai }) => ai);
  const seen = new Set([key, ...qualifiers]);
  for (const { ai } of attributes) {
    if (seen.has(ai)) refuse('identifier-twice', ai);
    if (couldBeInPath(findAi(key)!, qualifiers, ai)) refuse('attribute-belongs-in-path', ai);
    seen.add(ai);
  }
}

/** Takes a Digital Link apart; a Problem `gs1.link.invalid` with its reason when it is none. */
export function parseDigitalLink(uri: string, leniency: LinkLeniency = {}): DigitalLink {
  const { origin, segments, query } = partsOf(uri);
  const at = keyPosition(segments, leniency);
  const path = pathElements(segments.slice(at), leniency);
  const [key, ...qualifiers] = path;
  if (
    !isPath(
      findAi(key!.ai)!,
      qualifiers.map(({ ai }) => ai),
    )
  )
    refuse('qualifier-out-of-place', qualifiers[0]?.ai);
  const attributes = attributesOf(query, leniency);
  checkAttributes(path, attributes);
  const stem = [origin, ...segments.slice(0, at)].join('/');
  return { stem, key: key!, qualifiers, attributes, elements: [...path, ...attributes] };
}

/** Every character of set 82 that URIs reserve is escaped, ! ' ( ) * too. */
const escaped = (text: string): string =>
  encodeURIComponent(text).replaceAll(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);

export interface LinkParts {
  /** `https://example.org` or with a path before the key. */
  readonly stem: string;
  readonly key: Element;
  readonly qualifiers?: readonly Element[];
  readonly attributes?: readonly Element[];
}

/** The Digital Link of these elements, checked by reading it back. */
export function buildDigitalLink({ stem, key, qualifiers = [], attributes = [] }: LinkParts): string {
  const path = [key, ...qualifiers].map(({ ai, value }) => `/${ai}/${escaped(value)}`).join('');
  const query = attributes.map(({ ai, value }) => `${ai}=${escaped(value)}`).join('&');
  const uri = `${stem.replace(/\/+$/, '')}${path}${query && `?${query}`}`;
  parseDigitalLink(uri);
  return uri;
}

/** The address printed on a batch of a trade item. */
export const lotLink = (stem: string, gtin: Gtin, lot: LotCode): string =>
  buildDigitalLink({ stem, key: { ai: '01', value: gtin }, qualifiers: [{ ai: '10', value: lot }] });
