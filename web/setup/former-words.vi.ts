export const former = {
  title: 'Đơn vị trước sắp xếp',
  lead: 'Danh sách xã, phường, thị trấn cũ và nơi mỗi đơn vị nay thuộc về, để địa chỉ cũ tìm được đơn vị hiện nay. Tệp CSV hoặc XLSX có các cột: Tên cũ, Loại cũ, Huyện cũ, Mã mới, Toàn bộ hay một phần, Văn bản; thêm Đã đối chiếu (có hoặc không) và Từ ngày (để trống là 01/07/2025). Đơn vị bị chia ghi nhiều dòng, mỗi nơi một dòng. Tệp chỉ được so sánh; không có gì thay đổi cho đến khi bạn áp dụng.',
  file: 'Tệp đơn vị cũ',
  rows: 'Đọc được {{rows}} dòng; {{same}} dòng giống danh sách đang có.',
  nothing: 'Tệp không khác gì danh sách đang có.',
  missing: '{{count}} đơn vị cũ trong danh sách không có trong tệp: vẫn được giữ.',
  differences: 'Những chỗ khác',
  difference: 'Khác ở',
  unit: 'Đơn vị cũ',
  code: 'Nay thuộc',
  was: 'Đang ghi',
  becomes: 'Trong tệp',
  kinds: {
    new: 'Đơn vị mới ghi',
    link: 'Thêm nơi nay thuộc',
    changed: 'Ghi khác',
    withdrawn: 'Không còn thuộc nơi này',
  },
  part: { whole: 'toàn bộ', part: 'một phần' },
  verified: 'đã đối chiếu',
  unverified: 'chưa đối chiếu',
  apply: 'Áp dụng {{count}} chỗ khác',
  applied:
    'Đã áp dụng: {{new}} đơn vị cũ mới ghi, {{links}} nơi nay thuộc, {{changed}} chỗ sửa, {{withdrawn}} chỗ rút; {{seats}} trụ sở cũ nay rõ thuộc đơn vị nào.',
  all: 'Mở danh sách đơn vị cũ',
  correct: 'Sửa đơn vị cũ',
  correctLead: 'Tên, loại hay huyện ghi sai thì sửa ở đây, theo văn bản nào; điều đang ghi được giữ lại.',
  name: 'Tên',
  kind: 'Loại',
  district: 'Huyện cũ',
  abolishedOn: 'Không còn từ ngày',
  document: 'Theo văn bản',
  documentHint: 'Văn bản nói đơn vị tên gì, thuộc huyện nào.',
  save: 'Lưu phần sửa',
  links: 'Nơi đơn vị này nay thuộc: sửa ở quan hệ kế thừa',
} as const;

export const formerTrouble = {
  'heading-missing': 'Thiếu cột này.',
  'heading-twice': 'Tiêu đề cột lặp lại.',
  missing: 'Ô để trống.',
  'too-long': 'Quá dài.',
  'kind-unknown': 'Không rõ là xã, phường hay thị trấn.',
  'not-five-digits': 'Mã gồm năm chữ số.',
  'unit-unknown': 'Tỉnh không có đơn vị nào mang mã này.',
  'part-unknown': 'Ghi “toàn bộ” hoặc “một phần”.',
  'verified-unknown': 'Ghi “có” hoặc “không”.',
  'not-a-day': 'Không phải ngày, như 01/07/2025.',
  twice: 'Nơi này đã có ở dòng khác của cùng đơn vị.',
  'whole-and-more': 'Đơn vị có nhiều dòng thì mỗi dòng là một phần.',
  'part-alone': 'Chỉ một phần: còn thiếu dòng cho phần kia.',
  'day-differs': 'Các dòng của một đơn vị ghi ngày khác nhau.',
  'nothing-listed': 'Tệp không có dòng nào.',
} as const;

export const formerProblem = {
  'former-sheet': { 'not-importable': 'Chưa áp dụng được tệp:' },
  'former-unit': { unknown: 'Không có đơn vị cũ này.', 'not-correctable': 'Chưa sửa được đơn vị cũ:' },
} as const;

export const formerObstacle = {
  'listed-already': 'Danh sách đã có một đơn vị cũ cùng tên, loại và huyện.',
  'in-future': 'Ngày này chưa tới.',
} as const;
