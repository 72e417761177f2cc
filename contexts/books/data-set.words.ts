import { type Words } from '#platform/spreadsheet/words.ts';

type Named = Readonly<Record<string, Words>>;

export const ratingNames: Named = {
  good: ['Tốt', 'Good', 'ดี'],
  fair: ['Khá', 'Fair', 'ค่อนข้างดี'],
  average: ['Trung bình', 'Average', 'ปานกลาง'],
  weak: ['Yếu', 'Weak', 'อ่อน'],
};
export const sizeNames: Named = {
  micro: ['Siêu nhỏ', 'Micro', 'จิ๋ว'],
  small: ['Nhỏ', 'Small', 'เล็ก'],
  medium: ['Vừa', 'Medium', 'กลาง'],
  large: ['Lớn', 'Large', 'ใหญ่'],
};
export const criterionNames: Named = {
  c1: ['Vốn', 'Capital', 'ทุน'],
  c2: ['Tài sản không chia', 'Undivided assets', 'ทรัพย์สินที่ไม่แบ่ง'],
  c3: ['Kết quả kinh doanh', 'Results', 'ผลการดำเนินธุรกิจ'],
  c4: ['Trích lập quỹ', 'Funds set aside', 'การตั้งกองทุน'],
  c5: ['Tuân thủ pháp luật', 'Compliance with the law', 'การปฏิบัติตามกฎหมาย'],
  c6: ['Tranh chấp, khiếu kiện', 'Disputes', 'ข้อพิพาท'],
  c7: ['Năng lực cán bộ quản lý', 'Managers', 'ผู้บริหาร'],
  c8: ['Chính sách với thành viên, người lao động', 'Policies for members and workers', 'นโยบายต่อสมาชิกและแรงงาน'],
  c9: ['Khoa học, nhãn hiệu, chuỗi giá trị', 'Science, brand, value chain', 'วิทยาศาสตร์ ตราสินค้า ห่วงโซ่คุณค่า'],
  c10: ['Mức độ tham gia của thành viên', 'Participation of members', 'การมีส่วนร่วมของสมาชิก'],
  c11: ['Lợi ích của thành viên', 'Benefit of members', 'ประโยชน์ของสมาชิก'],
  c12: ['Sản phẩm, dịch vụ cho thành viên', 'Products and services for members', 'สินค้าและบริการแก่สมาชิก'],
  c13: ['Thông tin, đào tạo', 'Information and training', 'ข้อมูลและการฝึกอบรม'],
  c14: ['Tác động đến cộng đồng', 'Effect on the community', 'ผลต่อชุมชน'],
  c15: ['Khen thưởng', 'Awards', 'รางวัล'],
};
export const partNames: Named = {
  total: ['tổng mức', 'level', 'ระดับ'],
  growth: ['tăng trưởng', 'growth', 'การเติบโต'],
  revenue: ['doanh thu', 'revenue', 'รายได้'],
  needs: ['đáp ứng nhu cầu thành viên', 'share of members’ needs met', 'ตอบสนองความต้องการสมาชิก'],
  profit: ['lợi nhuận trước thuế', 'profit before tax', 'กำไรก่อนภาษี'],
  development: ['quỹ phát triển', 'development fund', 'กองทุนพัฒนา'],
  reserve: ['quỹ dự phòng', 'reserve fund', 'กองทุนสำรอง'],
  other: ['quỹ khác', 'other funds', 'กองทุนอื่น'],
  degree: ['trình độ đại học', 'degree', 'ปริญญา'],
  vocational: ['trình độ nghề', 'vocational training', 'อาชีวศึกษา'],
  young: ['cán bộ trẻ', 'young managers', 'ผู้บริหารรุ่นใหม่'],
  whole: ['cả tiêu chí', 'the whole criterion', 'ทั้งเกณฑ์'],
};
export const lineNames: Named = {
  revenue: ['Doanh thu', 'Revenue', 'รายได้'],
  'other-income': ['Thu nhập khác', 'Other income', 'รายได้อื่น'],
  cost: ['Giá vốn, chi phí trực tiếp', 'Cost', 'ต้นทุน'],
  management: ['Chi phí quản lý', 'Management cost', 'ค่าใช้จ่ายบริหาร'],
  'other-cost': ['Chi phí khác', 'Other cost', 'ค่าใช้จ่ายอื่น'],
  tax: ['Thuế thu nhập', 'Income tax', 'ภาษีเงินได้'],
  profit: ['Lợi nhuận sau thuế', 'Profit after tax', 'กำไรหลังภาษี'],
  assets: ['Tổng tài sản', 'Total assets', 'สินทรัพย์รวม'],
  'undivided-assets': ['Tài sản chung không chia', 'Common undivided assets', 'ทรัพย์สินส่วนรวมที่ไม่แบ่ง'],
  liabilities: ['Nợ phải trả', 'Liabilities', 'หนี้สิน'],
  equity: ['Vốn chủ sở hữu', 'Equity', 'ส่วนของเจ้าของ'],
  'member-stakes': ['Vốn góp của thành viên', 'Members’ stakes', 'ทุนของสมาชิก'],
  funds: ['Các quỹ', 'Funds', 'กองทุน'],
  'undivided-fund': ['Quỹ chung không chia', 'Common undivided fund', 'กองทุนส่วนรวมที่ไม่แบ่ง'],
  retained: ['Lợi nhuận chưa phân phối', 'Retained profit', 'กำไรที่ยังไม่แบ่ง'],
};
export const untracedNames: Named = {
  'no-lot': ['Chưa rõ: không thuộc lô nào', 'Unknown: in no lot', 'ไม่ทราบ: ไม่อยู่ในล็อตใด'],
  'harvest-withdrawn': [
    'Chưa rõ: lần thu hoạch đã bị rút',
    'Unknown: the harvest was withdrawn',
    'ไม่ทราบ: รายการเก็บเกี่ยวถูกถอน',
  ],
  'plot-without-member': [
    'Chưa rõ: thửa đất không ghi thành viên',
    'Unknown: the plot names no member',
    'ไม่ทราบ: แปลงไม่ระบุสมาชิก',
  ],
};
export const conditionNames: Named = {
  members: ['Thành viên chính thức', 'Official members', 'สมาชิกสามัญ'],
  revenueVnd: ['Doanh thu', 'Revenue', 'รายได้'],
  capitalVnd: ['Tổng nguồn vốn', 'Total capital', 'ทุนรวม'],
};
export const outcomeNames: Named = {
  met: ['Đạt', 'Met', 'ถึงเกณฑ์'],
  'not-met': ['Không đạt', 'Not met', 'ไม่ถึงเกณฑ์'],
  unknown: ['Chưa biết', 'Not known', 'ยังไม่ทราบ'],
};
export const yesNames: Named = { true: ['Có', 'Yes', 'ใช่'], false: ['Chưa', 'Not yet', 'ยัง'] };

