import type { Day } from '#kernel/day.ts';
import type { Language } from '#web/lib/language.ts';

// No format library on the public page: the browser knows days and numbers. Thai keeps the common year, as elsewhere.
export const locale: Record<Language, string> = { vi: 'vi-VN', en: 'en-GB', th: 'th-TH-u-ca-gregory' };

export const dayIn = (language: Language, day: Day): string =>
  new Intl.DateTimeFormat(locale[language], {
    day: language === 'vi' ? '2-digit' : 'numeric',
    month: language === 'vi' ? '2-digit' : 'short',
    year: 'numeric',
    timeZone: 'Asia/Ho_Chi_Minh',
  }).format(new Date(`${day}T12:00:00+07:00`));
