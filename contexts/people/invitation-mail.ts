/** What a letter with a one-time link says; the language is the officer's choice. */
export interface LinkLetter {
  readonly kind: 'invite' | 'reset';
  readonly language: LetterLanguage;
  readonly name: string;
  readonly by: string;
  readonly province: string;
  readonly demonstration: boolean;
  readonly link: string;
  readonly expiresAt: string;
}

export type LetterLanguage = 'vi' | 'en' | 'th';

interface Words {
  readonly subject: Record<LinkLetter['kind'], string>;
  readonly greeting: string;
  readonly what: Record<LinkLetter['kind'], string>;
  readonly open: string;
  readonly keep: string;
  readonly unexpected: string;
  readonly demonstration: string;
}

const words: Record<LetterLanguage, Words> = {
  vi: {
    subject: { invite: 'Lời mời vào Lienket, {province}', reset: 'Đặt lại mật khẩu Lienket, {province}' },
    greeting: 'Kính gửi {name},',
    what: {
      invite: '{by} mời ông/bà vào Lienket, hệ thống kinh tế tập thể của {province}.',
      reset: '{by} gửi ông/bà liên kết để đặt mật khẩu mới cho tài khoản Lienket, {province}.',
    },
    open: 'Liên kết này dùng được một lần, đến {until}:',
    keep: 'Ai có liên kết này đều dùng được nó: xin đừng chuyển tiếp thư.',
    unexpected: 'Nếu ông/bà không chờ thư này, xin đừng mở liên kết và báo cho cán bộ phụ trách.',
    demonstration: 'Đây là hệ thống trình diễn: dữ liệu trong đó không có thật.',
  },
  en: {
    subject: { invite: 'Invitation to Lienket, {province}', reset: 'A new password for Lienket, {province}' },
    greeting: 'To {name}',
    what: {
      invite: '{by} invites you to Lienket, the collective-economy platform of {province}.',
      reset: '{by} sends you a link to set a new password for your Lienket account, {province}.',
    },
    open: 'This link works once, until {until}:',
    keep: 'Whoever has this link can use it: please do not forward this message.',
    unexpected: 'If you did not expect this message, do not open the link, and tell the officer in charge.',
    demonstration: 'This is a demonstration: nothing in it is real.',
  },
  th: {
    subject: { invite: 'คำเชิญเข้าใช้ Lienket {province}', reset: 'ตั้งรหัสผ่านใหม่ของ Lienket {province}' },
    greeting: 'เรียน {name}',
    what: {
      invite: '{by} เชิญท่านเข้าใช้ Lienket ระบบเศรษฐกิจแบบรวมกลุ่มของ {province}',
      reset: '{by} ส่งลิงก์สำหรับตั้งรหัสผ่านใหม่ของบัญชี Lienket {province} ให้ท่าน',
    },
    open: 'ลิงก์นี้ใช้ได้ครั้งเดียว ถึง {until}:',
    keep: 'ผู้ใดมีลิงก์นี้ก็ใช้ได้ โปรดอย่าส่งต่อข้อความนี้',
    unexpected: 'หากท่านไม่ได้รออีเมลนี้ อย่าเปิดลิงก์ และโปรดแจ้งเจ้าหน้าที่ผู้รับผิดชอบ',
    demonstration: 'นี่คือระบบสาธิต ข้อมูลในระบบไม่ใช่ของจริง',
  },
};

/** A name is what somebody typed: in a letter of the province's it must not become a link, or a line of its own. */
export const harmless = (name: string): string =>
  name
    .replaceAll(/\p{C}+/gu, ' ')
    .replaceAll(/[/\\:@<>]+|\.(?=\S)/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();

/** 09:30, 24/11/2026 in Viet Nam, the same in every language. */
function untilText(at: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Asia/Ho_Chi_Minh',
    dateStyle: 'short',
    timeStyle: 'short',
  }).formatToParts(new Date(at));
  const part = (type: string): string => parts.find((each) => each.type === type)?.value ?? '';
  return `${part('hour')}:${part('minute')}, ${part('day')}/${part('month')}/${part('year')}`;
}

interface TestLetter {
  readonly language: LetterLanguage;
  readonly name: string;
  readonly province: string;
  readonly origin: string;
}

const testWords: Record<LetterLanguage, { readonly subject: string; readonly text: string }> = {
  vi: {
    subject: 'Thư kiểm tra của Lienket, {province}',
    text: 'Máy chủ thư đã nhận thư này. Nếu thư nằm trong hộp thư của {name}, liên kết mời cũng sẽ đến.',
  },
  en: {
    subject: 'Test letter of Lienket, {province}',
    text: 'The mail server took this letter. If it lies in the mailbox of {name}, links will arrive too.',
  },
  th: {
    subject: 'อีเมลทดสอบของ Lienket {province}',
    text: 'เซิร์ฟเวอร์อีเมลรับอีเมลนี้แล้ว หากอีเมลอยู่ในกล่องจดหมายของ {name} ลิงก์เชิญก็จะไปถึงเช่นกัน',
  },
};

/** A letter that only shows that letters arrive. */
export function testLetter({ language, name, province, origin }: TestLetter): { subject: string; text: string } {
  const { subject, text } = testWords[language];
  const filled = (words: string): string =>
    words.replace('{province}', () => province).replace('{name}', () => harmless(name));
  return { subject: filled(subject), text: [filled(text), '', origin, ''].join('\n') };
}

export function letterOf(letter: LinkLetter): { subject: string; text: string } {
  const { subject, greeting, what, open, keep, unexpected, demonstration } = words[letter.language];
  const values: Readonly<Record<string, string>> = {
    name: harmless(letter.name),
    by: harmless(letter.by),
    province: letter.province,
    until: untilText(letter.expiresAt),
  };
  const filled = (text: string): string => text.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
  const lines = [
    filled(greeting),
    '',
    filled(what[letter.kind]),
    '',
    filled(open),
    letter.link,
    '',
    keep,
    unexpected,
    ...(letter.demonstration ? [demonstration] : []),
    '',
  ];
  return { subject: filled(subject[letter.kind]), text: lines.join('\n') };
}
