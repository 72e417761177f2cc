import { Alert, Button, Group, Stack, Switch } from '@mantine/core';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { confirmParameters, listParameters, type ParameterRow } from '#contexts/registry/parameter.wire.ts';
import { useAnswer } from '#web/lib/api.ts';
import { useCommand } from '#web/lib/command.ts';
import { useWords } from '#web/lib/i18n.ts';
import type { Load } from '#web/lib/routes.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { ProblemNote } from '#web/ui/problem-note.tsx';
import { inOwnWords } from './own-words.ts';
import { ParameterChange } from './parameter-change.form.tsx';
import { ParameterItem } from './parameter-item.tsx';
import classes from './parameter-step.module.css';
import { askSetup } from './state.ts';
import { StepFrame } from './step-frame.tsx';
import { useChosen } from './use-chosen.ts';

const question = { all: 'true' } as const;
export const load: Load = (at) => Promise.all([askSetup(at), at.ask(listParameters, question)]);

const idOf = ({ key, from }: ParameterRow): string => `${key} ${from}`;
const isConfirmable = ({ value, verified }: ParameterRow): boolean => value !== null && !verified;

export function Page() {
  const t = useWords('setup');
  const { items, may } = useAnswer(listParameters, question);
  const [search, setSearch] = useSearchParams();
  const onlyOpen = search.get('open') === 'true';
  const { chosen, choose, toggle } = useChosen();
  const [changed, setChanged] = useState<ParameterRow>();
  const confirm = useCommand(confirmParameters);

  const shown = onlyOpen ? items.filter(({ verified }) => !verified) : items;
  const picked = items.filter((row) => chosen.has(idOf(row)) && isConfirmable(row));
  const send = (): void =>
    confirm.mutate(
      { items: picked.map(({ key, from, value }) => ({ key, from, value })) },
      { onSuccess: () => choose([]) },
    );

  return (
    <StepFrame step="parameters" lead={t('parameters.lead')}>
      <Stack gap="md">
        <Group justify="space-between" data-noprint>
          <Switch
            label={t('parameters.onlyOpen')}
            checked={onlyOpen}
            onChange={(event) => setSearch(event.currentTarget.checked ? { open: 'true' } : {}, { replace: true })}
          />
          {may.confirm && (
            <Group gap="xs">
              <Button
                variant="default"
                onClick={() => choose(items.filter((row) => row.readAtSource && isConfirmable(row)).map(idOf))}
              >
                {t('parameters.chooseRead')}
              </Button>
              {chosen.size > 0 && (
                <Button variant="subtle" onClick={() => choose([])}>
                  {t('parameters.clear')}
                </Button>
              )}
            </Group>
          )}
        </Group>
        {shown.length === 0 ? (
          <EmptyState title={t('nothingOpen')} />
        ) : (
          <ul className={classes['list']} aria-label={t('step.parameters')}>
            {shown.map((row) => (
              <ParameterItem
                key={idOf(row)}
                row={row}
                {...(may.confirm && { onChange: () => setChanged(row) })}
                {...(may.confirm &&
                  isConfirmable(row) && { chosen: chosen.has(idOf(row)), onToggle: () => toggle(idOf(row)) })}
              />
            ))}
          </ul>
        )}
        <ProblemNote problem={inOwnWords(confirm.error)} />
        {confirm.isSuccess && picked.length === 0 && (
          <Alert role="status" color="leaf" variant="light">
            {t('parameters.confirmDone', { count: confirm.variables.items.length })}
          </Alert>
        )}
        {picked.length > 0 && (
          <div className={classes['bar']} data-noprint>
            <Button size="md" loading={confirm.isPending} onClick={send}>
              {t('parameters.confirm', { count: picked.length })}
            </Button>
          </div>
        )}
      </Stack>
      {changed !== undefined && <ParameterChange parameter={changed} onClose={() => setChanged(undefined)} />}
    </StepFrame>
  );
}
