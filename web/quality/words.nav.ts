import type { Language } from '#web/lib/language.ts';

/** Names of this context's entries in the navigation; they come with the shell, so keep them few and short. */
const vi = {
  title: 'Chất lượng',
  lots: 'Lô hàng',
  samples: 'Mẫu kiểm nghiệm',
  limits: 'Giới hạn dư lượng',
} as const;

type NavWords = Record<keyof typeof vi, string>;

const en: NavWords = {
  title: 'Quality',
  lots: 'Lots',
  samples: 'Laboratory desk',
  limits: 'Residue limits',
};

const th: NavWords = {
  title: 'คุณภาพ',
  lots: 'ล็อตสินค้า',
  samples: 'ตัวอย่างตรวจวิเคราะห์',
  limits: 'ค่าสูงสุดของสารตกค้าง',
};

export const words: Record<Language, NavWords> = { vi, en, th };
