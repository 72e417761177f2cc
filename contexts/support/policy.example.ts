import type { Trilingual } from '#kernel/fact.ts';
import type { DecisionTable } from '#platform/feel/table.ts';
import type { DecisionTableId, MeasureId, PolicyId } from './policy.ts';

const id = <Id extends string>(number: number): Id =>
  `019b7563-4c00-7700-8000-${number.toString(16).padStart(12, '0')}` as Id;

/** Ids of the demonstration's policies and its measure, the same everywhere: pages and tests can point at them. */
export const supportSample = {
  resolution155: id<PolicyId>(1),
  decree98: id<PolicyId>(2),
  law17: id<PolicyId>(3),
  organicConversion: id<MeasureId>(11),
  eligibility: id<DecisionTableId>(21),
  grant: id<DecisionTableId>(22),
} as const;

const made = 'Giá trị minh họa, không lấy từ văn bản';

interface ClauseRow {
  readonly policy: PolicyId;
  readonly code: string;
  readonly article: string;
  readonly text: Trilingual;
  readonly remedy: Trilingual;
  readonly from: string;
  readonly source: string;
  readonly verified: boolean;
}

const { resolution155, decree98, law17 } = supportSample;
const of155 = {
  policy: resolution155,
  article: 'Nhóm giải pháp hỗ trợ (điều, khoản chưa đối chiếu)',
  from: '2023-07-01',
  source: made,
  verified: false,
} as const;
const of98 = { policy: decree98, from: '2018-08-20' } as const;

