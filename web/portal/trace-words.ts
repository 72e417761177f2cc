import type { Claim } from '#contexts/quality/lot.ts';
import type { ReleaseVerdict } from '#contexts/quality/residue.ts';
import type { Language } from '#web/lib/language.ts';

interface TraceTexts {
  readonly title: string;
  readonly look: string;
  readonly lookLead: string;
  readonly code: string;
  readonly codeHint: string;
  readonly find: string;
  readonly malformed: string;
  readonly unknown: string;
  readonly tooMany: string;
  readonly released: string;
  readonly blocked: string;
  readonly blockedLead: string;
  readonly synthetic: string;
  readonly product: string;
  readonly variety: string;
  readonly producer: string;
  readonly place: string;
  readonly placeCode: string;
  readonly lot: string;
  readonly gtin: string;
  readonly shortCode: string;
  readonly qty: string;
  readonly packed: string;
  readonly bestBefore: string;
  readonly harvested: string;
  readonly plots: string;
  readonly image: string;
  readonly none: string;
  readonly about: string;
  readonly stages: string;
  readonly signed: string;
  readonly signedSome: string;
  readonly notSigned: string;
  readonly noDays: string;
  readonly practice: string;
  readonly certificate: string;
  readonly noCertificate: string;
  readonly protocols: string;
  readonly until: string;
  readonly laboratory: string;
  readonly tested: string;
  readonly method: string;
  readonly report: string;
  readonly accreditation: string;
  readonly markets: string;
  readonly releasedOn: string;
  readonly limits: string;
  readonly unverified: string;
  readonly notTested: string;
  readonly notTestedLead: string;
  readonly law: string;
  readonly claim: Record<Claim, string>;
  readonly verdict: Record<ReleaseVerdict, string>;
  readonly stage: Record<string, string>;
}

const vi: TraceTexts = {
  title: 'Truy xuất nguồn gốc',
  look: 'Tra cứu lô hàng',
  lookLead: 'Quét mã QR trên tem, hoặc gõ mã ngắn in cạnh mã QR.',
  code: 'Mã ngắn',
  codeHint: '10 chữ và số, ví dụ AB12C-D34EF',
  find: 'Tra cứu',
  malformed: 'Mã ngắn có 10 chữ và số.',
  unknown: 'Không tìm thấy lô hàng nào với mã này. Hãy so lại tên miền và mã in trên tem.',
  tooMany: 'Tra cứu quá nhiều lần. Đợi một phút rồi thử lại.',
  released: 'Lô đã được cho xuất',
  blocked: 'Lô đã bị chặn',
  blockedLead: 'Không nên dùng hoặc bán. Liên hệ nơi bán.',
  synthetic: 'Dữ liệu minh họa: sản phẩm này được dựng để trình diễn, không có thật.',
  product: 'Tên sản phẩm',
  variety: 'Giống',
  producer: 'Nhà sản xuất',
  place: 'Địa chỉ',
  placeCode: 'Mã địa điểm (GLN)',
  lot: 'Số lô',
  gtin: 'Mã sản phẩm (GTIN)',
  shortCode: 'Mã truy xuất ngắn',
  qty: 'Khối lượng lô',
  packed: 'Ngày đóng gói',
  bestBefore: 'Hạn dùng',
  harvested: 'Thời gian thu hoạch',
  plots: 'Số thửa',
  image: 'Hình ảnh',
  none: 'chưa ghi',
  about: 'Sản phẩm',
  stages: 'Các công đoạn',
  signed: 'Cán bộ xã đã xác nhận ngày {day}',
  signedSome: 'Cán bộ xã đã xác nhận {signed}/{seasons} vụ',
  notSigned: 'Chưa có xác nhận',
  noDays: 'chưa ghi ngày',
  practice: 'Cách canh tác và chứng nhận',
  certificate: 'Giấy chứng nhận',
  noCertificate: 'Không có giấy chứng nhận. Nội dung trên là cách canh tác do nhà sản xuất công bố.',
  protocols: 'Quy trình',
  until: 'đến',
  laboratory: 'Kiểm nghiệm',
  tested: 'Đã thử {count} chỉ tiêu dư lượng',
  method: 'Phương pháp',
  report: 'Phiếu',
  accreditation: 'Công nhận',
  markets: 'Kết luận theo thị trường',
  releasedOn: 'Cho xuất ngày {day}',
  limits: 'Theo giới hạn',
  unverified: 'giá trị giới hạn chưa kiểm chứng',
  notTested: 'Chưa thử {count} chất thị trường này có giới hạn',
  notTestedLead: 'Kết luận trên không nói gì về những chất này:',
  law: 'Nội dung theo Thông tư 02/2024/TT-BKHCN. Không hiển thị thông tin cá nhân, giá hay bên mua.',
  claim: {
    none: 'Nhà sản xuất không công bố gì thêm',
    'organic-practice': 'Canh tác theo quy trình hữu cơ (không phải chứng nhận)',
    'organic-certified': 'Hữu cơ có chứng nhận',
  },
  verdict: {
    pass: 'Đạt',
    fail: 'Không đạt',
    inconclusive: 'Chưa kết luận được',
    'no-limit': 'Không có giới hạn',
    'not-tested': 'Chưa thử',
  },
  stage: {
    'seed-selection': 'Chọn giống',
    planting: 'Trồng',
    care: 'Chăm sóc',
    harvest: 'Thu hoạch',
    preservation: 'Bảo quản',
  },
};

