/** On what ground a field is kept. Consent only where no statute is known that demands it. */
export const personalBases = ['register', 'consent', 'consent-or-statute', 'logging'] as const;
export type PersonalBasis = (typeof personalBases)[number];

/** How long. `not-established`: no source gives a period, and none is made up. */
export const retentions = [
  'membership-then-not-established',
  'until-of-age-then-not-established',
  'until-withdrawn',
  'for-ever',
] as const;
export type Retention = (typeof retentions)[number];

export const readers = ['keepers', 'keepers-and-members', 'nobody-without-purpose', 'keepers-until-of-age'] as const;
export type Readers = (typeof readers)[number];

type Words = Readonly<Record<'vi' | 'en' | 'th', string>>;
export interface PersonalField {
  readonly field: string;
  readonly name: Words;
  readonly purpose: Words;
  readonly basis: PersonalBasis;
  /** Was the article itself read? */
  readonly verified: boolean;
  readonly retention: Retention;
  readonly readers: Readers;
}

const words = (vi: string, en: string, th: string): Words => ({ vi, en, th });
const register = { basis: 'register', retention: 'membership-then-not-established', readers: 'keepers' } as const;
const consent = { ...register, basis: 'consent', verified: false } as const;
const guardian = {
  ...register,
  verified: false,
  retention: 'until-of-age-then-not-established',
  readers: 'keepers-until-of-age',
} as const;
const sensitive = {
  basis: 'consent-or-statute',
  verified: false,
  retention: 'until-withdrawn',
  readers: 'nobody-without-purpose',
} as const;

/** What is kept of a member. docs/personal-data.md says the same in prose; tests/personal-data.test.ts compares them. */
export const personalFieldTable: readonly PersonalField[] = [
  {
    ...register,
    field: 'name',
    verified: false,
    readers: 'keepers-and-members',
    name: words('Họ và tên', 'Name', 'ชื่อ'),
    purpose: words(
      'Biết ai là thành viên; đếm phiếu, phần vốn, lần giao hàng',
      'Who the member is; votes, shares and deliveries',
      'รู้ว่าใครเป็นสมาชิก นับคะแนน ทุน การส่งมอบ',
    ),
  },
  {
    ...consent,
    field: 'sex',
    name: words('Giới tính', 'Sex', 'เพศ'),
    purpose: words('Số liệu về thành viên nữ', 'Figures on women members', 'ตัวเลขสมาชิกหญิง'),
  },
  {
    ...register,
    field: 'birthYear',
    verified: true,
    name: words('Năm sinh', 'Year of birth', 'ปีเกิด'),
    purpose: words('Tuổi tối thiểu theo Điều 30', 'The least age of art. 30', 'อายุขั้นต่ำตามมาตรา 30'),
  },
  {
    ...register,
    field: 'birthDay',
    verified: true,
    name: words('Ngày sinh', 'Day of birth', 'วันเกิด'),
    purpose: words(
      'Tuổi chính xác khi năm sinh chưa đủ rõ',
      'The exact age where the year leaves it open',
      'อายุที่แน่นอนเมื่อปีเกิดไม่พอ',
    ),
  },
  {
    ...consent,
    field: 'phone',
    name: words('Điện thoại', 'Phone', 'โทรศัพท์'),
    purpose: words('Liên lạc với thành viên', 'To reach the member', 'ติดต่อสมาชิก'),
  },
  {
    ...consent,
    field: 'hamlet',
    name: words('Thôn, khu', 'Hamlet or quarter', 'หมู่บ้านหรือชุมชน'),
    purpose: words('Biết thành viên thuộc thôn nào', 'Which hamlet the member belongs to', 'รู้ว่าสมาชิกอยู่หมู่บ้านใด'),
  },
  {
    ...register,
    field: 'nationalId',
    verified: false,
    readers: 'nobody-without-purpose',
    name: words('Số định danh', 'National id', 'เลขประจำตัว'),
    purpose: words(
      'Nhận ra một người ở nhiều tổ chức; biểu mẫu sổ thành viên',
      'One person in several organisations; the forms of the register',
      'รู้ว่าเป็นคนเดียวกันในหลายองค์กร แบบทะเบียนสมาชิก',
    ),
  },
  {
    ...register,
    field: 'foreignInvestor',
    verified: false,
    name: words('Nhà đầu tư nước ngoài', 'Foreign investor', 'ผู้ลงทุนต่างชาติ'),
    purpose: words(
      'Mức trần vốn của các nhà đầu tư nước ngoài cộng lại',
      'The cap on what foreign investors hold together',
      'เพดานทุนรวมของผู้ลงทุนต่างชาติ',
    ),
  },
  {
    ...register,
    field: 'representative',
    verified: true,
    readers: 'keepers-and-members',
    name: words('Người đại diện của hộ, tổ', 'Representative of a household or group', 'ผู้แทนของครัวเรือนหรือกลุ่ม'),
    purpose: words(
      'Hộ, tổ tham gia qua một người (Điều 30.1)',
      'A household or group is a member by one person (art. 30.1)',
      'ครัวเรือนหรือกลุ่มเข้าร่วมผ่านหนึ่งคน (มาตรา 30.1)',
    ),
  },
  {
    ...guardian,
    field: 'guardian',
    name: words('Người giám hộ', 'Guardian', 'ผู้ปกครอง'),
    purpose: words(
      'Ai đồng ý cho người 15 đến 17 tuổi tham gia',
      'Who agreed that somebody of 15 to 17 joins',
      'ใครยินยอมให้ผู้มีอายุ 15 ถึง 17 ปีเข้าร่วม',
    ),
  },
  {
    ...sensitive,
    field: 'ethnicity',
    name: words('Dân tộc', 'Ethnicity', 'ชาติพันธุ์'),
    purpose: words(
      'Chính sách hỏi tỷ lệ thành viên dân tộc thiểu số; ghi riêng cho từng lần',
      'Policies that ask for the share of ethnic minorities; told for each value',
      'นโยบายที่ถามสัดส่วนกลุ่มชาติพันธุ์ ระบุไว้ในแต่ละค่า',
    ),
  },
  {
    ...sensitive,
    field: 'poverty',
    name: words('Hộ nghèo, cận nghèo', 'Poor or near-poor status', 'สถานะครัวเรือนยากจนหรือใกล้ยากจน'),
    purpose: words(
      'Chính sách hỏi tỷ lệ hộ nghèo, cận nghèo; ghi riêng cho từng lần',
      'Policies that ask for the share of poor households; told for each value',
      'นโยบายที่ถามสัดส่วนครัวเรือนยากจน ระบุไว้ในแต่ละค่า',
    ),
  },
  {
    field: 'look',
    basis: 'logging',
    verified: false,
    retention: 'for-ever',
    readers: 'keepers',
    name: words('Nhật ký xem và xuất', 'Record of looks and exports', 'บันทึกการดูและส่งออก'),
    purpose: words(
      'Thành viên biết ai đã xem dữ liệu của mình',
      'The member knows who looked',
      'ให้สมาชิกรู้ว่าใครดูข้อมูลของตน',
    ),
  },
];

