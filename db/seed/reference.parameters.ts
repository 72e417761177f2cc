/** A number that law or practice sets, from a day on. `null` where no source gives it: then nothing is computed from it. */
export interface SeedParameter {
  readonly key: string;
  readonly from: string;
  readonly until?: string;
  readonly value: number | string | null | Readonly<Record<string, number>>;
  readonly source: string;
  /** Read at a source, not only remembered or second-hand. */
  readonly verified: boolean;
}

const law = 'Luật Hợp tác xã 17/2023/QH15';
const size = 'Nghị định 113/2024/NĐ-CP, Điều 5';
const credit = 'Nghị định 156/2025/NĐ-CP sửa Nghị định 55/2015/NĐ-CP';
const linkage = 'Nghị định 98/2018/NĐ-CP';
const ocop = 'Quyết định 148/QĐ-TTg (2023), sửa bởi 1489/QĐ-TTg (2025)';
const organic = 'TCVN 11041-2:2017';
const farm = 'Thông tư 02/2020/TT-BNNPTNT';
const grading = 'Thông tư 01/2020/TT-BKHĐT; hiệu lực sau 2024 chưa xác định';

const found = (
  from: string,
  source: string,
  values: Readonly<Record<string, SeedParameter['value']>>,
): SeedParameter[] => Object.entries(values).map(([key, value]) => ({ key, from, value, source, verified: true }));
const unverified = (
  from: string,
  source: string,
  values: Readonly<Record<string, SeedParameter['value']>>,
): SeedParameter[] => Object.entries(values).map(([key, value]) => ({ key, from, value, source, verified: false }));

