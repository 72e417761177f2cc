import { dayOf, timeOf, type Day } from '#kernel/day.ts';
import type { DocumentReply } from '#platform/method/handle.ts';
import { renderPdf, type House } from '#platform/pdf/typst.ts';
import { consentCountPart, consentParts, formerParts, type PrintedConsent } from './consent.document.ts';
import type { ConsentCount } from './consent.store.ts';
import { inLanguage, type SheetLanguage } from '#platform/spreadsheet/words.ts';
import { partyNames, sexNames, standingNames } from './export.words.ts';
import type { FormerStanding } from './member-standing.ts';
import type { MemberRow } from './member.wire.ts';
import { peopleName } from './people-names.ts';
import { basisWords, personalFieldTable, readerWords, retentionWords, type PersonalField } from './personal-field.ts';
import type { GuardianView, RepresentativeView } from './party.wire.ts';
import type { SensitiveValue } from './sensitive.wire.ts';

const template = `#import "/letterhead.typ": *
#show: letter.with(title: data.title, reference: data.reference, synthetic: data.synthetic, flipped: data.wide)
#document-title(data.title, sub: data.sub)
#facts(data.facts, label-width: 60mm)
#for part in data.parts {
  section(part.title)
  data-table(part.head, part.rows, widths: part.widths.map(width => if width == 0 { auto } else { width * 1fr }))
}
#text(size: 8.5pt, style: "italic", data.note)
`;

const words = {
  vi: {
    copy: 'DỮ LIỆU CÁ NHÂN ĐANG LƯU',
    file: 'HỒ SƠ BẢO VỆ DỮ LIỆU CÁ NHÂN',
    made: 'Lập ngày',
    party: 'Thành viên là',
    standing: 'Tư cách',
    joined: 'Ngày vào',
    left: 'Ngày ra',
    field: 'Thông tin',
    value: 'Đang lưu',
    purpose: 'Để làm gì',
    basis: 'Căn cứ',
    retention: 'Lưu bao lâu',
    readers: 'Ai xem được',
    kept: 'Số người',
    fields: 'Các loại dữ liệu',
    looks: 'Ai đã xem, đã xuất',
    when: 'Khi nào',
    who: 'Ai',
    what: 'Việc',
    none: 'không có',
    unverified: 'chưa kiểm chứng',
    members: 'Người đang có dữ liệu',
    erased: 'Người đã xóa dữ liệu',
    looks12: 'Lượt xem trong 12 tháng',
    exports12: 'Lượt xuất trong 12 tháng',
    consents: 'Giá trị giữ theo sự đồng ý',
    withdrawn: 'Lượt rút đồng ý',
    requests: 'Yêu cầu chưa trả lời',
    noteCopy: 'Số định danh in che bớt. Mỗi lần xuất bản này đều được ghi lại.',
    noteFile:
      'Theo Luật 91/2025/QH15 và Nghị định 356/2025/NĐ-CP, đọc qua bản tóm tắt; mẫu hồ sơ chưa đối chiếu. Không có dữ liệu của người nào trong văn bản này.',
  },
  en: {
    copy: 'PERSONAL DATA AS KEPT',
    file: 'DATA-PROTECTION FILE',
    made: 'Made on',
    party: 'The member is',
    standing: 'Standing',
    joined: 'Joined on',
    left: 'Left on',
    field: 'Field',
    value: 'Kept',
    purpose: 'What for',
    basis: 'Ground',
    retention: 'How long',
    readers: 'Who sees it',
    kept: 'Persons',
    fields: 'Kinds of data',
    looks: 'Who looked, who exported',
    when: 'When',
    who: 'Who',
    what: 'What',
    none: 'none',
    unverified: 'unverified',
    members: 'Persons with data',
    erased: 'Persons erased',
    looks12: 'Looks in 12 months',
    exports12: 'Exports in 12 months',
    consents: 'Values kept by consent',
    withdrawn: 'Consents withdrawn',
    requests: 'Requests not answered',
    noteCopy: 'The national id is printed masked. Each export of this document is written down.',
    noteFile:
      "Law 91/2025/QH15 and Decree 356/2025/NĐ-CP, read in summaries; the form was not compared. Nobody's data stand in this document.",
  },
  th: {
    copy: 'ข้อมูลส่วนบุคคลที่เก็บไว้',
    file: 'แฟ้มคุ้มครองข้อมูลส่วนบุคคล',
    made: 'จัดทำวันที่',
    party: 'สมาชิกเป็น',
    standing: 'สถานภาพ',
    joined: 'วันที่เข้า',
    left: 'วันที่ออก',
    field: 'ข้อมูล',
    value: 'ที่เก็บ',
    purpose: 'เพื่ออะไร',
    basis: 'ฐาน',
    retention: 'นานเท่าใด',
    readers: 'ใครเห็น',
    kept: 'จำนวนคน',
    fields: 'ประเภทข้อมูล',
    looks: 'ใครดู ใครส่งออก',
    when: 'เมื่อใด',
    who: 'ใคร',
    what: 'การทำงาน',
    none: 'ไม่มี',
    unverified: 'ยังไม่ได้ตรวจสอบ',
    members: 'ผู้ที่มีข้อมูล',
    erased: 'ผู้ที่ลบข้อมูลแล้ว',
    looks12: 'การดูใน 12 เดือน',
    exports12: 'การส่งออกใน 12 เดือน',
    consents: 'ค่าที่เก็บด้วยความยินยอม',
    withdrawn: 'การถอนความยินยอม',
    requests: 'คำขอที่ยังไม่ตอบ',
    noteCopy: 'เลขประจำตัวพิมพ์แบบปิดบัง ทุกครั้งที่ส่งออกถูกบันทึก',
    noteFile: 'กฎหมาย 91/2025/QH15 และกฤษฎีกา 356/2025/NĐ-CP อ่านจากบทสรุป แบบฟอร์มยังไม่ได้เทียบ ไม่มีข้อมูลของผู้ใดในเอกสารนี้',
  },
} as const;

