import { Alert, Anchor, Button, Group } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { newId } from '#kernel/id.ts';
import type { SetupStep } from '#contexts/registry/setup.ts';
import { confirmSetup } from '#contexts/registry/setup.wire.ts';
import { useCommand } from '#web/lib/command.ts';
import { useWords } from '#web/lib/i18n.ts';
import { StateBadge } from '#web/ui/marks.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { ProblemNote } from '#web/ui/problem-note.tsx';
import { inOwnWords } from './own-words.ts';
import { setupPaths } from './paths.ts';
import { stepsOpen, stepState, useSetup } from './state.ts';

interface StepFrameProps {
  readonly step: SetupStep;
  readonly lead: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** What every step has: where one is, how far it is, what comes next, and the way to leave it for later. */
export function StepFrame({ step, lead, actions, children }: StepFrameProps) {
  const t = useWords('setup');
  const state = useSetup();
  const here = stepState(step, state);
  const next = stepsOpen(state).find((one) => one !== step);
  const tone = here === 'done' ? 'good' : here === 'open' ? 'waiting' : 'neutral';
  return (
    <>
      <PageHeader
        title={t(`step.${step}`)}
        lead={lead}
        crumbs={[{ label: t('back'), to: setupPaths.overview }]}
        badges={<StateBadge tone={tone} label={t(`state.${here}`)} />}
        {...(actions !== undefined && { actions })}
      />
      {!state.registry.may.record && (
        <Alert color="gray" variant="light" mb="md">
          {t('readOnly')}
        </Alert>
      )}
      {children}
      <Group mt="xl" gap="md" data-noprint>
        {state.registry.may.record && here === 'open' && step !== 'units' && <Later step={step} />}
        <Anchor component={Link} to={next === undefined ? setupPaths.overview : setupPaths.step(next)} py={10}>
          {next === undefined ? t('toOverview') : t('next', { step: t(`step.${next}`) })}
        </Anchor>
      </Group>
    </>
  );
}

function Later({ step }: { step: Exclude<SetupStep, 'units'> }) {
  const t = useWords('setup');
  const confirm = useCommand(confirmSetup);
  const [id] = useState(() => newId<never>());
  return (
    <div>
      <Button
        variant="default"
        size="md"
        loading={confirm.isPending}
        styles={{ root: { height: 'auto', minHeight: 44 }, label: { whiteSpace: 'normal' } }}
        onClick={() => confirm.mutate({ id, step, said: 'without' })}
      >
        {t(`without.${step}`)}
      </Button>
      <ProblemNote problem={inOwnWords(confirm.error)} />
    </div>
  );
}