const en: TraceTexts = {
  title: 'Where it comes from',
  look: 'Look up a lot',
  lookLead: 'Scan the QR code on the label, or type the short code printed beside it.',
  code: 'Short code',
  codeHint: '10 letters and digits, such as AB12C-D34EF',
  find: 'Look up',
  malformed: 'A short code has 10 letters and digits.',
  unknown: 'No lot was found under this code. Compare the domain and the code printed on the label.',
  tooMany: 'Too many look-ups. Wait a minute and try again.',
  released: 'The lot was released',
  blocked: 'The lot is blocked',
  blockedLead: 'Do not use or sell it. Ask where you bought it.',
  synthetic: 'Synthetic data: this product was made up for demonstration and does not exist.',
  product: 'Product',
  variety: 'Variety',
  producer: 'Producer',
  place: 'Address',
  placeCode: 'Place code (GLN)',
  lot: 'Lot',
  gtin: 'Product code (GTIN)',
  shortCode: 'Short trace code',
  qty: 'Quantity of the lot',
  packed: 'Packed on',
  bestBefore: 'Best before',
  harvested: 'Harvested',
  plots: 'Plots',
  image: 'Picture',
  none: 'not recorded',
  about: 'The product',
  stages: 'The stages',
  signed: 'Signed off by the commune officer on {day}',
  signedSome: 'Signed off by the commune officer for {signed} of {seasons} seasons',
  notSigned: 'Not signed off',
  noDays: 'no day recorded',
  practice: 'Practice and certificate',
  certificate: 'Certificate',
  noCertificate: 'There is no certificate. What stands above is the practice the producer claims.',
  protocols: 'Protocol',
  until: 'until',
  laboratory: 'Laboratory',
  tested: '{count} residues tested',
  method: 'Method',
  report: 'Report',
  accreditation: 'Accreditation',
  markets: 'Verdicts by market',
  releasedOn: 'Released on {day}',
  limits: 'Under the limits of',
  unverified: 'limit values not verified',
  notTested: '{count} residues this market has limits for were not tested',
  notTestedLead: 'The verdict above says nothing about these:',
  law: 'Contents as Circular 02/2024/TT-BKHCN asks. No personal data, prices or buyers are shown.',
  claim: {
    none: 'The producer claims nothing more',
    'organic-practice': 'Grown by organic practice (no certificate)',
    'organic-certified': 'Certified organic',
  },
  verdict: {
    pass: 'Pass',
    fail: 'Fail',
    inconclusive: 'Inconclusive',
    'no-limit': 'No limit',
    'not-tested': 'Not tested',
  },
  stage: {
    'seed-selection': 'Seed selection',
    planting: 'Planting',
    care: 'Care',
    harvest: 'Harvest',
    preservation: 'Preservation',
  },
};