const written = (on: Day | null): string => (on === null ? '' : on.split('-').reverse().join('/'));

const groundOf = (field: PersonalField, language: SheetLanguage): string =>
  `${basisWords[field.basis][language]}${field.verified ? '' : ` (${words[language].unverified})`}`;

const detailsOf = (field: PersonalField, language: SheetLanguage): string[] => [
  field.purpose[language],
  groundOf(field, language),
  retentionWords[field.retention][language],
  readerWords[field.readers][language],
];

export interface Copied {
  readonly house?: House | undefined;
  readonly member: MemberRow;
  readonly organisation: string;
  readonly representatives: readonly RepresentativeView[];
  readonly guardian: GuardianView | null;
  readonly sensitive: SensitiveValue;
  readonly consents: readonly PrintedConsent[];
  readonly former: readonly FormerStanding[];
  readonly looks: readonly {
    readonly at: string;
    readonly by: string | null;
    readonly purpose: string;
    readonly field: string;
  }[];
}

/** What was looked at, by the name the table of fields gives it; the whole copy by its own title. */
function lookedAt(field: string, language: SheetLanguage): string {
  if (field === 'personal-copy') return words[language].copy;
  const name = field.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  return personalFieldTable.find((one) => one.field === name)?.name[language] ?? field;
}

function valuesOf({ member, representatives, guardian, sensitive, looks }: Copied, language: SheetLanguage) {
  const { poverty, ethnicity } = sensitive;
  const values: Readonly<Record<string, string | number | null>> = {
    name: member.name,
    sex: member.sex === null ? null : inLanguage(sexNames[member.sex], language),
    birthYear: member.birthYear,
    birthDay: written(member.birthDay),
    phone: member.phone,
    hamlet: member.hamlet,
    nationalId: member.nationalId,
    representative: representatives.map(({ name, phone }) => [name, phone].filter(Boolean).join(', ')).join('; '),
    guardian: guardian && [guardian.name, guardian.relation, guardian.phone, guardian.document].join(', '),
    ethnicity: ethnicity && peopleName(ethnicity),
    poverty: poverty && `${poverty.state}, ${poverty.year}, ${poverty.decision}`,
    look: looks.length,
  };
  return values;
}

