import type { BatchState, Outcome } from '#contexts/intake/batch.ts';
import { useWords } from '#web/lib/i18n.ts';
import { StateBadge, type Tone } from '#web/ui/marks.tsx';

const tones: Record<BatchState, Tone> = {
  read: 'waiting',
  checking: 'busy',
  checked: 'waiting',
  importing: 'busy',
  imported: 'good',
  withdrawing: 'busy',
  withdrawn: 'neutral',
  closed: 'neutral',
};

/** A mark of two words stays in one line. */
const whole = { display: 'inline-block', whiteSpace: 'nowrap', minWidth: 'max-content' } as const;

export function BatchBadge({ state }: { state: BatchState }) {
  const t = useWords('intake');
  return (
    <span style={whole}>
      <StateBadge tone={tones[state]} label={t(`state.${state}`)} />
    </span>
  );
}

const outcomeTones: Record<Outcome, Tone> = {
  new: 'good',
  update: 'busy',
  same: 'neutral',
  question: 'waiting',
  refused: 'bad',
};

export function OutcomeBadge({ outcome }: { outcome: Outcome }) {
  const t = useWords('intake');
  return (
    <span style={whole}>
      <StateBadge tone={outcomeTones[outcome]} label={t(`outcome.${outcome}`)} />
    </span>
  );
}
