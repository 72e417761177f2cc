import type { ReaderKind } from './cell.ts';
import { activityWords, kindWords, partyWords, sexWords, standingWords, type WordList } from './cell-word.ts';
import { thaiHeadings, withThai } from './heading-thai.ts';

export const batchKinds = ['organisations', 'members', 'accounts'] as const;
export type BatchKind = (typeof batchKinds)[number];
export const moneyUnits = ['dong', 'thousand', 'million', 'billion'] as const;
export type MoneyUnit = (typeof moneyUnits)[number];

/** A field a column may hold, and the headings people give it (without marks, in the order of certainty). */
export interface Field {
  readonly key: string;
  readonly reader: ReaderKind;
  readonly headings: readonly string[];
  readonly words?: WordList;
  readonly least?: number;
  readonly most?: number;
  /** Has to stand in every row, unless one value is given for all. */
  readonly required?: true;
  readonly forAll?: true;
  readonly personal?: true;
}

const said = (headings: string): readonly string[] => headings.split('|');

const organisationColumns: readonly Field[] = [
  {
    key: 'organisationTaxNumber',
    reader: 'tax-number',
    headings: said(
      'mst htx|ma so thue htx|ma so thue hop tac xa|ma so thue to chuc|mst to chuc|ma so thue don vi|tax number of organisation',
    ),
  },
  {
    key: 'organisationName',
    reader: 'text',
    least: 2,
    headings: said(
      'ten htx|ten hop tac xa|hop tac xa|htx|to chuc|ten to chuc|don vi|ten don vi|thuoc htx|organisation|cooperative',
    ),
  },
];

export const memberFields: readonly Field[] = [
  {
    key: 'name',
    reader: 'text',
    least: 2,
    most: 200,
    required: true,
    personal: true,
    headings: said(
      'ho va ten|ho ten|ho va ten thanh vien|ho ten thanh vien|ten thanh vien|ten|thanh vien|ho va ten chu ho|full name|name',
    ),
  },
  {
    key: 'maleYear',
    reader: 'year',
    personal: true,
    headings: said('nam sinh nam|ngay sinh nam|ngay thang nam sinh nam|nam sinh nam gioi'),
  },
  {
    key: 'femaleYear',
    reader: 'year',
    personal: true,
    headings: said('nam sinh nu|ngay sinh nu|ngay thang nam sinh nu|nam sinh nu gioi'),
  },
  {
    key: 'birthYear',
    reader: 'year',
    personal: true,
    headings: said('nam sinh|ngay sinh|ngay thang nam sinh|sinh nam|ns|birth year|year of birth|date of birth'),
  },
  {
    key: 'sex',
    reader: 'word',
    words: sexWords,
    personal: true,
    headings: said('gioi tinh|gt|nam nu|phai|sex|gender'),
  },
  {
    key: 'nationalId',
    reader: 'national-id',
    personal: true,
    headings: said(
      'so cccd|cccd|so dinh danh|so dinh danh ca nhan|so cmnd|cmnd|cmnd cccd|cccd cmnd|so cmnd cccd|so cccd cmnd|can cuoc|so can cuoc|can cuoc cong dan|so can cuoc cong dan|national id|id number',
    ),
  },
  {
    key: 'phone',
    reader: 'phone',
    personal: true,
    headings: said('dien thoai|so dien thoai|sdt|dt|so dt|dien thoai lien he|phone|telephone'),
  },
  {
    key: 'hamlet',
    reader: 'text',
    most: 200,
    personal: true,
    headings: said(
      'thon|thon khu|thon ban|thon ban khu pho|khu|ban|dia chi|noi o|cho o|dia chi thuong tru|noi cu tru|hamlet|address',
    ),
  },
  {
    key: 'party',
    reader: 'word',
    words: partyWords,
    forAll: true,
    headings: said('loai thanh vien|doi tuong|doi tuong thanh vien|ca nhan ho gia dinh phap nhan|party'),
  },
  { key: 'partyTaxNumber', reader: 'tax-number', headings: said('ma so thue thanh vien|tax number of member') },
  {
    key: 'representativeName',
    reader: 'text',
    least: 2,
    most: 200,
    personal: true,
    headings: said('nguoi dai dien|ho ten nguoi dai dien|dai dien|nguoi dai dien ho|representative'),
  },
  {
    key: 'standing',
    reader: 'word',
    words: standingWords,
    required: true,
    forAll: true,
    headings: said('tu cach|tu cach thanh vien|hinh thuc thanh vien|thanh vien chinh thuc lien ket|standing'),
  },
  {
    key: 'joinedOn',
    reader: 'day',
    required: true,
    forAll: true,
    headings: said(
      'ngay vao|ngay vao htx|ngay gia nhap|ngay tham gia|ngay vao hop tac xa|ngay ket nap|thoi diem gia nhap|joined on|date of joining',
    ),
  },
  {
    key: 'contributedVnd',
    reader: 'money',
    headings: said(
      'von gop|so von gop|von gop da gop|von gop thuc gop|von da gop|so tien gop von|gop von|von thuc gop|gia tri von gop|contribution|capital contribution',
    ),
  },
  ...organisationColumns,
];

