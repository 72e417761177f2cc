/** Of households, guardians and standings, in the order vi, en, th. */
export const memberTroubleWords: Readonly<Record<string, readonly [vi: string, en: string, th: string]>> = {
  'household-by-name': [
    'Tên là của một hộ (“Hộ ông/bà …”) mà loại thành viên ghi khác; sửa một trong hai ô',
    'The name is a household’s (“Hộ ông …”) and the kind of member says otherwise: mend one of the two',
    'ชื่อเป็นของครัวเรือน (“Hộ ông …”) แต่ประเภทสมาชิกไม่ตรง แก้ช่องใดช่องหนึ่ง',
  ],
  'guardian-incomplete': [
    'Người giám hộ phải ghi đủ: họ tên, quan hệ, văn bản đồng ý và ngày đồng ý',
    'A guardian is told whole: name, relation, paper of the consent and its day',
    'ผู้ปกครองต้องระบุครบ: ชื่อ ความสัมพันธ์ หนังสือยินยอม และวันที่ยินยอม',
  ],
  'guardian-on-page': [
    'Thành viên này đã có trong sổ: ghi người giám hộ ở trang thành viên',
    'This member is known already: record the guardian on the member’s page',
    'สมาชิกนี้มีในทะเบียนแล้ว บันทึกผู้ปกครองที่หน้าสมาชิก',
  ],
};