/** All that is kept of one member, with its ground, and who looked. */
export async function personalCopy(copied: Copied, language: SheetLanguage, today: Day): Promise<DocumentReply> {
  const said = words[language];
  const { member } = copied;
  const values = valuesOf(copied, language);
  const body = await renderPdf({
    template,
    house: copied.house,
    data: {
      title: said.copy,
      sub: copied.organisation,
      reference: `${said.made} ${written(today)}`,
      synthetic: member.provenance === 'synthetic',
      wide: true,
      facts: [
        [said.party, inLanguage(partyNames[member.party], language)],
        [said.standing, inLanguage(standingNames[member.standing], language)],
        [said.joined, written(member.joinedOn)],
        ...(member.leftOn === null ? [] : [[said.left, written(member.leftOn)]]),
      ],
      parts: [
        {
          title: said.fields,
          head: [said.field, said.value, said.purpose, said.basis, said.retention, said.readers],
          rows: personalFieldTable.map((field) => [
            field.name[language],
            String(values[field.field] ?? '') || said.none,
            ...detailsOf(field, language),
          ]),
          widths: [2, 3, 3, 3, 3, 3],
        },
        ...consentParts(copied.consents, language),
        ...formerParts(copied.former, language),
        {
          title: said.looks,
          head: [said.when, said.who, said.what, said.purpose],
          rows: copied.looks.map(({ at, by, purpose, field }) => [
            `${written(dayOf(at))} ${timeOf(at)}`,
            by ?? '',
            lookedAt(field, language),
            purpose,
          ]),
          widths: [2, 3, 2, 4],
        },
      ],
      note: said.noteCopy,
    },
  });
  return { fileName: `${said.copy}.pdf`, mediaType: 'application/pdf', body };
}

export interface Protection {
  readonly house?: House | undefined;
  readonly holder: string;
  readonly synthetic: boolean;
  readonly counts: Readonly<
    Record<'members' | 'erased' | 'looks' | 'exports' | 'consents' | 'withdrawn' | 'requests', number>
  >;
  readonly fields: ReadonlyMap<string, number>;
  readonly consents: readonly ConsentCount[];
}

/** What is kept, what for and how much of it; nobody's data. */
export async function protectionFile(given: Protection, language: SheetLanguage, today: Day): Promise<DocumentReply> {
  const said = words[language];
  const { counts } = given;
  const body = await renderPdf({
    template,
    house: given.house,
    data: {
      title: said.file,
      sub: given.holder,
      reference: `${said.made} ${written(today)}`,
      synthetic: given.synthetic,
      wide: true,
      facts: [
        [said.members, counts.members],
        [said.erased, counts.erased],
        [said.looks12, counts.looks],
        [said.exports12, counts.exports],
        [said.consents, counts.consents],
        [said.withdrawn, counts.withdrawn],
        [said.requests, counts.requests],
      ],
      parts: [
        {
          title: said.fields,
          head: [said.field, said.kept, said.purpose, said.basis, said.retention, said.readers],
          rows: personalFieldTable.map((field) => [
            field.name[language],
            String(given.fields.get(field.field) ?? counts.looks + counts.exports),
            ...detailsOf(field, language),
          ]),
          widths: [2, 0, 3, 3, 3, 3],
        },
        consentCountPart(given.consents, language),
      ],
      note: said.noteFile,
    },
  });
  return { fileName: `${said.file} ${today}.pdf`, mediaType: 'application/pdf', body };
}
