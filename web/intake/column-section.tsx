import { Alert, Button, Collapse, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { belongsToOne } from '#contexts/intake/batch.ts';
import { batchKinds, type BatchKind } from '#contexts/intake/field.ts';
import { listColumns, withdrawMapping } from '#contexts/intake/batch.wire.ts';
import type { InputOf, ReplyOf } from '#kernel/method.ts';
import { answer } from '#web/lib/api.ts';
import { useCommand } from '#web/lib/command.ts';
import { instantText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { ProblemNote } from '#web/ui/problem-note.tsx';
import { Section } from '#web/ui/section.tsx';
import type { Batch } from './batch.page.tsx';
import { ColumnForm } from './column-form.tsx';

const firstSheet = ({ sheet, sheets, proposal }: Batch): number =>
  sheet ??
  proposal?.sheet ??
  Math.max(
    0,
    sheets.findIndex(({ isHidden, rows }) => !isHidden && rows > 1),
  );

/** Which sheet, about what, and which column is what. Folded away once the rows are checked. */
export function ColumnSection({ batch }: { batch: Batch }) {
  const t = useWords('intake');
  const [isOpen, { toggle }] = useDisclosure(batch.state === 'read');
  const again = batch.state !== 'read';
  return (
    <Section
      title={t('columns.title')}
      lead={t('columns.lead')}
      actions={
        again && (
          <Button variant="default" onClick={toggle} aria-expanded={isOpen}>
            {t('columns.again')}
          </Button>
        )
      }
    >
      <Collapse expanded={isOpen}>{isOpen && <Columns batch={batch} />}</Collapse>
    </Section>
  );
}

/** Why this sheet and this kind are proposed, and which sheets speak of no list. */
function Why({ batch: { proposal, sheets } }: { batch: Batch }) {
  const t = useWords('intake');
  if (proposal === null) return null;
  const { sheet, kind, known, of } = proposal;
  const covers = sheets.filter((one) => one.known !== null && one.known < 2).map(({ name }) => `“${name}”`);
  return (
    <Text size="sm" c="dimmed">
      {sheets.length > 1
        ? t('columns.proposedSheet', { sheet: sheets[sheet]!.name, kind: t(`kind.${kind}`), known, of })
        : t('columns.proposed', { kind: t(`kind.${kind}`), known, of })}
      {covers.length > 0 && ` ${t('columns.covers', { names: covers.join(', ') })}`}
    </Text>
  );
}

interface MemoryProps {
  readonly memory: NonNullable<ReplyOf<typeof listColumns>['memory']>;
  readonly about: InputOf<typeof withdrawMapping>;
}

/** Who said what these headings and words mean; taken back, the headings speak for themselves again. */
function Memory({ memory, about }: MemoryProps) {
  const t = useWords('intake');
  const [isAsked, { open, close }] = useDisclosure(false);
  const forget = useCommand(withdrawMapping);
  return (
    <Group gap="sm">
      <Text size="sm" c="dimmed">
        {t('columns.remembered', { by: memory.by ?? '–', at: instantText(memory.at) })}
      </Text>
      <Button variant="default" size="xs" mih={36} onClick={open}>
        {t('columns.forget')}
      </Button>
      <ConfirmDialog
        opened={isAsked}
        title={t('columns.forget')}
        confirm={t('columns.forget')}
        pending={forget.isPending}
        problem={forget.error}
        onClose={close}
        onConfirm={() => forget.mutate(about, { onSuccess: close })}
      >
        {t('columns.forgetText')}
      </ConfirmDialog>
    </Group>
  );
}

function Columns({ batch }: { batch: Batch }) {
  const t = useWords('intake');
  // A list of organisations is nobody's but the officers'.
  const kinds = batchKinds.filter((one) => batch.organisation === null || belongsToOne(one));
  const [kind, setKind] = useState<BatchKind>(batch.kind ?? batch.proposal?.kind ?? 'members');
  const [sheet, setSheet] = useState(firstSheet(batch));
  const { data, error } = useQuery(answer(listColumns, { batch: batch.id, sheet, kind }));
  return (
    <Stack gap="sm">
      <Group gap="sm" align="flex-end">
        {batch.sheets.length > 1 && (
          <NativeSelect
            label={t('columns.sheet')}
            value={String(sheet)}
            data={batch.sheets.map(({ name, isHidden, rows }, at) => ({
              value: String(at),
              label: `${name || String(at + 1)} (${rows})${isHidden ? ` · ${t('columns.hidden')}` : ''}`,
            }))}
            onChange={(event) => setSheet(Number(event.currentTarget.value))}
          />
        )}
        <NativeSelect
          label={t('kindLabel')}
          value={kind}
          data={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
          onChange={(event) => setKind(event.currentTarget.value as BatchKind)}
        />
      </Group>
      <Why batch={batch} />
      <ProblemNote problem={error} />
      {data?.memory != null && <Memory memory={data.memory} about={{ batch: batch.id, sheet, kind }} />}
      {data?.firstRow === null && (
        <Alert color="clay" variant="light">
          {t('columns.none')}
        </Alert>
      )}
      {data !== undefined && data.firstRow !== null && (
        <ColumnForm
          key={`${kind} ${sheet} ${data.memory?.at}`}
          batch={batch}
          kind={kind}
          sheet={sheet}
          proposed={data}
        />
      )}
    </Stack>
  );
}
