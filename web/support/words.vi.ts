export const words = {
  title: 'Hỗ trợ',
} as const;
