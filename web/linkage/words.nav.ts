import type { Language } from '#web/lib/language.ts';

/** Names of this context's entries in the navigation; they come with the shell, so keep them few and short. */
const vi = {
  title: 'Liên kết',
  chains: 'Chuỗi liên kết',
  offers: 'Chào bán',
  demands: 'Nhu cầu mua',
  contracts: 'Hợp đồng',
  deliveries: 'Giao nhận',
  settlements: 'Quyết toán',
} as const;

type NavWords = Record<keyof typeof vi, string>;

const en: NavWords = {
  title: 'Linkage',
  chains: 'Chains',
  offers: 'Offers',
  demands: 'Demands',
  contracts: 'Contracts',
  deliveries: 'Deliveries',
  settlements: 'Statements',
};

const th: NavWords = {
  title: 'การเชื่อมโยง',
  chains: 'ห่วงโซ่เชื่อมโยง',
  offers: 'ข้อเสนอขาย',
  demands: 'ความต้องการซื้อ',
  contracts: 'สัญญา',
  deliveries: 'การส่งมอบ',
  settlements: 'ใบสรุปชำระ',
};

export const words: Record<Language, NavWords> = { vi, en, th };
