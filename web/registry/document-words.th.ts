import type { ThaiWords } from '#web/lib/words.ts';
import type * as vi from './document-words.vi.ts';

export const document: ThaiWords<typeof vi.document> = {
  title: 'เอกสาร',
  lead: 'ข้อบังคับ ใบรับรอง รายงานการประชุม และคำสั่งเป็นไฟล์ เอกสารของการเปลี่ยนแปลงแต่ละครั้งอยู่ในเส้นชีวิตด้านล่าง',
  empty: 'ไม่มีเอกสารที่คุณดูได้',
  record: 'เพิ่มเอกสาร',
  save: 'บันทึกเอกสาร',
  kindLabel: 'ประเภท',
  kind: {
    charter: 'ข้อบังคับ',
    registration: 'ใบรับรองการจดทะเบียน',
    certificate: 'ใบรับรองมาตรฐาน',
    minutes: 'รายงานการประชุม มติ',
    decision: 'คำสั่ง',
    plan: 'แผนการผลิตและธุรกิจ',
    contract: 'สัญญาความร่วมมือ',
    other: 'เอกสารอื่น',
  },
  number: 'เลขที่ ชื่อ',
  on: 'วันที่ลงนาม',
  issuer: 'ผู้ออกหรือผู้ลงนาม',
  accessLabel: 'ใครดูได้',
  access: { public: 'ทุกคน', members: 'สมาชิก เจ้าหน้าที่', keepers: 'ผู้จัดการ เจ้าหน้าที่' },
  accessHint: 'เปิดให้ทุกคนดูเฉพาะเมื่อไม่มีข้อมูลส่วนบุคคล',
  file: 'ไฟล์',
  replace: 'แทนไฟล์ที่ผิด',
  replaces: 'แทน {{number}}, {{file}} ฉบับเดิมยังเก็บไว้พร้อมเหตุผล',
  withdraw: 'นำออก',
  withdrawText: 'จะไม่แสดงอีก แถวและไฟล์ยังเก็บไว้พร้อมเหตุผลให้ผู้จัดการและเจ้าหน้าที่อ่าน',
  reason: 'เหตุผล',
  ended: 'นำออกหรือแทนแล้ว: {{reason}}',
};

export const documentProblems: ThaiWords<typeof vi.documentProblems> = {
  unknown: 'ไม่พบเอกสาร',
  'not-recordable': 'ยังเพิ่มเอกสารนี้ไม่ได้',
  'not-withdrawable': 'ยังนำเอกสารนี้ออกไม่ได้',
};

export const documentObstacles: ThaiWords<typeof vi.documentObstacles> = {
  reported: 'ระเบียนตามข่าวมีไว้อ่านเท่านั้น',
  'document-in-future': 'วันที่ลงนามอยู่ในอนาคต',
  'ended-already': 'เอกสารนี้ถูกนำออกหรือแทนแล้ว',
  'of-other-organisation': 'เอกสารที่จะแทนเป็นขององค์กรอื่น',
};
