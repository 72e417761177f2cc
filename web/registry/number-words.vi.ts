/** Words about a person's tax number, and the looks at it. */
export const personNumber = {
  look: 'Xem mã số',
  lookText: 'Mã số thuế 12 chữ số là số định danh của cá nhân. Lần xem và mục đích được lưu lại, tổ chức đọc được.',
  looks: 'Ai đã xem mã số cá nhân',
  looked: 'Đã xem mã số',
} as const;

export const personNumberProblems = {
  'look-unknown': 'Không có lần xem này.',
  'look-over': 'Lần xem đã quá năm phút. Hãy xem lại từ đầu.',
} as const;
