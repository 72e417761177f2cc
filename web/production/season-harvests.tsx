import { Anchor, Group, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import { newId, type HarvestId } from '#kernel/id.ts';
import { withdrawHarvest, type HarvestView } from '#contexts/production/harvest.wire.ts';
import type { SeasonView } from '#contexts/production/season.wire.ts';
import { useCommand } from '#web/lib/command.ts';
import { useWords } from '#web/lib/i18n.ts';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { StateBadge } from '#web/ui/marks.tsx';
import { Section } from '#web/ui/section.tsx';
import { DayText, InstantText, Quantity } from '#web/ui/value-text.tsx';
import { unitsOf } from './named.ts';
import { productionPaths } from './paths.ts';
import { reasonText } from './reason-text.ts';
import { Reasons } from './reasons.tsx';
import classes from './record-card.module.css';
import { WithdrawButton } from './withdraw-button.tsx';

/** What was picked, and what holds it back. */
export function SeasonHarvests({ season }: { season: SeasonView }) {
  const t = useWords('production');
  return (
    <Section title={t('harvest.title')}>
      {season.harvests.length === 0 ? (
        <EmptyState title={t('harvest.empty')} />
      ) : (
        <Stack component="ul" className={classes['list'] ?? ''} gap="sm">
          {season.harvests.map((harvest) => (
            <HarvestCard key={harvest.id} season={season} harvest={harvest} />
          ))}
        </Stack>
      )}
    </Section>
  );
}

function HarvestCard({ season, harvest }: { season: SeasonView; harvest: HarvestView }) {
  const t = useWords('production');
  const withdraw = useCommand(withdrawHarvest, { stale: ['quality'] });
  const holds = harvest.holds.map((hold) => reasonText('hold', hold, season.stages, harvest.baseUnit));
  return (
    <li className={classes['card']} data-tone={holds.length > 0 ? 'bad' : undefined}>
      <Group justify="space-between" align="flex-start">
        <div>
          <Text fw={600}>
            <DayText day={harvest.harvestedOn} /> · <Quantity qty={harvest.qty} unit={unitsOf[harvest.baseUnit][0]} />
          </Text>
          <Text size="sm" c="dimmed">
            {[harvest.enteredBy, t(`log.enteredAs.${harvest.enteredAs}`)].filter(Boolean).join(' · ')} ·{' '}
            <InstantText at={harvest.recordedAt} />
          </Text>
          {harvest.note !== null && <Text size="sm">{harvest.note}</Text>}
        </div>
        <StateBadge
          tone={holds.length > 0 ? 'bad' : 'good'}
          label={t(holds.length > 0 ? 'harvest.held' : 'harvest.free')}
        />
      </Group>
      <Reasons tone="bad" title={t('harvest.holds')} reasons={holds} />
      {harvest.may.correct && season.state === 'running' && (
        <Group gap="md" data-noprint>
          <Anchor component={Link} size="sm" to={productionPaths.newHarvest(season.id, harvest.id)}>
            {t('harvest.correct')}
          </Anchor>
          <WithdrawButton
            text={t('harvest.withdrawText')}
            command={withdraw}
            onWithdraw={(reason, done) =>
              withdraw.mutate({ id: newId<HarvestId>(), replaces: harvest.id, reason }, { onSuccess: done })
            }
          />
        </Group>
      )}
    </li>
  );
}
