import { bare } from './cell-word.ts';

/** How sheets in Thai head each field: in the empty sheets, and recognised when they come back. */
export const thaiHeadings = {
  organisations: {
    name: 'ชื่อองค์กร',
    kind: 'ประเภท',
    taxNumber: 'เลขภาษี',
    registrationNumber: 'เลขทะเบียน',
    certificateOn: 'วันที่ออกหนังสือรับรอง',
    foundedOn: 'วันก่อตั้ง',
    shortName: 'ชื่อย่อ',
    fields: 'สาขา',
    status: 'สถานะ',
    statusOn: 'สถานะตั้งแต่วันที่',
    unit: 'ตำบล',
    district: 'อำเภอเดิม',
    address: 'ที่อยู่',
    phone: 'โทรศัพท์',
    email: 'อีเมล',
    representativeName: 'ผู้แทน',
    representativeTitle: 'ตำแหน่ง',
    representativePhone: 'โทรศัพท์ผู้แทน',
  },
  members: {
    organisationTaxNumber: 'เลขภาษีขององค์กร',
    organisationName: 'ชื่อองค์กร',
    name: 'ชื่อ',
    birthYear: 'ปีเกิด',
    sex: 'เพศ',
    nationalId: 'เลขประจำตัว',
    phone: 'โทรศัพท์',
    hamlet: 'หมู่บ้าน',
    party: 'ประเภทสมาชิก',
    partyTaxNumber: 'เลขภาษีของสมาชิก',
    representativeName: 'ผู้แทน',
    standing: 'สถานภาพ',
    joinedOn: 'วันที่เข้า',
    contributedVnd: 'ทุนที่ชำระ',
    subscribedVnd: 'ทุนที่สัญญา',
    guardianName: 'ผู้ปกครอง',
    guardianRelation: 'ความสัมพันธ์กับผู้ปกครอง',
    guardianPhone: 'โทรศัพท์ผู้ปกครอง',
    guardianDocument: 'หนังสือยินยอม',
    guardianConsentedOn: 'วันที่ยินยอม',
  },
  accounts: {
    organisationTaxNumber: 'เลขภาษี',
    organisationName: 'ชื่อองค์กร',
    year: 'ปีรายงาน',
    revenueVnd: 'รายได้',
    profitVnd: 'กำไร',
    externalRevenueVnd: 'รายได้จากธุรกรรมภายนอก',
    internalRevenueVnd: 'รายได้จากธุรกรรมภายใน',
    costVnd: 'ต้นทุน',
    externalCostVnd: 'ต้นทุนของธุรกรรมภายนอก',
    internalCostVnd: 'ต้นทุนของธุรกรรมภายใน',
    externalProfitVnd: 'กำไรจากธุรกรรมภายนอก',
    internalProfitVnd: 'กำไรจากธุรกรรมภายใน',
    charterCapitalVnd: 'ทุนตามข้อบังคับ',
    totalCapitalVnd: 'ทุนรวม',
    undividedAssetsVnd: 'ทรัพย์สินรวมไม่แบ่ง',
    officialMembers: 'สมาชิกสามัญ',
    workers: 'แรงงาน',
  },
} as const;

interface Headed {
  readonly key: string;
  readonly headings: readonly string[];
}

/** Kept as people read them, and compared without their marks like all others. */
export function withThai<One extends Headed>(fields: readonly One[], thai: Readonly<Record<string, string>>): One[] {
  return fields.map((field) => {
    const heading = thai[field.key];
    return heading === undefined ? field : { ...field, headings: [...field.headings, bare(heading)] };
  });
}
