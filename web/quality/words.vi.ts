export const words = {
  title: 'Chất lượng',
} as const;
