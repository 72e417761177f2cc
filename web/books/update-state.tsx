import type { ListedState } from '#contexts/books/update.ts';
import { useWords } from '#web/lib/i18n.ts';
import { StateBadge, type Tone } from '#web/ui/marks.tsx';

const tones: Record<ListedState, Tone> = {
  missing: 'neutral',
  draft: 'busy',
  submitted: 'waiting',
  returned: 'bad',
  accepted: 'good',
};

export function UpdateState({ state, edition }: { state: ListedState; edition?: number | null }) {
  const t = useWords('books');
  const more = edition !== undefined && edition !== null && edition > 1 ? ` · ${t('update.edition', { edition })}` : '';
  return <StateBadge tone={tones[state]} label={`${t(`update.state.${state}`)}${more}`} />;
}
