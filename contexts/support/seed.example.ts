import type { OrganisationId } from '#kernel/id.ts';
import { eligibilityTable, grantTable, sampleClauses, supportSample } from './policy.example.ts';

interface Owner {
  readonly query: (text: string, values?: unknown[]) => Promise<unknown>;
}

const { resolution155, decree98, law17, organicConversion } = supportSample;
const made = 'Giá trị minh họa, không lấy từ văn bản';

const policies = [
  {
    id: resolution155,
    code: 'resolution-155-2023',
    number: '155/NQ-HĐND',
    title_vi: 'Nghị quyết về giải pháp trọng tâm hỗ trợ doanh nghiệp, hợp tác xã, hộ kinh doanh',
    title_en: 'Resolution on solutions to support enterprises, cooperatives and household businesses',
    title_th: 'มติว่าด้วยแนวทางสนับสนุนวิสาหกิจ สหกรณ์ และครัวเรือนธุรกิจ',
    issuer: 'Hội đồng nhân dân tỉnh Quảng Ninh',
    issued_on: null,
    valid_from: '2023-07-01',
    valid_until: null,
    nature: 'directions',
    nature_verified: false,
    source: 'Bài báo nguồn; vietnam.vn. Ngày cụ thể trong tháng 7/2023 và nguyên văn chưa đọc được',
    verified: false,
    provenance: 'entered',
  },
  {
    id: decree98,
    code: 'decree-98-2018',
    number: '98/2018/NĐ-CP',
    title_vi:
      'Nghị định về chính sách khuyến khích phát triển hợp tác, liên kết trong sản xuất và tiêu thụ sản phẩm nông nghiệp',
    title_en: 'Decree on incentives for cooperation and linkage in producing and selling farm products',
    title_th: 'กฤษฎีกาว่าด้วยการส่งเสริมความร่วมมือและการเชื่อมโยงในการผลิตและจำหน่ายสินค้าเกษตร',
    issuer: 'Chính phủ',
    issued_on: '2018-07-05',
    valid_from: '2018-08-20',
    valid_until: null,
    nature: 'law',
    nature_verified: true,
    source: 'vbpl.vn; tailieuluat.com; vietjack.me. Văn bản thay thế năm 2026: chưa tìm thấy',
    verified: true,
    provenance: 'entered',
  },
  {
    id: law17,
    code: 'law-17-2023',
    number: '17/2023/QH15',
    title_vi: 'Luật Hợp tác xã',
    title_en: 'Law on Cooperatives',
    title_th: 'กฎหมายสหกรณ์',
    issuer: 'Quốc hội',
    issued_on: '2023-06-20',
    valid_from: '2024-07-01',
    valid_until: null,
    nature: 'law',
    nature_verified: true,
    source: 'lawnet.vn; hethongphapluat.com',
    verified: true,
    provenance: 'entered',
  },
];

const documents = [
  {
    id: '019b7563-4c00-7701-8000-000000000001',
    policy_id: resolution155,
    title: 'Nghị quyết 155/NQ-HĐND (tháng 7/2023)',
    reference: '155/NQ-HĐND',
    address: null,
    issued_on: null,
    source:
      'Bài báo nguồn; số hiệu không có năm cho thấy đây là nghị quyết định hướng, không phải biểu mức: suy ra, chưa đọc',
    verified: false,
  },
  {
    id: '019b7563-4c00-7701-8000-000000000002',
    policy_id: decree98,
    title: 'Nghị định 98/2018/NĐ-CP',
    reference: '98/2018/NĐ-CP',
    address: 'https://vbpl.vn',
    issued_on: '2018-07-05',
    source: 'vbpl.vn (bản trích)',
    verified: true,
  },
  {
    id: '019b7563-4c00-7701-8000-000000000003',
    policy_id: law17,
    title: 'Luật Hợp tác xã 17/2023/QH15',
    reference: '17/2023/QH15',
    address: null,
    issued_on: '2023-06-20',
    source: 'lawnet.vn',
    verified: true,
  },
];

