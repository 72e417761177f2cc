import type { CardCaution, CardTrouble } from '#contexts/registry/card-check.ts';
import type { Language } from '#web/lib/language.ts';

interface CardTexts {
  readonly title: string;
  readonly lead: string;
  readonly good: string;
  readonly goodOffline: string;
  readonly offline: string;
  readonly offlineNow: string;
  readonly name: string;
  readonly nameHidden: string;
  readonly carried: string;
  readonly code: string;
  readonly noRight: string;
  readonly bad: string;
  readonly trouble: Readonly<Record<CardTrouble, string>>;
  readonly caution: Readonly<Record<CardCaution, string>>;
  readonly nothingKept: string;
  readonly unable: string;
  readonly unableHere: string;
  readonly without: string;
  readonly withoutLead: string;
  readonly list: string;
  readonly noList: string;
  readonly synthetic: string;
}

const vi: CardTexts = {
  title: 'Kiểm tra thẻ thành viên',
  lead: 'Quét mã QR trên thẻ bằng máy ảnh của điện thoại. Trang này cho biết thẻ còn giá trị không và người mang thẻ là thành viên của tổ chức nào.',
  good: 'Người mang thẻ là thành viên của {organisation}. Thẻ có giá trị đến {until}.',
  goodOffline: 'Thẻ thành viên do {province} ký, có giá trị đến {until}.',
  offline: 'Đang không có mạng: tên tổ chức xem trên thẻ. Khi có mạng, trang này cho biết tổ chức nào.',
  offlineNow: 'Đang không có mạng.',
  name: 'Thành viên',
  carried: 'Thẻ ghi tên cũ: {organisation}.',
  nameHidden: 'Tên chỉ hiện với người đã đăng nhập và được xem danh sách của tổ chức.',
  code: 'Số thẻ',
  noRight: 'Thẻ chỉ để nhận biết. Thẻ không thay giấy tờ tùy thân và không trao quyền gì.',
  bad: 'Đừng dựa vào thẻ này',
  trouble: {
    malformed: 'Mã này không phải thẻ thành viên, hoặc bị quét thiếu.',
    'other-province': 'Thẻ của tỉnh, thành phố khác: kiểm tra ở trang của nơi đó.',
    'unknown-key': 'Điện thoại này chưa biết khóa ký thẻ: mở trang khi có mạng rồi thử lại.',
    'broken-key': 'Khóa ký thẻ này đã bị hủy. Tổ chức cần cấp thẻ mới.',
    forged: 'Chữ ký không đúng: thẻ giả hoặc bị sửa.',
    expired: 'Thẻ đã hết hạn.',
    revoked: 'Thẻ đã bị thu hồi, hoặc người này không còn là thành viên.',
  },
  caution: {
    'no-list': 'Chưa có danh sách thẻ bị thu hồi trên điện thoại này: thẻ có thể đã bị thu hồi.',
    'old-list': 'Danh sách thẻ bị thu hồi trên điện thoại này đã cũ hơn bảy ngày.',
    'clock-behind': 'Đồng hồ của điện thoại này chạy chậm: ngày được tính theo danh sách.',
  },
  nothingKept: 'Không có mạng, và điện thoại này chưa từng mở trang này khi có mạng.',
  unable: 'Không có mạng, và trình duyệt này không tự kiểm tra được chữ ký.',
  unableHere: 'Trình duyệt này chỉ kiểm tra được khi có mạng (địa chỉ không phải https).',
  without: 'Khi không có mạng',
  withoutLead: 'Điện thoại này đã giữ trang, khóa và danh sách thẻ bị thu hồi: vẫn kiểm tra được khi mất mạng.',
  list: 'Danh sách số {number}, ngày {day}, {entries} thẻ bị thu hồi.',
  noList: 'Chưa có danh sách thẻ bị thu hồi.',
  synthetic: 'Dữ liệu minh họa, không phải người thật.',
};

const en: CardTexts = {
  title: 'Check a member card',
  lead: "Scan the QR code on the card with the phone's camera. This page tells whether the card counts and whose member it names.",
  good: 'Whoever carries this card is a member of {organisation}. The card is valid until {until}.',
  goodOffline: 'A member card signed by {province}, valid until {until}.',
  offline: 'There is no network: read the organisation on the card. With a network this page tells it.',
  offlineNow: 'There is no network now.',
  name: 'Member',
  carried: 'The card bears the former name: {organisation}.',
  nameHidden: "The name is shown to people who are signed in and may see the organisation's members.",
  code: 'Card',
  noRight: 'The card only names. It is no proof of identity and gives no right.',
  bad: 'Do not rely on this card',
  trouble: {
    malformed: 'This is no member card, or it was not read whole.',
    'other-province': "A card of another province: check it on that province's page.",
    'unknown-key':
      'This phone does not know the key the card was signed with: open this page with a network and try again.',
    'broken-key': 'The key this card was signed with was given up. The organisation has to hand out a new card.',
    forged: 'The signature is wrong: forged or altered.',
    expired: 'The card has expired.',
    revoked: 'The card was revoked, or this person is no longer a member.',
  },
  caution: {
    'no-list': 'There is no list of revoked cards on this phone: the card may have been revoked.',
    'old-list': 'The list of revoked cards on this phone is more than seven days old.',
    'clock-behind': "This phone's clock is behind: the day of the list was taken.",
  },
  nothingKept: 'There is no network, and this phone has never opened this page with one.',
  unable: 'There is no network, and this browser cannot check a signature by itself.',
  unableHere: 'This browser can check with a network only (the address is not https).',
  without: 'Without a network',
  withoutLead: 'This phone has kept the page, the keys and the list of revoked cards: it can check without a network.',
  list: 'List {number} of {day}, {entries} revoked cards.',
  noList: 'There is no list of revoked cards yet.',
  synthetic: 'Synthetic data, not a real person.',
};

