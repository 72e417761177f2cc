export const notice = {
  application: {
    submitted: '{{organisation}} ยื่นคำขอ {{number}}',
    examined: {
      recommended: 'ตำบลเสนอให้อนุมัติ {{number}} ของ {{organisation}}',
      'advised-against': 'ตำบลเสนอไม่อนุมัติ {{number}} ของ {{organisation}}',
      returned: 'คำขอ {{number}} ถูกส่งคืนให้เพิ่มเติม',
    },
    decided: {
      approved: 'คำขอ {{number}} ได้รับอนุมัติ',
      refused: 'คำขอ {{number}} ไม่ได้รับอนุมัติ ดูเหตุผลในคำขอ',
      returned: 'จังหวัดส่งคืนคำขอ {{number}}',
    },
    closed: 'คำขอ {{number}} สิ้นสุดแล้ว',
  },
  disbursement: {
    recorded: 'มีรายการรอยืนยันรับใน {{number}}',
    confirmed: '{{organisation}} ยืนยันรับแล้ว {{number}}',
    disputed: '{{organisation}} โต้แย้งการส่งมอบ {{number}}',
    withdrawn: 'รายการใน {{number}} ถูกถอน',
  },
};

export const problem = {
  policy: {
    unknown: 'ไม่พบนโยบายนี้',
  },
  measure: {
    unknown: 'ไม่พบมาตรการนี้',
    'without-rules': 'มาตรการยังไม่มีกฎที่ใช้วันนี้',
  },
  organisation: {
    unknown: 'ไม่พบองค์กร',
  },
  commodity: {
    unknown: 'ไม่พบพืชนี้',
  },
  application: {
    unknown: 'ไม่พบคำขอ',
    'not-savable': 'บันทึกคำขอไม่ได้',
    'not-submittable': 'ยื่นคำขอไม่ได้',
    'not-withdrawable': 'ถอนคำขอไม่ได้',
    'not-examinable': 'บันทึกความเห็นไม่ได้',
    'not-decidable': 'บันทึกการตัดสินไม่ได้',
    'not-closable': 'สิ้นสุดคำขอไม่ได้',
    'never-submitted': 'ยังไม่เคยยื่น',
  },
  disbursement: {
    unknown: 'ไม่พบรายการ',
    'not-recordable': 'บันทึกไม่ได้',
    'not-answerable': 'ตอบไม่ได้',
    'not-withdrawable': 'ถอนรายการไม่ได้',
  },
};

export const obstacle = {
  'not-a-draft': 'ยื่นแล้ว แก้ไขไม่ได้',
  'area-missing': 'ยังไม่ใส่พื้นที่',
  'not-open-yet': 'ยังไม่เปิดรับจนถึง {{from}}',
  'no-longer-open': 'ปิดรับเมื่อ {{until}}',
  'organisation-read-only': 'องค์กรนี้ดูได้อย่างเดียว',
  'already-running': 'มีคำขออื่นของมาตรการนี้อยู่แล้ว',
  'another-matter': 'คำขอนี้เป็นขององค์กรหรือมาตรการอื่น',
  'already-decided': 'พิจารณาหรือตัดสินแล้ว',
  'another-version': 'มีการยื่นใหม่ โปรดอ่านฉบับใหม่',
  'own-application': 'ผู้ยื่นไม่สามารถพิจารณาเอง',
  'not-submitted': 'คำขอไม่ได้รอตำบล',
  'not-examined': 'ตำบลยังไม่พิจารณา',
  'same-person-examined': 'ผู้พิจารณาชั้นแรกตัดสินไม่ได้',
  'not-eligible': 'ตามข้อมูลที่ตรึงยังไม่มีคุณสมบัติ',
  'eligibility-unknown': 'ข้อมูลยังไม่ครบ ส่งคืนให้เพิ่มเติม',
  'nothing-granted': 'ยังไม่ใส่ส่วนที่อนุมัติ',
  'part-not-given-by-the-rules': 'กฎไม่ให้ส่วนนี้ ({{part}})',
  'more-than-the-rules-give': 'เกินที่กฎให้ ({{part}}: สูงสุด {{mostVnd}} ดอง)',
  'count-does-not-fit': 'สิ่งของต้องมีจำนวน เงินไม่ต้อง ({{part}})',
  'over-budget': 'เกินงบคงเหลือ ({{leftVnd}} ดอง)',
  'not-approved': 'ยังไม่อนุมัติหรือสิ้นสุดแล้ว',
  'in-the-future': 'วันที่อยู่ในอนาคต',
  'before-the-decision': 'วันที่ก่อนการตัดสิน',
  'part-not-granted': 'ส่วนนี้ไม่ได้รับอนุมัติ',
  'more-than-granted': 'เกินที่เหลือ ({{leftVnd}} ดอง)',
  'more-pieces-than-granted': 'เกินจำนวนที่เหลือ ({{leftCount}})',
  'reference-used': 'เอกสารนี้บันทึกแล้ว',
  'already-answered': 'ตอบหรือถอนแล้ว',
  'own-entry': 'ผู้บันทึกยืนยันเองไม่ได้',
  'receipt-unconfirmed': 'มีรายการที่ยังไม่ยืนยัน',
  'receipt-disputed': 'มีรายการที่โต้แย้ง',
};
