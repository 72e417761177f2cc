export const words = {
  title: 'Tín dụng',
} as const;
