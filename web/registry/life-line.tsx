import { Button, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link } from 'react-router';
import { listActs, type ActRow } from '#contexts/registry/act.wire.ts';
import type { OrganisationView } from '#contexts/registry/organisation.wire.ts';
import { useAnswer } from '#web/lib/api.ts';
import { useWords } from '#web/lib/i18n.ts';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Section } from '#web/ui/section.tsx';
import { DayText } from '#web/ui/value-text.tsx';
import classes from './life-line.module.css';
import { registryPaths } from './paths.ts';

/** What has happened to an organisation, oldest first. */
export function LifeLine({ organisation: { id, may } }: { organisation: OrganisationView }) {
  const t = useWords('registry');
  const { items } = useAnswer(listActs, { organisation: id });
  return (
    <Section
      title={t('act.title')}
      actions={
        may.act && (
          <Button
            component={Link}
            to={registryPaths.newAct(id)}
            size="xs"
            variant="default"
            leftSection={<IconPlus size={16} aria-hidden />}
          >
            {t('act.record')}
          </Button>
        )
      }
    >
      {items.length === 0 ? (
        <EmptyState title={t('act.empty')} />
      ) : (
        <ol className={classes['line']} aria-label={t('act.title')}>
          {items.map((act) => (
            <Act key={act.id} act={act} />
          ))}
        </ol>
      )}
    </Section>
  );
}

function Act({ act }: { act: ActRow }) {
  const t = useWords('registry');
  const basis = [act.document, act.legalBasis].filter(Boolean).join(' · ');
  return (
    <li>
      <Text size="sm" c="dimmed">
        <DayText day={act.onDay} />
      </Text>
      <Text fw={500}>{t(`act.kind.${act.kind}`)}</Text>
      {act.note !== null && act.note !== '' && <Text size="sm">{act.note}</Text>}
      {basis !== '' && (
        <Text size="sm" c="dimmed">
          {basis}
        </Text>
      )}
    </li>
  );
}
