import type { UnitKind } from '#kernel/place.ts';
import type { ActKind } from './act.ts';
import type { RequestState } from './change-request.ts';
import { type Words } from '#platform/spreadsheet/words.ts';
import type { UnitClass } from './unit-class.ts';

export const actNames: Record<ActKind, Words> = {
  founded: ['Thành lập', 'Founded', 'ก่อตั้ง'],
  registered: ['Được cấp giấy chứng nhận', 'Registered', 'ได้รับใบรับรอง'],
  changed: ['Thay đổi hồ sơ', 'Record changed', 'แก้ไขทะเบียน'],
  'crop-changed': ['Chuyển đổi cây trồng, vật nuôi', 'Crop or livestock changed', 'เปลี่ยนพืชหรือสัตว์เลี้ยง'],
  converted: ['Chuyển đổi loại hình', 'Converted', 'แปลงประเภท'],
  merged: ['Sáp nhập, hợp nhất', 'Merged', 'ควบรวม'],
  split: ['Chia, tách', 'Split', 'แยก'],
  suspended: ['Tạm ngừng', 'Suspended', 'หยุดชั่วคราว'],
  resumed: ['Hoạt động trở lại', 'Resumed', 'กลับมาดำเนินงาน'],
  dissolving: ['Bắt đầu giải thể', 'Dissolution begun', 'เริ่มเลิก'],
  dissolved: ['Đã giải thể', 'Dissolved', 'เลิกแล้ว'],
  revoked: ['Thu hồi giấy chứng nhận', 'Certificate revoked', 'เพิกถอนใบรับรอง'],
  'joined-union': ['Tham gia thành lập liên hiệp', 'Took part in founding a union', 'ร่วมก่อตั้งสหพันธ์'],
  'dissolution-notice': ['Thông báo giải thể', 'Dissolution announced', 'ประกาศการเลิก'],
  'debts-settled': [
    'Đã thanh toán nợ, thuế; không còn tranh chấp',
    'Debts and taxes settled, nothing disputed',
    'ชำระหนี้และภาษีแล้ว ไม่มีข้อพิพาท',
  ],
  'capital-returned': ['Đã trả vốn góp cho thành viên', "Members' capital returned", 'คืนทุนแก่สมาชิกแล้ว'],
  'assets-handed': ['Đã bàn giao tài sản', 'Assets handed over', 'ส่งมอบทรัพย์สินแล้ว'],
  undone: ['Hủy một sự kiện ghi nhầm', 'An entry made in error undone', 'ยกเลิกรายการที่บันทึกผิด'],
};
export const requestStateNames: Record<RequestState, Words> = {
  submitted: ['Chờ trả lời', 'Waits for an answer', 'รอคำตอบ'],
  returned: ['Đã trả lại', 'Returned', 'ส่งคืนแล้ว'],
  accepted: ['Đã chấp nhận', 'Accepted', 'รับแล้ว'],
  withdrawn: ['Đã rút', 'Withdrawn', 'ถอนแล้ว'],
};
export const unitKindNames: Record<UnitKind, Words> = {
  ward: ['Phường', 'Ward', 'แขวง'],
  commune: ['Xã', 'Commune', 'ตำบล'],
  'special-zone': ['Đặc khu', 'Special zone', 'เขตพิเศษ'],
  township: ['Thị trấn', 'Township', 'เทศบาลเมือง'],
};
export const unitClassNames: Record<UnitClass, Words> = {
  mountain: ['Miền núi', 'Mountain', 'ภูเขา'],
  'high-mountain': ['Vùng cao', 'High mountain', 'พื้นที่สูง'],
  island: ['Hải đảo', 'Island', 'เกาะ'],
  border: ['Biên giới', 'Border', 'ชายแดน'],
  'difficult-1': ['Khu vực I', 'Area I', 'เขต I'],
  'difficult-2': ['Khu vực II', 'Area II', 'เขต II'],
  'difficult-3': ['Khu vực III', 'Area III', 'เขต III'],
};
export const partNames: Record<'whole' | 'part', Words> = {
  whole: ['Toàn bộ', 'Whole', 'ทั้งหมด'],
  part: ['Một phần', 'Part', 'บางส่วน'],
};
export const yesNames: Record<'true' | 'false', Words> = {
  true: ['Có', 'Yes', 'ใช่'],
  false: ['Chưa', 'Not yet', 'ยัง'],
};

const organisation: Words = ['Tổ chức', 'Organisation', 'องค์กร'];
const taxNumber: Words = ['Mã số thuế', 'Tax number', 'เลขประจำตัวผู้เสียภาษี'];
const unit: Words = ['Xã, phường, đặc khu', 'Unit', 'หน่วยการปกครอง'];
const source: Words = ['Nguồn', 'Source', 'แหล่งที่มา'];
const verified: Words = ['Đã kiểm chứng', 'Verified', 'ตรวจสอบแล้ว'];
const from: Words = ['Từ ngày', 'From', 'ตั้งแต่วันที่'];
const until: Words = ['Đến hết ngày', 'Until', 'จนถึงวันที่'];
const document: Words = ['Văn bản', 'Document', 'เอกสาร'];

