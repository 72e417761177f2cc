import type { LotState } from '#contexts/quality/lot.ts';
import type { Enforcement, ReleaseVerdict } from '#contexts/quality/residue.ts';
import { Box } from '@mantine/core';
import type { ReactNode } from 'react';
import { numberText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { currentLanguage } from '#web/lib/language.ts';
import { StateBadge, type Tone } from '#web/ui/marks.tsx';

/** A name in the language of the page. */
export const named = (names: { readonly vi: string; readonly en: string; readonly th: string }): string =>
  names[currentLanguage()];

/** A mark in a narrow column keeps its words whole. */
export const Whole = ({ children }: { children: ReactNode }) => <Box w="max-content">{children}</Box>;

const ngPerMg = 1_000_000;
/** In mg/kg, to the last digit kept. */
export const mgText = (ngPerKg: number): string => numberText(ngPerKg / ngPerMg, 6);

const stateTones: Record<LotState, Tone> = { open: 'neutral', sampled: 'busy', released: 'good', blocked: 'bad' };
export function LotStateBadge({ state }: { state: LotState }) {
  const t = useWords('quality');
  return (
    <Whole>
      <StateBadge tone={stateTones[state]} label={t(`lot.state.${state}`)} />
    </Whole>
  );
}

const enforcementTones: Record<Enforcement, Tone> = {
  compliant: 'good',
  'not-compliant': 'bad',
  inconclusive: 'waiting',
  'no-limit': 'neutral',
  'not-tested': 'neutral',
};
export function EnforcementBadge({ verdict }: { verdict: Enforcement }) {
  const t = useWords('quality');
  return (
    <Whole>
      <StateBadge tone={enforcementTones[verdict]} label={t(`verdict.enforcementOf.${verdict}`)} />
    </Whole>
  );
}

const releaseTones: Record<ReleaseVerdict, Tone> = {
  pass: 'good',
  fail: 'bad',
  inconclusive: 'waiting',
  'no-limit': 'neutral',
  'not-tested': 'neutral',
};
export function ReleaseBadge({ verdict }: { verdict: ReleaseVerdict }) {
  const t = useWords('quality');
  return (
    <Whole>
      <StateBadge tone={releaseTones[verdict]} label={t(`verdict.releaseOf.${verdict}`)} />
    </Whole>
  );
}
