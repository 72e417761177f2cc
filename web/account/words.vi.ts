export const words = {
  title: 'Tài khoản',
} as const;
