import { Alert, Button, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import {
  compareFormerSheet,
  importFormerSheet,
  type FormerDifferenceRow,
} from '#contexts/registry/former-unit.wire.ts';
import { listUnits } from '#contexts/registry/unit.wire.ts';
import type { FileId } from '#kernel/id.ts';
import { answer } from '#web/lib/api.ts';
import { useCommand } from '#web/lib/command.ts';
import { useWords, word } from '#web/lib/i18n.ts';
import { UploadInput } from '#web/lib/upload-input.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { ProblemNote } from '#web/ui/problem-note.tsx';
import { Section } from '#web/ui/section.tsx';
import type { Column } from '#web/ui/table-column.ts';
import { inOwnWords } from './own-words.ts';
import { WrongCells } from './wrong-cells.tsx';

const wayText = (way: FormerDifferenceRow['was']): string =>
  way === null
    ? '–'
    : `${word(`setup:former.part.${way.part}`)}, ${word(`setup:former.${way.verified ? 'verified' : 'unverified'}`)} (${way.document})`;

/** Former units from a sheet: compared first, applied by command. In the setup, and where the list of them is. */
export function FormerSheet() {
  const t = useWords('setup');
  const [file, setFile] = useState<FileId | ''>('');
  return (
    <Section title={t('former.title')} lead={t('former.lead')}>
      <Stack gap="md">
        <UploadInput label={t('former.file')} accept=".csv,.xlsx" value={file} onChange={setFile} />
        {file !== '' && <Comparison key={file} file={file} />}
      </Stack>
    </Section>
  );
}

function Comparison({ file }: { file: FileId }) {
  const t = useWords('setup');
  const { data, error } = useQuery(answer(compareFormerSheet, { file }));
  const apply = useCommand(importFormerSheet, { stale: ['insight', 'places'] });
  if (error !== null) return <ProblemNote problem={inOwnWords(error)} />;
  if (data === undefined) return <Text>{t('shell:loading')}</Text>;
  const cells = data.troubles.map(({ code, at, found }) => ({ at, found, what: t(`formerTrouble.${code}`) }));
  if (cells.length > 0) return <WrongCells cells={cells} />;
  return (
    <Stack gap="md" aria-live="polite">
      {apply.data === undefined ? (
        <Text>{t('former.rows', { rows: data.rows, same: data.same })}</Text>
      ) : (
        <Alert role="status" color="leaf" variant="light">
          {t('former.applied', apply.data)}
        </Alert>
      )}
      {data.differences.length === 0 && apply.data === undefined && <Text>{t('former.nothing')}</Text>}
      {data.differences.length > 0 && <Differences rows={data.differences} />}
      {data.missing > 0 && <Text c="dimmed">{t('former.missing', { count: data.missing })}</Text>}
      <ProblemNote problem={inOwnWords(apply.error)} />
      {data.differences.length > 0 && (
        <Button w="fit-content" size="md" loading={apply.isPending} onClick={() => apply.mutate({ file })}>
          {t('former.apply', { count: data.differences.length })}
        </Button>
      )}
    </Stack>
  );
}

function Differences({ rows }: { rows: readonly FormerDifferenceRow[] }) {
  const t = useWords('setup');
  const { data } = useQuery(answer(listUnits, {}));
  const names = new Map((data?.items ?? []).map(({ code, name }) => [code, name]));
  const columns: Column<FormerDifferenceRow>[] = [
    {
      label: 'setup:former.unit',
      cell: ({ unit }) => `${word(`registry:unitKind.${unit.kind}`)} ${unit.name}, ${unit.district}`,
    },
    { label: 'setup:former.difference', cell: ({ kind }) => t(`former.kinds.${kind}`) },
    { label: 'setup:former.code', cell: ({ code }) => `${names.get(code) ?? ''} (${code})` },
    { label: 'setup:former.was', cell: ({ was }) => wayText(was), minor: true },
    { label: 'setup:former.becomes', cell: ({ becomes }) => wayText(becomes) },
  ];
  return (
    <DataTable
      columns={columns}
      rows={rows}
      rowKey={({ unit, code }) => `${unit.kind} ${unit.name} ${unit.district} ${code}`}
      caption={t('former.differences')}
    />
  );
}
