import { Button, Group, NativeSelect, Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { fieldOf, fieldsOf, isMoney, moneyUnits, type MoneyUnit, type BatchKind } from '#contexts/intake/field.ts';
import { recordMapping, type listColumns } from '#contexts/intake/batch.wire.ts';
import type { ReplyOf } from '#kernel/method.ts';
import { useCommand } from '#web/lib/command.ts';
import { useWords } from '#web/lib/i18n.ts';
import { ProblemNote } from '#web/ui/problem-note.tsx';
import type { Batch } from './batch.page.tsx';
import classes from './column-form.module.css';
import { fieldText } from './field-text.ts';
import { KeptWords } from './kept-words.tsx';
import { ForAllInputs } from './for-all-inputs.tsx';
import { SaidInputs, saidInput, useSaid } from './said-inputs.tsx';
import { meantBy, useUnknownWords, WordInputs, type ToldWords, type UnknownWord } from './word-inputs.tsx';

type Proposed = ReplyOf<typeof listColumns>;
type Column = Proposed['columns'][number];

interface ColumnFormProps {
  readonly batch: Batch;
  readonly kind: BatchKind;
  readonly sheet: number;
  readonly proposed: Proposed;
}

/** What was said or is proposed and stands there unchanged, of the fields that are mapped. */
function wordsSaid(told: ToldWords, items: readonly UnknownWord[], columns: readonly Column[]) {
  const said: Record<string, Record<string, string[]>> = {};
  const put = (field: string, word: string, values: readonly string[]): void => {
    if (columns.some((one) => one.field === field)) said[field] = { ...said[field], [word]: [...values] };
  };
  for (const [field, of] of Object.entries(told))
    for (const [word, values] of Object.entries(of)) if (values !== undefined) put(field, word, values);
  for (const item of items) {
    const values = meantBy(told, item);
    if (values !== undefined) put(item.field, item.word, values);
  }
  return said;
}

/** A person confirms what the headings propose, or says otherwise. */
export function ColumnForm({ batch, kind, sheet, proposed }: ColumnFormProps) {
  const t = useWords('intake');
  const [columns, setColumns] = useState<readonly Column[]>(proposed.columns);
  const [forAll, setForAll] = useState(proposed.forAll);
  const [told, setTold] = useState<ToldWords>(proposed.words);
  const words = useUnknownWords({ batch, sheet, kind, columns });
  const said = useSaid(batch);
  const record = useCommand(recordMapping);
  const change = (at: number, patch: Partial<Column>): void =>
    setColumns(columns.map((column) => (column.column === at ? { ...column, ...patch } : column)));
  const check = (): void =>
    record.mutate({
      batch: batch.id,
      version: batch.version,
      sheet,
      kind,
      columns: columns.map(({ column, heading, field, unit }) => ({
        column,
        heading,
        field,
        ...(unit !== undefined && isMoney(fieldOf(kind, field ?? '')) && { unit }),
      })),
      forAll,
      words: wordsSaid(told, words.items, columns),
      ...saidInput(kind, said.getValues()),
    });
  return (
    <Stack gap="sm">
      <Table className={classes['table'] ?? ''}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('columns.column')}</Table.Th>
            <Table.Th scope="col">{t('columns.heading')}</Table.Th>
            <Table.Th scope="col">{t('columns.samples')}</Table.Th>
            <Table.Th scope="col">{t('columns.field')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {columns.map((column) => (
            <Table.Tr key={column.column}>
              <Table.Td>{column.letter}</Table.Td>
              <Table.Td>{column.heading}</Table.Td>
              <Table.Td>
                <Text size="sm" c="dimmed" lineClamp={2}>
                  {column.samples.join(' · ')}
                </Text>
              </Table.Td>
              <Table.Td>
                <FieldChoice column={column} kind={kind} onChange={(patch) => change(column.column, patch)} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <WordInputs kind={kind} words={words} told={told} onChange={setTold} />
      <KeptWords columns={columns} items={words.items} told={told} onChange={setTold} />
      <ForAllInputs kind={kind} values={forAll} onChange={setForAll} />
      <SaidInputs kind={kind} columns={columns} form={said} />
      <ProblemNote problem={record.error} />
      <Button w="fit-content" size="md" loading={record.isPending} onClick={check}>
        {t('columns.check')}
      </Button>
    </Stack>
  );
}

interface FieldChoiceProps {
  readonly column: Column;
  readonly kind: BatchKind;
  readonly onChange: (patch: Partial<Column>) => void;
}

function FieldChoice({ column, kind, onChange }: FieldChoiceProps) {
  const t = useWords('intake');
  const { letter, heading, field, unit = 'dong' } = column;
  return (
    <Group gap="xs" wrap="nowrap" className={classes['choice'] ?? ''}>
      <NativeSelect
        aria-label={t('columns.fieldOf', { letter, heading })}
        value={field ?? ''}
        data={[
          { value: '', label: t('columns.left') },
          ...fieldsOf[kind].map(({ key }) => ({ value: key, label: fieldText(key) })),
        ]}
        onChange={(event) => onChange({ field: event.currentTarget.value || null })}
      />
      {isMoney(fieldOf(kind, field ?? '')) && (
        <NativeSelect
          aria-label={t('columns.unitOf', { letter })}
          value={unit}
          data={moneyUnits.map((value) => ({ value, label: t(`unit.${value}`) }))}
          onChange={(event) => onChange({ unit: event.currentTarget.value as MoneyUnit })}
        />
      )}
    </Group>
  );
}
