import { bare } from './cell-word.ts';

/** One word for each of the ways in which departments write the same; applied in this order to a heading without marks. */
const synonyms: readonly (readonly [RegExp, string])[] = [
  [/^\d{1,2} (?=\p{L})/u, ''],
  [/\b(cua|neu co|day du|cu the|chi tiet|hien nay|hien tai|ghi ro .*)\b/g, ' '],
  [/\b(tinh )?den( het)?( ngay)? 3[01] 12( 20\d\d)?\b|\bnam 20\d\d\b/g, ' '],
  [/\bngay thang( nam)?\b/g, 'ngay'],
  [/\b(so )?(dien thoai|dtdd|sdt|so dt|di dong|tel|mobile)( di dong| lien he| lien lac)?\b/g, 'sdt'],
  [
    /^dt$|\bdt (?=(giam doc|to truong|nguoi dai dien|chu nhiem|lien he))|(?<=(giam doc|to truong|dai dien)) dt\b/g,
    ' sdt ',
  ],
  [/\bho (va )?ten( dem)?\b/g, 'ho ten'],
  [/\bhop tac xa\b/g, 'htx'],
  [/\bto hop tac\b/g, 'tht'],
  [/\blien hiep htx\b/g, 'lhhtx'],
  [/\bma so thue|mst\b/g, 'mst'],
  [
    /\b(giay )?(chung nhan|gcn|giay cn)( (dang ky|dk))?( (kinh doanh|kd|htx|tht|doanh nghiep|thanh lap|hoat dong))*\b/g,
    'gcn',
  ],
  [/\b(gcn)?(dkkd|dkhtx|dkdn)\b|\bdang ky (kinh doanh|htx|doanh nghiep)\b/g, 'gcn'],
  [
    /\b(so )?(cccd|cmnd|cmtnd|cmt|can cuoc( cong dan)?|(so |ma )?dinh danh( ca nhan)?|chung minh (nhan dan|thu))( so)?\b/g,
    'cccd',
  ],
  [/\b(nguoi )?dai dien( theo)?( phap luat)?\b|\bndd(pl)?\b/g, 'nguoi dai dien'],
  [/\bxa vien\b|\btv\b/g, 'thanh vien'],
  [/\b(so tien|so|gia tri|muc|tong|tong so)? ?(von gop|gop von)\b/g, 'von gop'],
  [/\bhoi dong quan tri\b|\bhdtv\b|\bhoi dong thanh vien\b/g, 'hdqt'],
  [
    /\b(giao dich )?noi bo( (htx|voi thanh vien( chinh thuc)?|trong htx))?\b|\b(giao dich )?voi thanh vien( chinh thuc)?\b|\btu thanh vien( chinh thuc)?\b/g,
    'noi bo',
  ],
  [
    /\b(giao dich )?(ben ngoai|ngoai thanh vien|ra ngoai|voi ben ngoai|ngoai htx|thi truong ngoai|voi khach hang)( htx| thanh vien)?\b/g,
    'ben ngoai',
  ],
  [/\b(xa phuong|phuong xa)( (thi tran|dac khu))*\b/g, 'xa phuong'],
  [/\b(\p{L}+)( \1\b)+/gu, '$1'],
  [/ +/g, ' '],
];

/** Without marks, signs, fillers and ways of shortening. */
export const canonical = (text: string): string =>
  synonyms.reduce((written, [pattern, word]) => written.replaceAll(global(pattern), word), bare(text)).trim();
const global = (pattern: RegExp): RegExp =>
  pattern.global ? pattern : new RegExp(pattern.source, `${pattern.flags}g`);

/** What a merged heading may be about; what stands below it is of that, and of nothing else. */
const subjects = [
  'representative',
  'certificate',
  'guardian',
  'contribution',
  'organisation',
  'status',
  'internal',
  'external',
  'plan',
  'other',
] as const;
export type Subject = (typeof subjects)[number];

