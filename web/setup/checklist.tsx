import { Anchor, Text } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { Link } from 'react-router';
import { setupSteps, type SetupStep } from '#contexts/registry/setup.ts';
import { instantText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { StateBadge, type Tone } from '#web/ui/marks.tsx';
import classes from './checklist.module.css';
import { setupPaths } from './paths.ts';
import { stepState, type SetupState, type StepState } from './state.ts';

const tones: Record<StepState, Tone> = { done: 'good', open: 'waiting', without: 'neutral' };

/** What the rows say of each step, in words. */
export function useStepNotes({ registry, people }: SetupState): Readonly<Record<SetupStep, string>> {
  const t = useWords('setup');
  const { mail } = people;
  const tested =
    mail.testedAt === null ? t('note.mailUntested') : t('note.mailTested', { at: instantText(mail.testedAt) });
  const { letterhead } = registry;
  const { recordedAt } = letterhead;
  return {
    units: t('note.units', { total: registry.units.total, points: registry.units.points }),
    commodities: t('note.commodities', { total: registry.commodities.total }),
    parameters: t('note.parameters', { answered: registry.parameters.answered, total: registry.parameters.total }),
    officers: t('note.officers', { ...people.officers, open: people.open }),
    mail: mail.isSet ? tested : t('note.mailOff'),
    letterhead: recordedAt === null ? t('note.letterheadNone') : t('note.letterhead', { at: instantText(recordedAt) }),
  };
}

/** The steps with their state, each a link; large enough for a thumb. */
export function Checklist({ state }: { state: SetupState }) {
  const t = useWords('setup');
  const notes = useStepNotes(state);
  return (
    <ol className={classes['list']} aria-label={t('title')}>
      {setupSteps.map((step, at) => (
        <li key={step}>
          <Anchor component={Link} to={setupPaths.step(step)} className={classes['item'] ?? ''} underline="never">
            <span className={classes['number']} aria-hidden>
              {at + 1}
            </span>
            <span>
              <Text span fw={600} display="block" c="var(--mantine-color-text)">
                {t(`step.${step}`)}
              </Text>
              <Text span size="sm" c="dimmed" display="block">
                {notes[step]}
              </Text>
              <Said state={state} step={step} />
            </span>
            <StateBadge tone={tones[stepState(step, state)]} label={t(`state.${stepState(step, state)}`)} />
            <IconChevronRight size={18} aria-hidden />
          </Anchor>
        </li>
      ))}
    </ol>
  );
}

function Said({ state, step }: { state: SetupState; step: SetupStep }) {
  const t = useWords('setup');
  const note = state.registry.notes[step];
  if (note === undefined || (note.said === 'without' && stepState(step, state) === 'done')) return null;
  return (
    <Text span size="sm" c="dimmed" display="block">
      {t(`note.${note.said}`, { by: note.by ?? t('parameters.somebody'), at: instantText(note.at) })}
    </Text>
  );
}