export const setNames = {
  yearly: ['Số liệu hằng năm', 'Yearly figures', 'ตัวเลขประจำปี'],
  acts: ['Các sự kiện của tổ chức', 'Acts of organisations', 'เหตุการณ์ขององค์กร'],
  requests: ['Đề nghị sửa hồ sơ', 'Change requests', 'คำขอแก้ไขข้อมูล'],
  parameters: ['Tham số', 'Parameters', 'พารามิเตอร์'],
  units: ['Đơn vị hành chính', 'Administrative units', 'หน่วยการปกครอง'],
  links: ['Liên kết đơn vị cũ, mới', 'Links of units', 'ความเชื่อมโยงหน่วยเดิมและใหม่'],
  classes: ['Phân loại đơn vị', 'Classes of units', 'การจำแนกหน่วย'],
} as const satisfies Record<string, Words>;

export const setTitles = {
  yearly: {
    organisation,
    taxNumber,
    unit,
    year: ['Năm', 'Year', 'ปี'],
    revenueVnd: ['Doanh thu', 'Revenue', 'รายได้'],
    profitVnd: ['Lợi nhuận', 'Profit', 'กำไร'],
    externalRevenueVnd: ['Doanh thu bên ngoài', 'External revenue', 'รายได้จากธุรกรรมภายนอก'],
    internalRevenueVnd: ['Doanh thu nội bộ', 'Internal revenue', 'รายได้จากธุรกรรมภายใน'],
    costVnd: ['Chi phí', 'Cost', 'ต้นทุน'],
    externalCostVnd: ['Chi phí bên ngoài', 'External cost', 'ต้นทุนของธุรกรรมภายนอก'],
    internalCostVnd: ['Chi phí nội bộ', 'Internal cost', 'ต้นทุนของธุรกรรมภายใน'],
    externalProfitVnd: ['Lợi nhuận bên ngoài', 'External profit', 'กำไรจากธุรกรรมภายนอก'],
    internalProfitVnd: ['Lợi nhuận nội bộ', 'Internal profit', 'กำไรจากธุรกรรมภายใน'],
    charterCapitalVnd: ['Vốn điều lệ', 'Charter capital', 'ทุนจดทะเบียน'],
    totalCapitalVnd: ['Tổng nguồn vốn', 'Total capital', 'ทุนรวม'],
    undividedAssetsVnd: ['Tài sản chung không chia', 'Undivided assets', 'ทรัพย์สินส่วนรวมที่ไม่แบ่ง'],
    officialMembers: ['Thành viên chính thức', 'Official members', 'สมาชิกสามัญ'],
    workers: ['Lao động', 'Workers', 'แรงงาน'],
    source,
  },
  acts: {
    organisation,
    taxNumber,
    unit,
    kind: ['Sự kiện', 'Act', 'เหตุการณ์'],
    onDay: ['Ngày', 'Day', 'วันที่'],
    document,
    legalBasis: ['Căn cứ pháp lý', 'Legal basis', 'ฐานทางกฎหมาย'],
  },
  requests: {
    organisation,
    unit,
    state: ['Tình trạng', 'State', 'สถานะ'],
    round: ['Lần gửi', 'Round', 'ครั้งที่ส่ง'],
    submittedOn: ['Ngày gửi', 'Submitted on', 'วันที่ส่ง'],
    answeredOn: ['Ngày trả lời', 'Answered on', 'วันที่ตอบ'],
    document,
    fields: ['Số mục đề nghị sửa', 'Fields asked for', 'จำนวนช่องที่ขอแก้'],
  },
  parameters: {
    key: ['Tham số', 'Parameter', 'พารามิเตอร์'],
    value: ['Giá trị', 'Value', 'ค่า'],
    from,
    until,
    source,
    verified,
    own: ['Của tỉnh', 'Of the province', 'ของจังหวัด'],
  },
  units: {
    code: ['Mã', 'Code', 'รหัส'],
    name: ['Tên', 'Name', 'ชื่อ'],
    kind: ['Loại', 'Kind', 'ประเภท'],
    district: ['Huyện cũ (gần đúng)', 'Former district (approximate)', 'อำเภอเดิม (โดยประมาณ)'],
    from,
    until,
    source,
    verified,
  },
  links: {
    formerCode: ['Mã đơn vị cũ', 'Code before', 'รหัสเดิม'],
    former: ['Đơn vị cũ', 'Unit before', 'หน่วยเดิม'],
    code: ['Mã đơn vị mới', 'Code after', 'รหัสใหม่'],
    name: ['Đơn vị mới', 'Unit after', 'หน่วยใหม่'],
    onDay: ['Từ ngày', 'From', 'ตั้งแต่วันที่'],
    part: ['Phần', 'Part', 'ส่วน'],
    source,
    verified,
  },
  classes: {
    code: ['Mã', 'Code', 'รหัส'],
    name: ['Tên', 'Name', 'ชื่อ'],
    class: ['Phân loại', 'Class', 'การจำแนก'],
    from,
    until,
    source,
    verified,
  },
} as const satisfies Record<keyof typeof setNames, Record<string, Words>>;
