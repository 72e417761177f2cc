import type { ThaiWords } from '#web/lib/words.ts';
import type { words as vi } from './words.vi.ts';

export const words: ThaiWords<typeof vi> = {
  language: 'ภาษา',
  loading: 'กำลังโหลด…',
  failed: 'โหลดไม่สำเร็จ ตรวจสอบเครือข่ายแล้วลองใหม่',
  notFound: 'ไม่มีข้อมูลตามที่อยู่นี้',
  retry: 'ลองใหม่',
  publicPage: 'ข้อมูลสาธารณะ',
  synthetic: 'ข้อมูลสมมติ ไม่ใช่ข้อมูลจริง',
};
