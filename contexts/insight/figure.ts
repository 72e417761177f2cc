/** The figures the province goes by. Each is an aggregate over rows one can open. */
export const figureKeys = [
  'cooperatives',
  'unions',
  'members',
  'cooperativeGroups',
  'farms',
  'chains',
  'cooperativesInChains',
  'meanRevenueVnd',
  'meanProfitVnd',
  'firmContracts',
  'cooperativesInFirmContracts',
  'contractedValueVnd',
  'releasedLots',
  'supportPaidVnd',
  'paidToSellersVnd',
] as const;
export type FigureKey = (typeof figureKeys)[number];

export const figureUnits = ['organisations', 'members', 'chains', 'contracts', 'lots', 'vnd'] as const;
export type FigureUnit = (typeof figureUnits)[number];

export type Aggregate = 'count' | 'sum' | 'mean';

export interface FigureDefinition {
  readonly key: FigureKey;
  readonly unit: FigureUnit;
  readonly aggregate: Aggregate;
  /** Counted up whenever the meaning changes, so that old values keep theirs. */
  readonly version: number;
  /** Rows that show an organisation's accounts are for officers and auditors. */
  readonly rows: 'open' | 'officers';
  /** Which context's published views it is taken from. */
  readonly source: string;
  readonly definition: { readonly vi: string; readonly en: string; readonly th: string };
}

const of = (
  key: FigureKey,
  [unit, aggregate, source]: readonly [FigureUnit, Aggregate, string],
  definition: FigureDefinition['definition'],
  rows: FigureDefinition['rows'] = 'open',
): FigureDefinition => ({ key, unit, aggregate, version: 1, rows, source, definition });