const clauses = sampleClauses.map(({ policy, code, article, text, remedy, from, source, verified }, position) => ({
  policy_id: policy,
  code,
  article,
  text_vi: text.vi,
  text_en: text.en,
  text_th: text.th,
  remedy_vi: remedy.vi,
  remedy_en: remedy.en,
  remedy_th: remedy.th,
  position,
  valid_from: from,
  source,
  verified,
}));

const measure = {
  id: organicConversion,
  policy_id: resolution155,
  code: 'HC-155',
  name_vi: 'Chuyển đổi cây trồng hữu cơ: cây giống, vật tư và tập huấn',
  name_en: 'Organic crop conversion: seedlings, materials and training',
  name_th: 'ปรับเปลี่ยนเป็นพืชอินทรีย์: ต้นกล้า วัสดุ และการอบรม',
  summary_vi:
    'Cây giống bằng hiện vật, tiền vật tư theo diện tích (tối đa 5 ha) và một khoản tập huấn. Mức hỗ trợ là số minh họa.',
  summary_en:
    'Seedlings in kind, money for materials by area (up to 5 ha) and one sum for training. The amounts are for demonstration.',
  summary_th: 'ต้นกล้าเป็นสิ่งของ เงินค่าวัสดุตามพื้นที่ (ไม่เกิน 5 เฮกตาร์) และค่าอบรมหนึ่งครั้ง จำนวนเงินเป็นค่าตัวอย่าง',
  budget_vnd: 3_000_000_000,
  open_from: '2026-01-01',
  open_until: null,
  source: made,
  verified: false,
  provenance: 'synthetic',
};

const parts = [
  {
    code: 'seedlings',
    kind: 'in-kind',
    name_vi: 'Cây giống',
    name_en: 'Seedlings',
    name_th: 'ต้นกล้า',
    unit_vi: 'cây',
    unit_en: 'seedlings',
    unit_th: 'ต้น',
  },
  {
    code: 'materials',
    kind: 'money',
    name_vi: 'Phân bón hữu cơ, vật tư',
    name_en: 'Organic fertiliser and materials',
    name_th: 'ปุ๋ยอินทรีย์และวัสดุ',
    unit_vi: null,
    unit_en: null,
    unit_th: null,
  },
  {
    code: 'training',
    kind: 'money',
    name_vi: 'Tập huấn kỹ thuật',
    name_en: 'Technical training',
    name_th: 'การอบรมทางเทคนิค',
    unit_vi: null,
    unit_en: null,
    unit_th: null,
  },
].map((part, position) => ({ measure_id: organicConversion, ...part, position }));

const tables = [
  { id: supportSample.eligibility, purpose: 'eligibility', body: eligibilityTable },
  { id: supportSample.grant, purpose: 'grant', body: grantTable },
].map((table) => ({
  ...table,
  measure_id: organicConversion,
  version: 1,
  valid_from: '2026-01-01',
  valid_until: null,
  source: made,
  verified: false,
}));

async function insert(owner: Owner, table: string, rows: readonly object[]): Promise<void> {
  const columns = Object.keys(rows[0]!).join(', ');
  await owner.query(
    `insert into ${table} (${columns}) select ${columns} from json_populate_recordset(null::${table}, $1) on conflict do nothing`,
    [JSON.stringify(rows)],
  );
}

/** The policies and the one measure of a demonstration province. Does nothing where they are there already. */
export async function seedSupport(
  owner: Owner,
  { province, fund }: { readonly province: number; readonly fund: OrganisationId | null },
): Promise<void> {
  const here = (rows: readonly object[]): object[] => rows.map((row) => ({ province, ...row }));
  await insert(owner, 'support.policy', here(policies));
  await insert(owner, 'support.policy_document', here(documents));
  await insert(owner, 'support.policy_clause', here(clauses));
  await insert(owner, 'support.measure', here([{ ...measure, fund_id: fund }]));
  await insert(owner, 'support.measure_part', here(parts));
  await insert(owner, 'support.decision_table', here(tables));
}
