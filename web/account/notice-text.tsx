import { Suspense } from 'react';
import { roles, type Role } from '#kernel/actor.ts';
import type { Day } from '#kernel/day.ts';
import type { NotificationRow } from '#contexts/people/notification.wire.ts';
import { dayText, vndText } from '#web/lib/format.ts';
import { findWord, useWords, word } from '#web/lib/i18n.ts';
import { noticeKeyOf } from './own-words.ts';

type Params = NotificationRow['params'];

const isRole = (value: unknown): value is Role => (roles as readonly unknown[]).includes(value);

const nobody: Readonly<Record<string, () => string>> = {
  place: () => word('account:people.province'),
  by: () => 'Lienket',
};

/** Values as people read them: a role by its name, days (…On) and money (…Vnd) in the form of the language. */
function inWords(name: string, value: Params[string]): string | number {
  if (value === null || value === undefined || value === '') return nobody[name]?.() ?? '';
  if (isRole(value)) return word(`shell:role.${value}`);
  if (name === 'market') return findWord(`quality:market.${value}`) ?? value;
  if (typeof value === 'string') return name.endsWith('On') ? dayText(value as Day) : value;
  return name.endsWith('Vnd') ? vndText(value) : value;
}

function Words({ notice }: { notice: NotificationRow }) {
  const { namespace, key } = noticeKeyOf(notice.topic);
  useWords(namespace);
  useWords('account');
  const values = Object.fromEntries(Object.entries(notice.params).map(([name, value]) => [name, inWords(name, value)]));
  return findWord(key, values) ?? word('account:notice.other');
}

/** What somebody is told, in words. */
export const NoticeText = ({ notice }: { notice: NotificationRow }) => (
  <Suspense fallback={<span aria-busy="true">…</span>}>
    <Words notice={notice} />
  </Suspense>
);