/** A subject: how it shows in a heading above, and the words that stand for it in a heading of one line. */
export interface SubjectWords {
  readonly subject: Subject;
  readonly shows: RegExp;
  readonly words: readonly string[];
}

/** A field as far as its headings are concerned. */
export interface Headed {
  readonly key: string;
  readonly headings: readonly string[];
  /** Below or beside such a subject. */
  readonly under?: Readonly<Partial<Record<Subject, readonly string[]>>>;
}

export interface HeadingMatch {
  readonly key: string;
  /** Less is more certain. */
  readonly rank: number;
}

/** Brackets say the unit of money or how to write, not what the column is. */
const withoutBrackets = (heading: string): string =>
  heading.replaceAll(/\([^)]*\)|\[[^\]]*\]/g, ' ').replaceAll(/đvt[:\s].*$/giu, ' ');

const separators = /[/,;&+|\n]|\s(?:và|hoặc|hay|or|and)\s/u;
const mostLetters = 120;
const mostPieces = 6;

interface Ways {
  /** The text as it stands. */
  readonly whole: readonly string[];
  /** Between strokes, commas and "và". */
  readonly pieces: readonly string[];
}

function waysOf(part: string): Ways {
  const text = part.normalize('NFC').slice(0, mostLetters);
  const plainText = withoutBrackets(text);
  const whole = [...new Set([canonical(text), canonical(plainText)])].filter((way) => way !== '');
  const pieces = plainText
    .split(separators)
    .slice(0, mostPieces)
    .map(canonical)
    .filter((way) => way !== '' && !whole.includes(way));
  return { whole, pieces: [...new Set(pieces)] };
}

interface Known {
  /** Canonical heading: its field, and how certain it is. */
  readonly alone: ReadonlyMap<string, HeadingMatch>;
  readonly under: ReadonlyMap<Subject, ReadonlyMap<string, HeadingMatch>>;
  readonly subjects: readonly SubjectWords[];
}

const rank = { joined: 0, flat: 10_000, subject: 20_000, alone: 30_000, piece: 40_000 } as const;

function put(map: Map<string, HeadingMatch>, heading: string, match: HeadingMatch): void {
  if (heading !== '' && !map.has(heading)) map.set(heading, match);
}

interface Below extends HeadingMatch {
  readonly subject: Subject;
  readonly child: string;
  readonly words: readonly string[];
}

const belowOf = (fields: readonly Headed[], about: readonly SubjectWords[]): Below[] =>
  fields.flatMap(({ key, under = {} }) =>
    about.flatMap(({ subject, words }) =>
      (under[subject] ?? []).map((child, order) => ({ key, subject, child, words, rank: order })),
    ),
  );

/** Makes the headings of a kind of sheet ready to be looked up. */
function knownHeadings(fields: readonly Headed[], about: readonly SubjectWords[]): Known {
  const alone = new Map<string, HeadingMatch>();
  const under = new Map(about.map(({ subject }) => [subject, new Map<string, HeadingMatch>()]));
  for (const { key, headings } of fields)
    for (const [order, heading] of headings.entries()) put(alone, canonical(heading), { key, rank: order });
  for (const { key, subject, child, words, rank: order } of belowOf(fields, about)) {
    put(under.get(subject)!, canonical(child), { key, rank: order });
    for (const flat of words.flatMap((word) => [`${child} ${word}`, `${word} ${child}`]))
      put(alone, canonical(flat), { key, rank: rank.flat + order });
  }
  return { alone, under, subjects: about };
}

const first = <T>(ways: readonly string[], find: (way: string) => T | undefined): T | undefined => {
  for (const way of ways) {
    const found = find(way);
    if (found !== undefined) return found;
  }
  return undefined;
};

/** "Số" and "họ tên" alone name nothing, and yet are a thing of their own beside another. */
const halfKnown = ({ under }: Known, way: string): readonly HeadingMatch[] =>
  [...under.values()].flatMap((below) => below.get(way) ?? []);

