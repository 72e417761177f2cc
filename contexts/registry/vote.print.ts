import { readFileSync } from 'node:fs';
import type { Day } from '#kernel/day.ts';
import { renderPdf, type House } from '#platform/pdf/typst.ts';
import type { SheetLanguage } from '#platform/spreadsheet/words.ts';
import type { MemberOnDay } from './vote.store.ts';

const template = readFileSync(new URL('./vote.typ', import.meta.url), 'utf8');
const shortDay = (on: Day): string => on.split('-').reverse().join('/');

export interface PrintedVoters {
  readonly house?: House | undefined;
  readonly organisation: { readonly name: string; readonly synthetic: boolean };
  readonly on: Day;
  readonly voters: readonly MemberOnDay[];
  readonly others: number;
  /** By the parameter of the day; null where none is known. */
  readonly votes: number | null;
  readonly source: string | null;
  readonly language: SheetLanguage;
}

interface Say {
  readonly title: string;
  readonly place: string;
  readonly heading: string;
  readonly sub: (on: string) => string;
  readonly voters: string;
  readonly each: string;
  readonly votes: (votes: number | null) => string;
  readonly others: string;
  readonly head: readonly string[];
  readonly erased: string;
  readonly note: (source: string | null) => string;
  readonly signatures: readonly string[];
}

const words: Readonly<Record<SheetLanguage, Say>> = {
  vi: {
    title: 'Danh sách thành viên có quyền biểu quyết',
    place: '……………, ngày … tháng … năm ……',
    heading: 'DANH SÁCH THÀNH VIÊN DỰ ĐẠI HỘI',
    sub: (on) => `Thành viên chính thức có quyền biểu quyết vào ngày ${on}`,
    voters: 'Số thành viên có quyền biểu quyết',
    each: 'Số phiếu của mỗi thành viên',
    votes: (votes) => `${votes ?? 'chưa xác định'}, không phụ thuộc số vốn góp`,
    others: 'Thành viên liên kết (dự, không biểu quyết)',
    head: ['STT', 'Thành viên', 'Người đại diện biểu quyết', 'Ký tên'],
    erased: '(đã xóa theo yêu cầu)',
    note: (source) =>
      `Căn cứ số phiếu: ${source ?? 'chưa xác định'}. Tỷ lệ dự họp và tỷ lệ thông qua chưa được xác định theo luật hiện hành nên không in ở đây; xem điều lệ.`,
    signatures: ['THƯ KÝ', 'CHỦ TỌA'],
  },
  en: {
    title: 'Members entitled to vote',
    place: '……………, … / … / ……',
    heading: 'MEMBERS AT THE GENERAL MEETING',
    sub: (on) => `Official members entitled to vote on ${on}`,
    voters: 'Members entitled to vote',
    each: 'Votes of each member',
    votes: (votes) => `${votes ?? 'not established'}, whatever the capital contributed`,
    others: 'Associate members (attend, do not vote)',
    head: ['No.', 'Member', 'Represented by', 'Signature'],
    erased: '(erased on request)',
    note: (source) =>
      `Basis of the votes: ${source ?? 'not established'}. The quorum and the majority are not established by the law in force and are not printed here; see the charter.`,
    signatures: ['SECRETARY', 'CHAIR'],
  },
  th: {
    title: 'รายชื่อสมาชิกผู้มีสิทธิลงคะแนน',
    place: '……………, วันที่ … เดือน … ปี ……',
    heading: 'รายชื่อสมาชิกเข้าประชุมใหญ่',
    sub: (on) => `สมาชิกสามัญผู้มีสิทธิลงคะแนน ณ วันที่ ${on}`,
    voters: 'จำนวนสมาชิกผู้มีสิทธิลงคะแนน',
    each: 'คะแนนเสียงของสมาชิกแต่ละราย',
    votes: (votes) => `${votes ?? 'ยังไม่ทราบแน่ชัด'} ไม่ขึ้นกับเงินทุนที่ลง`,
    others: 'สมาชิกสมทบ (เข้าประชุม ไม่ลงคะแนน)',
    head: ['ลำดับ', 'สมาชิก', 'ผู้แทนลงคะแนน', 'ลงชื่อ'],
    erased: '(ลบตามคำขอ)',
    note: (source) =>
      `ที่มาของคะแนนเสียง: ${source ?? 'ยังไม่ทราบแน่ชัด'} องค์ประชุมและสัดส่วนเสียงที่ผ่านมติยังไม่ทราบแน่ชัดตามกฎหมายปัจจุบันจึงไม่พิมพ์ไว้ที่นี่ โปรดดูข้อบังคับ`,
    signatures: ['เลขานุการ', 'ประธาน'],
  },
};

/** The list of a general meeting, to be signed by who comes. */
export function votersPdf(list: PrintedVoters): Promise<Uint8Array> {
  const { house, organisation, on, voters, others, votes, source, language } = list;
  const say = words[language];
  const day = shortDay(on);
  return renderPdf({
    template,
    house,
    data: {
      title: `${say.title} ${day}`,
      lang: language,
      reference: day,
      synthetic: organisation.synthetic,
      issuer: organisation.name.toLocaleUpperCase('vi'),
      placeAndDay: say.place,
      heading: say.heading,
      sub: say.sub(day),
      facts: [
        [say.voters, String(voters.length)],
        [say.each, say.votes(votes)],
        [say.others, String(others)],
      ],
      head: say.head,
      rows: voters.map(({ name, representative }, at) => [
        String(at + 1),
        name ?? say.erased,
        representative ?? '',
        '',
      ]),
      note: say.note(source),
      signatures: say.signatures.map((title) => ({ title })),
    },
  });
}
