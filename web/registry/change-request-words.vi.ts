/** Words of a request for a change of the record. */
export const changeRequest = {
  title: 'Đề nghị sửa hồ sơ',
  one: 'Đề nghị sửa hồ sơ',
  lead: 'Tổ chức đề nghị, cán bộ của địa bàn xem từng thay đổi rồi chấp nhận hoặc trả lại.',
  empty: 'Không có đề nghị nào.',
  ask: 'Đề nghị sửa hồ sơ',
  askLead: 'Sửa những gì không còn đúng. Hồ sơ chỉ đổi khi cán bộ chấp nhận.',
  again: 'Gửi lại đề nghị',
  send: 'Gửi đề nghị',
  sendAgain: 'Gửi lại',
  organisation: 'Tổ chức',
  unit: 'Địa bàn lúc đề nghị',
  outside: 'Ngoài tỉnh',
  stateLabel: 'Tình trạng',
  state: { submitted: 'Chờ trả lời', returned: 'Đã trả lại', accepted: 'Đã chấp nhận', withdrawn: 'Đã rút' },
  open: 'Đang mở',
  fields: 'Đề nghị sửa',
  submittedOn: 'Ngày gửi',
  answeredOn: 'Ngày trả lời',
  document: 'Giấy tờ kèm theo',
  documentHint: 'Giấy chứng minh điều này: tên, số, ngày. Cán bộ sẽ đối chiếu.',
  note: 'Giải thích',
  differences: 'Từng thay đổi',
  field: {
    name: 'Tên',
    legalForm: 'Hình thức pháp lý',
    taxNumber: 'Mã số thuế',
    registrationNumber: 'Số đăng ký',
    certificateOn: 'Ngày cấp giấy chứng nhận',
    foundedOn: 'Ngày thành lập',
    gln: 'GLN',
    unit: 'Xã, phường, đặc khu',
    seatProvince: 'Tỉnh đặt trụ sở',
    address: 'Địa chỉ',
  },
  fieldLabel: 'Mục',
  before: 'Lúc đề nghị',
  wanted: 'Đề nghị',
  now: 'Hiện nay',
  changedSince: 'Đã đổi từ lúc đề nghị',
  answer: 'Trả lời',
  answerLead: 'Chấp nhận thì cả hồ sơ đổi đúng như đề nghị; trả lại thì nói rõ còn thiếu gì.',
  forPast:
    'Địa bàn này nay thuộc cán bộ khác. Bạn vẫn nộp được câu trả lời của ngày còn phụ trách; câu trả lời sẽ mang dấu.',
  remarks: 'Nhận xét',
  accept: 'Chấp nhận',
  acceptText: 'Hồ sơ của {{name}} sẽ đổi đúng như đề nghị.',
  refuse: 'Trả lại',
  refuseText: 'Nói rõ còn thiếu gì để tổ chức gửi lại.',
  withdraw: 'Rút đề nghị',
  withdrawText: 'Đề nghị không còn chờ trả lời nữa. Hồ sơ giữ nguyên.',
  history: 'Các bước',
  round: 'lần {{round}}',
  flag: { 'officer-moved': 'Người trả lời nay không còn phụ trách địa bàn' },
  askInstead: 'Tên, mã số, ngày, trụ sở do cán bộ sửa. Bạn có thể gửi đề nghị:',
} as const;

export const changeRequestProblems = {
  unknown: 'Không tìm thấy đề nghị này.',
  'not-submittable': 'Chưa gửi được đề nghị này.',
  'not-withdrawable': 'Không rút được đề nghị này.',
  'not-answerable': 'Chưa trả lời được đề nghị này.',
} as const;

/** Obstacles of its own; the record's stand with it. */
export const changeRequestObstacles = {
  ended: 'Tổ chức đã giải thể hoặc bị thu hồi giấy chứng nhận.',
  'already-asked': 'Tổ chức đã có một đề nghị đang mở.',
  'not-open': 'Đề nghị này không còn mở.',
  'other-round': 'Tổ chức đã gửi lại. Tải lại trang để xem bản mới.',
  'changed-meanwhile': 'Có mục đã đổi từ lúc đề nghị. Trả lại để tổ chức xem và gửi lại.',
  'answered-in-future': 'Ngày trả lời ở tương lai.',
  'answered-before-asked': 'Ngày trả lời trước ngày gửi.',
  'asked-by-oneself': 'Bạn là người gửi đề nghị này; người khác phải trả lời.',
} as const;

export const changeRequestNotices = {
  submitted: '{{organisation}} đề nghị sửa hồ sơ.',
  accepted: '{{by}} đã chấp nhận đề nghị sửa hồ sơ của {{organisation}}.',
  returned: '{{by}} trả lại đề nghị sửa hồ sơ của {{organisation}}.',
  'answered-by-former':
    '{{by}}, nay không còn phụ trách, đã trả lời đề nghị của {{organisation}} cho ngày còn phụ trách.',
} as const;
