import type { OrganisationId } from '#kernel/id.ts';
import type { ProductId } from './product.ts';
import type { Condition } from './product.wire.ts';

/** The id of the demonstration's loan, the same everywhere. */
export const creditSample = { product: '019b7563-4c00-7800-8000-000000000001' as ProductId } as const;

const decree = {
  law: 'Nghị định 55/2015/NĐ-CP, sửa bởi 116/2018 và 156/2025/NĐ-CP',
  source: 'vnba.org.vn, vietnam.vn: số liệu bản sửa đổi 156/2025, có hiệu lực từ 01/7/2025',
} as const;
const bank = {
  law: 'Quy định riêng của ngân hàng (minh họa)',
  article: 'Điều kiện sản phẩm',
  source: 'Giá trị minh họa',
  verified: false,
} as const;

/** What the bank of the demonstration asks for. */
export const sampleConditions: readonly Condition[] = [
  {
    ...decree,
    code: 'nd55-borrower',
    article: 'Đối tượng vay không có tài sản bảo đảm',
    verified: true,
    fact: 'legalKind',
    test: '"cooperative","union"',
    binding: true,
    text: {
      vi: 'Bên vay là hợp tác xã hoặc liên hiệp hợp tác xã.',
      en: 'The borrower is a cooperative or a union of cooperatives.',
      th: 'ผู้กู้เป็นสหกรณ์หรือสหพันธ์สหกรณ์',
    },
    remedy: {
      vi: 'Tổ hợp tác, hộ kinh doanh và trang trại có hạn mức khác: hỏi sản phẩm phù hợp.',
      en: 'Groups, household businesses and farms have other limits: ask for a product that fits.',
      th: 'กลุ่มความร่วมมือ ครัวเรือนธุรกิจ และฟาร์มมีวงเงินอื่น สอบถามผลิตภัณฑ์ที่เหมาะสม',
    },
  },
  {
    ...decree,
    code: 'nd55-limit',
    article: 'Mức vay không có tài sản bảo đảm',
    verified: true,
    fact: 'wantedVnd',
    test: '<= mostUnsecuredVnd',
    binding: true,
    text: {
      vi: 'Số tiền vay không vượt mức cho vay không có tài sản bảo đảm của loại hình tổ chức.',
      en: 'The amount is within the unsecured limit of the legal form.',
      th: 'จำนวนเงินกู้ไม่เกินวงเงินไม่มีหลักประกันของประเภทองค์กร',
    },
    remedy: {
      vi: 'Vay số tiền nhỏ hơn, hoặc vay có tài sản bảo đảm.',
      en: 'Borrow less, or against security.',
      th: 'กู้น้อยลง หรือกู้โดยมีหลักประกัน',
    },
  },
  {
    ...decree,
    code: 'nd55-rural',
    article: 'Khu vực nông thôn: xã, đặc khu (trừ khu vực làm nhiệm vụ của phường)',
    verified: true,
    fact: 'unitKind',
    test: '"commune","special-zone"',
    binding: false,
    text: {
      vi: 'Trụ sở ở khu vực nông thôn. Nếu ở phường, ngân hàng xét theo hoạt động nông nghiệp (đối chiếu, không quyết định).',
      en: 'The seat is in a rural area. In a ward, the bank looks at the farming activity instead (for comparison; it does not decide).',
      th: 'ที่ตั้งอยู่ในเขตชนบท หากอยู่ในแขวง ธนาคารพิจารณาจากกิจกรรมเกษตรแทน (เพื่อเปรียบเทียบ ไม่ใช้ตัดสิน)',
    },
    remedy: {
      vi: 'Chuẩn bị giấy tờ về hoạt động nông nghiệp: thửa đất, vụ sản xuất, hợp đồng.',
      en: 'Have papers of the farming activity ready: plots, seasons, contracts.',
      th: 'เตรียมเอกสารกิจกรรมเกษตร: แปลงที่ดิน ฤดูการผลิต สัญญา',
    },
  },
  {
    ...decree,
    code: 'nd55-farming',
    article: 'Lĩnh vực nông nghiệp, nông thôn',
    verified: true,
    fact: 'fields',
    test: 'list contains(?, "crops")',
    binding: true,
    text: {
      vi: 'Có hoạt động trồng trọt.',
      en: 'Growing crops is among its activities.',
      th: 'มีกิจกรรมเพาะปลูก',
    },
    remedy: {
      vi: 'Đăng ký bổ sung ngành nghề trồng trọt.',
      en: 'Register crop growing as an activity.',
      th: 'จดทะเบียนเพิ่มกิจกรรมเพาะปลูก',
    },
  },
  {
    ...bank,
    code: 'bank-amount',
    fact: 'wantedVnd',
    test: '[50000000..1000000000]',
    binding: true,
    text: {
      vi: 'Số tiền vay từ 50 triệu đến 1 tỷ đồng.',
      en: 'The amount is between 50 million and 1 billion đồng.',
      th: 'จำนวนเงินกู้ระหว่าง 50 ล้านถึง 1 พันล้านดอง',
    },
    remedy: {
      vi: 'Chọn số tiền trong khoảng này.',
      en: 'Choose an amount in this range.',
      th: 'เลือกจำนวนเงินในช่วงนี้',
    },
  },
  {
    ...bank,
    code: 'bank-term',
    fact: 'wantedMonths',
    test: '[6..36]',
    binding: true,
    text: { vi: 'Thời hạn vay từ 6 đến 36 tháng.', en: 'The term is 6 to 36 months.', th: 'ระยะเวลากู้ 6 ถึง 36 เดือน' },
    remedy: {
      vi: 'Chọn thời hạn trong khoảng này.',
      en: 'Choose a term in this range.',
      th: 'เลือกระยะเวลาในช่วงนี้',
    },
  },
  {
    ...bank,
    code: 'bank-age',
    fact: 'monthsOperating',
    test: '>= 24',
    binding: true,
    text: {
      vi: 'Hoạt động từ 24 tháng trở lên.',
      en: 'It has operated for 24 months or more.',
      th: 'ดำเนินกิจการมาแล้ว 24 เดือนขึ้นไป',
    },
    remedy: {
      vi: 'Vay khi đủ thời gian, hoặc hỏi Quỹ hỗ trợ phát triển hợp tác xã.',
      en: 'Borrow once the time has passed, or ask the cooperative development support fund.',
      th: 'กู้เมื่อครบเวลา หรือสอบถามกองทุนสนับสนุนพัฒนาสหกรณ์',
    },
  },
  {
    ...bank,
    code: 'bank-profit',
    fact: 'profitVnd',
    test: '> 0',
    binding: true,
    text: {
      vi: 'Năm báo cáo gần nhất có lãi.',
      en: 'The latest reported year shows a profit.',
      th: 'ปีรายงานล่าสุดมีกำไร',
    },
    remedy: {
      vi: 'Nộp báo cáo năm; nếu lỗ, kèm phương án khắc phục.',
      en: 'Hand in the yearly report; after a loss, with a plan.',
      th: 'ส่งรายงานประจำปี หากขาดทุนให้แนบแผนแก้ไข',
    },
  },
  {
    ...bank,
    code: 'bank-contract',
    fact: 'signedContracts',
    test: '>= 1',
    binding: false,
    text: {
      vi: 'Có hợp đồng bán hàng còn hiệu lực (cộng điểm, không bắt buộc).',
      en: 'A sales contract is in force (a plus, not required).',
      th: 'มีสัญญาขายที่ยังมีผล (เป็นข้อได้เปรียบ ไม่บังคับ)',
    },
    remedy: {
      vi: 'Ký hợp đồng với bên mua trong phần Liên kết.',
      en: 'Sign a contract with a buyer under Linkage.',
      th: 'ลงนามสัญญากับผู้ซื้อในส่วนการเชื่อมโยง',
    },
  },
];

