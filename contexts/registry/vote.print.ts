import { readFileSync } from 'node:fs';
import type { Day } from '#kernel/day.ts';
import { renderPdf, type House } from '#platform/pdf/typst.ts';
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
}

/** The list of a general meeting, to be signed by who comes. */
export function votersPdf({
  house,
  organisation,
  on,
  voters,
  others,
  votes,
  source,
}: PrintedVoters): Promise<Uint8Array> {
  return renderPdf({
    template,
    house,
    data: {
      title: `Danh sách thành viên có quyền biểu quyết ${shortDay(on)}`,
      reference: shortDay(on),
      synthetic: organisation.synthetic,
      issuer: organisation.name.toLocaleUpperCase('vi'),
      placeAndDay: '……………, ngày … tháng … năm ……',
      heading: 'DANH SÁCH THÀNH VIÊN DỰ ĐẠI HỘI',
      sub: `Thành viên chính thức có quyền biểu quyết vào ngày ${shortDay(on)}`,
      facts: [
        ['Số thành viên có quyền biểu quyết', String(voters.length)],
        ['Số phiếu của mỗi thành viên', `${votes ?? 'chưa xác định'}, không phụ thuộc số vốn góp`],
        ['Thành viên liên kết (dự, không biểu quyết)', String(others)],
      ],
      head: ['STT', 'Thành viên', 'Người đại diện biểu quyết', 'Ký tên'],
      rows: voters.map(({ name, representative }, at) => [
        String(at + 1),
        name ?? '(đã xóa theo yêu cầu)',
        representative ?? '',
        '',
      ]),
      note: `Căn cứ số phiếu: ${source ?? 'chưa xác định'}. Tỷ lệ dự họp và tỷ lệ thông qua chưa được xác định theo luật hiện hành nên không in ở đây; xem điều lệ.`,
      signatures: [{ title: 'THƯ KÝ' }, { title: 'CHỦ TỌA' }],
    },
  });
}
