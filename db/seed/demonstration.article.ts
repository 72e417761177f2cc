import type { Day } from '#kernel/day.ts';
import type { OrganisationId } from '#kernel/id.ts';
import type { ActivityField, OrganisationKind } from '#contexts/registry/organisation.ts';
import type { OrganisationMaker, SeedOrganisation } from './demonstration.organisations.ts';
import { seedId } from './ids.ts';

export const articleSource = 'Bài báo "Trợ lực phát triển kinh tế nông thôn"';

interface Reported {
  readonly kind: OrganisationKind;
  readonly name: string;
  /** The place as the article writes it: a former district, so no unit of today follows from it. */
  readonly address?: string;
  readonly fields?: readonly ActivityField[];
  readonly director?: string;
}

const reported = {
  binhDuong: {
    kind: 'cooperative',
    name: 'Hợp tác xã Dịch vụ Nông nghiệp Bình Dương',
    address: 'Đông Triều',
    fields: ['crops'],
  },
  hoaPhong: {
    kind: 'cooperative',
    name: 'Hợp tác xã Dịch vụ Chất lượng cao Hoa Phong',
    address: 'Đông Triều',
    fields: ['crops', 'livestock', 'fishery'],
  },
  pharma: { kind: 'cooperative', name: 'Hợp tác xã Nông Dược Quảng Ninh', address: 'Hạ Long', fields: ['crops'] },
  truongGiang: {
    kind: 'cooperative',
    name: 'Hợp tác xã Nông nghiệp Trường Giang',
    address: 'Đầm Hà',
    fields: ['crops'],
    director: 'Đặng Văn Giang',
  },
  oisy: { kind: 'enterprise', name: 'Công ty TNHH OISY' },
  maoKhe: { kind: 'enterprise', name: 'Công ty Cổ phần Than Mạo Khê' },
  sachi: { kind: 'enterprise', name: 'Công ty Cổ phần Sachi Việt Nam' },
  tanCuong: { kind: 'enterprise', name: 'Trà Tân Cương Hoàng Bình' },
  baoMinh: { kind: 'enterprise', name: 'Công ty Cổ phần Bánh kẹo Bảo Minh' },
  saiGonGiaLai: { kind: 'enterprise', name: 'Công ty Sài Gòn – Gia Lai' },
} as const satisfies Record<string, Reported>;
export type ReportedKey = keyof typeof reported;

const keys = Object.keys(reported) as ReportedKey[];
/** Ids of the article's organisations, by name. */
export const reportedIds = Object.fromEntries(
  keys.map((key, index) => [key, seedId('story', 101 + index) as string as OrganisationId]),
) as Record<ReportedKey, OrganisationId>;

/** The article's organisations with what it says of them and nothing else: no numbers, no members, no accounts, no contracts. */
export const articleOrganisations = (maker: OrganisationMaker): SeedOrganisation[] =>
  keys.map((key) => {
    const { kind, name, address, fields, director }: Reported = reported[key];
    return maker.given(kind, name, {
      id: reportedIds[key],
      taxNumber: null,
      provenance: 'reported',
      fields: fields ?? [],
      address: address === undefined ? null : `${address} (địa danh cũ, theo bài báo)`,
      head: director === undefined ? null : { name: director, title: 'Giám đốc' },
    });
  });

/** What the article tells of Trường Giang: in November 2023 it left vegetables for passion fruit. The day of the month is not told. */
export const reportedActs = [
  {
    organisation: reportedIds.truongGiang,
    kind: 'crop-changed',
    onDay: '2023-11-01' as Day,
    note: 'Tháng 11/2023 (bài báo không ghi ngày): chuyển từ rau màu ngắn ngày sang chanh leo theo quy trình hữu cơ, có hỗ trợ của huyện Đầm Hà cũ.',
  },
] as const;

/** The four reported chains, as the article groups them: cooperative, partners, what for. */
export const reportedChains = [
  { lead: 'binhDuong', partners: ['oisy'], what: 'Trồng và tiêu thụ khoai tây, 40 ha', goods: ['potato'] },
  {
    lead: 'hoaPhong',
    partners: ['maoKhe'],
    what: 'Rau an toàn, gạo, trứng, thịt, cá cho bếp ăn của công ty',
    goods: ['mustard-greens', 'paddy', 'chicken-egg'],
  },
  {
    lead: 'pharma',
    partners: ['sachi', 'tanCuong', 'baoMinh'],
    what: 'Nguyên liệu, kỹ thuật trồng và chế biến, bánh kẹo',
    goods: ['sacha-inchi'],
  },
  { lead: 'truongGiang', partners: ['saiGonGiaLai'], what: 'Chanh leo, hơn 3 ha', goods: ['passion-fruit'] },
] as const satisfies readonly {
  lead: ReportedKey;
  partners: readonly ReportedKey[];
  what: string;
  goods: readonly string[];
}[];
