/** Words of the pages about members: who stands for them, what is kept of them, their cards. */
export const pages = {
  party: {
    representative: 'Người đại diện',
    representativeLead: 'Hộ gia đình, tổ hợp tác, pháp nhân tham gia qua một người đại diện.',
    representativeName: 'Họ và tên người đại diện',
    relation: 'Tư cách (chủ hộ, tổ trưởng, giám đốc …)',
    phone: 'Điện thoại',
    from: 'Đại diện từ ngày',
    days: 'Thời gian',
    change: 'Đổi người đại diện',
    changeText: 'Người trước vẫn ở trong danh sách, thời gian đến hết ngày hôm trước.',
    none: 'Chưa ghi người đại diện.',
    byRegister: 'Người đại diện theo sổ đăng ký của tổ chức này.',
    eraseText: 'Tên và điện thoại của {{name}} bị ghi đè, không lấy lại được. Các ngày vẫn giữ.',
    guardian: 'Người giám hộ',
    guardianLead:
      'Người từ 15 đến dưới 18 tuổi chỉ là thành viên liên kết không góp vốn, khi có người giám hộ đồng ý bằng giấy. Đủ 18 tuổi thì phần này không hiện nữa.',
    guardianName: 'Họ và tên người giám hộ',
    guardianRelation: 'Quan hệ (cha, mẹ, ông, bà …)',
    document: 'Giấy đồng ý: số, hoặc nơi lưu',
    consentedOn: 'Ngày đồng ý',
    guardianRecord: 'Ghi người giám hộ',
    householdName: 'Tên hộ',
    groupName: 'Tên tổ hợp tác',
    legalName: 'Tên pháp nhân',
    action: 'Việc',
  },
} as const;

export const problems = {
  'member-representative': {
    unknown: 'Không tìm thấy người đại diện này.',
    'not-recordable': 'Chưa thể đổi người đại diện.',
    'not-erasable': 'Chưa thể xóa thông tin của người đại diện này.',
  },
  guardian: { 'not-recordable': 'Chưa thể ghi người giám hộ.' },
} as const;

export const obstacles = {
  'member-representative': {
    'representative-of-a-person': 'Cá nhân tự mình là thành viên, không có người đại diện.',
    erased: 'Thông tin cá nhân đã bị xóa.',
    'left-already': 'Đã ra khỏi tổ chức.',
    'begins-before-joining': 'Ngày bắt đầu trước ngày vào.',
    'begins-before-the-present-one': 'Ngày bắt đầu phải sau ngày bắt đầu của người đang đại diện.',
    'begins-in-future': 'Ngày bắt đầu ở tương lai.',
    'in-office': 'Người này còn đại diện. Chỉ xóa khi đã có người khác.',
  },
  guardian: {
    erased: 'Thông tin cá nhân đã bị xóa.',
    'guardian-of-an-adult': 'Thành viên này hôm nay không còn, hoặc chưa rõ là, dưới 18 tuổi.',
    'consented-in-future': 'Ngày đồng ý ở tương lai.',
  },
} as const;
