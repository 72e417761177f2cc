import { Alert, Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { confirmSetup } from '#contexts/registry/setup.wire.ts';
import { compareUnitSheet, importUnitSheet, type UnitDifferenceRow } from '#contexts/registry/unit-sheet.wire.ts';
import { listUnits, type UnitRow } from '#contexts/registry/unit.wire.ts';
import { newId, type FileId } from '#kernel/id.ts';
import { answer, useAnswer } from '#web/lib/api.ts';
import { useCommand } from '#web/lib/command.ts';
import { dayText, numberText } from '#web/lib/format.ts';
import { useWords, word } from '#web/lib/i18n.ts';
import type { Load } from '#web/lib/routes.tsx';
import { UploadInput } from '#web/lib/upload-input.tsx';
import { registryPaths } from '#web/registry/paths.ts';
import { DataTable } from '#web/ui/data-table.tsx';
import { ProblemNote } from '#web/ui/problem-note.tsx';
import { Section } from '#web/ui/section.tsx';
import type { Column } from '#web/ui/table-column.ts';
import { FormerSheet } from './former-sheet.tsx';
import { inOwnWords } from './own-words.ts';
import { askSetup, stepState, useSetup } from './state.ts';
import { StepFrame } from './step-frame.tsx';
import { WrongCells } from './wrong-cells.tsx';

const question = { size: 200 } as const;
export const load: Load = (at) => Promise.all([askSetup(at), at.ask(listUnits, question)]);

const pointText = (lon: number | null, lat: number | null): string =>
  lon === null || lat === null ? word('setup:units.noPoint') : `${numberText(lat, 4)}; ${numberText(lon, 4)}`;

const columns: Column<UnitRow>[] = [
  { label: 'setup:units.code', cell: ({ code }) => code },
  { label: 'setup:units.name', cell: ({ name }) => name },
  { label: 'setup:units.kind', cell: ({ kind }) => word(`registry:unitKind.${kind}`) },
  { label: 'setup:units.point', cell: ({ lon, lat }) => pointText(lon, lat), minor: true },
];

const standText = (stand: UnitDifferenceRow['was']): string =>
  stand === null
    ? '–'
    : `${word(`registry:unitKind.${stand.kind}`)} ${stand.name}${stand.lon === null ? '' : ` (${pointText(stand.lon, stand.lat)})`}`;

const differenceColumns: Column<UnitDifferenceRow>[] = [
  { label: 'setup:units.code', cell: ({ code }) => code },
  { label: 'setup:units.difference', cell: (row) => <DifferenceKind row={row} /> },
  { label: 'setup:units.was', cell: ({ was }) => standText(was) },
  { label: 'setup:units.becomes', cell: ({ becomes }) => standText(becomes) },
];

function DifferenceKind({ row: { kind, fields, becomes } }: { row: UnitDifferenceRow }) {
  const t = useWords('setup');
  const named = fields.map((field) => t(`units.fields.${field}`)).join(', ');
  return (
    <>
      {t(`units.kinds.${kind}`, { day: becomes === null ? '' : dayText(becomes.from) })}
      {named !== '' && ` (${named})`}
    </>
  );
}

export function Page() {
  const t = useWords('setup');
  const { items } = useAnswer(listUnits, question);
  const { registry } = useSetup();
  return (
    <StepFrame step="units" lead={t('units.lead')}>
      <Stack gap="md">
        <DataTable columns={columns} rows={items} rowKey={({ code }) => code} caption={t('step.units')} />
        <Group>
          {registry.may.record && <Confirm />}
          <Anchor component={Link} to={registryPaths.units} py={10}>
            {t('units.all')}
          </Anchor>
        </Group>
      </Stack>
      {registry.may.record && <ReadAgain />}
      {registry.may.record && <FormerSheet />}
      <Anchor component={Link} to={registryPaths.formerUnits} py={10}>
        {t('former.all')}
      </Anchor>
    </StepFrame>
  );
}

function Confirm() {
  const t = useWords('setup');
  const state = useSetup();
  const confirm = useCommand(confirmSetup);
  const [id] = useState(() => newId<never>());
  if (stepState('units', state) === 'done')
    return (
      <Alert role="status" color="leaf" variant="light">
        {t('units.confirmed')}
      </Alert>
    );
  return (
    <div>
      <Button size="md" loading={confirm.isPending} onClick={() => confirm.mutate({ id, step: 'units', said: 'seen' })}>
        {t('units.confirm')}
      </Button>
      <ProblemNote problem={inOwnWords(confirm.error)} />
    </div>
  );
}

function ReadAgain() {
  const t = useWords('setup');
  const [file, setFile] = useState<FileId | ''>('');
  return (
    <Section title={t('units.again')} lead={t('units.againLead')}>
      <Stack gap="md">
        <UploadInput label={t('units.file')} accept=".csv,.xlsx" value={file} onChange={setFile} />
        {file !== '' && <Comparison key={file} file={file} />}
      </Stack>
    </Section>
  );
}

function Comparison({ file }: { file: FileId }) {
  const t = useWords('setup');
  const { data, error } = useQuery(answer(compareUnitSheet, { file }));
  const apply = useCommand(importUnitSheet);
  if (error !== null) return <ProblemNote problem={inOwnWords(error)} />;
  if (data === undefined) return <Text>{t('shell:loading')}</Text>;
  const cells = data.troubles.map(({ code, at, found }) => ({ at, found, what: t(`unitTrouble.${code}`) }));
  if (cells.length > 0) return <WrongCells cells={cells} />;
  const toApply = data.differences.filter(({ kind }) => kind !== 'missing').length;
  return (
    <Stack gap="md" aria-live="polite">
      {apply.data === undefined ? (
        <Text>{t('units.rows', { rows: data.rows, same: data.same })}</Text>
      ) : (
        <Alert role="status" color="leaf" variant="light">
          {t('units.applied', apply.data)}
        </Alert>
      )}
      {data.differences.length === 0 && apply.data === undefined && <Text>{t('units.nothing')}</Text>}
      {data.differences.length > 0 && (
        <DataTable
          columns={differenceColumns}
          rows={data.differences}
          rowKey={({ code, kind }) => `${code} ${kind}`}
          caption={t('units.differences')}
        />
      )}
      {data.differences.some(({ kind }) => kind === 'missing') && <Text c="dimmed">{t('units.missingNote')}</Text>}
      <ProblemNote problem={inOwnWords(apply.error)} />
      {toApply > 0 && (
        <Button w="fit-content" size="md" loading={apply.isPending} onClick={() => apply.mutate({ file })}>
          {t('units.apply', { count: toApply })}
        </Button>
      )}
    </Stack>
  );
}
