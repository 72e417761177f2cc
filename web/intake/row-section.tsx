import { Alert, Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { outcomes, type Outcome } from '#contexts/intake/batch.ts';
import { exportMarkedSheet, listRows } from '#contexts/intake/batch.wire.ts';
import { leftOutReasons } from '#contexts/intake/table.ts';
import type { ReplyOf } from '#kernel/method.ts';
import { answer, documentUrl } from '#web/lib/api.ts';
import { useFilters } from '#web/lib/filters.ts';
import { dayText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { currentLanguage } from '#web/lib/language.ts';
import { DataTable } from '#web/ui/data-table.tsx';
import { ProblemNote } from '#web/ui/problem-note.tsx';
import { Section } from '#web/ui/section.tsx';
import type { Column } from '#web/ui/table-column.ts';
import type { Batch } from './batch.page.tsx';
import { OutcomeBadge } from './batch-marks.tsx';
import { fieldText, valueText } from './field-text.ts';
import { RowRemarks } from './row-remarks.tsx';

export type Row = ReplyOf<typeof listRows>['items'][number] & { readonly batch: Batch };

const columns: Column<Row>[] = [
  { label: 'intake:preview.row', cell: ({ row }) => row },
  { label: 'intake:preview.what', cell: ({ outcome }) => <OutcomeBadge outcome={outcome} /> },
  { label: 'intake:preview.who', cell: (row) => <Values row={row} /> },
  { label: 'intake:preview.why', cell: (row) => <RowRemarks row={row} /> },
];

const first = ['name', 'organisationName', 'organisationTaxNumber'];

function Values({ row: { values } }: { row: Row }) {
  const ordered = values.toSorted((a, b) => Number(first.includes(b.field)) - Number(first.includes(a.field)));
  return (
    <Text size="sm">
      {ordered.map(({ field, text }, at) => (
        <span key={field} title={fieldText(field)}>
          {at > 0 && ' · '}
          {at === 0 ? <strong>{text}</strong> : valueText(field, text)}
        </span>
      ))}
    </Text>
  );
}

/** The rows as they will be, by what becomes of them. */
export function RowSection({ batch }: { batch: Batch }) {
  const t = useWords('intake');
  const filters = useFilters(listRows, { batch: batch.id });
  const question = answer(listRows, { ...filters.input, batch: batch.id });
  const { data, error } = useQuery({
    ...question,
    queryKey: [...question.queryKey, batch.version],
    placeholderData: keepPreviousData,
  });
  return (
    <Section
      title={t('preview.title')}
      lead={batch.state === 'checking' ? t('preview.early') : undefined}
      actions={batch.counts !== null && <Marked batch={batch} />}
    >
      <Stack gap="sm">
        {batch.counts !== null && (
          <Outcomes
            counts={batch.counts}
            chosen={filters.text('outcome')}
            choose={(outcome) => filters.set({ outcome })}
          />
        )}
        <LeftOut batch={batch} />
        <SaidNote batch={batch} />
        <ProblemNote problem={error} />
        <DataTable
          columns={columns}
          rows={data?.items.map((row) => ({ ...row, batch }))}
          rowKey={({ row }) => String(row)}
          total={data?.total ?? 0}
          filters={filters}
          caption={t('preview.title')}
          empty={t('preview.none')}
        />
      </Stack>
    </Section>
  );
}

interface OutcomesProps {
  readonly counts: NonNullable<Batch['counts']>;
  readonly chosen: string;
  readonly choose: (outcome: Outcome | undefined) => void;
}

function Outcomes({ counts, chosen, choose }: OutcomesProps) {
  const t = useWords('intake');
  return (
    <Group gap="xs" role="group" aria-label={t('preview.what')}>
      {outcomes.map((outcome) => (
        <Button
          key={outcome}
          size="xs"
          mih={36}
          variant={chosen === outcome ? 'filled' : 'default'}
          aria-pressed={chosen === outcome}
          onClick={() => choose(chosen === outcome ? undefined : outcome)}
        >
          {t(`outcome.${outcome}`)}: {counts.outcomes[outcome].toLocaleString(currentLanguage())}
        </Button>
      ))}
    </Group>
  );
}

function Marked({ batch }: { batch: Batch }) {
  const t = useWords('intake');
  const { outcomes: by } = batch.counts!;
  if (by.refused + by.question === 0) return null;
  return (
    <Anchor href={documentUrl(exportMarkedSheet, { batch: batch.id, language: currentLanguage() })} download py={6}>
      <IconDownload size={16} aria-hidden /> {t('preview.marked')}
    </Anchor>
  );
}

/** Which words of the whole sheet its rows rest on, or what is left out for want of them. */
function SaidNote({ batch: { said, lacksConsent } }: { batch: Batch }) {
  const t = useWords('intake');
  if (lacksConsent)
    return (
      <Alert color="clay" variant="light">
        {t('said.lacks')}
      </Alert>
    );
  const { consent, change } = said;
  return (
    <Text size="sm" c="dimmed">
      {consent !== undefined &&
        t(`said.by.${consent.way}`, { on: dayText(consent.givenOn), document: consent.document ?? '' })}
      {change !== undefined &&
        t('said.changes', {
          from: dayText(change.onDay),
          paper: [change.document.number, change.document.issuer, dayText(change.document.on)].join(', '),
        })}
    </Text>
  );
}

function LeftOut({ batch }: { batch: Batch }) {
  const t = useWords('intake');
  const left = batch.counts?.leftOut ?? [];
  if (left.length === 0) return null;
  const reasons = leftOutReasons.flatMap((reason) => {
    const rows = left.filter((one) => one.reason === reason).map(({ row }) => row);
    return rows.length === 0
      ? []
      : [`${t(`leftOut.${reason}`)} (${rows.slice(0, 5).join(', ')}${rows.length > 5 ? '…' : ''})`];
  });
  return (
    <Text size="sm" c="dimmed">
      {t('preview.leftOut', { count: left.length })}: {reasons.join('; ')}
    </Text>
  );
}
