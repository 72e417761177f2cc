/** Words of the list of organisations beyond who they are: size, rating, the day it is asked for. */
export const list = {
  sizeLabel: 'Quy mô',
  ratingLabel: 'Xếp loại',
  size: { micro: 'Siêu nhỏ', small: 'Nhỏ', medium: 'Vừa', large: 'Lớn', 'not-computed': 'Chưa tính' },
  rating: { good: 'Tốt', fair: 'Khá', average: 'Trung bình', weak: 'Yếu', 'not-computed': 'Chưa tính' },
  ofYear: '{{name}} ({{year}})',
  asOfLabel: 'Xem tại ngày',
  asOfBanner: 'Danh sách tại ngày {{day}}',
  asOfText: 'Tên, loại hình, tình trạng, lĩnh vực và nơi đặt trụ sở là của ngày đó. Bản xuất cũng theo ngày này.',
  asOfToday: 'Về hôm nay',
} as const;
