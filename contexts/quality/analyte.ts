import { plain } from '#kernel/text.ts';

export interface KnownAnalyte {
  readonly code: string;
  readonly name: string;
  readonly cas: string | null;
}

/** A printed name people agree on, or decided; without an analyte its row is no residue and is passed over. */
export interface KnownSynonym {
  readonly name: string;
  readonly analyte: string | null;
}

const greek: Readonly<Record<string, string>> = {
  α: 'alpha',
  β: 'beta',
  γ: 'gamma',
  δ: 'delta',
  ε: 'epsilon',
  ζ: 'zeta',
  λ: 'lambda',
  τ: 'tau',
};

/** Letters and digits only: tone marks, case, hyphens, primes and spaces make no other substance. */
export const nameKey = (printed: string): string =>
  plain(
    printed
      .normalize('NFKC')
      .toLowerCase()
      .replaceAll(/[αβγδεζλτ]/g, (letter) => greek[letter]!),
  ).replaceAll(/[^a-z0-9]/g, '');

/** How a name sounds whoever spells it: Clorpyriphos, Chlorpyrifos, Hexaconazol, Imidacloprit, Cacbendazim. */
export const spellingKey = (printed: string): string =>
  nameKey(printed)
    .replaceAll('ph', 'f')
    .replaceAll(/cac(?=[bf])/g, 'car')
    .replaceAll('h', '')
    .replaceAll('y', 'i')
    .replaceAll('k', 'c')
    .replaceAll('x', 'cs')
    .replaceAll('z', 's')
    .replaceAll(/oe|ae/g, 'e')
    .replaceAll(/e(?=\d|$)/g, '')
    .replaceAll(/t(?=$)/g, 'd')
    .replaceAll(/([a-z])\1+/g, '$1');

const isomerNote =
  /\(\s*(?:(?:sum|total|tổng|tong)\b[^()]*(?:isomer|đồng phân|dong phan)[^()]*|all isomers|các đồng phân)\s*\)/giu;
const leadingWords = /^(?:dư lượng|hàm lượng|thuốc (?:bvtv|trừ sâu|bảo vệ thực vật)|hoạt chất|residues? of)\s+/iu;

const tidied = (printed: string): string =>
  printed.normalize('NFC').replaceAll(isomerNote, ' ').replace(leadingWords, '').replaceAll(/\s+/g, ' ').trim();

/** 'Cyhalothrin, lambda-' as catalogues sort it. */
const turned = (name: string): string => name.replace(/^(.+?),\s*(\S.*-)$/, '$2$1');

