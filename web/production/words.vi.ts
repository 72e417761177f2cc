export const words = {
  title: 'Sản xuất',
} as const;
