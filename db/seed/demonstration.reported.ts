import type { FigureKey } from '#contexts/insight/figure.ts';
import type { Row } from './bulk.ts';
import { articleSource } from './demonstration.article.ts';
import { seedId } from './ids.ts';

interface Doubt {
  readonly vi: string;
  readonly en: string;
  readonly th: string;
}

interface ReportedFigure {
  readonly key: FigureKey;
  readonly value: number;
  readonly asOf?: string;
  readonly source: string;
  readonly doubt?: Doubt;
}

const sameMembers: Doubt = {
  vi: 'Đúng con số này đã được công bố năm 2024 cùng với 650 hợp tác xã và 146 tổ hợp tác: bài báo trộn các ngày chốt số liệu.',
  en: 'The very same number was published in 2024 together with 650 cooperatives and 146 groups: the article mixes as-of days.',
  th: 'ตัวเลขเดียวกันนี้เคยเผยแพร่ในปี 2024 พร้อมกับ 650 สหกรณ์และ 146 กลุ่ม บทความจึงปนวันที่ของข้อมูล',
};
const saidTwice: Doubt = {
  vi: 'Bài báo nêu con số này một lần cho hợp tác xã và một lần cho tổ hợp tác: một trong hai chỗ là chép nhầm.',
  en: 'The article says it once of cooperatives and once of groups: one of the two is a copying error.',
  th: 'บทความระบุตัวเลขนี้ครั้งหนึ่งสำหรับสหกรณ์และอีกครั้งสำหรับกลุ่มความร่วมมือ หนึ่งในสองแห่งคัดลอกผิด',
};
const undated: Doubt = {
  vi: 'Bài báo không nói số liệu chốt ngày nào.',
  en: 'The article does not say as of which day.',
  th: 'บทความไม่ได้ระบุวันที่ของข้อมูล',
};
const allCooperatives: Doubt = {
  vi: 'Tính trên mọi hợp tác xã, không riêng nông, lâm, ngư nghiệp.',
  en: 'Over all cooperatives, not only those in farming, forestry and fishery.',
  th: 'คิดจากสหกรณ์ทั้งหมด ไม่เฉพาะเกษตร ป่าไม้ และประมง',
};

const inArticle = (key: FigureKey, value: number, doubt: Doubt = undated): ReportedFigure => ({
  key,
  value,
  source: articleSource,
  doubt,
});
const in2024 = (key: FigureKey, value: number, doubt?: Doubt): ReportedFigure => ({
  key,
  value,
  asOf: '2024-05-31',
  source: 'vietnam.vn, "Thúc đẩy kinh tế tập thể phát triển bền vững", 7/2024',
  ...(doubt === undefined ? {} : { doubt }),
});

/** What the article and an earlier one have published of the province: shown beside what the rows say, never mixed in. */
const figures: readonly ReportedFigure[] = [
  inArticle('cooperatives', 821),
  inArticle('unions', 3),
  inArticle('members', 44_377, sameMembers),
  inArticle('cooperativeGroups', 215),
  inArticle('farms', 230),
  inArticle('chains', 40),
  inArticle('cooperativesInChains', 26),
  inArticle('meanRevenueVnd', 850_000_000, saidTwice),
  inArticle('meanProfitVnd', 150_000_000, saidTwice),
  in2024('cooperatives', 650),
  in2024('members', 44_377),
  in2024('cooperativeGroups', 146),
  in2024('meanRevenueVnd', 650_000_000, allCooperatives),
];

export const reportedFigureRows = (province: number): Row[] =>
  figures.map(({ key, value, asOf, source, doubt }, index) => ({
    province,
    id: seedId('reported', index + 1),
    key,
    value,
    as_of: asOf ?? null,
    source,
    doubt_vi: doubt?.vi ?? null,
    doubt_en: doubt?.en ?? null,
    doubt_th: doubt?.th ?? null,
  }));
