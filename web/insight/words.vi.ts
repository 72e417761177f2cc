export const words = {
  title: 'Số liệu',
} as const;