/** What the measure asks for, clause by clause. */
export const sampleClauses: readonly ClauseRow[] = [
  {
    ...of155,
    code: '155-form',
    text: {
      vi: 'Bên nhận hỗ trợ là tổ hợp tác, hợp tác xã hoặc liên hiệp hợp tác xã.',
      en: 'Support goes to a cooperative group, a cooperative or a union of cooperatives.',
      th: 'ผู้รับการสนับสนุนเป็นกลุ่มความร่วมมือ สหกรณ์ หรือสหพันธ์สหกรณ์',
    },
    remedy: {
      vi: 'Thành lập hoặc tham gia tổ hợp tác, hợp tác xã; hộ và trang trại có thể nhận hỗ trợ qua hợp tác xã mà mình là thành viên.',
      en: 'Found or join a cooperative group or cooperative; households and farms can be supported through the cooperative they belong to.',
      th: 'จัดตั้งหรือเข้าร่วมกลุ่มความร่วมมือหรือสหกรณ์ ครัวเรือนและฟาร์มรับการสนับสนุนผ่านสหกรณ์ที่เป็นสมาชิกได้',
    },
  },
  {
    ...of155,
    code: '155-operating',
    text: {
      vi: 'Đang hoạt động, không trong thời gian tạm ngừng, giải thể hoặc bị thu hồi giấy chứng nhận.',
      en: 'It is operating: not suspended, being dissolved, or with its certificate revoked.',
      th: 'กำลังดำเนินกิจการ ไม่อยู่ระหว่างหยุดชั่วคราว เลิกกิจการ หรือถูกเพิกถอนใบรับรอง',
    },
    remedy: {
      vi: 'Làm thủ tục hoạt động trở lại tại cơ quan đăng ký.',
      en: 'Register the resumption of business.',
      th: 'ยื่นขอกลับมาดำเนินกิจการกับหน่วยงานจดทะเบียน',
    },
  },
  {
    ...of155,
    code: '155-seat',
    text: {
      vi: 'Trụ sở đặt tại Quảng Ninh, thuộc một xã, phường hoặc đặc khu hiện nay.',
      en: "Its seat is in Quảng Ninh, in one of today's communes, wards or special zones.",
      th: 'ที่ตั้งสำนักงานอยู่ในกว๋างนิญ ในตำบล แขวง หรือเขตพิเศษปัจจุบัน',
    },
    remedy: {
      vi: 'Cập nhật trụ sở theo đơn vị hành chính hiện nay.',
      en: "Bring the seat's address up to today's administrative units.",
      th: 'ปรับปรุงที่ตั้งสำนักงานตามหน่วยการปกครองปัจจุบัน',
    },
  },
  {
    ...of155,
    code: '155-crops',
    text: {
      vi: 'Có ngành nghề trồng trọt.',
      en: 'Growing crops is among its fields of activity.',
      th: 'มีกิจการด้านการเพาะปลูก',
    },
    remedy: {
      vi: 'Đăng ký bổ sung ngành nghề trồng trọt.',
      en: 'Register crop growing as a field of activity.',
      th: 'จดทะเบียนเพิ่มกิจการด้านการเพาะปลูก',
    },
  },
  {
    policy: law17,
    code: '17-members',
    article: 'Số thành viên chính thức tối thiểu (điều cụ thể chưa đối chiếu)',
    from: '2024-07-01',
    source: 'Tham số pháp luật của hệ thống (reference.parameter)',
    verified: true,
    text: {
      vi: 'Có đủ số thành viên chính thức tối thiểu của loại hình tổ chức.',
      en: 'It has at least as many official members as its legal form requires.',
      th: 'มีสมาชิกสามัญไม่น้อยกว่าจำนวนขั้นต่ำของประเภทองค์กร',
    },
    remedy: {
      vi: 'Kết nạp thêm thành viên chính thức, hoặc cập nhật sổ thành viên nếu sổ chưa nhập đủ.',
      en: 'Admit more official members, or complete the register of members if it was not entered in full.',
      th: 'รับสมาชิกสามัญเพิ่ม หรือปรับปรุงทะเบียนสมาชิกหากบันทึกยังไม่ครบ',
    },
  },
  {
    ...of155,
    code: '155-scale',
    text: {
      vi: 'Doanh thu năm báo cáo gần nhất không quá 2 tỷ đồng (hỗ trợ ưu tiên tổ chức nhỏ).',
      en: 'Revenue of the latest reported year is at most 2 billion đồng (small organisations come first).',
      th: 'รายได้ปีรายงานล่าสุดไม่เกิน 2 พันล้านดอง (ให้องค์กรขนาดเล็กก่อน)',
    },
    remedy: {
      vi: 'Nộp báo cáo năm còn thiếu. Tổ chức lớn hơn: hỏi về các hỗ trợ khác.',
      en: 'Hand in the missing yearly report. Larger organisations: ask about other measures.',
      th: 'ส่งรายงานประจำปีที่ขาด องค์กรที่ใหญ่กว่าสอบถามมาตรการอื่น',
    },
  },
  {
    ...of155,
    code: '155-land',
    text: {
      vi: 'Diện tích đề nghị chuyển đổi từ 0,5 ha trở lên và không vượt diện tích thửa đã ghi.',
      en: 'The area to be converted is at least 0.5 ha and no more than the plots on record.',
      th: 'พื้นที่ที่ขอปรับเปลี่ยนตั้งแต่ 0.5 เฮกตาร์ และไม่เกินพื้นที่แปลงที่บันทึกไว้',
    },
    remedy: {
      vi: 'Ghi thửa đất vào sổ thửa, hoặc đề nghị diện tích phù hợp.',
      en: 'Put the plots on record, or ask for an area that fits.',
      th: 'บันทึกแปลงที่ดิน หรือขอพื้นที่ให้เหมาะสม',
    },
  },
  {
    ...of155,
    code: '155-once',
    text: {
      vi: 'Không có hồ sơ khác đang xử lý cho cùng nội dung hỗ trợ.',
      en: 'No other application for the same measure is running.',
      th: 'ไม่มีคำขอรับมาตรการเดียวกันที่กำลังดำเนินการ',
    },
    remedy: {
      vi: 'Chờ hồ sơ đang xử lý kết thúc, hoặc rút hồ sơ đó.',
      en: 'Wait until the running application ends, or withdraw it.',
      th: 'รอให้คำขอเดิมสิ้นสุด หรือถอนคำขอเดิม',
    },
  },
  {
    ...of98,
    code: '98-cycles',
    article: 'Hỗ trợ giống, vật tư (điều cụ thể chưa đối chiếu)',
    source: 'vietjack.me, bản trích Nghị định 98/2018/NĐ-CP',
    verified: true,
    text: {
      vi: 'Giống, vật tư được hỗ trợ tối đa ba vụ hoặc ba chu kỳ sản xuất.',
      en: 'Seed and materials are supported for at most three crops or production cycles.',
      th: 'สนับสนุนพันธุ์และวัสดุไม่เกินสามรอบการผลิต',
    },
    remedy: {
      vi: 'Đã hết số vụ được hỗ trợ; nội dung tập huấn, tư vấn không bị giới hạn này.',
      en: 'The cycles are used up; training and advice are not limited by this.',
      th: 'ใช้ครบจำนวนรอบแล้ว การอบรมและที่ปรึกษาไม่ติดข้อจำกัดนี้',
    },
  },
  {
    ...of98,
    code: '98-contract',
    article: 'Điều 4',
    source: 'vbpl.vn, tailieuluat.com',
    verified: true,
    text: {
      vi: 'Có hợp đồng liên kết bằng văn bản còn hiệu lực (đối chiếu, không quyết định).',
      en: 'A written linkage contract is in force (for comparison; it does not decide).',
      th: 'มีสัญญาเชื่อมโยงเป็นลายลักษณ์อักษรที่ยังมีผล (เพื่อเปรียบเทียบ ไม่ใช้ตัดสิน)',
    },
    remedy: {
      vi: 'Ký hợp đồng với bên mua trong phần Liên kết.',
      en: 'Sign a contract with a buyer under Linkage.',
      th: 'ลงนามสัญญากับผู้ซื้อในส่วนการเชื่อมโยง',
    },
  },
  {
    ...of98,
    code: '98-term',
    article: 'Điều 11',
    source: 'Nhớ lại, chưa đọc văn bản gốc',
    verified: false,
    text: {
      vi: 'Hợp đồng đủ thời hạn tối thiểu: 5 năm với chu kỳ từ một năm, 3 năm với chu kỳ ngắn hơn (đối chiếu, không quyết định).',
      en: 'The contract runs long enough: 5 years for cycles of a year or more, 3 years for shorter ones (for comparison; it does not decide).',
      th: 'สัญญามีระยะเวลาพอ: 5 ปีสำหรับรอบตั้งแต่หนึ่งปี 3 ปีสำหรับรอบสั้นกว่า (เพื่อเปรียบเทียบ ไม่ใช้ตัดสิน)',
    },
    remedy: {
      vi: 'Ký hợp đồng dài hạn hơn hoặc gia hạn hợp đồng đang có.',
      en: 'Sign for longer, or extend the contract there is.',
      th: 'ทำสัญญาระยะยาวขึ้นหรือต่ออายุสัญญาเดิม',
    },
  },
];