/** The names a cell holds side by side: Vietnamese / English, or one of them in brackets. */
function namesIn(tidy: string): string[] {
  const brackets = /^([^()]+)\(([^()]+)\)$/.exec(tidy);
  const parts = brackets === null ? tidy.split(/\s*[/;|]\s*|\s+[–—]\s+|\s+-\s+|\n/) : [brackets[1]!, brackets[2]!];
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

export type NameMatch =
  | { readonly kind: 'known'; readonly analyte: string; readonly by: 'name' | 'cas' | 'spelling' }
  | { readonly kind: 'passed-over' }
  | { readonly kind: 'unknown'; readonly candidates: readonly string[] }
  | { readonly kind: 'contradiction'; readonly byName: string; readonly byCas: string };

export interface AnalyteIndex {
  readonly byKey: ReadonlyMap<string, string | null>;
  readonly bySpelling: ReadonlyMap<string, string>;
  readonly byCas: ReadonlyMap<string, string>;
}

/** Spellings that two substances share are left out: a person is asked. */
export function analyteIndex(analytes: readonly KnownAnalyte[], synonyms: readonly KnownSynonym[]): AnalyteIndex {
  const byKey = new Map<string, string | null>();
  const spellings = new Map<string, Set<string>>();
  const note = (name: string, analyte: string | null): void => {
    byKey.set(nameKey(name), analyte);
    if (analyte !== null)
      spellings.set(spellingKey(name), (spellings.get(spellingKey(name)) ?? new Set()).add(analyte));
  };
  for (const { name, code } of analytes) note(name, code);
  for (const { name, analyte } of synonyms) note(name, analyte);
  const unique = [...spellings].filter(([, codes]) => codes.size === 1);
  return {
    byKey,
    bySpelling: new Map(unique.map(([spelling, codes]) => [spelling, [...codes][0]!])),
    byCas: new Map(analytes.flatMap(({ cas, code }) => (cas === null ? [] : [[cas, code] as const]))),
  };
}

type Found = { readonly analyte: string | null; readonly by: 'name' | 'spelling' } | undefined;

function findOne(index: AnalyteIndex, name: string): Found {
  for (const variant of new Set([name, turned(name)])) {
    const analyte = index.byKey.get(nameKey(variant));
    if (analyte !== undefined) return { analyte, by: 'name' };
  }
  const analyte = index.bySpelling.get(spellingKey(turned(name)));
  return analyte === undefined ? undefined : { analyte, by: 'spelling' };
}

/** Every name in the cell must say the same: "Carbofuran (3-hydroxy)" is not carbofuran. */
function findByName(index: AnalyteIndex, printed: string): Found {
  const tidy = tidied(printed);
  const whole = findOne(index, printed) ?? findOne(index, tidy);
  if (whole !== undefined) return whole;
  const each = namesIn(tidy).map((name) => findOne(index, name));
  const [first] = each;
  const agree = each.length > 1 && each.every((found) => found !== undefined && found.analyte === first?.analyte);
  return agree ? { analyte: first!.analyte, by: 'spelling' } : undefined;
}

/** Whether a printed name is understood as it stands, also by its spelling. */
export const isUnderstood = (index: AnalyteIndex, printed: string): boolean => findByName(index, printed) !== undefined;

function distance(from: string, to: string, most: number): number {
  if (Math.abs(from.length - to.length) > most) return most + 1;
  let before = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (let row = 1; row <= from.length; row += 1) {
    const now = [row];
    for (let at = 1; at <= to.length; at += 1) {
      const cost = from[row - 1] === to[at - 1] ? 0 : 1;
      now.push(Math.min(before[at]! + 1, now[at - 1]! + 1, before[at - 1]! + cost));
    }
    before = now;
  }
  return before[to.length]!;
}

const mostCandidates = 5;

/** What the name may have meant, likeliest first. */
function candidatesFor(index: AnalyteIndex, printed: string): string[] {
  const wanted = namesIn(tidied(printed))
    .map(spellingKey)
    .filter((key) => key.length > 2);
  const near = [...index.bySpelling].flatMap(([spelling, analyte]) => {
    const least = Math.min(
      ...wanted.map((key) => {
        const most = Math.max(1, Math.floor(Math.max(key.length, spelling.length) / 3));
        const off = distance(key, spelling, most);
        return off <= most ? off : key.startsWith(spelling) && spelling.length > 5 ? most : Infinity;
      }),
    );
    return least === Infinity ? [] : [{ analyte, least }];
  });
  near.sort((a, b) => a.least - b.least);
  return [...new Set(near.map(({ analyte }) => analyte))].slice(0, mostCandidates);
}

/** Which analyte a printed name and CAS number mean; a person is asked where they do not say. */
export function matchAnalyte(index: AnalyteIndex, printed: string, cas: string | null): NameMatch {
  const byCas = cas === null ? undefined : index.byCas.get(cas.replaceAll(/\s/g, ''));
  const byName = findByName(index, printed);
  if (byName?.analyte === null) return { kind: 'passed-over' };
  if (byName !== undefined && byCas !== undefined && byName.analyte !== byCas)
    return { kind: 'contradiction', byName: byName.analyte, byCas };
  if (byName !== undefined) return { kind: 'known', analyte: byName.analyte, by: byName.by };
  if (byCas !== undefined) return { kind: 'known', analyte: byCas, by: 'cas' };
  return { kind: 'unknown', candidates: candidatesFor(index, printed) };
}