const th: CardTexts = {
  title: 'ตรวจบัตรสมาชิก',
  lead: 'สแกนคิวอาร์บนบัตรด้วยกล้องโทรศัพท์ หน้านี้บอกว่าบัตรยังใช้ได้หรือไม่ และผู้ถือเป็นสมาชิกของใคร',
  good: 'ผู้ถือบัตรเป็นสมาชิกของ {organisation} บัตรใช้ได้ถึง {until}',
  goodOffline: 'บัตรสมาชิกที่ {province} ลงนาม ใช้ได้ถึง {until}',
  offline: 'ไม่มีเครือข่าย: ดูชื่อองค์กรบนบัตร เมื่อมีเครือข่ายหน้านี้จะบอกชื่อองค์กร',
  offlineNow: 'ขณะนี้ไม่มีเครือข่าย',
  name: 'สมาชิก',
  carried: 'บัตรระบุชื่อเดิม: {organisation}',
  nameHidden: 'ชื่อแสดงเฉพาะผู้ที่ลงชื่อเข้าใช้และดูรายชื่อสมาชิกขององค์กรได้',
  code: 'เลขบัตร',
  noRight: 'บัตรใช้บอกว่าเป็นสมาชิกเท่านั้น ไม่ใช่บัตรประจำตัว และไม่ให้สิทธิใด ๆ',
  bad: 'อย่าเชื่อบัตรใบนี้',
  trouble: {
    malformed: 'รหัสนี้ไม่ใช่บัตรสมาชิก หรือสแกนไม่ครบ',
    'other-province': 'บัตรของจังหวัดอื่น: ตรวจที่หน้าของจังหวัดนั้น',
    'unknown-key': 'โทรศัพท์นี้ยังไม่รู้จักกุญแจที่ลงนามบัตร: เปิดหน้านี้เมื่อมีเครือข่ายแล้วลองใหม่',
    'broken-key': 'กุญแจที่ลงนามบัตรนี้ถูกยกเลิกแล้ว องค์กรต้องออกบัตรใหม่',
    forged: 'ลายเซ็นไม่ถูกต้อง: บัตรปลอมหรือถูกแก้ไข',
    expired: 'บัตรหมดอายุแล้ว',
    revoked: 'บัตรถูกยกเลิก หรือผู้นี้ไม่ได้เป็นสมาชิกแล้ว',
  },
  caution: {
    'no-list': 'ไม่มีรายการบัตรที่ถูกยกเลิกในโทรศัพท์นี้: บัตรอาจถูกยกเลิกแล้ว',
    'old-list': 'รายการบัตรที่ถูกยกเลิกในโทรศัพท์นี้เก่ากว่าเจ็ดวัน',
    'clock-behind': 'นาฬิกาของโทรศัพท์นี้ช้า: ใช้วันที่ของรายการแทน',
  },
  nothingKept: 'ไม่มีเครือข่าย และโทรศัพท์นี้ยังไม่เคยเปิดหน้านี้เมื่อมีเครือข่าย',
  unable: 'ไม่มีเครือข่าย และเบราว์เซอร์นี้ตรวจลายเซ็นเองไม่ได้',
  unableHere: 'เบราว์เซอร์นี้ตรวจได้เฉพาะเมื่อมีเครือข่าย (ที่อยู่ไม่ใช่ https)',
  without: 'เมื่อไม่มีเครือข่าย',
  withoutLead: 'โทรศัพท์นี้เก็บหน้า กุญแจ และรายการบัตรที่ถูกยกเลิกไว้แล้ว จึงตรวจได้แม้ไม่มีเครือข่าย',
  list: 'รายการที่ {number} วันที่ {day} มีบัตรที่ถูกยกเลิก {entries} ใบ',
  noList: 'ยังไม่มีรายการบัตรที่ถูกยกเลิก',
  synthetic: 'ข้อมูลสมมติ ไม่ใช่บุคคลจริง',
};

export const cardWords: Record<Language, CardTexts> = { vi, en, th };
