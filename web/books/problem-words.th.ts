import { useObstacle } from './use-words.th.ts';

export const notice = {
  update: {
    submitted: '{{organisation}} ยื่นข้อมูลปี {{year}} แล้ว',
    returned: 'ข้อมูลปี {{year}} ของ {{organisation}} ถูกส่งกลับให้แก้',
    accepted: 'ข้อมูลปี {{year}} ของ {{organisation}} ได้รับการรับแล้ว',
    reminded: '{{organisation}} ต้องส่งข้อมูลปี {{year}}',
  },
};

export const problem = {
  update: {
    unknown: 'ไม่พบข้อมูลนี้',
    'no-form': 'องค์กรประเภทนี้ไม่มีแบบปรับปรุงข้อมูลประจำปี',
    'not-draftable': 'ยังเริ่มจัดทำไม่ได้',
    'not-submittable': 'ยังยื่นไม่ได้',
    'not-answerable': 'ยังตอบไม่ได้',
    'not-correctable': 'ยังเปิดฉบับแก้ไขไม่ได้',
    'not-remindable': 'ยังเตือนไม่ได้',
  },
  'year-book': {
    'not-recordable': 'บันทึกบัญชีนี้ไม่ได้',
  },
  surplus: {
    unknown: 'ไม่พบ',
    'not-recordable': 'บันทึกการแบ่งนี้ไม่ได้',
    'not-withdrawable': 'ถอนไม่ได้',
  },
  'member-use': { 'not-recordable': 'ยังบันทึกไม่ได้' },
  'rating-score': { 'not-recordable': 'บันทึกคะแนนนี้ไม่ได้' },
  'update-field': {
    'not-writable': 'บันทึกช่องนี้ไม่ได้',
    'changed-meanwhile': 'มีผู้อื่นเพิ่งบันทึกช่องนี้',
  },
};

export const obstacle = {
  'no-form': 'องค์กรประเภทนี้ไม่มีแบบปรับปรุงข้อมูล',
  reported: 'องค์กรนี้มีกล่าวถึงในบทความเท่านั้น',
  'year-not-begun': 'ปีรายงานยังไม่เริ่ม',
  'before-founding': 'ปีนี้ก่อนการก่อตั้ง',
  'begun-already': 'มีข้อมูลของปีนี้แล้ว',
  'checks-block': 'เหลือ {{count}} จุดที่ต้องแก้ ดูส่วนการตรวจ',
  'not-open': 'ข้อมูลไม่ได้เปิดให้บันทึก',
  'not-submitted': 'ข้อมูลยังไม่ได้ยื่น',
  'not-accepted': 'ข้อมูลยังไม่ได้รับ',
  'submitted-by-oneself': 'คุณเป็นผู้ยื่น ผู้อื่นต้องเป็นผู้รับ',
  'handed-in-already': 'ยื่นข้อมูลแล้ว',
  'reminded-lately': 'เตือนแล้ววันที่ {{on}} การเตือนสองครั้งต้องห่างกันอย่างน้อย {{days}} วัน',
  'not-in-this-form': 'แบบนี้ไม่มีรายการนี้',
  'member-use': useObstacle,
  'year-book': {
    'nothing-told': 'ยังไม่บันทึกรายการใด',
    'year-not-over': 'ปียังไม่สิ้นสุด โปรดบันทึกตัวเลขชั่วคราว ณ วันหนึ่ง',
    'as-on-of-other-year': 'วันที่ของตัวเลขชั่วคราวต้องอยู่ในปีของบัญชี',
    'as-on-in-future': 'วันที่ของตัวเลขชั่วคราวอยู่ในอนาคต',
    'final-already': 'ปีนี้มีบัญชีฉบับสุดท้ายแล้ว โปรดแก้ฉบับนั้น',
    'reason-missing': 'การแก้ไขต้องมีเหตุผล',
    'wrong-column': 'รายการอยู่ผิดคอลัมน์',
    negative: 'รายการต้องไม่ติดลบ',
    identity: 'ไม่ลงตัว: ควรเป็น {{expected}} แต่บันทึก {{found}}',
  },
  surplus: {
    'no-surplus': 'ไม่มีส่วนเกิน',
    'taken-exceeds-profit': 'ภาษีและขาดทุนเกินกำไร',
    'funds-exceed-the-whole': 'กองทุนเกินทั้งหมด',
    'fund-twice': 'กองทุนซ้ำ',
    'labour-not-valued': 'มีวันแรงงานที่ยังไม่มีมูลค่า: บันทึกมูลค่าของแต่ละคนก่อน',
    'no-patronage-known': 'ไม่ทราบการใช้บริการของสมาชิกในปี',
    'no-capital-known': 'ไม่ทราบทุนของสมาชิก',
    'undivided-fund-below-least': 'กองทุนที่ไม่แบ่งต่ำกว่าอัตราขั้นต่ำ',
    'patronage-below-least': 'ส่วนตามการใช้บริการต่ำกว่าขั้นต่ำ',
    'not-for-this-kind': 'ประเภทนี้ไม่แบ่งตามกฎนี้',
    'shared-already': 'บันทึกการแบ่งของปีนี้แล้ว',
    'in-the-future': 'วันที่อยู่ในอนาคต',
    'year-not-over': 'ปียังไม่สิ้นสุดในวันที่มีมติ',
    'books-provisional': 'บัญชีปีนี้ยังเป็นตัวเลขชั่วคราว ยังแบ่งกำไรไม่ได้',
    'basis-changed': 'ข้อมูลฐานเปลี่ยนไป โปรดดูการแบ่งอีกครั้ง',
    'books-blank': 'บัญชีปีนี้ยังไม่มีกำไรและภาษีครบ',
    'withdrawn-already': 'ถอนแล้ว',
    'before-the-decision': 'ก่อนวันที่มีมติ',
  },
  'no-such-part': 'เกณฑ์นี้ไม่มีส่วนนี้',
  'most-not-established': 'ยังไม่ทราบคะแนนสูงสุดของเกณฑ์นี้',
  'more-than-most': 'เกินคะแนนสูงสุด',
  'changed-meanwhile': 'มีผู้อื่นเพิ่งบันทึก โปรดตรวจอีกครั้ง',
  'out-of-range': 'ค่านี้เกินขอบเขต',
};
