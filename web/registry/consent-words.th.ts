import type { ThaiWords } from '#web/lib/words.ts';
import type * as vi from './consent-words.vi.ts';

export const consent: ThaiWords<typeof vi.consent> = {
  title: 'ความยินยอม',
  lead: 'ไม่มีกฎหมายบังคับให้มีเพศ โทรศัพท์ และหมู่บ้าน จึงบันทึกเฉพาะเมื่อเจ้าตัวยินยอม',
  sectionLead: 'ข้อมูลที่เก็บเฉพาะเมื่อสมาชิกยินยอม เมื่อถอนความยินยอม ข้อมูลจะถูกลบทันทีและมีรายการบันทึกไว้',
  wayLabel: 'ยินยอมโดย',
  way: { paper: 'เอกสาร', spoken: 'วาจา' },
  givenOn: 'วันที่ยินยอม',
  document: 'เอกสารความยินยอม',
  documentHint: 'เลขที่ หรือที่เก็บเอกสาร',
  none: 'ไม่มีข้อมูลที่เก็บตามความยินยอม',
  missing: 'เก็บอยู่โดยยังไม่ได้บันทึกความยินยอม',
  record: 'บันทึกความยินยอม',
  erase: 'ไม่ยินยอม ลบ',
  withdraw: 'ถอนความยินยอม',
  withdrawText: 'จะลบ: {{fields}} เรียกคืนไม่ได้',
  withdrawnOn: 'ถอนเมื่อ {{day}}',
  by: '{{name}} บันทึก',
  agreedTo: 'ถ้อยคำที่ยินยอม (ฉบับ {{version}}):',
  field: { sex: 'เพศ', phone: 'โทรศัพท์', hamlet: 'หมู่บ้าน', representativePhone: 'โทรศัพท์ผู้แทน' },
};

export const consentProblems: ThaiWords<typeof vi.consentProblems> = {
  'not-recordable': 'ยังบันทึกความยินยอมไม่ได้',
  'not-withdrawable': 'ยังถอนความยินยอมไม่ได้',
};

export const consentObstacles: ThaiWords<typeof vi.consentObstacles> = {
  'consent-missing': 'เพศ โทรศัพท์ และหมู่บ้านเก็บได้เมื่อยินยอมเท่านั้น โปรดระบุว่ายินยอมอย่างไรและเมื่อใด หรือเว้นว่างไว้',
  'consent-without-paper': 'ความยินยอมเป็นเอกสารต้องมีเลขที่หรือที่เก็บเอกสาร',
  'consent-in-future': 'วันที่ยินยอมอยู่ในอนาคต',
  'consent-not-given': 'ไม่มีความยินยอมสำหรับรายการนี้',
  'consent-without-value': 'รายการนี้ว่าง ไม่มีสิ่งที่ต้องยินยอม',
  erased: 'ข้อมูลส่วนบุคคลถูกลบแล้ว',
};
