import { organisationColumns, said, type Field } from './field-shape.ts';
import type { SubjectWords } from './heading.ts';

/** With members and with others apart (Circular 71/2024/TT-BTC); what is planned is no figure of the year. */
export const accountSubjects: readonly SubjectWords[] = [
  {
    subject: 'plan',
    shows: /\b(ke hoach|du kien|muc tieu|uoc|cung ky|nam truoc|so sanh|tang giam|ty le)\b/,
    words: [],
  },
  { subject: 'internal', shows: /\bnoi bo\b/, words: said('noi bo|tu noi bo') },
  { subject: 'external', shows: /\bben ngoai\b/, words: said('ben ngoai|tu ben ngoai') },
  { subject: 'organisation', shows: /^(thong tin )?(htx|tht|lhhtx|to chuc|don vi|htx tht)$/, words: [] },
];

const money = (key: string, headings: readonly string[], isSigned = false): Field => ({
  key,
  reader: isSigned ? 'signed-money' : 'money',
  headings,
});

const revenues = said(
  'doanh thu|tong doanh thu|doanh thu thuan|doanh thu tong so|doanh thu tong cong|doanh thu sxkd|doanh thu ban hang va cung cap dich vu|doanh thu hoat dong san xuat kinh doanh|tong doanh thu va thu nhap|doanh thu va thu nhap',
);
const costs = said(
  'chi phi|tong chi phi|chi phi tong so|chi phi tong cong|tong chi|chi phi sxkd|tong chi phi sxkd|chi phi hoat dong|chi phi san xuat kinh doanh|chi phi hoat dong san xuat kinh doanh',
);
const profits = said(
  'loi nhuan|lai|lai lo|loi nhuan sau thue|lai sau thue|tong loi nhuan|loi nhuan sau thue tndn|lai lo sau thue|loi nhuan tong so|ket qua kinh doanh',
);

/** The total, and with others and with official members apart: "Doanh thu > Nội bộ" as well as "Nội bộ > Doanh thu". */
function threeOf(what: 'Revenue' | 'Cost' | 'Profit', headings: readonly string[], english: string): Field[] {
  const isSigned = what === 'Profit';
  return [
    money(`${english}Vnd`, [...headings, english], isSigned),
    {
      ...money(`external${what}Vnd`, [`${headings[0]!} ben ngoai`, `external ${english}`], isSigned),
      under: { external: headings },
    },
    {
      ...money(`internal${what}Vnd`, [`${headings[0]!} noi bo`, `internal ${english}`], isSigned),
      under: { internal: headings },
    },
  ];
}

export const accountFields: readonly Field[] = [
  {
    ...organisationColumns[0]!,
    headings: [...said('ma so thue|mst|ma so htx|tax number'), ...organisationColumns[0]!.headings],
  },
  organisationColumns[1]!,
  {
    key: 'year',
    reader: 'account-year',
    required: true,
    forAll: true,
    headings: said('nam|nam bao cao|nien do|nam tai chinh|ky bao cao|nien do ke toan|nam so lieu|year'),
  },
  ...threeOf('Revenue', revenues, 'revenue'),
  ...threeOf('Cost', costs, 'cost'),
  ...threeOf('Profit', profits, 'profit'),
  money('charterCapitalVnd', said('von dieu le|von dieu le dang ky|tong von dieu le|charter capital')),
  money(
    'totalCapitalVnd',
    said(
      'tong nguon von|tong von|von hoat dong|nguon von|tong von hoat dong|tong von san xuat kinh doanh|tong von sxkd|tong nguon von hoat dong|von san xuat kinh doanh|total capital',
    ),
  ),
  money(
    'undividedAssetsVnd',
    said(
      'tai san chung khong chia|tai san khong chia|tong tai san chung khong chia|gia tri tai san chung khong chia|tai san khong chia htx|undivided assets|indivisible assets',
    ),
  ),
  {
    key: 'officialMembers',
    reader: 'whole',
    headings: said(
      'so thanh vien chinh thuc|thanh vien chinh thuc|so thanh vien|tong so thanh vien|thanh vien chinh thuc so luong|so luong thanh vien|so luong thanh vien chinh thuc|thanh vien|official members|members',
    ),
  },
  {
    key: 'workers',
    reader: 'whole',
    headings: said(
      'lao dong|so lao dong|tong so lao dong|so lao dong thuong xuyen|lao dong thuong xuyen|so luong lao dong|tong lao dong|lao dong lam viec thuong xuyen|so nguoi lao dong|workers',
    ),
  },
];
