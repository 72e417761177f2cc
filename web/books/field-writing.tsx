import { Alert, Button, Group } from '@mantine/core';
import { useState } from 'react';
import { shapeOf, type UpdateField } from '#contexts/books/update-field.ts';
import { recordField } from '#contexts/books/update.wire.ts';
import { useCommand } from '#web/lib/command.ts';
import { numberText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { typedQty } from '#web/lib/typed-number.ts';
import { NumberTextInput } from '#web/ui/number-text-input.tsx';
import { ProblemNote } from '#web/ui/problem-note.tsx';
import { figureText } from './figure-text.ts';
import type { CellOf } from './update-cell.tsx';
import classes from './update.module.css';

const parsed = (field: UpdateField) => (text: string) => {
  const trimmed = text.trim();
  const isNegative = shapeOf(field).unit === 'signed-vnd' && /^[-−]/.test(trimmed);
  const amount = typedQty(isNegative ? trimmed.slice(1) : trimmed, 1);
  return isNegative && amount !== undefined ? -amount : amount;
};

/** Enter goes on to the next field of the form. */
function focusNext(from: HTMLElement): void {
  const all = [...document.querySelectorAll<HTMLInputElement>('input[data-update-field]')];
  all[all.findIndex((input) => input === from) + 1]?.focus();
}

interface Standing {
  readonly value: number | null;
  readonly version: number;
  readonly by: string | null;
}

type Blankable = number | '';
const known = (value: Blankable): number | null => (value === '' ? null : value);

/** Saved when it is left. Where somebody wrote first, both figures are shown and a person chooses. */
export function FieldWriting({ update, field, entry }: CellOf) {
  const t = useWords('books');
  const record = useCommand(recordField);
  const now: Blankable = entry.value ?? '';
  const [value, setValue] = useState<Blankable>(now);
  const [seen, setSeen] = useState(entry.version);
  const save = (at: number): void => {
    if (!Number.isNaN(value)) record.mutate({ update, field, seen: at, value: known(value) });
  };
  const standing = (record.error?.details['standing'] ?? undefined) as Standing | undefined;
  const keepTheirs = (theirs: Standing): void => {
    setValue(theirs.value ?? '');
    setSeen(theirs.version);
    record.reset();
  };
  return (
    <>
      <NumberTextInput
        id={`input-${field}`}
        className={classes['input'] ?? ''}
        size="sm"
        data-update-field={field}
        value={value}
        onChange={setValue}
        onBlur={() => value !== now && standing === undefined && save(seen)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') focusNext(event.currentTarget);
        }}
        parse={parsed(field)}
        format={(amount) => numberText(amount)}
        wrong={t('cell.wrong')}
        description={record.isPending ? t('cell.saving') : undefined}
      />
      {standing !== undefined && (
        <Alert color="clay" variant="light" p="xs" role="alert" className={classes['wide'] ?? ''}>
          {t('cell.conflict', {
            by: standing.by ?? t('update.somebody'),
            value: figureText(field, standing.value),
            given: figureText(field, known(value)),
          })}
          <Group gap="xs" mt={4}>
            <Button size="xs" variant="default" onClick={() => keepTheirs(standing)}>
              {t('cell.keepTheirs')}
            </Button>
            <Button size="xs" onClick={() => save(standing.version)}>
              {t('cell.writeMine')}
            </Button>
          </Group>
        </Alert>
      )}
      {record.error !== null && standing === undefined && (
        <div className={classes['wide']}>
          <ProblemNote problem={record.error} />
        </div>
      )}
    </>
  );
}