const th: TraceTexts = {
  title: 'ตรวจสอบย้อนกลับ',
  look: 'ค้นหาล็อตสินค้า',
  lookLead: 'สแกนรหัส QR บนฉลาก หรือพิมพ์รหัสสั้นที่อยู่ข้างรหัส QR',
  code: 'รหัสสั้น',
  codeHint: 'ตัวอักษรและตัวเลข 10 ตัว เช่น AB12C-D34EF',
  find: 'ค้นหา',
  malformed: 'รหัสสั้นมีตัวอักษรและตัวเลข 10 ตัว',
  unknown: 'ไม่พบล็อตตามรหัสนี้ โปรดเทียบชื่อโดเมนและรหัสที่พิมพ์บนฉลาก',
  tooMany: 'ค้นหาบ่อยเกินไป รอหนึ่งนาทีแล้วลองใหม่',
  released: 'ล็อตนี้ปล่อยแล้ว',
  blocked: 'ล็อตนี้ถูกระงับ',
  blockedLead: 'ไม่ควรใช้หรือขาย โปรดติดต่อร้านที่ซื้อ',
  synthetic: 'ข้อมูลสมมติ: สินค้านี้สร้างขึ้นเพื่อสาธิต ไม่มีอยู่จริง',
  product: 'ชื่อสินค้า',
  variety: 'พันธุ์',
  producer: 'ผู้ผลิต',
  place: 'ที่อยู่',
  placeCode: 'รหัสสถานที่ (GLN)',
  lot: 'เลขล็อต',
  gtin: 'รหัสสินค้า (GTIN)',
  shortCode: 'รหัสย้อนกลับแบบสั้น',
  qty: 'ปริมาณของล็อต',
  packed: 'วันบรรจุ',
  bestBefore: 'ควรบริโภคก่อน',
  harvested: 'ช่วงเก็บเกี่ยว',
  plots: 'จำนวนแปลง',
  image: 'รูปภาพ',
  none: 'ไม่ได้บันทึก',
  about: 'สินค้า',
  stages: 'ขั้นตอนการผลิต',
  signed: 'เจ้าหน้าที่ตำบลรับรองเมื่อ {day}',
  signedSome: 'เจ้าหน้าที่ตำบลรับรอง {signed} จาก {seasons} รอบปลูก',
  notSigned: 'ยังไม่มีการรับรอง',
  noDays: 'ไม่ได้บันทึกวัน',
  practice: 'วิธีปลูกและใบรับรอง',
  certificate: 'ใบรับรอง',
  noCertificate: 'ไม่มีใบรับรอง ข้อความข้างบนเป็นวิธีปลูกที่ผู้ผลิตกล่าวอ้าง',
  protocols: 'กระบวนการ',
  until: 'ถึง',
  laboratory: 'ผลตรวจวิเคราะห์',
  tested: 'ตรวจสารตกค้าง {count} รายการ',
  method: 'วิธีทดสอบ',
  report: 'รายงาน',
  accreditation: 'การรับรองห้องปฏิบัติการ',
  markets: 'ข้อสรุปตามตลาด',
  releasedOn: 'ปล่อยเมื่อ {day}',
  limits: 'ตามค่าสูงสุดของ',
  unverified: 'ค่าสูงสุดยังไม่ได้ตรวจสอบ',
  notTested: 'ไม่ได้ตรวจ {count} สารที่ตลาดนี้มีค่าสูงสุด',
  notTestedLead: 'ข้อสรุปข้างบนไม่ได้หมายถึงสารเหล่านี้:',
  law: 'เนื้อหาตามประกาศ 02/2024/TT-BKHCN ไม่แสดงข้อมูลส่วนบุคคล ราคา หรือผู้ซื้อ',
  claim: {
    none: 'ผู้ผลิตไม่ได้กล่าวอ้างเพิ่มเติม',
    'organic-practice': 'ปลูกตามกระบวนการอินทรีย์ (ไม่ใช่การรับรอง)',
    'organic-certified': 'อินทรีย์ที่ได้รับการรับรอง',
  },
  verdict: {
    pass: 'ผ่าน',
    fail: 'ไม่ผ่าน',
    inconclusive: 'สรุปไม่ได้',
    'no-limit': 'ไม่มีค่าสูงสุด',
    'not-tested': 'ไม่ได้ตรวจ',
  },
  stage: {
    'seed-selection': 'คัดเลือกพันธุ์',
    planting: 'ปลูก',
    care: 'ดูแล',
    harvest: 'เก็บเกี่ยว',
    preservation: 'เก็บรักษา',
  },
};

export const traceWords: Record<Language, TraceTexts> = { vi, en, th };

/** Values into their places: `{day}`. */
export const filled = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
