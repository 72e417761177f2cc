import { plain } from '#kernel/text.ts';
import type { Reading, ToldWords } from './cell-text.ts';

/** What may stand in a column of few words, and how people write it (without marks, lower case). */
export type WordList = readonly (readonly [value: string, ...written: string[]])[];

/** Without marks, signs and doubled blanks. */
export const bare = (text: string): string =>
  plain(text)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const found = (text: string, words: WordList): string | undefined => {
  const written = bare(text);
  return words.find(([value, ...ways]) => written === bare(value) || ways.includes(written))?.[0];
};

/** What a word means: as somebody said for this sheet, or as it is known; undefined where nobody knows. */
const meaning = (text: string, words: WordList, told: ToldWords): readonly string[] | undefined => {
  const said = Object.hasOwn(told, bare(text)) ? told[bare(text)] : undefined;
  if (said !== undefined) return said;
  const value = found(text, words);
  return value === undefined ? undefined : [value];
};

/** A stroke or dots stand for nothing. */
const isBlank = (text: string): boolean => bare(text) === '';

export function wordIn(text: string, words: WordList, told: ToldWords = {}): Reading {
  if (isBlank(text)) return {};
  const values = meaning(text, words, told);
  if (values === undefined) return { trouble: 'word-unknown' };
  const [value] = values;
  if (value === undefined) return {};
  return value === 'official' ? { trouble: 'standing-too-coarse' } : { value };
}

const dayAtEnd =
  /(?:(?<=[\s,;:(])(?:từ|vào|ngày|since|from|on)\s+)*(?:วันที่\s*)?(\d{1,2}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?\d{4}|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2} tháng \d{1,2} năm \d{4})\s?\)?\.?$/iu;

/** "Giải thể ngày 12/3/2024", "Tạm ngừng (từ 01/02/2025)": what stands before the day, and the day as written. */
export function datedIn(text: string): { readonly word: string; readonly day: string | undefined } {
  const found = dayAtEnd.exec(text);
  const word = found === null ? '' : text.slice(0, found.index);
  return isBlank(word) ? { word: text, day: undefined } : { word, day: found![1]! };
}

/** Between commas, semicolons, strokes or line ends; "Nông, lâm nghiệp" is asked as two. */
const partsIn = (text: string): string[] => text.split(/[,;/+\n]|\svà\s/u).filter((part) => !isBlank(part));

export function wordsIn(text: string, words: WordList, told: ToldWords = {}): Reading {
  const whole = meaning(text, words, told);
  const values = whole === undefined ? partsIn(text).map((part) => meaning(part, words, told)) : [whole];
  if (values.includes(undefined)) return { trouble: 'word-unknown' };
  const all = [...new Set(values.flatMap((one) => one!))];
  return all.length === 0 ? {} : { value: all };
}

/** The words of a cell that nobody knows, or that say too little. */
export const wordsUnknown = (text: string, words: WordList, isSeveral: boolean): string[] => {
  if (isBlank(text)) return [];
  const parts = isSeveral && found(text, words) === undefined ? partsIn(text) : [text];
  return parts.filter((part) => [undefined, 'official'].includes(found(part, words)));
};

/** Words that speak of several at once: proposed, and confirmed by a person (VSIC, section A). */
const broadWords: Readonly<Record<string, readonly string[]>> = {
  'nong nghiep': ['crops', 'livestock'],
  'nong nghiep tong hop': ['crops', 'livestock'],
  'san xuat nong nghiep': ['crops', 'livestock'],
  'nong lam nghiep': ['crops', 'livestock', 'forestry'],
  'nong lam thuy san': ['crops', 'livestock', 'forestry', 'fishery'],
  'nong lam ngu nghiep': ['crops', 'livestock', 'forestry', 'fishery'],
  'nong lam nghiep thuy san': ['crops', 'livestock', 'forestry', 'fishery'],
  'thuong mai dich vu': ['trade', 'services'],
  'dich vu thuong mai': ['trade', 'services'],
};

/** What a word that is not known may mean. */
export const proposedMeaning = (text: string, words: WordList): readonly string[] =>
  (broadWords[bare(text)] ?? []).filter((value) => words.some(([one]) => one === value));

/** Written as people read them; compared without marks. */
const list = (words: WordList): WordList => words.map(([value, ...ways]) => [value, ...ways.map(bare)]);

export const sexWords = list([
  ['male', 'nam', 'm', 'trai', 'ong', 'chay', 'ชาย'],
  ['female', 'nu', 'f', 'gai', 'ba', 'หญิง'],
]);

export const partyWords = list([
  ['person', 'ca nhan', 'nguoi', 'individual', 'บุคคล'],
  ['household', 'ho gia dinh', 'ho', 'dai dien ho', 'household', 'ครัวเรือน'],
  ['group', 'to hop tac', 'tht', 'nhom', 'group', 'กลุ่ม'],
  [
    'legal-person',
    'phap nhan',
    'doanh nghiep',
    'cong ty',
    'hop tac xa',
    'htx',
    'to chuc',
    'legal person',
    'company',
    'นิติบุคคล',
  ],
]);

