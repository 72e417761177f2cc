export const words = {
  language: 'Ngôn ngữ',
  loading: 'Đang tải…',
  failed: 'Chưa tải được. Kiểm tra mạng rồi thử lại.',
  notFound: 'Không có thông tin ở địa chỉ này.',
  retry: 'Thử lại',
  publicPage: 'Thông tin công khai',
  synthetic: 'Dữ liệu minh họa, không phải số liệu thật.',
} as const;
