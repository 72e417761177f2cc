export const pages = {
  party: {
    representative: 'ผู้แทน',
    representativeLead: 'ครัวเรือน กลุ่มความร่วมมือ และนิติบุคคลเป็นสมาชิกผ่านผู้แทนหนึ่งคน',
    representativeName: 'ชื่อผู้แทน',
    relation: 'ฐานะ (หัวหน้าครัวเรือน หัวหน้ากลุ่ม ผู้อำนวยการ …)',
    phone: 'โทรศัพท์',
    from: 'เป็นผู้แทนตั้งแต่วันที่',
    days: 'ช่วงเวลา',
    change: 'เปลี่ยนผู้แทน',
    changeText: 'คนก่อนยังอยู่ในรายชื่อ จนถึงวันก่อนหน้า',
    none: 'ยังไม่ได้บันทึกผู้แทน',
    byRegister: 'ผู้แทนเป็นไปตามทะเบียนขององค์กรนี้เอง',
    eraseText: 'ชื่อและโทรศัพท์ของ {{name}} จะถูกเขียนทับ กู้คืนไม่ได้ วันที่ยังคงอยู่',
    guardian: 'ผู้ปกครอง',
    guardianLead: 'ผู้มีอายุ 15 ถึงไม่เกิน 18 ปีเป็นได้เฉพาะสมาชิกสมทบไม่มีทุน และต้องมีผู้ปกครองยินยอมเป็นหนังสือ เมื่อครบ 18 ปีส่วนนี้จะไม่แสดงอีก',
    guardianName: 'ชื่อผู้ปกครอง',
    guardianRelation: 'ความสัมพันธ์ (บิดา มารดา ปู่ย่าตายาย …)',
    document: 'หนังสือยินยอม: เลขที่หรือที่เก็บ',
    consentedOn: 'วันที่ยินยอม',
    guardianRecord: 'บันทึกผู้ปกครอง',
    householdName: 'ชื่อครัวเรือน',
    groupName: 'ชื่อกลุ่ม',
    legalName: 'ชื่อนิติบุคคล',
    action: 'การทำงาน',
  },
} as const;

export const problems = {
  'member-representative': {
    unknown: 'ไม่พบผู้แทนนี้',
    'not-recordable': 'ยังเปลี่ยนผู้แทนไม่ได้',
    'not-erasable': 'ยังลบข้อมูลของผู้แทนนี้ไม่ได้',
  },
  guardian: { 'not-recordable': 'ยังบันทึกผู้ปกครองไม่ได้' },
} as const;

export const obstacles = {
  'member-representative': {
    'representative-of-a-person': 'บุคคลเป็นสมาชิกด้วยตนเอง ไม่มีผู้แทน',
    erased: 'ข้อมูลส่วนบุคคลถูกลบแล้ว',
    'left-already': 'ออกแล้ว',
    'begins-before-joining': 'วันเริ่มอยู่ก่อนวันเข้า',
    'begins-before-the-present-one': 'วันเริ่มต้องอยู่หลังวันเริ่มของผู้แทนคนปัจจุบัน',
    'begins-in-future': 'วันเริ่มอยู่ในอนาคต',
    'in-office': 'คนนี้ยังเป็นผู้แทนอยู่ ลบได้เมื่อมีคนอื่นแทนแล้ว',
  },
  guardian: {
    erased: 'ข้อมูลส่วนบุคคลถูกลบแล้ว',
    'guardian-of-an-adult': 'วันนี้สมาชิกรายนี้ไม่ได้ หรือไม่ทราบว่า อายุต่ำกว่า 18 ปี',
    'consented-in-future': 'วันที่ยินยอมอยู่ในอนาคต',
  },
} as const;
