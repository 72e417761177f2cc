export const notice = {
  application: {
    submitted: '{{organisation}} đã nộp hồ sơ {{number}}',
    examined: {
      recommended: 'Xã đề nghị duyệt hồ sơ {{number}} của {{organisation}}',
      'advised-against': 'Xã đề nghị không duyệt hồ sơ {{number}} của {{organisation}}',
      returned: 'Hồ sơ {{number}} được trả lại để bổ sung',
    },
    decided: {
      approved: 'Hồ sơ {{number}} đã được duyệt',
      refused: 'Hồ sơ {{number}} không được duyệt; lý do trong hồ sơ',
      returned: 'Tỉnh trả lại hồ sơ {{number}} để bổ sung',
    },
    closed: 'Hồ sơ {{number}} đã kết thúc',
  },
  disbursement: {
    recorded: 'Có khoản hỗ trợ chờ xác nhận trong hồ sơ {{number}}',
    confirmed: '{{organisation}} đã xác nhận nhận hỗ trợ, hồ sơ {{number}}',
    disputed: '{{organisation}} báo khoản giao chưa đúng, hồ sơ {{number}}',
    withdrawn: 'Một dòng cấp phát trong hồ sơ {{number}} đã được rút',
  },
} as const;

export const problem = {
  policy: {
    unknown: 'Không tìm thấy chính sách này.',
  },
  measure: {
    unknown: 'Không tìm thấy nội dung hỗ trợ này.',
    'without-rules': 'Nội dung hỗ trợ chưa có bảng quy tắc áp dụng hôm nay.',
  },
  organisation: {
    unknown: 'Không tìm thấy tổ chức.',
  },
  commodity: {
    unknown: 'Không tìm thấy cây trồng này.',
  },
  application: {
    unknown: 'Không tìm thấy hồ sơ.',
    'not-savable': 'Chưa lưu được hồ sơ.',
    'not-submittable': 'Chưa nộp được hồ sơ.',
    'not-withdrawable': 'Không rút được hồ sơ.',
    'not-examinable': 'Chưa ghi được ý kiến.',
    'not-decidable': 'Chưa ghi được quyết định.',
    'not-closable': 'Chưa kết thúc được hồ sơ.',
    'never-submitted': 'Hồ sơ chưa nộp lần nào.',
  },
  disbursement: {
    unknown: 'Không tìm thấy khoản cấp phát.',
    'not-recordable': 'Chưa ghi được khoản giao.',
    'not-answerable': 'Chưa trả lời được khoản này.',
    'not-withdrawable': 'Không rút được dòng này.',
  },
} as const;

export const obstacle = {
  'not-a-draft': 'Hồ sơ đã nộp, không sửa được.',
  'area-missing': 'Chưa nhập diện tích đề nghị.',
  'not-open-yet': 'Chưa đến ngày nhận hồ sơ ({{from}}).',
  'no-longer-open': 'Đã hết hạn nhận hồ sơ ({{until}}).',
  'organisation-read-only': 'Tổ chức lấy từ bài báo nguồn chỉ để xem.',
  'already-running': 'Đã có hồ sơ khác cho nội dung hỗ trợ này.',
  'another-matter': 'Hồ sơ này thuộc tổ chức hoặc nội dung hỗ trợ khác.',
  'already-decided': 'Hồ sơ đã được xem xét hoặc quyết định.',
  'another-version': 'Tổ chức vừa nộp lại; hãy đọc lần nộp mới.',
  'own-application': 'Người nộp hồ sơ không tự xem xét hồ sơ đó.',
  'not-submitted': 'Hồ sơ không ở bước chờ xã xem xét.',
  'not-examined': 'Xã chưa cho ý kiến.',
  'same-person-examined': 'Người đã cho ý kiến ở xã không quyết định ở tỉnh.',
  'not-eligible': 'Dữ kiện đã chốt cho thấy chưa đủ điều kiện.',
  'eligibility-unknown': 'Còn thiếu dữ kiện để kết luận: trả lại để bổ sung.',
  'nothing-granted': 'Chưa nhập khoản nào được duyệt.',
  'part-not-given-by-the-rules': 'Quy tắc không cho khoản này ({{part}}).',
  'more-than-the-rules-give': 'Vượt mức quy tắc cho ({{part}}: tối đa {{mostVnd}} đ).',
  'count-does-not-fit': 'Hiện vật phải có số lượng, tiền thì không ({{part}}).',
  'over-budget': 'Vượt kinh phí còn lại ({{leftVnd}} đ).',
  'not-approved': 'Hồ sơ chưa được duyệt hoặc đã kết thúc.',
  'in-the-future': 'Ngày giao ở tương lai.',
  'before-the-decision': 'Ngày giao trước ngày quyết định.',
  'part-not-granted': 'Khoản này không được duyệt.',
  'more-than-granted': 'Vượt số tiền còn được cấp ({{leftVnd}} đ).',
  'more-pieces-than-granted': 'Vượt số lượng còn được cấp ({{leftCount}}).',
  'reference-used': 'Số chứng từ này đã ghi.',
  'already-answered': 'Khoản này đã được trả lời hoặc đã rút.',
  'own-entry': 'Người ghi khoản giao không tự xác nhận nhận.',
  'receipt-unconfirmed': 'Có khoản chưa được xác nhận nhận.',
  'receipt-disputed': 'Có khoản đang báo chưa đúng.',
} as const;
