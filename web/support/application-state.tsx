import type { ApplicationState as State } from '#contexts/support/application.ts';
import { useWords } from '#web/lib/i18n.ts';
import { StateBadge, type Tone } from '#web/ui/marks.tsx';

const tones: Readonly<Record<State, Tone>> = {
  draft: 'neutral',
  submitted: 'waiting',
  returned: 'bad',
  examined: 'waiting',
  approved: 'busy',
  refused: 'bad',
  withdrawn: 'neutral',
  closed: 'good',
};

export function ApplicationState({ state }: { state: State }) {
  const t = useWords('support');
  return <StateBadge tone={tones[state]} label={t(`application.state.${state}`)} />;
}
