import type { BatchKind } from './field.ts';
import { thaiHeadings } from './heading-thai.ts';

/** A column of an empty sheet: its heading (vi, en, th) and an example. */
export interface TemplateColumn {
  readonly field: string;
  readonly heading: readonly [vi: string, en: string, th: string];
  readonly example: string | number;
}

type Fields<Kind extends BatchKind> = keyof (typeof thaiHeadings)[Kind] & string;

const columnsOf =
  <Kind extends BatchKind>(kind: Kind) =>
  (field: Fields<Kind>, vi: string, en: string, example: string | number): TemplateColumn => ({
    field,
    heading: [vi, en, thaiHeadings[kind][field] as string],
    example,
  });
const organisation = columnsOf('organisations');
const member = columnsOf('members');
const account = columnsOf('accounts');

/** The headings that are understood best, in the order in which lists usually have them. */
export const templateColumns: Readonly<Record<BatchKind, readonly TemplateColumn[]>> = {
  organisations: [
    organisation('name', 'Tên tổ chức', 'Name', 'HTX Nông nghiệp Ví Dụ'),
    organisation('kind', 'Loại hình', 'Kind', 'Hợp tác xã'),
    organisation('taxNumber', 'Mã số thuế', 'Tax number', ''),
    organisation('registrationNumber', 'Số đăng ký', 'Registration number', ''),
    organisation('certificateOn', 'Ngày cấp', 'Registered on', '15/03/2021'),
    organisation('foundedOn', 'Ngày thành lập', 'Founded on', '01/03/2021'),
    organisation('fields', 'Lĩnh vực', 'Fields', 'Trồng trọt, chăn nuôi'),
    organisation('status', 'Tình trạng hoạt động', 'Status', 'Đang hoạt động'),
    organisation('statusOn', 'Tình trạng từ ngày', 'Status since', ''),
    organisation('unit', 'Xã, phường, đặc khu', 'Unit', 'Xã Đầm Hà'),
    organisation('district', 'Huyện cũ', 'Former district', ''),
    organisation('address', 'Địa chỉ', 'Address', 'Thôn 3'),
    organisation('phone', 'Điện thoại', 'Phone', ''),
    organisation('email', 'Email', 'Email', ''),
    organisation('representativeName', 'Người đại diện', 'Representative', 'Nguyễn Văn Ví Dụ'),
    organisation('representativeTitle', 'Chức vụ', 'Title', 'Giám đốc'),
    organisation('representativePhone', 'Điện thoại người đại diện', 'Representative phone', ''),
  ],
  members: [
    member('organisationTaxNumber', 'MST HTX', 'Tax number of organisation', ''),
    member('name', 'Họ và tên', 'Full name', 'Nguyễn Thị Ví Dụ'),
    member('birthYear', 'Năm sinh', 'Birth year', 1980),
    member('sex', 'Giới tính', 'Sex', 'Nữ'),
    member('nationalId', 'Số CCCD', 'National id', ''),
    member('phone', 'Điện thoại', 'Phone', ''),
    member('hamlet', 'Thôn', 'Hamlet', 'Thôn 2'),
    member('party', 'Loại thành viên', 'Party', 'Cá nhân'),
    member('partyTaxNumber', 'Mã số thuế thành viên', 'Tax number of member', ''),
    member('representativeName', 'Người đại diện', 'Representative', ''),
    member('standing', 'Tư cách thành viên', 'Standing', 'Liên kết không góp vốn'),
    member('joinedOn', 'Ngày vào', 'Joined on', '01/05/2025'),
    member('subscribedVnd', 'Vốn cam kết góp', 'Promised capital', ''),
    member('contributedVnd', 'Vốn đã góp', 'Contribution', ''),
    member('guardianName', 'Người giám hộ', 'Guardian', ''),
    member('guardianRelation', 'Quan hệ với người giám hộ', 'Guardian relation', ''),
    member('guardianPhone', 'SĐT người giám hộ', 'Guardian phone', ''),
    member('guardianDocument', 'Văn bản đồng ý', 'Guardian consent', ''),
    member('guardianConsentedOn', 'Ngày đồng ý', 'Guardian consented on', ''),
  ],
  accounts: [
    account('organisationTaxNumber', 'Mã số thuế', 'Tax number', ''),
    account('organisationName', 'Tên HTX', 'Organisation', 'HTX Nông nghiệp Ví Dụ'),
    account('year', 'Năm', 'Year', 2025),
    account('revenueVnd', 'Doanh thu', 'Revenue', 850_000_000),
    account('profitVnd', 'Lợi nhuận', 'Profit', 150_000_000),
    account('externalRevenueVnd', 'Doanh thu bên ngoài', 'External revenue', 700_000_000),
    account('internalRevenueVnd', 'Doanh thu nội bộ', 'Internal revenue', 150_000_000),
    account('costVnd', 'Chi phí', 'Cost', 700_000_000),
    account('externalCostVnd', 'Chi phí bên ngoài', 'External cost', 560_000_000),
    account('internalCostVnd', 'Chi phí nội bộ', 'Internal cost', 140_000_000),
    account('externalProfitVnd', 'Lợi nhuận bên ngoài', 'External profit', 140_000_000),
    account('internalProfitVnd', 'Lợi nhuận nội bộ', 'Internal profit', 10_000_000),
    account('charterCapitalVnd', 'Vốn điều lệ', 'Charter capital', ''),
    account('totalCapitalVnd', 'Tổng nguồn vốn', 'Total capital', ''),
    account('undividedAssetsVnd', 'Tài sản chung không chia', 'Indivisible assets', ''),
    account('officialMembers', 'Thành viên chính thức', 'Official members', ''),
    account('workers', 'Lao động', 'Workers', ''),
  ],
};
