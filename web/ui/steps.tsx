import { IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useWords } from '#web/lib/i18n.ts';
import classes from './steps.module.css';

export interface Step {
  readonly label: string;
  readonly state: 'done' | 'current' | 'next';
  /** Who, when, or what is missing. */
  readonly note?: ReactNode;
}

/** How far something has come: across on a desk, down on a phone. */
export function Steps({ steps, label }: { steps: readonly Step[]; label: string }) {
  const t = useWords('shell');
  return (
    <ol className={classes['steps']} aria-label={label}>
      {steps.map((step, index) => (
        <li
          key={step.label}
          data-state={step.state}
          {...(step.state === 'current' && { 'aria-current': 'step' as const })}
        >
          <span className={classes['dot']} aria-hidden>
            {step.state === 'done' ? <IconCheck size={15} stroke={2.5} /> : index + 1}
          </span>
          <span className={classes['text']}>
            <span className={classes['name']}>{step.label}</span>
            <span className={classes['note']}>{step.note ?? t(`steps.${step.state}`)}</span>
          </span>
        </li>
      ))}
    </ol>
  );
}
