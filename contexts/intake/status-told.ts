import { bare, type WordList } from './cell-word.ts';

/** What a column of standings says, as departments write it; "stopped" leaves open in which way. */
export const statusWords: WordList = (
  [
    ['operating', 'dang hoat dong', 'hoat dong', 'con hoat dong', 'hoat dong binh thuong', 'operating', 'ดำเนินการอยู่'],
    [
      'suspended',
      'tam ngung',
      'tam ngung hoat dong',
      'tam ngung kinh doanh',
      'tam dung hoat dong',
      'suspended',
      'หยุดชั่วคราว',
    ],
    [
      'stopped',
      'ngung hoat dong',
      'ngung',
      'da ngung hoat dong',
      'khong hoat dong',
      'dung hoat dong',
      'stopped',
      'หยุดดำเนินการ',
    ],
    ['dissolving', 'dang giai the', 'cho giai the', 'dang lam thu tuc giai the', 'dissolving', 'กำลังเลิก'],
    ['dissolved', 'da giai the', 'giai the', 'dissolved', 'เลิกแล้ว'],
    [
      'revoked',
      'bi thu hoi',
      'thu hoi',
      'da bi thu hoi',
      'bi thu hoi giay chung nhan',
      'thu hoi gcn',
      'revoked',
      'ถูกเพิกถอน',
    ],
    ['founding', 'dang thanh lap', 'moi thanh lap', 'founding', 'กำลังจัดตั้ง'],
  ] as const
).map(([value, ...ways]) => [value, ...ways.map(bare)] as const);

const standsFor: Readonly<Record<string, readonly string[]>> = {
  stopped: ['suspended', 'dissolving', 'revoked', 'dissolved', 'merged', 'divided'],
  dissolved: ['dissolved', 'merged', 'divided'],
};

/** Is the register told otherwise than it has it? A newly entered organisation operates, until an act says otherwise. */
export const isToldOtherwise = (told: unknown, known: string | undefined): boolean =>
  typeof told === 'string' && !(standsFor[told] ?? [told]).includes(known ?? 'operating');
