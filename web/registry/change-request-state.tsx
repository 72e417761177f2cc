import type { RequestState } from '#contexts/registry/change-request.ts';
import { useWords } from '#web/lib/i18n.ts';
import { StateBadge, type Tone } from '#web/ui/marks.tsx';

const tones: Readonly<Record<RequestState, Tone>> = {
  submitted: 'waiting',
  returned: 'bad',
  accepted: 'good',
  withdrawn: 'neutral',
};

export function ChangeRequestState({ state }: { state: RequestState }) {
  const t = useWords('registry');
  return <StateBadge tone={tones[state]} label={t(`changeRequest.state.${state}`)} />;
}
