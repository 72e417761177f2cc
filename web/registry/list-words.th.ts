import type { ThaiWords } from '#web/lib/words.ts';
import type { list as vi } from './list-words.vi.ts';

export const list: ThaiWords<typeof vi> = {
  sizeLabel: 'ขนาด',
  ratingLabel: 'ผลการจัดระดับ',
  size: { micro: 'จิ๋ว', small: 'เล็ก', medium: 'กลาง', large: 'ใหญ่', 'not-computed': 'ยังไม่คำนวณ' },
  rating: { good: 'ดี', fair: 'ค่อนข้างดี', average: 'ปานกลาง', weak: 'อ่อน', 'not-computed': 'ยังไม่คำนวณ' },
  ofYear: '{{name}} ({{year}})',
  asOfLabel: 'ดู ณ วันที่',
  asOfBanner: 'รายชื่อ ณ วันที่ {{day}}',
  asOfText: 'ชื่อ ประเภท สถานะ สาขา และที่ตั้งเป็นของวันนั้น ไฟล์ที่ส่งออกก็เป็นของวันนั้นเช่นกัน',
  asOfToday: 'กลับไปวันนี้',
};