/** "Chính thức" alone does not say by what (art. 4.17): then the mapping says it for all rows, or the row is refused. */
export const standingWords = list([
  [
    'official-both',
    'chinh thuc gop von su dung dich vu va lao dong',
    'chinh thuc ca hai',
    'chinh thuc su dung va lao dong',
    'official capital use and labour',
    'official capital use and work',
    'สามัญ: ทั้งสอง',
  ],
  [
    'official-use',
    'chinh thuc su dung dich vu',
    'chinh thuc gop von su dung dich vu',
    'official use',
    'official capital and use',
    'สามัญ: ทุนและใช้บริการ',
  ],
  [
    'official-labour',
    'chinh thuc gop suc lao dong',
    'chinh thuc lao dong',
    'chinh thuc gop von gop suc lao dong',
    'official labour',
    'official capital and labour',
    'สามัญ: ทุนและแรงงาน',
  ],
  [
    'associate-capital',
    'lien ket gop von',
    'thanh vien lien ket gop von',
    'associate capital',
    'associate with capital',
    'สมทบมีทุน',
  ],
  [
    'associate',
    'lien ket khong gop von',
    'thanh vien lien ket khong gop von',
    'associate without capital',
    'สมทบไม่มีทุน',
  ],
  ['official', 'chinh thuc', 'thanh vien chinh thuc', 'tv chinh thuc', 'xa vien'],
]);

export const kindWords = list([
  ['cooperative-group', 'to hop tac', 'tht', 'cooperative group', 'กลุ่มความร่วมมือ'],
  ['cooperative', 'hop tac xa', 'htx', 'cooperative', 'สหกรณ์'],
  [
    'union',
    'lien hiep hop tac xa',
    'lien hiep htx',
    'lhhtx',
    'lien hiep',
    'union',
    'union of cooperatives',
    'สหพันธ์สหกรณ์',
  ],
  ['farm', 'trang trai', 'farm', 'ฟาร์ม'],
  ['enterprise', 'doanh nghiep', 'dn', 'cong ty', 'enterprise', 'company', 'วิสาหกิจ'],
  ['household-business', 'ho kinh doanh', 'hkd', 'household business', 'ธุรกิจครัวเรือน'],
]);

/** "HTX Hoa Phong" says its kind itself; the longest way of writing goes first. */
export const kindInName = (name: string): string | undefined => {
  const written = `${bare(name)} `;
  return kindWords
    .flatMap(([value, ...ways]) => ways.map((way) => [way, value] as const))
    .toSorted(([a], [b]) => b.length - a.length)
    .find(([way]) => written.startsWith(`${way} `))?.[1];
};

export const activityWords = list([
  [
    'crops',
    'trong trot',
    'trong cay',
    'cay trong',
    'rau',
    'rau mau',
    'rau an toan',
    'lua',
    'trong lua',
    'trong rau',
    'cay an qua',
    'trong cay an qua',
    'cay cong nghiep',
    'cay duoc lieu',
    'duoc lieu',
    'trong nam',
    'che',
    'trong che',
    'hoa cay canh',
    'crops',
  ],
  [
    'livestock',
    'chan nuoi',
    'gia suc',
    'gia cam',
    'gia suc gia cam',
    'chan nuoi gia suc',
    'chan nuoi gia cam',
    'chan nuoi gia suc gia cam',
    'chan nuoi lon',
    'chan nuoi ga',
    'nuoi ong',
    'livestock',
  ],
  [
    'fishery',
    'thuy san',
    'hai san',
    'nuoi trong',
    'nuoi tom',
    'nuoi ca',
    'nuoi trong thuy san',
    'nuoi trong thuy hai san',
    'danh bat thuy san',
    'khai thac thuy san',
    'danh bat hai san',
    'ngu nghiep',
    'danh bat',
    'thuy hai san',
    'fishery',
  ],
  ['forestry', 'lam nghiep', 'trong rung', 'lam sinh', 'lam san', 'forestry'],
  [
    'processing',
    'che bien',
    'tieu thu cong nghiep',
    'ttcn',
    'cong nghiep',
    'cong nghiep tieu thu cong nghiep',
    'che bien nong san',
    'che bien thuy san',
    'che bien nong san thuc pham',
    'che bien lam san',
    'so che',
    'processing',
  ],
  [
    'trade',
    'thuong mai',
    'buon ban',
    'mua ban',
    'ban buon',
    'ban le',
    'kinh doanh vat tu nong nghiep',
    'tieu thu nong san',
    'trade',
  ],
  ['transport', 'van tai', 'giao thong van tai', 'transport'],
  ['construction', 'xay dung', 'construction'],
  ['environment', 'moi truong', 've sinh moi truong', 'thu gom rac', 'thu gom rac thai', 'environment'],
  ['credit', 'tin dung', 'quy tin dung', 'quy tin dung nhan dan', 'credit'],
  ['tourism', 'du lich', 'du lich cong dong', 'du lich sinh thai', 'tourism'],
  [
    'services',
    'dich vu',
    'dich vu tong hop',
    'dich vu thuy loi',
    'thuy loi',
    'dich vu khac',
    'dich vu nong nghiep',
    'services',
  ],
]);
