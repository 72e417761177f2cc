export const words = {
  title: 'Liên kết',
} as const;
