/** Words of the papers of an organisation. */
export const document = {
  title: 'Giấy tờ',
  lead: 'Điều lệ, giấy chứng nhận, biên bản, quyết định dạng tệp. Giấy tờ của từng thay đổi nằm ở dòng đời bên dưới.',
  empty: 'Chưa có giấy tờ nào mà bạn được xem.',
  record: 'Thêm giấy tờ',
  save: 'Lưu giấy tờ',
  kindLabel: 'Loại',
  kind: {
    charter: 'Điều lệ',
    registration: 'Giấy chứng nhận đăng ký',
    certificate: 'Chứng nhận tiêu chuẩn',
    minutes: 'Biên bản, nghị quyết',
    decision: 'Quyết định',
    plan: 'Phương án sản xuất kinh doanh',
    contract: 'Hợp đồng hợp tác',
    other: 'Giấy tờ khác',
  },
  number: 'Số, tên',
  on: 'Ngày ký',
  issuer: 'Nơi cấp, nơi ký',
  accessLabel: 'Ai xem được',
  access: { public: 'Mọi người', members: 'Thành viên, cán bộ', keepers: 'Người quản lý, cán bộ' },
  accessHint: 'Chỉ để mọi người xem khi trong giấy không có thông tin cá nhân.',
  file: 'Tệp',
  replace: 'Thay tệp sai',
  replaces: 'Thay cho: {{number}}, {{file}}. Bản cũ vẫn được giữ, kèm lý do.',
  withdraw: 'Gỡ',
  withdrawText: 'Giấy tờ không hiện nữa; dòng và tệp vẫn được giữ, kèm lý do, cho người quản lý và cán bộ đọc.',
  reason: 'Lý do',
  ended: 'Đã gỡ hoặc thay: {{reason}}',
} as const;

export const documentProblems = {
  unknown: 'Không tìm thấy giấy tờ.',
  'not-recordable': 'Chưa thể thêm giấy tờ này.',
  'not-withdrawable': 'Chưa thể gỡ giấy tờ này.',
} as const;

export const documentObstacles = {
  reported: 'Hồ sơ theo bài báo chỉ để đọc.',
  'document-in-future': 'Ngày ký ở tương lai.',
  'ended-already': 'Giấy tờ này đã được gỡ hoặc thay.',
  'of-other-organisation': 'Giấy tờ được thay là của tổ chức khác.',
} as const;
