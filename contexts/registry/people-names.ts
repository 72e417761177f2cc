/**
 * The 54 peoples of Viet Nam by the number of the statistics office (list of 1979). From memory of a list that is often
 * printed, not compared with the decision itself: shown as unverified.
 */
export const peoplesSource = 'Danh mục các dân tộc Việt Nam, Quyết định 121-TCTK/PPCĐ (1979)';
export const peoplesVerified = false;

const names =
  'Kinh|Tày|Thái|Hoa|Khơ-me|Mường|Nùng|Mông|Dao|Gia-rai|Ngái|Ê-đê|Ba Na|Xơ-đăng|Sán Chay|Cơ-ho|Chăm|Sán Dìu|Hrê|Mnông|Ra-glai|Xtiêng|Bru-Vân Kiều|Thổ|Giáy|Cơ-tu|Gié-Triêng|Mạ|Khơ-mú|Co|Tà-ôi|Chơ-ro|Kháng|Xinh-mun|Hà Nhì|Chu-ru|Lào|La Chí|La Ha|Phù Lá|La Hủ|Lự|Lô Lô|Chứt|Mảng|Pà Thẻn|Cơ Lao|Cống|Bố Y|Si La|Pu Péo|Brâu|Ơ Đu|Rơ Măm'.split(
    '|',
  );

export const peoples: readonly { readonly code: string; readonly name: string }[] = names.map((name, at) => ({
  code: String(at + 1).padStart(2, '0'),
  name,
}));
export const isPeople = (code: string): boolean => peoples.some((one) => one.code === code);
export const peopleName = (code: string): string => peoples.find((one) => one.code === code)?.name ?? code;
