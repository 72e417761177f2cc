import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { setupSteps } from '#contexts/registry/setup.ts';
import { useWords } from '#web/lib/i18n.ts';
import { Section } from '#web/ui/section.tsx';
import { Checklist } from './checklist.tsx';
import { setupPaths } from './paths.ts';
import { stepsOpen, useSetup } from './state.ts';

/** On an administrator's front page until nothing is open any more. */
export function SetupCard() {
  const t = useWords('setup');
  const state = useSetup();
  const open = stepsOpen(state);
  if (open.length === 0) return null;
  return (
    <Section
      title={t('title')}
      lead={t('progress', { done: setupSteps.length - open.length, all: setupSteps.length })}
      actions={
        <Button component={Link} to={setupPaths.step(open[0]!)}>
          {t('goOn')}
        </Button>
      }
    >
      <Checklist state={state} />
    </Section>
  );
}
