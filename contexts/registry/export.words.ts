import type { LegalForm } from './legal-form.ts';
import type { RatingClass, SizeClass } from './organisation-class.ts';
import type { ActivityField, OrganisationKind, OrganisationStatus } from './organisation.ts';
import type { Standing } from './member.ts';
import type { Party } from './party.ts';
import type { Words } from '#platform/spreadsheet/words.ts';

export const organisationTitles = {
  name: ['Tên tổ chức', 'Name', 'ชื่อองค์กร'],
  kind: ['Loại hình', 'Kind', 'ประเภท'],
  legalForm: ['Hình thức pháp lý', 'Legal form', 'รูปแบบทางกฎหมาย'],
  taxNumber: ['Mã số thuế', 'Tax number', 'เลขประจำตัวผู้เสียภาษี'],
  status: ['Tình trạng', 'Status', 'สถานะ'],
  fields: ['Lĩnh vực', 'Fields', 'สาขา'],
  foundedOn: ['Ngày thành lập', 'Founded on', 'วันที่ก่อตั้ง'],
  unit: ['Xã, phường, đặc khu', 'Unit', 'หน่วยการปกครอง'],
  district: ['Huyện cũ (gần đúng)', 'Former district (approximate)', 'อำเภอเดิม (โดยประมาณ)'],
  address: ['Địa chỉ', 'Address', 'ที่อยู่'],
  sizeClass: ['Quy mô', 'Size', 'ขนาด'],
  rating: ['Xếp loại', 'Rating', 'ผลการจัดระดับ'],
  provenance: ['Nguồn dữ liệu', 'Origin of the record', 'ที่มาของข้อมูล'],
} as const satisfies Record<string, Words>;

export const sizeNames: Record<SizeClass, Words> = {
  micro: ['Siêu nhỏ', 'Micro', 'จิ๋ว'],
  small: ['Nhỏ', 'Small', 'เล็ก'],
  medium: ['Vừa', 'Medium', 'กลาง'],
  large: ['Lớn', 'Large', 'ใหญ่'],
};
export const ratingNames: Record<RatingClass, Words> = {
  good: ['Tốt', 'Good', 'ดี'],
  fair: ['Khá', 'Fair', 'ค่อนข้างดี'],
  average: ['Trung bình', 'Average', 'ปานกลาง'],
  weak: ['Yếu', 'Weak', 'อ่อน'],
};
export const notComputedName: Words = ['Chưa tính', 'Not computed', 'ยังไม่คำนวณ'];
export const asOfName: Words = ['tại ngày', 'as of', 'ณ วันที่'];

export const memberTitles = {
  organisation: ['Tổ chức', 'Organisation', 'องค์กร'],
  name: ['Họ và tên', 'Name', 'ชื่อ'],
  party: ['Loại thành viên', 'Party', 'ประเภทสมาชิก'],
  standing: ['Tư cách', 'Standing', 'สถานภาพ'],
  sex: ['Giới tính', 'Sex', 'เพศ'],
  birthYear: ['Năm sinh', 'Year of birth', 'ปีเกิด'],
  phone: ['Điện thoại', 'Phone', 'โทรศัพท์'],
  nationalId: ['Số định danh (che)', 'National id (masked)', 'เลขประจำตัว (ปิดบัง)'],
  hamlet: ['Thôn, khu', 'Hamlet', 'หมู่บ้าน'],
  joinedOn: ['Ngày vào', 'Joined on', 'วันที่เข้า'],
  leftOn: ['Ngày ra', 'Left on', 'วันที่ออก'],
  contributedVnd: ['Vốn góp (đồng)', 'Contribution (VND)', 'เงินทุน (ด่ง)'],
  provenance: ['Nguồn dữ liệu', 'Origin of the record', 'ที่มาของข้อมูล'],
} as const satisfies Record<string, Words>;

export const kindNames: Record<OrganisationKind, Words> = {
  'cooperative-group': ['Tổ hợp tác', 'Cooperative group', 'กลุ่มความร่วมมือ'],
  cooperative: ['Hợp tác xã', 'Cooperative', 'สหกรณ์'],
  union: ['Liên hiệp hợp tác xã', 'Union of cooperatives', 'สหพันธ์สหกรณ์'],
  farm: ['Trang trại', 'Farm', 'ฟาร์ม'],
  enterprise: ['Doanh nghiệp', 'Enterprise', 'วิสาหกิจ'],
  'household-business': ['Hộ kinh doanh', 'Household business', 'ธุรกิจครัวเรือน'],
  agency: ['Cơ quan nhà nước', 'Agency', 'หน่วยงานรัฐ'],
  bank: ['Ngân hàng', 'Bank', 'ธนาคาร'],
  'support-fund': ['Quỹ hỗ trợ', 'Support fund', 'กองทุนสนับสนุน'],
  laboratory: ['Phòng thử nghiệm', 'Laboratory', 'ห้องปฏิบัติการ'],
};

