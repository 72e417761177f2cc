import { useObstacle } from './use-words.vi.ts';

export const notice = {
  update: {
    submitted: '{{organisation}} đã nộp cập nhật năm {{year}}',
    returned: 'Cập nhật năm {{year}} của {{organisation}} bị trả lại để sửa',
    accepted: 'Cập nhật năm {{year}} của {{organisation}} đã được tiếp nhận',
    reminded: '{{organisation}} cần nộp cập nhật năm {{year}}',
  },
} as const;

export const problem = {
  update: {
    unknown: 'Không tìm thấy bản cập nhật.',
    'no-form': 'Loại tổ chức này không có biểu cập nhật hằng năm.',
    'not-draftable': 'Chưa thể lập bản cập nhật này.',
    'not-submittable': 'Chưa thể nộp.',
    'not-answerable': 'Chưa thể trả lời bản này.',
    'not-correctable': 'Chưa thể mở bản sửa.',
    'not-remindable': 'Chưa thể nhắc.',
  },
  'year-book': {
    'not-recordable': 'Chưa thể ghi sổ này.',
  },
  surplus: {
    unknown: 'Không tìm thấy.',
    'not-recordable': 'Chưa thể ghi nhận cách chia này.',
    'not-withdrawable': 'Chưa thể thu lại.',
  },
  'member-use': { 'not-recordable': 'Chưa thể ghi số này.' },
  'rating-score': { 'not-recordable': 'Chưa thể ghi điểm này.' },
  'update-field': {
    'not-writable': 'Chưa thể ghi ô này.',
    'changed-meanwhile': 'Người khác vừa ghi ô này.',
  },
} as const;

export const obstacle = {
  'no-form': 'Loại tổ chức này không có biểu cập nhật.',
  reported: 'Tổ chức này chỉ được nhắc đến trong bài báo.',
  'year-not-begun': 'Năm báo cáo chưa bắt đầu.',
  'before-founding': 'Năm này trước khi thành lập.',
  'begun-already': 'Đã có bản cập nhật của năm này.',
  'checks-block': 'Còn {{count}} điểm phải sửa; xem phần Kiểm tra.',
  'not-open': 'Bản cập nhật đang không mở để ghi.',
  'not-submitted': 'Bản cập nhật chưa được nộp.',
  'not-accepted': 'Bản cập nhật chưa được tiếp nhận.',
  'submitted-by-oneself': 'Bạn là người nộp bản này; người khác phải tiếp nhận.',
  'handed-in-already': 'Bản cập nhật đã được nộp.',
  'reminded-lately': 'Đã nhắc ngày {{on}}; hai lần nhắc cách nhau ít nhất {{days}} ngày.',
  'not-in-this-form': 'Chỉ tiêu này không có trong biểu.',
  'member-use': useObstacle,
  'year-book': {
    'nothing-told': 'Chưa ghi dòng nào.',
    'year-not-over': 'Năm này chưa kết thúc: hãy ghi số tạm tính đến một ngày.',
    'as-on-of-other-year': 'Ngày tạm tính phải nằm trong năm của sổ.',
    'as-on-in-future': 'Ngày tạm tính ở tương lai.',
    'final-already': 'Năm này đã có sổ chính thức: hãy sửa sổ đó, không thay bằng số tạm tính.',
    'reason-missing': 'Sửa sổ đã ghi thì cần lý do.',
    'wrong-column': 'Một dòng ghi sai cột.',
    negative: 'Một dòng không được âm.',
    identity: 'Không cân: phải là {{expected}}, đang ghi {{found}}.',
  },
  surplus: {
    'no-surplus': 'Không có lãi để chia.',
    'taken-exceeds-profit': 'Thuế và bù lỗ vượt lợi nhuận.',
    'funds-exceed-the-whole': 'Các quỹ vượt 100 %.',
    'fund-twice': 'Một quỹ ghi hai lần.',
    'labour-not-valued': 'Có ngày công chưa có giá trị: hãy ghi giá trị công của từng người trước.',
    'no-patronage-known': 'Chưa biết mức sử dụng của thành viên nào trong năm.',
    'no-capital-known': 'Chưa biết vốn góp của thành viên nào.',
    'undivided-fund-below-least': 'Quỹ chung không chia thấp hơn mức tối thiểu.',
    'patronage-below-least': 'Phần chia theo mức sử dụng thấp hơn mức tối thiểu.',
    'not-for-this-kind': 'Loại hình này không chia lãi theo quy định này.',
    'shared-already': 'Năm này đã ghi nhận chia lãi.',
    'in-the-future': 'Ngày ở tương lai.',
    'year-not-over': 'Năm này chưa kết thúc vào ngày quyết định.',
    'books-provisional': 'Sổ năm này mới là số tạm tính: chưa chia lãi trên đó được.',
    'basis-changed': 'Số liệu làm căn cứ vừa thay đổi; xem lại cách chia.',
    'books-blank': 'Sổ năm này chưa có đủ lợi nhuận và thuế.',
    'withdrawn-already': 'Đã thu lại rồi.',
    'before-the-decision': 'Trước ngày quyết định.',
  },
  'no-such-part': 'Không có phần này trong tiêu chí.',
  'most-not-established': 'Mức điểm tối đa của tiêu chí này chưa xác định.',
  'more-than-most': 'Điểm vượt mức tối đa.',
  'changed-meanwhile': 'Người khác vừa ghi; xem lại rồi ghi.',
  'out-of-range': 'Số này ngoài giới hạn cho phép.',
} as const;