/** "SĐT/Email" holds two things: which of them is meant nobody can say. The bare name of a person beside another is a part of it. */
function ofPieces({ pieces }: Ways, known: Known, find: (way: string) => HeadingMatch | undefined) {
  const isSubject = (way: string): boolean => known.subjects.some(({ words }) => words.includes(way));
  const telling = pieces.filter((way) => !isSubject(way));
  const found = (telling.length > 0 ? telling : pieces).map((way) => [way, find(way)] as const);
  const keys = new Set(
    found.flatMap(([way, match]) => (match === undefined ? halfKnown(known, way) : [match]).map(({ key }) => key)),
  );
  return keys.size === 1 ? found.find(([, match]) => match !== undefined)?.[1] : undefined;
}

const subjectOf = ({ whole }: Ways, about: readonly SubjectWords[]): Subject | undefined =>
  about.find(({ shows }) => whole.some((way) => shows.test(way)))?.subject;

/** Joined with what stands above, in either order. */
const joinedWays = (above: Ways, own: Ways): string[] =>
  [...above.whole, ...above.pieces].flatMap((parent) =>
    own.whole.flatMap((way) => [`${parent} ${way}`, `${way} ${parent}`]),
  );

/** Below what is planned, however far up, nothing was done; and what is both internal and external is neither side. */
const isNoFigure = (parts: readonly Ways[], about: readonly SubjectWords[]): boolean =>
  parts.some((part, at) => {
    const shown = about.filter(({ shows }) => part.whole.some((way) => shows.test(way))).map(({ subject }) => subject);
    const isBelow = at < parts.length - 1;
    return (isBelow && shown.includes('plan')) || (shown.includes('internal') && shown.includes('external'));
  });

function matchesOf(heading: string, known: Known): HeadingMatch[] {
  const parts = heading.split(' > ').map(waysOf);
  const own = parts.at(-1)!;
  const parents = parts.slice(0, -1).toReversed();
  if (isNoFigure(parts, known.subjects)) return [];
  const aloneOf = (way: string): HeadingMatch | undefined =>
    known.alone.get(way) ?? (way.length > longest ? undefined : known.alone.get(canonical(way)));
  const joined = parents.flatMap((above) => first(joinedWays(above, own), aloneOf) ?? []);
  const [subject] = parents.flatMap((above) => subjectOf(above, known.subjects) ?? []);
  const found: HeadingMatch[] = joined.map((match) => ({ ...match, rank: rank.joined + match.rank }));
  if (subject !== undefined) {
    const below = known.under.get(subject) ?? new Map<string, HeadingMatch>();
    const find = (way: string): HeadingMatch | undefined => below.get(way);
    const match = first(own.whole, find) ?? ofPieces(own, known, find);
    return match === undefined ? found : [...found, { ...match, rank: rank.subject + match.rank }];
  }
  const alone = first(own.whole, aloneOf);
  if (alone !== undefined) return [...found, { ...alone, rank: (parents.length > 0 ? rank.alone : 0) + alone.rank }];
  const piece = ofPieces(own, known, aloneOf);
  return piece === undefined ? found : [...found, { ...piece, rank: rank.piece + piece.rank }];
}

/** No heading that is known has more letters than this. */
const longest = 70;

const mostRemembered = 5_000;

/** Looks headings up, and remembers what came of them: a sheet's first rows are tried one after another. */
export function headingReader(fields: readonly Headed[], about: readonly SubjectWords[]) {
  const known = knownHeadings(fields, about);
  const remembered = new Map<string, readonly HeadingMatch[]>();
  return (heading: string): readonly HeadingMatch[] => {
    const before = remembered.get(heading);
    if (before !== undefined) return before;
    if (heading === '' || heading.length > mostLetters * 4) return [];
    if (remembered.size >= mostRemembered) remembered.clear();
    const matches = matchesOf(heading, known);
    remembered.set(heading, matches);
    return matches;
  };
}
