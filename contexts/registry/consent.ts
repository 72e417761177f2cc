import type { Day } from '#kernel/day.ts';

/** Fields of a member that no law demands: kept by consent alone (docs/personal-data.md). */
export const consentFields = ['sex', 'phone', 'hamlet', 'representativePhone'] as const;
export type ConsentField = (typeof consentFields)[number];

export const consentWays = ['paper', 'spoken'] as const;
export type ConsentWay = (typeof consentWays)[number];

/**
 * The words a member agrees to, by version. A version that somebody agreed to is never changed: another wording is
 * another version. What Law 91/2025/QH15 asks of the wording was read in summaries only.
 */
export const consentTexts = {
  '2026-11': {
    vi: 'Tôi đồng ý để tổ chức ghi giới tính, số điện thoại, thôn nơi tôi ở và điện thoại người đại diện trong sổ thành viên: giới tính để tính số thành viên nữ, điện thoại để liên lạc, thôn để biết tôi thuộc thôn nào. Chỉ người quản lý tổ chức và cán bộ nơi đặt trụ sở xem. Tôi có thể để trống, và rút đồng ý bất cứ lúc nào; khi đó thông tin bị xóa.',
    en: 'I agree that the organisation keeps my sex, phone, hamlet and the phone of who stands for me in the register of members: sex for figures on women members, phone to reach me, hamlet to know where I belong. Only managers and officers of the place see them. I may leave them blank, and take my consent back at any time; then they are erased.',
    th: 'ข้าพเจ้ายินยอมให้องค์กรบันทึกเพศ โทรศัพท์ หมู่บ้าน และโทรศัพท์ของผู้แทนไว้ในทะเบียนสมาชิก เพศเพื่อนับสมาชิกหญิง โทรศัพท์เพื่อติดต่อ หมู่บ้านเพื่อให้รู้ว่าอยู่ที่ใด เฉพาะผู้จัดการองค์กรและเจ้าหน้าที่พื้นที่เท่านั้นที่เห็น ข้าพเจ้าเว้นว่างได้และถอนความยินยอมได้ทุกเมื่อ แล้วข้อมูลจะถูกลบ',
  },
} as const;
export const consentVersions = ['2026-11'] as const satisfies readonly (keyof typeof consentTexts)[];
export type ConsentVersion = (typeof consentVersions)[number];
export const currentConsent: ConsentVersion = '2026-11';

type Held = Readonly<Partial<Record<ConsentField, unknown>>>;

/** Which of them say something. */
export const heldFields = (values: Held): ConsentField[] =>
  consentFields.filter((field) => values[field] !== undefined && values[field] !== null && values[field] !== '');

export type ConsentObstacle =
  | 'consent-missing'
  | 'consent-without-paper'
  | 'consent-in-future'
  | 'consent-not-given'
  | 'consent-without-value'
  | 'erased';

export interface Consent {
  readonly way: ConsentWay;
  readonly givenOn: Day;
  readonly document?: string | undefined;
}

/** What of a consent cannot be so. */
export function consentObstacles(given: Consent | undefined, today: Day): ConsentObstacle[] {
  if (given === undefined) return [];
  const obstacles: ConsentObstacle[] = [];
  if (given.way === 'paper' && given.document === undefined) obstacles.push('consent-without-paper');
  if (given.givenOn > today) obstacles.push('consent-in-future');
  return obstacles;
}

/** Fields newly told for which nobody has agreed. */
export const consentMissing = (
  told: Held,
  given: Consent | undefined,
  agreed: readonly ConsentField[],
): ConsentObstacle[] =>
  given === undefined && heldFields(told).some((field) => !agreed.includes(field)) ? ['consent-missing'] : [];

/** What of a member is asked consent for before it is written down. */
export const askedOf = ({ sex, phone, hamlet }: Readonly<Partial<Record<ConsentField, unknown>>>) => ({
  sex,
  phone,
  hamlet,
});

/** What a consent given with the record covers. */
export const toldOf = (
  told: Readonly<Partial<Record<ConsentField, unknown>>> & {
    representative?: { phone?: string | undefined } | undefined;
  },
): ConsentField[] => heldFields({ ...askedOf(told), representativePhone: told.representative?.phone });
