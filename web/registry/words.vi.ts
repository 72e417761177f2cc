export const words = {
  title: 'Tổ chức',
} as const;