export const legalFormNames: Record<LegalForm, Words> = {
  'limited-one-member': ['Công ty TNHH một thành viên', 'Limited company of one member', 'บริษัทจำกัดสมาชิกเดียว'],
  'limited-several-members': [
    'Công ty TNHH hai thành viên trở lên',
    'Limited company of two or more members',
    'บริษัทจำกัดสมาชิกสองรายขึ้นไป',
  ],
  'joint-stock': ['Công ty cổ phần', 'Joint stock company', 'บริษัทร่วมหุ้น'],
  partnership: ['Công ty hợp danh', 'Partnership', 'ห้างหุ้นส่วน'],
  'private-enterprise': ['Doanh nghiệp tư nhân', 'Private enterprise', 'วิสาหกิจเอกชนเจ้าของเดียว'],
  cooperative: ['Hợp tác xã', 'Cooperative', 'สหกรณ์'],
  'state-fund': ['Quỹ tài chính nhà nước ngoài ngân sách', 'State fund outside the budget', 'กองทุนของรัฐนอกงบประมาณ'],
  'public-unit': ['Đơn vị sự nghiệp công lập', 'Public service unit', 'หน่วยบริการสาธารณะของรัฐ'],
  'state-agency': ['Cơ quan nhà nước', 'State agency', 'หน่วยงานรัฐ'],
  'social-organisation': [
    'Tổ chức chính trị - xã hội, xã hội',
    'Social or socio-political organisation',
    'องค์กรทางสังคมหรือการเมืองสังคม',
  ],
};

export const statusNames: Record<OrganisationStatus, Words> = {
  operating: ['Đang hoạt động', 'Operating', 'ดำเนินงาน'],
  suspended: ['Tạm ngừng', 'Suspended', 'หยุดชั่วคราว'],
  dissolving: ['Đang giải thể', 'Being dissolved', 'กำลังเลิก'],
  dissolved: ['Đã giải thể', 'Dissolved', 'เลิกแล้ว'],
  revoked: ['Bị thu hồi giấy chứng nhận', 'Certificate revoked', 'ถูกเพิกถอน'],
  founding: ['Đang thành lập', 'Being founded', 'กำลังก่อตั้ง'],
  merged: ['Đã sáp nhập, hợp nhất', 'Merged', 'ควบรวมแล้ว'],
  divided: ['Đã chia', 'Divided', 'แบ่งแล้ว'],
  void: ['Ghi nhầm, đã hủy', 'Entered in error, undone', 'บันทึกผิด ยกเลิกแล้ว'],
};

export const fieldNames: Record<ActivityField, Words> = {
  crops: ['trồng trọt', 'crops', 'พืช'],
  livestock: ['chăn nuôi', 'livestock', 'ปศุสัตว์'],
  fishery: ['thủy sản', 'fishery', 'ประมง'],
  forestry: ['lâm nghiệp', 'forestry', 'ป่าไม้'],
  processing: ['chế biến', 'processing', 'แปรรูป'],
  trade: ['thương mại', 'trade', 'การค้า'],
  transport: ['vận tải', 'transport', 'ขนส่ง'],
  construction: ['xây dựng', 'construction', 'ก่อสร้าง'],
  environment: ['môi trường', 'environment', 'สิ่งแวดล้อม'],
  credit: ['tín dụng', 'credit', 'สินเชื่อ'],
  tourism: ['du lịch', 'tourism', 'ท่องเที่ยว'],
  services: ['dịch vụ', 'services', 'บริการ'],
};

export const partyNames: Record<Party, Words> = {
  person: ['Cá nhân', 'Person', 'บุคคล'],
  household: ['Hộ gia đình', 'Household', 'ครัวเรือน'],
  group: ['Tổ hợp tác', 'Group', 'กลุ่ม'],
  'legal-person': ['Pháp nhân', 'Legal person', 'นิติบุคคล'],
};

export const standingNames: Record<Standing, Words> = {
  'official-use': ['Chính thức: góp vốn, dùng dịch vụ', 'Official: capital and use', 'สามัญ: ทุนและใช้บริการ'],
  'official-labour': ['Chính thức: góp vốn, góp sức', 'Official: capital and labour', 'สามัญ: ทุนและแรงงาน'],
  'official-both': ['Chính thức: vốn, dịch vụ, sức', 'Official: capital, use and labour', 'สามัญ: ทุน บริการ และแรงงาน'],
  'associate-capital': ['Liên kết góp vốn', 'Associate with capital', 'สมทบมีทุน'],
  associate: ['Liên kết không góp vốn', 'Associate without capital', 'สมทบไม่มีทุน'],
};

export const provenanceNames = {
  entered: ['Nhập', 'Entered', 'บันทึก'],
  synthetic: ['Dữ liệu minh họa', 'Made up for demonstration', 'ข้อมูลสาธิต'],
  reported: ['Theo bài báo', 'From the article', 'ตามบทความ'],
} as const satisfies Record<string, Words>;

export const sexNames = { female: ['Nữ', 'Female', 'หญิง'], male: ['Nam', 'Male', 'ชาย'] } as const satisfies Record<
  string,
  Words
>;

export const sheetNames = {
  organisations: ['Tổ chức', 'Organisations', 'องค์กร'],
  members: ['Thành viên', 'Members', 'สมาชิก'],
} as const satisfies Record<string, Words>;
