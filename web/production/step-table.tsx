import { Button, Group, Modal, Stack, Table, Text, Textarea, VisuallyHidden } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { Link } from 'react-router';
import { newId } from '#kernel/id.ts';
import { isDeviation, type StepState } from '#contexts/production/plan.ts';
import type { SeasonView, StageView, StepView } from '#contexts/production/season.wire.ts';
import { recordDeviation } from '#contexts/production/stage.wire.ts';
import { useCommand } from '#web/lib/command.ts';
import { daysText, dayText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { FormShell } from '#web/ui/form-shell.tsx';
import { StateBadge, type Tone } from '#web/ui/marks.tsx';
import { named } from './named.ts';
import { productionPaths } from './paths.ts';
import classes from './step-table.module.css';

const tones: Record<StepState, Tone> = {
  upcoming: 'neutral',
  due: 'busy',
  overdue: 'bad',
  done: 'good',
  'done-early': 'waiting',
  'done-late': 'waiting',
  'left-out': 'waiting',
};

interface TableProps {
  readonly season: SeasonView;
  readonly stage: StageView;
}

/** Planned beside actual, step by step. */
export function StepTable({ season, stage }: TableProps) {
  const t = useWords('production');
  const [explained, setExplained] = useState<StepView>();
  return (
    <>
      <Table className={classes['table'] ?? ''}>
        <caption className={classes['caption']}>{named(stage.name)}</caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('step.step')}</Table.Th>
            <Table.Th scope="col">{t('step.planned')}</Table.Th>
            <Table.Th scope="col">{t('step.actual')}</Table.Th>
            <Table.Th scope="col" data-noprint>
              <VisuallyHidden>{t('step.log')}</VisuallyHidden>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {stage.steps.map((step) => (
            <StepRow
              key={`${step.step} ${step.occurrence}`}
              season={season}
              step={step}
              onExplain={() => setExplained(step)}
            />
          ))}
        </Table.Tbody>
      </Table>
      <Modal
        opened={explained !== undefined}
        onClose={() => setExplained(undefined)}
        title={t('step.explainTitle')}
        closeButtonProps={{ 'aria-label': t('shell:close') }}
      >
        {explained && <ExplainForm season={season} step={explained} onDone={() => setExplained(undefined)} />}
      </Modal>
    </>
  );
}

interface StepProps {
  readonly season: SeasonView;
  readonly step: StepView;
}

function StepName({ step }: { step: StepView }) {
  const t = useWords('production');
  const evidence = step.evidence.map((kind) => t(`step.evidenceKind.${kind}`)).join(', ');
  return (
    <>
      <Text fw={500}>
        {named(step.name)}
        {step.times > 1 && ` (${t('step.time', { occurrence: step.occurrence, times: step.times })})`}
      </Text>
      <Text size="sm" c="dimmed">
        {[t(step.required ? 'step.required' : 'step.optional'), evidence && `${t('step.evidence')}: ${evidence}`]
          .filter(Boolean)
          .join(' · ')}
      </Text>
    </>
  );
}

function StepRow({ season, step, onExplain }: StepProps & { onExplain: () => void }) {
  const t = useWords('production');
  const isDone = step.doneOn !== null;
  // What is not required and was not done deviates from nothing.
  const quiet = !step.required && !isDone;
  const label = quiet && step.state === 'overdue' ? t('step.state.left-out') : t(`step.state.${step.state}`);
  return (
    <Table.Tr>
      <Table.Td>
        <StepName step={step} />
      </Table.Td>
      <Table.Td>{daysText(step.dueFrom, step.dueUntil)}</Table.Td>
      <Table.Td>
        <Group gap="xs">
          <StateBadge tone={quiet ? 'neutral' : tones[step.state]} label={label} />
          {step.doneOn && (
            <Text span size="sm">
              {dayText(step.doneOn)}
            </Text>
          )}
        </Group>
        {step.explanation !== null && (
          <Text size="sm" c="dimmed">
            {step.explanation}
          </Text>
        )}
      </Table.Td>
      <Table.Td data-noprint>
        <StepActions season={season} step={step} onExplain={quiet ? undefined : onExplain} />
      </Table.Td>
    </Table.Tr>
  );
}

function StepActions({ season, step, onExplain }: StepProps & { onExplain: (() => void) | undefined }) {
  const t = useWords('production');
  const to = step.byHarvest
    ? productionPaths.newHarvest(season.id)
    : productionPaths.newEntry(season.id, { step: step.step, occurrence: String(step.occurrence) });
  const isWanting = season.may.explain && isDeviation(step.state) && step.explanation === null;
  return (
    <Group gap="xs" justify="flex-end" wrap="nowrap">
      {season.may.log && step.doneOn === null && (
        <Button component={Link} to={to} size="xs" variant="light">
          {t(step.byHarvest ? 'harvest.new' : 'step.log')}
        </Button>
      )}
      {onExplain && isWanting && (
        <Button size="xs" variant="default" onClick={onExplain}>
          {t('step.explain')}
        </Button>
      )}
    </Group>
  );
}

function ExplainForm({ season, step, onDone }: StepProps & { onDone: () => void }) {
  const t = useWords('production');
  const command = useCommand(recordDeviation);
  const form = useForm({
    initialValues: { id: newId(), season: season.id, step: step.step, occurrence: step.occurrence, explanation: '' },
  });
  return (
    <FormShell method={recordDeviation} command={command} form={form} submit={t('shell:save')} onDone={onDone}>
      <Stack gap="sm">
        <Text size="sm">{named(step.name)}</Text>
        <Textarea
          label={t('step.explanation')}
          required
          autosize
          minRows={2}
          maxLength={1_000}
          {...form.getInputProps('explanation')}
        />
      </Stack>
    </FormShell>
  );
}