export const parameters: readonly SeedParameter[] = [
  ...found('2024-07-01', law, {
    'htx.minOfficialMembers': 5,
    'lhhtx.minOfficialMembers': 3,
    'tht.minMembers': 2,
    'htx.maxStake': 0.3,
    'lhhtx.maxStake': 0.4,
    foreignTotalMaxStake: 0.3,
    'member.minAge.official': 18,
    'member.minAge.associateWithoutCapital': 15,
  }),
  ...unverified('2026-01-01', 'Luật 91/2025/QH15, Nghị định 356/2025/NĐ-CP: chưa thấy thời hạn cho sổ thành viên', {
    'member.retentionYears': null,
  }),
  ...unverified('2026-01-01', 'Thông lệ thống kê: nhóm nhỏ hơn số này không công bố', { 'personal.leastGroup': 5 }),
  {
    key: 'htx.minOfficialMembers',
    from: '2013-07-01',
    until: '2024-06-30',
    value: 7,
    source: 'Luật Hợp tác xã 23/2012/QH13',
    verified: true,
  },
  {
    key: 'lhhtx.minOfficialMembers',
    from: '2013-07-01',
    until: '2024-06-30',
    value: 4,
    source: 'Luật Hợp tác xã 23/2012/QH13',
    verified: true,
  },
  {
    key: 'htx.maxStake',
    from: '2013-07-01',
    until: '2024-06-30',
    value: 0.2,
    source: 'Luật Hợp tác xã 23/2012/QH13',
    verified: true,
  },
  {
    key: 'lhhtx.maxStake',
    from: '2013-07-01',
    until: '2024-06-30',
    value: 0.3,
    source: 'Luật Hợp tác xã 23/2012/QH13',
    verified: true,
  },
  // On which the acts of a life rest, as far as a source was read.
  ...found('2024-07-01', 'Các bài tóm tắt về đăng ký và giải thể hợp tác xã', {
    'act.basis.registered': 'Nghị định 92/2024/NĐ-CP, Điều 14',
    'act.basis.dissolving': `${law}, Điều 97 đến 99`,
    'act.basis.debts-settled': `${law}, Điều 97 đến 99`,
    'act.basis.dissolved': `${law}, Điều 97 đến 99`,
  }),
  ...unverified('2024-07-01', `${law}: điều khoản chưa đọc được`, {
    'act.basis.founded': law,
    'act.basis.converted': law,
    'act.basis.merged': law,
    'act.basis.split': law,
    'act.basis.joined-union': law,
    'act.basis.changed': 'Nghị định 92/2024/NĐ-CP',
    'act.basis.crop-changed': null,
    'act.basis.suspended': law,
    'act.basis.resumed': law,
    'act.basis.dissolution-notice': law,
    'act.basis.capital-returned': law,
    'act.basis.assets-handed': 'Nghị định 113/2024/NĐ-CP',
    'act.basis.revoked': law,
  }),
  {
    key: 'capital.payInMonths',
    from: '2013-07-01',
    until: '2024-06-30',
    value: 6,
    source: 'Luật Hợp tác xã 23/2012/QH13',
    verified: true,
  },
  ...unverified('2024-07-01', `${law}: lấy theo luật năm 2012, chưa đọc văn bản gốc`, { 'capital.payInMonths': 6 }),
  ...unverified('2013-07-01', 'Chưa thấy thời hạn trong luật: tạm lấy bằng thời hạn góp đủ vốn', {
    'capital.overCapMonths': 6,
  }),
  ...unverified('2024-07-01', `${law}: nguyên tắc mỗi thành viên chính thức một phiếu, chưa đọc văn bản gốc`, {
    'member.votesPerOfficial': 1,
  }),
  ...unverified('2024-07-01', `${law}: chưa xác định`, { 'capitalAssociates.totalMaxStake': null }),
  ...unverified('2024-07-01', `${law}, Điều 84: con số chưa đọc được văn bản gốc`, {
    'htx.undividedFund.minRate': 0.05,
    'lhhtx.undividedFund.minRate': 0.1,
  }),
  ...unverified(
    '2024-07-01',
    `${law}: nguyên tắc chia lãi chủ yếu theo mức độ sử dụng, hiểu là hơn một nửa; chưa đọc được văn bản gốc`,
    {
      'surplus.patronage.minShare': 0.5,
    },
  ),
  ...unverified(
    '2013-07-01',
    'Luật Hợp tác xã 23/2012/QH13: nhớ lại, chưa đọc văn bản gốc; luật năm 2023 chưa xác định',
    {
      'surplus.developmentFund.minShare': 0.2,
      'surplus.reserveFund.minShare': 0.05,
    },
  ),
  ...unverified('2013-07-01', 'Mức khởi đầu của bảng tính, lựa chọn của hệ thống, không phải của luật', {
    'surplus.patronage.usualShare': 0.6,
  }),
  ...found('2024-11-01', 'Nghị định 113/2024/NĐ-CP, Điều 19', {
    'internalLending.maxShareOfEquity': 0.3,
    'internalLending.perMember': 0.05,
  }),
  ...found('2024-11-01', size, {
    'size.agri.large': { members: 300, revenueVnd: 50_000_000_000, capitalVnd: 10_000_000_000 },
    'size.agri.medium': { members: 200, revenueVnd: 10_000_000_000, capitalVnd: 5_000_000_000 },
    'size.agri.small': { members: 50, revenueVnd: 2_000_000_000, capitalVnd: 1_000_000_000 },
    'size.industry.large': { members: 100, revenueVnd: 80_000_000_000, capitalVnd: 20_000_000_000 },
  }),
  ...unverified('2024-11-01', `${size}: phần bị cắt, chưa xác định`, {
    'size.industry.medium': null,
    'size.industry.small': null,
    'size.services.large': null,
    'size.services.medium': null,
    'size.services.small': null,
  }),
  // The decree's list of sectors (art. 4) was not seen: which of our fields of activity counts to which is our reading.
  ...unverified(
    '2013-07-01',
    'Cách xếp của hệ thống; danh mục lĩnh vực tại Điều 4 Nghị định 113/2024/NĐ-CP chưa đọc được',
    {
      'sector.crops': 'agri',
      'sector.livestock': 'agri',
      'sector.fishery': 'agri',
      'sector.forestry': 'agri',
      'sector.processing': 'industry',
      'sector.construction': 'industry',
      'sector.trade': 'services',
      'sector.transport': 'services',
      'sector.environment': 'services',
      'sector.credit': 'services',
      'sector.tourism': 'services',
      'sector.services': 'services',
    },
  ),
  ...unverified('2020-04-01', grading, {
    'grade.good': 80,
    'grade.fair': 65,
    'grade.average': 50,
    'grade.minMonthsOperating': 12,
    'grade.maxMonthsStopped': 3,
  }),
  // Points of each part, as read second-hand; whether the circular is still in force is uncertain.
  ...unverified('2020-04-01', grading, {
    'rating.criterion.1': { total: 6, growth: 1 },
    'rating.criterion.2': { total: 5, growth: 1 },
    'rating.criterion.3': { revenue: 4, needs: 3, profit: 4 },
    'rating.criterion.4': { development: 2, reserve: 2, other: 2 },
    'rating.criterion.5': { whole: 8 },
    'rating.criterion.6': { whole: 6 },
    'rating.criterion.7': { degree: 2, vocational: 2, young: 2 },
    'rating.criterion.8': { whole: 6 },
    'rating.criterion.9': { whole: 4 },
  }),
  ...unverified('2020-04-01', `${grading}; cách chia 40 điểm cuối chưa xác định`, {
    'rating.criterion.10': null,
    'rating.criterion.11': null,
    'rating.criterion.12': null,
    'rating.criterion.13': null,
    'rating.criterion.14': null,
    'rating.criterion.15': null,
  }),
  ...found('2024-07-01', 'Thông tư 09/2024/TT-BKHĐT, Điều 6', {
    'report.deadline': '12-15',
  }),
  ...unverified('2018-08-20', `${linkage}, Điều 11: chưa đọc văn bản gốc`, {
    'linkage.minYears.longCycle': 5,
    'linkage.minYears.shortCycle': 3,
  }),
  ...found('2018-08-20', `${linkage}, Điều 7 đến 10`, {
    'linkage.support.consult.share': 1,
    'linkage.support.consult.maxVnd': 300_000_000,
    'linkage.support.infra.share': 0.3,
    'linkage.support.infra.maxVnd': 10_000_000_000,
    'linkage.support.inputs.maxCycles': 3,
    'linkage.support.tech.maxShare': 0.4,
  }),
  ...unverified('2006-01-01', 'Luật Thương mại 2005, Điều 301', { 'penalty.maxShare': 0.08 }),
  ...found('2025-07-01', credit, {
    'credit.unsecured.individual': 300_000_000,
    'credit.unsecured.groupOrHouseholdBusiness': 500_000_000,
    'credit.unsecured.farm': 3_000_000_000,
    'credit.unsecured.cooperative': 5_000_000_000,
    'credit.unsecured.organicProjectShare': 0.7,
  }),
  ...unverified('2015-07-25', 'Nghị định 55/2015/NĐ-CP, Điều 14: chưa đọc văn bản gốc', {
    'credit.unsecured.chainPartnerShare': 0.7,
    'credit.unsecured.chainLeadShare': 0.8,
  }),
  ...found('2023-02-24', ocop, {
    'ocop.stars5': 90,
    'ocop.stars4': 70,
    'ocop.stars3': 50,
    'ocop.stars2': 30,
    'ocop.validMonths': 36,
  }),
  ...found('2017-12-29', organic, {
    'organic.conversion.annualMonths': 12,
    'organic.conversion.perennialMonths': 18,
    'organic.conversion.minMonths': 6,
    'organic.labelEmbargoMonths': 36,
  }),
  ...found('2005-09-01', 'Quy định (EC) 396/2005, Điều 18(1)(b)', { 'mrl.eu.default': 0.01 }),
  ...found('2025-04-01', 'Nghị định thư chanh leo Việt Nam – Trung Quốc, tháng 4/2025', {
    'china.passionfruit.sampling.firstYear': 0.02,
    'china.passionfruit.sampling.later': 0.01,
  }),
  ...found('2020-04-14', farm, {
    'farm.crop': { areaM2: 10_000, valueVnd: 1_000_000_000 },
    'farm.aquaculture': { areaM2: 10_000, valueVnd: 2_000_000_000 },
    'farm.livestock': { valueVnd: 2_000_000_000 },
    'farm.forestry': { areaM2: 100_000, valueVnd: 1_000_000_000 },
    'farm.specialisedShare': 0.5,
  }),
  ...unverified('2020-04-14', `${farm}: dòng bị cắt, chưa xác định`, { 'farm.salt': null }),
  ...unverified('2020-01-01', 'TCCS 774:2020/BVTV: chưa đọc văn bản gốc', { 'growingArea.export.minAreaM2': 100_000 }),
  ...found('2026-01-01', 'Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15', { 'personalData.breachNoticeHours': 72 }),
  ...unverified(
    '2025-07-01',
    'Lựa chọn của hệ thống, chưa có văn bản: cán bộ đã chuyển vẫn nộp được câu trả lời của ngày còn phụ trách',
    {
      'changeRequest.formerOfficerDays': 30,
    },
  ),
  ...unverified(
    '2025-07-01',
    'Lựa chọn của hệ thống, chưa có văn bản: tệp nhập và giá trị trước khi nhập được giữ bao lâu',
    {
      'intake.stagedDays': 30,
      'intake.formerDays': 365,
    },
  ),
];
