import { Alert, List } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { setupSteps, type SetupStep } from '#contexts/registry/setup.ts';
import { useWords } from '#web/lib/i18n.ts';
import type { Load } from '#web/lib/routes.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { Section } from '#web/ui/section.tsx';
import { Checklist } from './checklist.tsx';
import { askSetup, openNumbers, stepState, useSetup, type SetupState } from './state.ts';

export const load: Load = (at) => askSetup(at);

export function Page() {
  const t = useWords('setup');
  const state = useSetup();
  const settled = setupSteps.filter((step) => stepState(step, state) !== 'open').length;
  const all = setupSteps.length;
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <p>{t('progress', { done: settled, all })}</p>
      <Checklist state={state} />
      {settled === all && (
        <Alert color="leaf" variant="light" mt="md" icon={<IconCircleCheck aria-hidden />}>
          {t('allDone')}
        </Alert>
      )}
      <StillOpen state={state} />
    </>
  );
}

/** What is not done, said plainly: what was left for later is among it. */
function StillOpen({ state }: { state: SetupState }) {
  const t = useWords('setup');
  const open = setupSteps.filter((step) => stepState(step, state) !== 'done');
  const said = (step: SetupStep): string =>
    step === 'parameters' ? t('left.parameters', { count: openNumbers(state.registry) }) : t(`left.${step}`);
  return (
    <Section title={t('open')}>
      {open.length === 0 ? (
        <p>{t('nothingOpen')}</p>
      ) : (
        <List spacing={6}>
          {open.map((step) => (
            <List.Item key={step}>{said(step)}</List.Item>
          ))}
        </List>
      )}
    </Section>
  );
}