export const organisationFields: readonly Field[] = [
  {
    key: 'name',
    reader: 'text',
    least: 2,
    required: true,
    headings: said(
      'ten to chuc|ten htx|ten hop tac xa|ten don vi|ten|ten tht|ten to hop tac|ten trang trai|ten doanh nghiep|name|organisation',
    ),
  },
  {
    key: 'kind',
    reader: 'word',
    words: kindWords,
    forAll: true,
    headings: said('loai hinh|loai|loai to chuc|loai hinh to chuc|kind|type'),
  },
  {
    key: 'taxNumber',
    reader: 'tax-number',
    headings: said('ma so thue|mst|ma so doanh nghiep|ma so htx|ma so thue mst|tax number|tax code'),
  },
  {
    key: 'registrationNumber',
    reader: 'text',
    most: 50,
    headings: said(
      'so dang ky|so giay chung nhan|so gcn|so dkkd|so giay chung nhan dang ky|giay chung nhan so|giay chung nhan dang ky so|registration number',
    ),
  },
  {
    key: 'certificateOn',
    reader: 'day',
    headings: said(
      'ngay cap|ngay cap giay chung nhan|ngay cap gcn|ngay dang ky|giay chung nhan ngay cap|giay chung nhan dang ky ngay cap|certificate date|registered on',
    ),
  },
  {
    key: 'foundedOn',
    reader: 'day',
    headings: said('ngay thanh lap|thanh lap ngay|thoi diem thanh lap|founded on|founded'),
  },
  { key: 'shortName', reader: 'text', most: 100, headings: said('ten viet tat|ten tat|short name') },
  {
    key: 'fields',
    reader: 'words',
    words: activityWords,
    forAll: true,
    headings: said('linh vuc|linh vuc hoat dong|nganh nghe|nganh nghe kinh doanh|fields|activity'),
  },
  {
    key: 'unit',
    reader: 'text',
    headings: said('xa phuong|xa phuong dac khu|xa|phuong|phuong xa|don vi hanh chinh|xa phuong thi tran|unit|commune'),
  },
  {
    key: 'district',
    reader: 'text',
    headings: said('huyen|huyen cu|quan huyen|huyen thi xa thanh pho|district|former district'),
  },
  {
    key: 'address',
    reader: 'text',
    least: 3,
    headings: said('dia chi|tru so|dia chi tru so|dia chi tru so chinh|noi dat tru so|address'),
  },
  {
    key: 'phone',
    reader: 'phone',
    personal: true,
    headings: said('dien thoai|so dien thoai|sdt|dien thoai lien he|phone'),
  },
  { key: 'email', reader: 'email', personal: true, headings: said('email|thu dien tu|hop thu') },
  {
    key: 'representativeName',
    reader: 'text',
    least: 2,
    most: 200,
    personal: true,
    headings: said(
      'nguoi dai dien|ho ten nguoi dai dien|nguoi dai dien theo phap luat|giam doc|ten giam doc|ho va ten nguoi dai dien|nguoi dai dien ho va ten|nguoi dai dien ho ten|representative|director',
    ),
  },
  {
    key: 'representativeTitle',
    reader: 'text',
    most: 100,
    headings: said('chuc vu|chuc danh|nguoi dai dien chuc vu|nguoi dai dien chuc danh|title'),
  },
  {
    key: 'representativePhone',
    reader: 'phone',
    personal: true,
    headings: said(
      'dien thoai nguoi dai dien|representative phone|sdt nguoi dai dien|nguoi dai dien dien thoai|nguoi dai dien so dien thoai|sdt giam doc',
    ),
  },
];

const money = (key: string, headings: readonly string[], isSigned = false): Field => ({
  key,
  reader: isSigned ? 'signed-money' : 'money',
  headings,
});

export const accountFields: readonly Field[] = [
  {
    key: 'organisationTaxNumber',
    reader: 'tax-number',
    headings: [...said('ma so thue|mst|ma so htx|tax number'), ...organisationColumns[0]!.headings],
  },
  { key: 'organisationName', reader: 'text', least: 2, headings: organisationColumns[1]!.headings },
  {
    key: 'year',
    reader: 'account-year',
    required: true,
    forAll: true,
    headings: said('nam|nam bao cao|nien do|nam tai chinh|year'),
  },
  money('revenueVnd', said('doanh thu|tong doanh thu|doanh thu thuan|revenue')),
  money('profitVnd', said('loi nhuan|lai|lai lo|loi nhuan sau thue|lai sau thue|profit'), true),
  money('charterCapitalVnd', said('von dieu le|charter capital')),
  money('totalCapitalVnd', said('tong nguon von|tong von|von hoat dong|nguon von|total capital')),
  money(
    'undividedAssetsVnd',
    said(
      'tai san chung khong chia|tai san khong chia|tong tai san chung khong chia|undivided assets|indivisible assets',
    ),
  ),
  {
    key: 'officialMembers',
    reader: 'whole',
    headings: said(
      'so thanh vien chinh thuc|thanh vien chinh thuc|so thanh vien|tong so thanh vien|official members|members',
    ),
  },
  {
    key: 'workers',
    reader: 'whole',
    headings: said('lao dong|so lao dong|tong so lao dong|so lao dong thuong xuyen|lao dong thuong xuyen|workers'),
  },
];

export const fieldsOf: Readonly<Record<BatchKind, readonly Field[]>> = {
  organisations: withThai(organisationFields, thaiHeadings.organisations),
  members: withThai(memberFields, thaiHeadings.members),
  accounts: withThai(accountFields, thaiHeadings.accounts),
};

export const fieldOf = (kind: BatchKind, key: string): Field | undefined =>
  fieldsOf[kind].find((field) => field.key === key);
export const isMoney = (field: Field | undefined): boolean =>
  field !== undefined && (field.reader === 'money' || field.reader === 'signed-money');