interface Owner {
  readonly query: (text: string, values?: unknown[]) => Promise<unknown>;
}

/** The one loan of the demonstration's bank. Does nothing where it is there already. */
export async function seedCredit(
  owner: Owner,
  { province, bank: bankId }: { readonly province: number; readonly bank: OrganisationId },
): Promise<void> {
  const { product } = creditSample;
  await owner.query(
    `insert into credit.loan_product (province, id, bank_id, code, version, provenance)
     values ($1, $2, $3, 'VX-HUU-CO', 1, 'synthetic') on conflict do nothing`,
    [province, product, bankId],
  );
  await owner.query(
    `insert into credit.loan_product_version (province, product_id, version, name_vi, name_en, name_th, purpose_vi, purpose_en,
       purpose_th, least_vnd, most_vnd, least_months, most_months, rate_bp, secured, conditions, source, verified, valid_from)
     values ($1, $2, 1, 'Vay chuyển đổi sản xuất hữu cơ', 'Loan for conversion to organic growing', 'เงินกู้ปรับเปลี่ยนสู่เกษตรอินทรีย์',
       'Vật tư, giàn, tưới và công lao động của vụ đầu', 'Materials, trellis, irrigation and labour of the first season',
       'วัสดุ ค้าง ระบบน้ำ และแรงงานของฤดูแรก', 50000000, 1000000000, 6, 36, 650, false, $3,
       'Giá trị minh họa, không phải lãi suất của ngân hàng nào', false, '2026-01-01') on conflict do nothing`,
    [province, product, JSON.stringify(sampleConditions)],
  );
}
