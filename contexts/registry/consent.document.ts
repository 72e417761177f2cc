import type { Day } from '#kernel/day.ts';
import type { ConsentField, ConsentWay } from './consent.ts';
import type { ConsentCount } from './consent.store.ts';
import { inLanguage, type SheetLanguage, type Words } from '#platform/spreadsheet/words.ts';
import { standingNames } from './export.words.ts';
import type { FormerStanding } from './member-standing.ts';

const fieldNames: Readonly<Record<ConsentField, Words>> = {
  sex: ['Giới tính', 'Sex', 'เพศ'],
  phone: ['Điện thoại', 'Phone', 'โทรศัพท์'],
  hamlet: ['Thôn, khu', 'Hamlet', 'หมู่บ้าน'],
  representativePhone: ['Điện thoại người đại diện', 'Phone of the representative', 'โทรศัพท์ผู้แทน'],
};
const wayNames: Readonly<Record<ConsentWay, Words>> = {
  paper: ['bằng giấy', 'on paper', 'เป็นเอกสาร'],
  spoken: ['bằng lời', 'in words', 'ด้วยวาจา'],
};
const said = {
  consents: ['Sự đồng ý', 'Consents', 'ความยินยอม'],
  counts: ['Thông tin giữ theo sự đồng ý', 'Fields kept by consent', 'ข้อมูลที่เก็บตามความยินยอม'],
  field: ['Thông tin', 'Field', 'ข้อมูล'],
  given: ['Đồng ý', 'Given', 'ให้ไว้'],
  document: ['Giấy', 'Paper', 'เอกสาร'],
  text: ['Bản lời đồng ý', 'Version of the words', 'ฉบับถ้อยคำ'],
  withdrawn: ['Rút lại', 'Withdrawn', 'ถอน'],
  agreed: ['Có ghi đồng ý', 'Consent on record', 'มีบันทึกความยินยอม'],
  missing: ['Đang giữ, chưa ghi đồng ý', 'Kept, no consent on record', 'เก็บอยู่ ไม่มีบันทึกความยินยอม'],
  former: ['Tư cách trước đây', 'Former standings', 'สถานภาพก่อนหน้า'],
  until: ['Đến trước ngày', 'Until (not on)', 'ถึงก่อนวันที่'],
  standing: ['Tư cách', 'Standing', 'สถานภาพ'],
  foreign: ['Nhà đầu tư nước ngoài', 'Foreign investor', 'ผู้ลงทุนต่างชาติ'],
  yes: ['có', 'yes', 'ใช่'],
  no: ['không', 'no', 'ไม่'],
} as const satisfies Record<string, Words>;

/** One table of a printed document. */
export interface Part {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly widths: readonly number[];
}

const written = (on: Day | null): string => (on === null ? '' : on.split('-').toReversed().join('/'));

export interface PrintedConsent {
  readonly field: ConsentField;
  readonly way: ConsentWay;
  readonly givenOn: Day;
  readonly document: string | null;
  readonly text: string;
  readonly withdrawnOn: Day | null;
}

/** What the member agreed to and took back; nothing where there is nothing. */
export function consentParts(consents: readonly PrintedConsent[], language: SheetLanguage): Part[] {
  if (consents.length === 0) return [];
  const say = (words: Words): string => inLanguage(words, language);
  return [
    {
      title: say(said.consents),
      head: [said.field, said.given, said.document, said.text, said.withdrawn].map(say),
      rows: consents.map((one) => [
        say(fieldNames[one.field]),
        `${written(one.givenOn)}, ${say(wayNames[one.way])}`,
        one.document ?? '',
        one.text,
        written(one.withdrawnOn),
      ]),
      widths: [3, 3, 3, 2, 2],
    },
  ];
}

/** What the member was before. */
export function formerParts(former: readonly FormerStanding[], language: SheetLanguage): Part[] {
  if (former.length === 0) return [];
  const say = (words: Words): string => inLanguage(words, language);
  return [
    {
      title: say(said.former),
      head: [said.until, said.standing, said.foreign].map(say),
      rows: former.map(({ until, standing, foreign }) => [
        written(until),
        standing === null ? '' : say(standingNames[standing]),
        foreign === null ? '' : say(foreign ? said.yes : said.no),
      ]),
      widths: [2, 4, 3],
    },
  ];
}

/** How many agreed, by field: nobody's name. */
export function consentCountPart(counts: readonly ConsentCount[], language: SheetLanguage): Part {
  const say = (words: Words): string => inLanguage(words, language);
  return {
    title: say(said.counts),
    head: [said.field, said.agreed, said.missing, said.withdrawn].map(say),
    rows: counts.map((one) => [
      say(fieldNames[one.field]),
      String(one.agreed),
      String(one.missing),
      String(one.withdrawn),
    ]),
    widths: [3, 2, 2, 2],
  };
}