const of = {
  organisation: ['Tổ chức', 'Organisation', 'องค์กร'],
  unit: ['Xã, phường, đặc khu', 'Unit', 'หน่วยการปกครอง'],
  year: ['Năm', 'Year', 'ปี'],
} as const satisfies Named;
const source: Words = ['Căn cứ', 'Source', 'แหล่งที่มา'];
const verified: Words = ['Đã kiểm chứng', 'Verified', 'ตรวจสอบแล้ว'];

export const setNames = {
  rating: ['Xếp loại theo tiêu chí', 'Rating by criterion', 'ผลการจัดระดับรายเกณฑ์'],
  size: ['Quy mô theo mức', 'Size by row', 'ขนาดรายเกณฑ์'],
  lines: ['Sổ kế toán năm rút gọn', 'Books in short', 'บัญชีประจำปีย่อ'],
  patronage: ['Mức độ sử dụng dịch vụ', 'Patronage', 'การใช้บริการของสมาชิก'],
} as const satisfies Named;

export const setTitles = {
  rating: {
    ...of,
    class: ['Xếp loại', 'Rating', 'ผลการจัดระดับ'],
    total: ['Tổng điểm', 'Total points', 'คะแนนรวม'],
    number: ['Tiêu chí', 'Criterion', 'เกณฑ์'],
    criterion: ['Tên tiêu chí', 'Name of the criterion', 'ชื่อเกณฑ์'],
    part: ['Phần', 'Part', 'ส่วน'],
    most: ['Điểm tối đa', 'Most points', 'คะแนนเต็ม'],
    self: ['Tự chấm', 'Own points', 'ให้คะแนนเอง'],
    checked: ['Đã kiểm tra', 'Checked points', 'คะแนนที่ตรวจแล้ว'],
    source,
    verified,
  },
  size: {
    ...of,
    class: ['Quy mô', 'Size', 'ขนาด'],
    row: ['Mức', 'Row', 'ระดับ'],
    what: ['Điều kiện', 'Condition', 'เงื่อนไข'],
    needed: ['Cần có', 'Needed', 'ต้องมี'],
    found: ['Đang có', 'Found', 'มีอยู่'],
    outcome: ['Kết quả', 'Outcome', 'ผล'],
    source,
    verified,
  },
  lines: {
    ...of,
    line: ['Chỉ tiêu', 'Line', 'รายการ'],
    externalVnd: ['Bên ngoài', 'External', 'ภายนอก'],
    internalVnd: ['Nội bộ', 'Internal', 'ภายใน'],
    totalVnd: ['Tổng', 'Total', 'รวม'],
    source: ['Nguồn', 'Source', 'แหล่งที่มา'],
  },
  patronage: {
    ...of,
    onDay: ['Ngày', 'Day', 'วันที่'],
    amountVnd: ['Giá trị hàng bán', 'Value sold', 'มูลค่าสินค้าที่ขาย'],
    traced: ['Lần được về thành viên', 'Led back to a member', 'สืบถึงสมาชิกได้'],
    untraced: ['Vì sao chưa rõ', 'Why not known', 'เหตุที่ไม่ทราบ'],
  },
} as const satisfies Record<keyof typeof setNames, Named>;
