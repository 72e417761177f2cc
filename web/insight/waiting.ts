import { listWaiting as listLinkageWaiting } from '#contexts/linkage/waiting.wire.ts';
import type { Day } from '#kernel/day.ts';
import { useAnswer } from '#web/lib/api.ts';
import { dayText, instantText } from '#web/lib/format.ts';
import { findWord } from '#web/lib/i18n.ts';
import type { LoadAt } from '#web/lib/routes.tsx';

export type Room = 'linkage' | 'production' | 'quality' | 'support' | 'credit';

/** One thing that waits for the person, whichever room it comes from. */
export interface WaitingItem {
  readonly room: Room;
  readonly kind: string;
  readonly id: string;
  readonly what: string;
  readonly title: string;
  /** A day or an instant; both sort as text. */
  readonly since: string;
  readonly sinceText: string;
  readonly link: string;
}

interface Told {
  readonly kind: string;
  readonly id: string;
  readonly title: string | Readonly<Record<string, unknown>>;
  readonly since: string;
  readonly link: string;
}

const titleOf = (title: Told['title']): string =>
  typeof title === 'string'
    ? title
    : Object.values(title)
        .filter((part) => typeof part === 'string' && part !== '')
        .join(' · ');

const itemOf = (room: Room, { kind, id, title, since, link }: Told): WaitingItem => ({
  room,
  kind,
  id,
  what: findWord(`${room}:waiting.${kind}`) ?? kind,
  title: titleOf(title),
  since,
  sinceText: since.length === 10 ? dayText(since as Day) : instantText(since),
  link,
});

export const askWaiting = ({ ask }: Pick<LoadAt, 'ask'>) => Promise.all([ask(listLinkageWaiting, {})]);

/** What every room says waits for the person, oldest first. */
export function useWaiting(): WaitingItem[] {
  const linkage = useAnswer(listLinkageWaiting, {}).items;
  const items = [...linkage.map((told) => itemOf('linkage', told))];
  return items.sort((a, b) => (a.since < b.since ? -1 : 1));
}
