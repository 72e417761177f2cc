import type { Words } from '#platform/spreadsheet/words.ts';
import type { FigureRow } from './figure.wire.ts';

/** The heads of an exported figure's columns, in the language of who opens the sheet. */
export const titles = {
  kind: ['Loại', 'Kind', 'ประเภท'],
  label: ['Tên', 'Name', 'ชื่อ'],
  unit: ['Nơi', 'Place', 'สถานที่'],
  value: ['Giá trị', 'Value', 'ค่า'],
  valueVnd: ['Giá trị (đồng)', 'Value (VND)', 'ค่า (VND)'],
  id: ['Mã bản ghi', 'Record id', 'รหัสรายการ'],
} as const satisfies Record<string, Words>;

export const kinds = {
  organisation: ['Tổ chức', 'Organisation', 'องค์กร'],
  chain: ['Chuỗi', 'Chain', 'ห่วงโซ่'],
  contract: ['Hợp đồng', 'Contract', 'สัญญา'],
  lot: ['Lô', 'Lot', 'ล็อต'],
  application: ['Hồ sơ hỗ trợ', 'Support application', 'คำขอการสนับสนุน'],
  settlement: ['Quyết toán', 'Settlement', 'ใบชำระบัญชี'],
} as const satisfies Record<FigureRow['kind'], Words>;
