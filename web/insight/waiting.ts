import { listWaiting as listCreditWaiting } from '#contexts/credit/waiting.wire.ts';
import { listWaiting as listLinkageWaiting } from '#contexts/linkage/waiting.wire.ts';
import { listWaiting as listProductionWaiting } from '#contexts/production/waiting.wire.ts';
import { listWaiting as listQualityWaiting } from '#contexts/quality/waiting.wire.ts';
import { listWaiting as listRegistryWaiting } from '#contexts/registry/waiting.wire.ts';
import { listWaiting as listSupportWaiting } from '#contexts/support/waiting.wire.ts';
import type { Day } from '#kernel/day.ts';
import type { ReplyOf } from '#kernel/method.ts';
import { useAnswer } from '#web/lib/api.ts';
import { dayText, instantText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { currentLanguage } from '#web/lib/language.ts';
import type { LoadAt } from '#web/lib/routes.tsx';

export type Room = 'registry' | 'linkage' | 'production' | 'quality' | 'support' | 'credit';

/** One thing that waits for the person, whichever room it comes from. */
export interface WaitingItem {
  readonly room: Room;
  readonly key: string;
  readonly what: string;
  readonly title: string;
  /** A day or an instant; both sort as text. */
  readonly since: string;
  readonly sinceText: string;
  readonly link: string;
}

const sinceText = (since: string): string => (since.length === 10 ? dayText(since as Day) : instantText(since));
const joined = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(' · ');

type ProductionItem = ReplyOf<typeof listProductionWaiting>['items'][number];

const seasonTitle = ({ organisation, plot, subject }: ProductionItem): string =>
  joined(subject?.[currentLanguage()] ?? '', plot.name, organisation.name);

export const askWaiting = ({ ask }: Pick<LoadAt, 'ask'>) =>
  Promise.all([
    ask(listRegistryWaiting, {}),
    ask(listLinkageWaiting, {}),
    ask(listProductionWaiting, {}),
    ask(listQualityWaiting, {}),
    ask(listSupportWaiting, {}),
    ask(listCreditWaiting, {}),
  ]);

/** What every room says waits for the person, oldest first. */
export function useWaiting(): WaitingItem[] {
  const t = useWords('insight');
  const registry = useAnswer(listRegistryWaiting, {}).items.map(({ kind, id, title, since, link }) => ({
    room: 'registry' as const,
    key: `${kind} ${id}`,
    what: t(`home.waitingFor.registry.${kind}`),
    title: title.organisation,
    since,
    link,
  }));
  const linkage = useAnswer(listLinkageWaiting, {}).items.map(({ kind, id, title, since, link }) => ({
    room: 'linkage' as const,
    key: `${kind} ${id}`,
    what: t(`home.waitingFor.linkage.${kind}`),
    title: joined(title.number, title.other),
    since,
    link,
  }));
  const production = useAnswer(listProductionWaiting, {}).items.map((item) => ({
    room: 'production' as const,
    key: `${item.kind} ${item.season} ${item.subject?.vi ?? ''}`,
    what: t(`home.waitingFor.production.${item.kind}`),
    title: seasonTitle(item),
    since: item.since,
    link: `/production/seasons/${item.season}`,
  }));
  const quality = useAnswer(listQualityWaiting, {}).items.map(({ kind, id, title, since, link }) => ({
    room: 'quality' as const,
    key: `${kind} ${id}`,
    what: t(`home.waitingFor.quality.${kind}`),
    title: joined(title.code, title.other),
    since,
    link,
  }));
  const support = useAnswer(listSupportWaiting, {}).items.map(({ kind, id, title, since, link }) => ({
    room: 'support' as const,
    key: `${kind} ${id}`,
    what: t(`home.waitingFor.support.${kind}`),
    title: joined(title.number, title.organisation),
    since,
    link,
  }));
  const credit = useAnswer(listCreditWaiting, {}).items.map(({ kind, id, title, since, link }) => ({
    room: 'credit' as const,
    key: `${kind} ${id}`,
    what: t(`home.waitingFor.credit.${kind}`),
    title: joined(title.number, title.organisation),
    since,
    link,
  }));
  const items = [...registry, ...linkage, ...production, ...quality, ...support, ...credit];
  return items
    .map((item) => ({ ...item, sinceText: sinceText(item.since) }))
    .sort((a, b) => (a.since < b.since ? -1 : 1));
}
