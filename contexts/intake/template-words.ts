import type { BatchKind } from './field.ts';

/** A column of an empty sheet: its heading (vi, en, th) and an example; headings in Thai keep the Vietnamese that is recognised. */
export interface TemplateColumn {
  readonly field: string;
  readonly heading: readonly [vi: string, en: string, th: string];
  readonly example: string | number;
}

const column = (field: string, vi: string, en: string, example: string | number): TemplateColumn => ({
  field,
  heading: [vi, en, vi],
  example,
});

/** The headings that are understood best, in the order in which lists usually have them. */
export const templateColumns: Readonly<Record<BatchKind, readonly TemplateColumn[]>> = {
  organisations: [
    column('name', 'Tên tổ chức', 'Name', 'HTX Nông nghiệp Ví Dụ'),
    column('kind', 'Loại hình', 'Kind', 'Hợp tác xã'),
    column('taxNumber', 'Mã số thuế', 'Tax number', ''),
    column('registrationNumber', 'Số đăng ký', 'Registration number', ''),
    column('certificateOn', 'Ngày cấp', 'Registered on', '15/03/2021'),
    column('foundedOn', 'Ngày thành lập', 'Founded on', '01/03/2021'),
    column('fields', 'Lĩnh vực', 'Fields', 'Trồng trọt, chăn nuôi'),
    column('unit', 'Xã, phường, đặc khu', 'Unit', 'Xã Đầm Hà'),
    column('address', 'Địa chỉ', 'Address', 'Thôn 3'),
    column('phone', 'Điện thoại', 'Phone', ''),
    column('representativeName', 'Người đại diện', 'Representative', 'Nguyễn Văn Ví Dụ'),
    column('representativeTitle', 'Chức vụ', 'Title', 'Giám đốc'),
  ],
  members: [
    column('organisationTaxNumber', 'MST HTX', 'Tax number of organisation', ''),
    column('name', 'Họ và tên', 'Full name', 'Nguyễn Thị Ví Dụ'),
    column('birthYear', 'Năm sinh', 'Birth year', 1980),
    column('sex', 'Giới tính', 'Sex', 'Nữ'),
    column('nationalId', 'Số CCCD', 'National id', ''),
    column('phone', 'Điện thoại', 'Phone', ''),
    column('hamlet', 'Thôn', 'Hamlet', 'Thôn 2'),
    column('party', 'Loại thành viên', 'Party', 'Cá nhân'),
    column('standing', 'Tư cách thành viên', 'Standing', 'Liên kết không góp vốn'),
    column('joinedOn', 'Ngày vào', 'Joined on', '01/05/2025'),
    column('contributedVnd', 'Vốn góp', 'Contribution', ''),
  ],
  accounts: [
    column('organisationTaxNumber', 'Mã số thuế', 'Tax number', ''),
    column('organisationName', 'Tên HTX', 'Organisation', 'HTX Nông nghiệp Ví Dụ'),
    column('year', 'Năm', 'Year', 2025),
    column('revenueVnd', 'Doanh thu', 'Revenue', 850_000_000),
    column('profitVnd', 'Lợi nhuận', 'Profit', 150_000_000),
    column('charterCapitalVnd', 'Vốn điều lệ', 'Charter capital', ''),
    column('totalCapitalVnd', 'Tổng nguồn vốn', 'Total capital', ''),
    column('undividedAssetsVnd', 'Tài sản chung không chia', 'Indivisible assets', ''),
    column('officialMembers', 'Thành viên chính thức', 'Official members', ''),
    column('workers', 'Lao động', 'Workers', ''),
  ],
};
