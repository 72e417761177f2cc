import { Group, Text } from '@mantine/core';
import type { AnswerKind, DossierState } from '#contexts/credit/dossier.ts';
import type { ConsentView } from '#contexts/credit/dossier.wire.ts';
import { useWords } from '#web/lib/i18n.ts';
import { StateBadge, SyntheticMark, type Tone } from '#web/ui/marks.tsx';

const dossierTones: Readonly<Record<DossierState, Tone>> = {
  assembled: 'neutral',
  shared: 'busy',
  answered: 'waiting',
  accepted: 'good',
  declined: 'neutral',
};
export function DossierBadge({ state }: { state: DossierState }) {
  const t = useWords('credit');
  return <StateBadge tone={dossierTones[state]} label={t(`dossier.state.${state}`)} />;
}

const consentTones: Readonly<Record<ConsentView['state'], Tone>> = {
  standing: 'busy',
  withdrawn: 'neutral',
  expired: 'neutral',
};
export function ConsentBadge({ state }: { state: ConsentView['state'] }) {
  const t = useWords('credit');
  return <StateBadge tone={consentTones[state]} label={t(`consent.state.${state}`)} />;
}

const answerTones: Readonly<Record<AnswerKind, Tone>> = { offered: 'good', refused: 'bad', 'more-wanted': 'waiting' };
export function AnswerBadge({ kind }: { kind: AnswerKind }) {
  const t = useWords('credit');
  return <StateBadge tone={answerTones[kind]} label={t(`answer.kind.${kind}`)} />;
}

/** Name and mark, for the first column of a list. */
export const Marked = ({ name, synthetic }: { name: string; synthetic: boolean }) => (
  <Group component="span" gap="xs" display="inline-flex">
    <Text span inherit>
      {name}
    </Text>
    {synthetic && <SyntheticMark />}
  </Group>
);