const definitions: readonly FigureDefinition[] = [
  of('cooperatives', ['organisations', 'count', 'registry'], {
    vi: 'Hợp tác xã đang hoạt động, có tên trong sổ đăng ký của tỉnh, thành lập đến ngày chốt số liệu.',
    en: 'Cooperatives in operation on the register, founded up to the as-of day.',
    th: 'สหกรณ์ที่ดำเนินงานอยู่ในทะเบียน ซึ่งก่อตั้งถึงวันที่ของข้อมูล',
  }),
  of('unions', ['organisations', 'count', 'registry'], {
    vi: 'Liên hiệp hợp tác xã đang hoạt động đến ngày chốt số liệu.',
    en: 'Unions of cooperatives in operation on the as-of day.',
    th: 'สหพันธ์สหกรณ์ที่ดำเนินงานอยู่ ณ วันที่ของข้อมูล',
  }),
  of('members', ['members', 'sum', 'registry'], {
    vi: 'Tư cách thành viên của hợp tác xã và liên hiệp hợp tác xã còn hiệu lực vào ngày chốt số liệu; một người ở hai hợp tác xã được tính hai lần.',
    en: 'Memberships of cooperatives and unions in force on the as-of day; a person in two cooperatives counts twice.',
    th: 'สมาชิกภาพของสหกรณ์และสหพันธ์สหกรณ์ที่มีผล ณ วันที่ของข้อมูล บุคคลที่เป็นสมาชิกสองสหกรณ์นับสองครั้ง',
  }),
  of('cooperativeGroups', ['organisations', 'count', 'registry'], {
    vi: 'Tổ hợp tác đang hoạt động, kể cả tổ chưa đăng ký, đến ngày chốt số liệu.',
    en: 'Cooperative groups in operation, registered or not, on the as-of day.',
    th: 'กลุ่มความร่วมมือที่ดำเนินงานอยู่ ทั้งที่จดทะเบียนและไม่จดทะเบียน ณ วันที่ของข้อมูล',
  }),
  of('farms', ['organisations', 'count', 'registry'], {
    vi: 'Trang trại đang hoạt động đến ngày chốt số liệu.',
    en: 'Farms in operation on the as-of day.',
    th: 'ฟาร์มที่ดำเนินงานอยู่ ณ วันที่ของข้อมูล',
  }),
  of('chains', ['chains', 'count', 'linkage'], {
    vi: 'Chuỗi liên kết đang hoạt động, có hoặc không có hợp đồng lưu trong hệ thống.',
    en: 'Linkage chains in operation, with or without a contract on file.',
    th: 'ห่วงโซ่เชื่อมโยงที่ดำเนินอยู่ ไม่ว่าจะมีสัญญาในระบบหรือไม่',
  }),
  of('cooperativesInChains', ['organisations', 'count', 'linkage'], {
    vi: 'Hợp tác xã đang hoạt động tham gia ít nhất một chuỗi liên kết đang hoạt động.',
    en: 'Cooperatives in operation that take part in at least one linkage chain in operation.',
    th: 'สหกรณ์ที่ดำเนินงานอยู่และเข้าร่วมห่วงโซ่เชื่อมโยงอย่างน้อยหนึ่งสาย',
  }),
  of(
    'meanRevenueVnd',
    ['vnd', 'mean', 'registry'],
    {
      vi: 'Doanh thu bình quân năm gần nhất đã khóa sổ của hợp tác xã nông, lâm, ngư nghiệp có báo cáo.',
      en: 'Mean revenue, in the latest closed year, of the cooperatives in farming, forestry and fishery that reported it.',
      th: 'รายได้เฉลี่ยปีล่าสุดที่ปิดบัญชีของสหกรณ์เกษตร ป่าไม้ และประมงที่รายงาน',
    },
    'officers',
  ),
  of(
    'meanProfitVnd',
    ['vnd', 'mean', 'registry'],
    {
      vi: 'Lợi nhuận bình quân năm gần nhất đã khóa sổ của hợp tác xã nông, lâm, ngư nghiệp có báo cáo.',
      en: 'Mean profit, in the latest closed year, of the cooperatives in farming, forestry and fishery that reported it.',
      th: 'กำไรเฉลี่ยปีล่าสุดที่ปิดบัญชีของสหกรณ์เกษตร ป่าไม้ และประมงที่รายงาน',
    },
    'officers',
  ),
  of('firmContracts', ['contracts', 'count', 'linkage'], {
    vi: 'Hợp đồng được cả hai bên chấp nhận trên hệ thống, đã ký đến ngày chốt số liệu.',
    en: 'Contracts accepted by both sides in the system, signed up to the as-of day.',
    th: 'สัญญาที่ทั้งสองฝ่ายยอมรับในระบบ ลงนามถึงวันที่ของข้อมูล',
  }),
  of('cooperativesInFirmContracts', ['organisations', 'count', 'linkage'], {
    vi: 'Hợp tác xã là bên bán trong ít nhất một hợp đồng được cả hai bên chấp nhận.',
    en: 'Cooperatives that sell under at least one contract accepted by both sides.',
    th: 'สหกรณ์ที่เป็นผู้ขายในสัญญาที่ทั้งสองฝ่ายยอมรับอย่างน้อยหนึ่งฉบับ',
  }),
  of(
    'contractedValueVnd',
    ['vnd', 'sum', 'linkage'],
    {
      vi: 'Giá trị hàng đã quyết toán theo hợp đồng, trước khấu trừ và thuế, của các kỳ kết thúc đến ngày chốt số liệu.',
      en: 'Value of goods settled under contracts, before deductions and tax, of periods ended up to the as-of day.',
      th: 'มูลค่าสินค้าที่ชำระบัญชีตามสัญญา ก่อนหักและภาษี ของงวดที่สิ้นสุดถึงวันที่ของข้อมูล',
    },
    'officers',
  ),
  of('releasedLots', ['lots', 'count', 'quality'], {
    vi: 'Lô hàng được xuất xưởng sau kết quả kiểm nghiệm đạt, đến ngày chốt số liệu.',
    en: 'Lots released on a passed laboratory verdict up to the as-of day.',
    th: 'ล็อตที่ปล่อยหลังผลตรวจผ่าน ถึงวันที่ของข้อมูล',
  }),
  of(
    'supportPaidVnd',
    ['vnd', 'sum', 'support'],
    {
      vi: 'Tiền và giá trị hiện vật hỗ trợ đã được người nhận xác nhận đến ngày chốt số liệu.',
      en: 'Support in money and in kind whose receipt was confirmed up to the as-of day.',
      th: 'เงินและมูลค่าสิ่งของช่วยเหลือที่ผู้รับยืนยันแล้ว ถึงวันที่ของข้อมูล',
    },
    'officers',
  ),
  of(
    'paidToSellersVnd',
    ['vnd', 'sum', 'linkage'],
    {
      vi: 'Tiền bên mua đã trả và bên bán đã xác nhận theo quyết toán, của các kỳ kết thúc đến ngày chốt số liệu.',
      en: 'Payments by buyers that sellers confirmed, of settlement periods ended up to the as-of day.',
      th: 'เงินที่ผู้ซื้อจ่ายและผู้ขายยืนยัน ของงวดชำระบัญชีที่สิ้นสุดถึงวันที่ของข้อมูล',
    },
    'officers',
  ),
];

const byKey = new Map(definitions.map((definition) => [definition.key, definition]));

export const figureDefinition = (key: FigureKey): FigureDefinition => byKey.get(key)!;

/** A mean or a sum of one or two is the account of one, or known to the other. */
export const fewestTold = 3;
