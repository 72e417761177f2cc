import { Alert, Button, Loader, Stack, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import type { UseQueryResult } from '@tanstack/react-query';
import type { FileId } from '#kernel/id.ts';
import type { ReplyOf } from '#kernel/method.ts';
import type { SampleId } from '#contexts/quality/lot.ts';
import { exportMarkedReport, type previewReport } from '#contexts/quality/sample.wire.ts';
import { documentUrl } from '#web/lib/api.ts';
import { useWords } from '#web/lib/i18n.ts';
import { currentLanguage } from '#web/lib/language.ts';
import { ProblemNote } from '#web/ui/problem-note.tsx';
import { CellTroubles } from './cell-troubles.tsx';
import { mgText } from './lot-marks.tsx';

export type Preview = ReplyOf<typeof previewReport>;

interface ReportPreviewProps {
  readonly query: UseQueryResult<Preview>;
  readonly sheet: { readonly sample: SampleId; readonly file: FileId; readonly panel: string };
}

/** What the sheet says before anything is kept. */
export function ReportPreview({ query, sheet }: ReportPreviewProps) {
  const t = useWords('quality');
  const { data } = query;
  if (query.isLoading)
    return (
      <Text role="status">
        <Loader size="xs" aria-hidden /> {t('report.checking')}
      </Text>
    );
  if (data === undefined) return <ProblemNote problem={query.error} />;
  return (
    <Stack gap="sm" aria-live="polite">
      <Alert color={data.importable ? 'leaf' : 'clay'} variant="light">
        <Text fw={500}>{data.importable ? t('report.ready') : t('report.notReady')}</Text>
        <Text size="sm">{t('report.read', { ...data.counts, rows: data.rows })}</Text>
        <Missing missing={data.missing} />
      </Alert>
      {data.values.length > 0 && (
        <Text size="sm">
          {t('report.found_values')}:{' '}
          {data.values
            .slice(0, 12)
            .map(({ name, valueNgPerKg }) => `${name} ${mgText(valueNgPerKg)}`)
            .join(', ')}
        </Text>
      )}
      {data.troubles.length > 0 && (
        <>
          <CellTroubles troubles={data.troubles} />
          {data.troubleCount > data.troubles.length && (
            <Text size="sm">{t('report.troublesMore', { more: data.troubleCount - data.troubles.length })}</Text>
          )}
          <Button
            component="a"
            href={documentUrl(exportMarkedReport, { ...sheet, language: currentLanguage() })}
            download
            variant="default"
            w="fit-content"
            leftSection={<IconDownload size={18} aria-hidden />}
          >
            {t('report.marked')}
          </Button>
        </>
      )}
    </Stack>
  );
}

const mostNamed = 8;

function Missing({ missing }: { missing: Preview['missing'] }) {
  const t = useWords('quality');
  if (missing.length === 0) return null;
  const shown = missing
    .slice(0, mostNamed)
    .map(({ name }) => name)
    .join(', ');
  const more = missing.length - mostNamed;
  const names = more > 0 ? t('report.missingMore', { names: shown, more }) : shown;
  return <Text size="sm">{t('report.missing', { count: missing.length, names })}</Text>;
}
