/** Of organisations, their numbers, their seats and their changes, in the order vi, en, th. */
export const organisationTroubleWords: Readonly<Record<string, readonly [vi: string, en: string, th: string]>> = {
  'kind-missing': [
    'Không rõ loại hình; thêm cột hoặc chọn chung cho cả bảng',
    'Of which kind? Add a column, or say it for all rows',
    'ไม่ทราบประเภท เพิ่มคอลัมน์หรือเลือกค่าร่วม',
  ],
  'unit-unknown': [
    'Không thấy xã, phường này trong tỉnh',
    'No such commune or ward in the province',
    'ไม่พบตำบลนี้ในจังหวัด',
  ],
  'unit-unclear': [
    'Tên này ứng với nhiều xã, phường hiện nay hoặc chưa chắc; chọn một',
    'The name may mean several communes of today, or is not certain: say which',
    'ชื่อนี้อาจหมายถึงหลายตำบลในปัจจุบันหรือยังไม่แน่ชัด โปรดเลือก',
  ],
  'organisation-elsewhere': [
    'Tổ chức này có trụ sở ngoài địa bàn của bạn',
    'This organisation has its seat outside where you look after',
    'องค์กรนี้ตั้งอยู่นอกพื้นที่ของคุณ',
  ],
  'unit-of-others': [
    'Xã, phường này không thuộc địa bàn của bạn',
    'This commune is not yours to look after',
    'ตำบลนี้ไม่อยู่ในพื้นที่ของคุณ',
  ],
  'place-missing': ['Thiếu xã, phường của trụ sở', 'The commune of the seat is missing', 'ขาดตำบลที่ตั้ง'],
  'tax-number-taken': [
    'Mã số thuế đã thuộc tổ chức khác',
    'Another organisation has this tax number',
    'องค์กรอื่นใช้เลขภาษีนี้แล้ว',
  ],
  'person-number-of-organisation': [
    'Mã 12 số là của cá nhân, tổ chức này không dùng được',
    'Twelve digits are a person’s number: not for this kind',
    'เลข 12 หลักเป็นของบุคคล ใช้กับประเภทนี้ไม่ได้',
  ],
  'name-taken': [
    'Tên này đã có ở nơi khác trong tỉnh; nếu chính là tổ chức ấy, ghi mã số thuế của nó',
    'The name is taken elsewhere in the province: if it is that one, add its tax number',
    'ชื่อนี้มีแล้วที่อื่นในจังหวัด ถ้าเป็นองค์กรนั้นให้เพิ่มเลขภาษี',
  ],
  'kind-is-otherwise': [
    'Loại hình khác với sổ; chuyển đổi là một sự kiện riêng',
    'The kind differs from the register: a conversion is an act of its own',
    'ประเภทต่างจากทะเบียน การแปลงรูปต้องบันทึกแยก',
  ],
  'founded-in-future': ['Ngày thành lập ở tương lai', 'Founded in the future', 'วันก่อตั้งเป็นอนาคต'],
  'certificate-in-future': ['Ngày cấp ở tương lai', 'The certificate is of the future', 'วันที่ออกหนังสือเป็นอนาคต'],
  'certificate-before-founding': [
    'Ngày cấp trước ngày thành lập',
    'The certificate is older than the founding',
    'ออกหนังสือก่อนก่อตั้ง',
  ],
  ended: ['Tổ chức đã chấm dứt', 'The organisation has ended', 'องค์กรสิ้นสุดแล้ว'],
  'document-missing': [
    'Sửa nội dung đăng ký phải có giấy tờ: ghi ngày, số, nơi ban hành ở phần “Giấy tờ của các thay đổi” rồi kiểm tra lại',
    'Content of the registration changes on a paper: say its day, number and issuer for the sheet (“The paper of the changes”), and check again',
    'การแก้เนื้อหาการจดทะเบียนต้องมีเอกสาร ระบุวัน เลขที่ และผู้ออกใน “เอกสารของการเปลี่ยนแปลง” แล้วตรวจใหม่',
  ],
  'document-in-future': [
    'Ngày của văn bản ở tương lai',
    'The day of the paper is in the future',
    'วันที่ของเอกสารเป็นอนาคต',
  ],
  'changed-in-future': ['Ngày thay đổi ở tương lai', 'The day of the change is in the future', 'วันที่เปลี่ยนแปลงเป็นอนาคต'],
  'changed-before-founding': [
    'Ngày thay đổi trước ngày thành lập',
    'The day of the change is before the founding',
    'วันที่เปลี่ยนแปลงก่อนวันก่อตั้ง',
  ],
};
