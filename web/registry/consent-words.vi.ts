/** Words of the consent by which some fields of a member are kept. */
export const consent = {
  title: 'Sự đồng ý',
  lead: 'Giới tính, điện thoại và thôn không luật nào buộc phải có: chỉ ghi khi người đó đồng ý.',
  sectionLead:
    'Những thông tin chỉ được giữ khi thành viên đồng ý. Rút đồng ý thì thông tin bị xóa ngay, và có một dòng ghi lại việc đó.',
  wayLabel: 'Đồng ý bằng',
  way: { paper: 'Giấy', spoken: 'Lời nói' },
  givenOn: 'Ngày đồng ý',
  document: 'Giấy đồng ý',
  documentHint: 'Số, hoặc nơi lưu giấy.',
  none: 'Không giữ thông tin nào theo sự đồng ý.',
  missing: 'Đang giữ mà chưa ghi sự đồng ý',
  record: 'Ghi sự đồng ý',
  erase: 'Không đồng ý, xóa',
  withdraw: 'Rút đồng ý',
  withdrawText: 'Sẽ xóa: {{fields}}. Không lấy lại được.',
  withdrawnOn: 'đã rút ngày {{day}}',
  by: '{{name}} ghi',
  agreedTo: 'Lời đồng ý (bản {{version}}):',
  field: {
    sex: 'Giới tính',
    phone: 'Điện thoại',
    hamlet: 'Thôn, khu',
    representativePhone: 'Điện thoại người đại diện',
  },
} as const;

export const consentProblems = {
  'not-recordable': 'Chưa thể ghi sự đồng ý.',
  'not-withdrawable': 'Chưa thể rút sự đồng ý.',
} as const;

export const consentObstacles = {
  'consent-missing':
    'Giới tính, điện thoại, thôn chỉ ghi khi người đó đồng ý: hãy ghi đồng ý bằng cách nào, ngày nào, hoặc để trống các mục ấy.',
  'consent-without-paper': 'Đồng ý bằng giấy thì cần số hoặc nơi lưu giấy.',
  'consent-in-future': 'Ngày đồng ý ở tương lai.',
  'consent-not-given': 'Không có sự đồng ý nào cho mục này.',
  'consent-without-value': 'Mục này đang trống: không có gì để đồng ý.',
  erased: 'Thông tin cá nhân đã bị xóa.',
} as const;
