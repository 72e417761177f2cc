import { Button, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import {
  IconBasket,
  IconBug,
  IconDroplet,
  IconPlant2,
  IconScissors,
  IconSeedling,
  type Icon,
} from '@tabler/icons-react';
import { Link } from 'react-router';
import { activityFamilies, type ActivityFamily } from '#contexts/production/activity.ts';
import type { SeasonView, StepView } from '#contexts/production/season.wire.ts';
import { daysText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { named } from './named.ts';
import { productionPaths } from './paths.ts';

const icons: Record<ActivityFamily, Icon> = {
  planting: IconSeedling,
  feeding: IconPlant2,
  protection: IconBug,
  water: IconDroplet,
  care: IconScissors,
  harvest: IconBasket,
};

/** Its days have come and nobody has done it. */
export const waits = ({ state, required }: StepView): boolean => state === 'due' || (required && state === 'overdue');

const at = (step: StepView) => ({ step: step.step, occurrence: String(step.occurrence) });

/** The first screen in the field: what is due, and six large buttons for everything else. */
export function FamilyChoice({ season }: { season: SeasonView }) {
  const t = useWords('production');
  const due = season.stages
    .flatMap(({ steps }) => steps)
    .filter((step) => waits(step) && !step.byHarvest)
    .slice(0, 6);
  return (
    <Stack gap="lg" maw="44rem">
      <SimpleGrid cols={2} spacing="sm">
        {activityFamilies.map((family) => {
          const Mark = icons[family];
          return (
            <Button
              key={family}
              component={Link}
              to={productionPaths.newEntry(season.id, { family })}
              variant="default"
              h={88}
              styles={{
                label: {
                  flexDirection: 'column',
                  justifyContent: 'center',
                  gap: 6,
                  whiteSpace: 'normal',
                  lineHeight: 1.2,
                },
              }}
            >
              <Mark size={30} stroke={1.6} aria-hidden />
              {t(`log.family.${family}`)}
            </Button>
          );
        })}
      </SimpleGrid>
      {due.length > 0 && (
        <Stack gap="xs" component="section" aria-labelledby="due-now">
          <Title order={2} id="due-now">
            {t('log.dueNow')}
          </Title>
          {due.map((step) => (
            <Button
              key={`${step.step} ${step.occurrence}`}
              component={Link}
              to={productionPaths.newEntry(season.id, at(step))}
              variant="light"
              h="auto"
              py="sm"
              justify="space-between"
              rightSection={
                <Text span size="sm">
                  {daysText(step.dueFrom, step.dueUntil)}
                </Text>
              }
              styles={{ label: { whiteSpace: 'normal', textAlign: 'start', lineHeight: 1.3 } }}
            >
              {named(step.name)}
              {step.times > 1 && ` (${t('step.time', { occurrence: step.occurrence, times: step.times })})`}
            </Button>
          ))}
        </Stack>
      )}
    </Stack>
  );
}