const columns = [
  ['legalKind', 'text'],
  ['status', 'text'],
  ['seatInProvince', 'boolean'],
  ['fields', 'list'],
  ['officialMembers', 'integer'],
  ['revenueVnd', 'integer'],
  ['requestedAreaM2', 'integer'],
  ['runningApplications', 'integer'],
  ['supportedCycles', 'integer'],
  ['signedContracts', 'integer'],
  ['longestContractMonths', 'integer'],
] as const;

const tests: readonly (readonly [clause: string, column: string, test: string, binding: boolean])[] = [
  ['155-form', 'legalKind', '"cooperative-group","cooperative","union"', true],
  ['155-operating', 'status', '"operating"', true],
  ['155-seat', 'seatInProvince', 'true', true],
  ['155-crops', 'fields', 'list contains(?, "crops")', true],
  ['17-members', 'officialMembers', '>= leastOfficialMembers', true],
  ['155-scale', 'revenueVnd', '<= 2000000000', true],
  ['155-land', 'requestedAreaM2', '[5000..plotAreaM2]', true],
  ['155-once', 'runningApplications', '= 0', true],
  ['98-cycles', 'supportedCycles', '< mostInputCycles', true],
  ['98-contract', 'signedContracts', '>= 1', false],
  ['98-term', 'longestContractMonths', '>= leastContractMonths', false],
];

const lawOf = { [resolution155]: '155/NQ-HĐND', [decree98]: '98/2018/NĐ-CP', [law17]: '17/2023/QH15' };
const clauseOf = (code: string): ClauseRow => sampleClauses.find((clause) => clause.code === code)!;

/** Who qualifies: one rule for each clause; all binding ones must hold. */
export const eligibilityTable: DecisionTable = {
  name: 'Chuyển đổi cây trồng hữu cơ: điều kiện',
  hitPolicy: 'C',
  inputs: columns.map(([name, type]) => ({ label: name, expression: name, type })),
  outputs: [{ name: 'binding', type: 'boolean' }],
  rules: tests.map(([code, column, test, binding]) => ({
    id: code,
    tests: columns.map(([name]) => (name === column ? test : '-')),
    outputs: [String(binding)],
    annotation: { clause: code, law: lawOf[clauseOf(code).policy]!, verified: clauseOf(code).verified },
  })),
};

/** What is given at most: 800 seedlings and 15 million đồng of material a hectare, up to five hectares; training once. */
export const grantTable: DecisionTable = {
  name: 'Chuyển đổi cây trồng hữu cơ: mức hỗ trợ',
  hitPolicy: 'U',
  inputs: [{ label: 'requestedAreaM2', expression: 'requestedAreaM2', type: 'integer' }],
  outputs: ['seedlingsCount', 'seedlingsVnd', 'materialsVnd', 'trainingVnd'].map((name) => ({ name, type: 'integer' })),
  rules: [
    { id: 'too-small', tests: ['< 5000'], outputs: ['0', '0', '0', '0'] },
    {
      id: 'by-area',
      tests: ['[5000..50000]'],
      outputs: [
        'floor(requestedAreaM2 * 8 / 100)',
        'floor(requestedAreaM2 * 8 / 100) * 25000',
        'requestedAreaM2 * 1500',
        '20000000',
      ],
    },
    { id: 'five-hectares', tests: ['> 50000'], outputs: ['4000', '100000000', '75000000', '20000000'] },
  ],
};
