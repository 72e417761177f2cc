import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { IconTestPipe } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { ReportView } from '#contexts/quality/lot.wire.ts';
import { fileUrl } from '#web/lib/api.ts';
import { dayText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { DataTable } from '#web/ui/data-table.tsx';
import { Section } from '#web/ui/section.tsx';
import { StateBadge } from '#web/ui/marks.tsx';
import type { Column } from '#web/ui/table-column.ts';
import { DayText } from '#web/ui/value-text.tsx';
import { EraseTaker } from './erase-taker.tsx';
import type { LotReply } from './lot-harvests.tsx';
import { qualityPaths } from './paths.ts';

type Sample = LotReply['samples'][number];
type Row = Sample & { readonly reports: readonly ReportView[] };

const columns: Column<Row>[] = [
  { label: 'quality:sample.code', cell: (sample) => <Code sample={sample} /> },
  { label: 'quality:sample.takenOn', cell: ({ takenOn }) => <DayText day={takenOn} /> },
  { label: 'quality:sample.takenBy', cell: (sample) => <Taker sample={sample} />, minor: true },
  { label: 'quality:sample.sealNumber', cell: ({ sealNumber }) => sealNumber, minor: true },
  { label: 'quality:sample.laboratory', cell: ({ laboratory }) => laboratory.name },
  { label: 'quality:sample.stateLabel', cell: (sample) => <State sample={sample} /> },
  { label: 'quality:sample.reports', cell: (sample) => <Reports reports={sample.reports} /> },
];

/** The laboratory the sample was sent to goes on to its import. */
function Code({ sample }: { sample: Row }) {
  return sample.may.report ? (
    <Anchor component={Link} to={qualityPaths.sample(sample.id)}>
      {sample.code}
    </Anchor>
  ) : (
    sample.code
  );
}

function Taker({ sample: { id, takenBy, erased, may } }: { sample: Row }) {
  const t = useWords('quality');
  if (erased) return <Text c="dimmed">{t('sample.erased')}</Text>;
  if (takenBy === null) return '–';
  return (
    <>
      {takenBy} {may.erase && <EraseTaker sample={id} name={takenBy} />}
    </>
  );
}

function State({ sample }: { sample: Row }) {
  const t = useWords('quality');
  return <StateBadge tone={sample.state === 'sent' ? 'waiting' : 'good'} label={t(`sample.state.${sample.state}`)} />;
}

function Reports({ reports }: { reports: readonly ReportView[] }) {
  const t = useWords('quality');
  return (
    <Stack gap={4}>
      {reports.map((report) => (
        <div key={report.id}>
          <Group gap={8}>
            <Anchor component={Link} to={qualityPaths.report(report.id)} c={report.newest ? undefined : 'dimmed'}>
              {report.number} · {t('report.version', { version: report.version })}
            </Anchor>
            <Anchor href={fileUrl(report.file)} download size="sm">
              {t('report.file_download')}
            </Anchor>
          </Group>
          <Text size="sm" c="dimmed">
            {report.newest
              ? `${dayText(report.issuedOn)} · ${t('report.analytes', { count: report.analyteCount })} · ${report.accreditation}`
              : t('report.replaced')}
          </Text>
        </div>
      ))}
    </Stack>
  );
}

export function LotSamples({ lot }: { lot: LotReply }) {
  const t = useWords('quality');
  const rows = lot.samples.map((sample) => ({
    ...sample,
    reports: lot.reports.filter((report) => report.sample === sample.id),
  }));
  return (
    <Section
      title={t('sample.title')}
      actions={
        lot.may.sample && (
          <Button
            component={Link}
            to={qualityPaths.newSample(lot.id)}
            variant="default"
            leftSection={<IconTestPipe size={18} aria-hidden />}
          >
            {t('sample.new')}
          </Button>
        )
      }
    >
      <DataTable columns={columns} rows={rows} caption={t('sample.title')} empty={t('sample.empty')} />
    </Section>
  );
}
