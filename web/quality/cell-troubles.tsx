import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { listAnalytes, recordSynonym, type CellTroubleView } from '#contexts/quality/sample.wire.ts';
import { useCommand } from '#web/lib/command.ts';
import { useWords } from '#web/lib/i18n.ts';
import { SearchSelect } from '#web/lib/search-select.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { StateBadge, type Tone } from '#web/ui/marks.tsx';
import { ProblemNote } from '#web/ui/problem-note.tsx';
import type { Column } from '#web/ui/table-column.ts';
import { Whole } from './lot-marks.tsx';

const tones: Record<CellTroubleView['severity'], Tone> = { error: 'bad', question: 'waiting', notice: 'neutral' };

const columns: Column<CellTroubleView>[] = [
  { label: 'quality:report.cell', cell: ({ at }) => <strong style={{ whiteSpace: 'nowrap' }}>{at}</strong> },
  { label: 'quality:report.found', cell: ({ found }) => found },
  { label: 'quality:report.severityLabel', cell: (trouble) => <Severity trouble={trouble} /> },
  { label: 'quality:report.expected', cell: (trouble) => <Expected trouble={trouble} /> },
];

function Severity({ trouble: { severity } }: { trouble: CellTroubleView }) {
  const t = useWords('quality');
  return (
    <Whole>
      <StateBadge tone={tones[severity]} label={t(`report.severity.${severity}`)} />
    </Whole>
  );
}

function Expected({ trouble }: { trouble: CellTroubleView }) {
  const t = useWords('quality');
  return (
    <Stack gap="xs">
      <Text size="sm">
        {t(`trouble.${trouble.code}`)}
        {trouble.other !== null && ` (${t('report.twice', { other: trouble.other })})`}
      </Text>
      {trouble.severity === 'question' && <WhichAnalyte trouble={trouble} />}
    </Stack>
  );
}

/** A name nobody knows is asked about once; the answer holds for every later sheet. */
function WhichAnalyte({ trouble }: { trouble: CellTroubleView }) {
  const t = useWords('quality');
  const [other, setOther] = useState('');
  const remember = useCommand(recordSynonym);
  const say = (analyte: string | null): void => remember.mutate({ name: trouble.found, analyte });
  return (
    <Stack gap="xs">
      <Group gap="xs">
        {trouble.candidates.map(({ code, name }) => (
          <Button key={code} size="xs" variant="light" loading={remember.isPending} onClick={() => say(code)}>
            {t('report.rememberAs', { name })}
          </Button>
        ))}
        <Button size="xs" variant="subtle" loading={remember.isPending} onClick={() => say(null)}>
          {t('report.noResidue')}
        </Button>
      </Group>
      <SearchSelect
        label={t('report.whichOne')}
        size="xs"
        method={listAnalytes}
        input={(search) => ({ size: 20, ...(search !== '' && { search }) })}
        options={(reply) => reply.items.map(({ code, name }) => ({ value: code, label: name }))}
        value={other}
        onChange={(code) => {
          setOther(code);
          if (code !== '') say(code);
        }}
      />
      <ProblemNote problem={remember.error} />
    </Stack>
  );
}

/** Each cell by its name in the sheet, what stands there and what was expected. */
export function CellTroubles({ troubles }: { troubles: readonly CellTroubleView[] }) {
  const t = useWords('quality');
  return (
    <DataTable
      columns={columns}
      rows={troubles}
      rowKey={({ at, code }) => `${at} ${code}`}
      caption={t('report.troubles')}
    />
  );
}
