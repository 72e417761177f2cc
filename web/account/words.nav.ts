import type { Language } from '#web/lib/language.ts';

/** Names of this context's entries in the navigation; they come with the shell, so keep them few and short. */
const vi = {
  title: 'Tài khoản',
  notifications: 'Thông báo',
  people: 'Người dùng',
  links: 'Liên kết mời',
} as const;

type NavWords = Record<keyof typeof vi, string>;

const en: NavWords = {
  title: 'Account',
  notifications: 'Notifications',
  people: 'People',
  links: 'Invitation links',
};

const th: NavWords = {
  title: 'บัญชี',
  notifications: 'การแจ้งเตือน',
  people: 'ผู้ใช้',
  links: 'ลิงก์เชิญ',
};

export const words: Record<Language, NavWords> = { vi, en, th };
