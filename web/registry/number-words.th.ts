/** Words about a person's tax number, and the looks at it. */
export const personNumber = {
  look: 'ดูหมายเลข',
  lookText: 'เลขประจำตัวผู้เสียภาษี 12 หลักเป็นเลขประจำตัวของบุคคล การดูและวัตถุประสงค์จะถูกบันทึก และองค์กรอ่านได้',
  looks: 'ใครดูหมายเลขส่วนบุคคลบ้าง',
  looked: 'ดูหมายเลขแล้ว',
} as const;

export const personNumberProblems = {
  'look-unknown': 'ไม่มีการดูครั้งนี้',
  'look-over': 'การดูเกินห้านาทีแล้ว เริ่มใหม่อีกครั้ง',
} as const;
