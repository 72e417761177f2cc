import { Anchor, Button, Group, Text } from '@mantine/core';
import { IconListCheck } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { MeasureRow } from '#contexts/support/policy.wire.ts';
import { useWords } from '#web/lib/i18n.ts';
import { StateBadge, SyntheticMark } from '#web/ui/marks.tsx';
import { supportPaths } from './paths.ts';
import { said } from './said.ts';

/** A measure in a list: what it gives, whether it is open, and the way to the check. */
export function MeasureCard({ measure }: { measure: MeasureRow }) {
  const t = useWords('support');
  return (
    <Group
      justify="space-between"
      align="flex-start"
      gap="sm"
      pt="sm"
      style={{ borderTop: '1px solid var(--lk-line)' }}
    >
      <div style={{ flex: '1 1 20rem' }}>
        <Group gap="xs">
          <Anchor component={Link} to={supportPaths.measure(measure.id)} fw={600}>
            {said(measure.name)}
          </Anchor>
          <StateBadge
            tone={measure.isOpen ? 'good' : 'neutral'}
            label={measure.isOpen ? t('measure.open') : t('measure.notOpen')}
          />
          {measure.provenance === 'synthetic' && <SyntheticMark />}
        </Group>
        <Text size="sm" mt={4} maw="44rem">
          {said(measure.summary)}
        </Text>
      </div>
      <Button
        component={Link}
        to={supportPaths.check(measure.id)}
        variant="light"
        leftSection={<IconListCheck size={18} aria-hidden />}
      >
        {t('measure.check')}
      </Button>
    </Group>
  );
}
