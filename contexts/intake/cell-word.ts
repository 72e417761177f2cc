import { plain } from '#kernel/text.ts';
import type { Reading } from './cell-text.ts';

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

export function wordIn(text: string, words: WordList): Reading {
  const value = found(text, words);
  if (value === undefined) return { trouble: 'word-unknown' };
  return value === 'official' ? { trouble: 'standing-too-coarse' } : { value };
}

/** Several words, between commas, semicolons, strokes or line ends. */
export function wordsIn(text: string, words: WordList): Reading {
  const values = text
    .split(/[,;/+\n]|\svà\s/u)
    .filter((part) => bare(part) !== '')
    .map((part) => found(part, words));
  if (values.length === 0 || values.includes(undefined)) return { trouble: 'word-unknown' };
  return { value: [...new Set(values as string[])] };
}

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
  ['crops', 'trong trot', 'trong cay', 'cay trong', 'rau', 'lua', 'cay an qua', 'crops'],
  ['livestock', 'chan nuoi', 'gia suc', 'gia cam', 'livestock'],
  ['fishery', 'thuy san', 'nuoi trong thuy san', 'danh bat', 'thuy hai san', 'fishery'],
  ['forestry', 'lam nghiep', 'trong rung', 'forestry'],
  [
    'processing',
    'che bien',
    'tieu thu cong nghiep',
    'ttcn',
    'cong nghiep',
    'cong nghiep tieu thu cong nghiep',
    'processing',
  ],
  ['trade', 'thuong mai', 'buon ban', 'trade'],
  ['transport', 'van tai', 'giao thong van tai', 'transport'],
  ['construction', 'xay dung', 'construction'],
  ['environment', 'moi truong', 've sinh moi truong', 'environment'],
  ['credit', 'tin dung', 'quy tin dung', 'quy tin dung nhan dan', 'credit'],
  ['tourism', 'du lich', 'tourism'],
  ['services', 'dich vu', 'dich vu tong hop', 'dich vu nong nghiep', 'services'],
]);
