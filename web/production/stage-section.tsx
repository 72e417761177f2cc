import { Text } from '@mantine/core';
import type { SeasonView, StageView } from '#contexts/production/season.wire.ts';
import type { StageState } from '#contexts/production/stage.ts';
import { useWords } from '#web/lib/i18n.ts';
import { StateBadge, type Tone } from '#web/ui/marks.tsx';
import { Section } from '#web/ui/section.tsx';
import { Timeline } from '#web/ui/timeline.tsx';
import { named } from './named.ts';
import { StagePanel } from './stage-panel.tsx';
import { StepTable } from './step-table.tsx';

export const stageTones: Record<StageState, Tone> = {
  open: 'neutral',
  submitted: 'waiting',
  returned: 'bad',
  'signed-off': 'good',
};

/** One stage: planned beside actual, who signed it off, and what stands in the way. */
export function StageSection({ season, stage }: { season: SeasonView; stage: StageView }) {
  const t = useWords('production');
  return (
    <Section
      title={named(stage.name)}
      lead={named(stage.about)}
      actions={<StateBadge tone={stageTones[stage.state]} label={t(`stage.state.${stage.state}`)} />}
    >
      {stage.changedSinceSigned && (
        <Text c="var(--lk-accent)" fw={600} mb="sm" role="status">
          {t('stage.changed')}
        </Text>
      )}
      <StepTable season={season} stage={stage} />
      <StagePanel season={season} stage={stage} />
      {stage.acts.length > 0 && (
        <>
          <Text fw={600} mt="lg" mb="xs" component="h3" size="md">
            {t('stage.history')}
          </Text>
          <Timeline
            label={t('stage.history')}
            events={stage.acts.map((act, index) => ({
              id: String(index),
              at: act.at,
              title: t(`stage.act.${act.act}`),
              by: [act.by, t(`stage.as.${act.as as 'commune-officer'}`)].filter(Boolean).join(', '),
              ...(act.remarks !== null && { text: act.remarks }),
            }))}
          />
        </>
      )}
    </Section>
  );
}