export const basisWords: Readonly<Record<PersonalBasis, Words>> = {
  register: words(
    'Sổ thành viên: Luật Hợp tác xã 17/2023/QH15, Điều 4 và 30',
    'Register of members: Law 17/2023/QH15, art. 4 and 30',
    'ทะเบียนสมาชิก: กฎหมาย 17/2023/QH15 มาตรา 4 และ 30',
  ),
  consent: words(
    'Sự đồng ý: không biết luật nào buộc phải có',
    'Consent: no law is known that demands it',
    'ความยินยอม: ไม่ทราบว่ามีกฎหมายบังคับ',
  ),
  'consent-or-statute': words(
    'Đồng ý hoặc quy định, ghi cho từng giá trị kèm giấy tờ',
    'Consent or statute, recorded for each value with its paper',
    'ความยินยอมหรือกฎหมาย บันทึกพร้อมเอกสารทุกค่า',
  ),
  logging: words(
    'Luật 91/2025/QH15: ghi lại việc xem',
    'Law 91/2025/QH15: looks are logged',
    'กฎหมาย 91/2025/QH15: บันทึกการดู',
  ),
};
export const retentionWords: Readonly<Record<Retention, Words>> = {
  'membership-then-not-established': words(
    'Trong thời gian là thành viên; sau đó chưa xác định',
    'While a member; after it not established',
    'ระหว่างเป็นสมาชิก หลังจากนั้นยังไม่กำหนด',
  ),
  'until-of-age-then-not-established': words(
    'Hiện đến khi đủ 18 tuổi; thời gian lưu chưa xác định',
    'Shown until of age; how long kept is not established',
    'แสดงจนบรรลุนิติภาวะ ระยะเวลาเก็บยังไม่กำหนด',
  ),
  'until-withdrawn': words(
    'Đến khi rút đồng ý hoặc bị xóa',
    'Until consent is withdrawn or it is erased',
    'จนกว่าจะถอนความยินยอมหรือถูกลบ',
  ),
  'for-ever': words('Giữ mãi', 'For ever', 'เก็บตลอด'),
};
export const readerWords: Readonly<Record<Readers, Words>> = {
  keepers: words(
    'Người quản lý tổ chức, cán bộ nơi đặt trụ sở',
    'Managers, officers of the place',
    'ผู้จัดการองค์กรและเจ้าหน้าที่พื้นที่',
  ),
  'keepers-and-members': words(
    'Người quản lý, cán bộ; các thành viên khác',
    'Managers, officers; the other members',
    'ผู้จัดการ เจ้าหน้าที่ และสมาชิกคนอื่น',
  ),
  'nobody-without-purpose': words(
    'Không ai, trừ khi nêu lý do; mỗi lần xem được ghi lại',
    'Nobody without saying what for; each look is kept',
    'ไม่มีใคร เว้นแต่ระบุเหตุผล ทุกครั้งที่ดูถูกบันทึก',
  ),
  'keepers-until-of-age': words(
    'Người quản lý, cán bộ, đến khi thành viên đủ tuổi',
    'Managers, officers, until the member is of age',
    'ผู้จัดการ เจ้าหน้าที่ จนสมาชิกบรรลุนิติภาวะ',
  ),
};
