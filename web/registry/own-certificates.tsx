import { Button, Text, Title } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { exportCapitalCertificate, type CapitalCertificateRow } from '#contexts/registry/capital-certificate.wire.ts';
import { documentUrl } from '#web/lib/api.ts';
import { useWords, word } from '#web/lib/i18n.ts';
import { DataTable } from '#web/ui/data-table.tsx';
import type { Column } from '#web/ui/table-column.ts';
import { DayText, Money } from '#web/ui/value-text.tsx';
import { CertificateState } from './capital-certificates.tsx';

const columns: Column<CapitalCertificateRow>[] = [
  {
    label: 'registry:capital.certificate.number',
    cell: ({ number }) => `${word('registry:capital.certificate.number')} ${number}`,
  },
  { label: 'registry:capital.certificate.issuedOn', cell: ({ issuedOn }) => <DayText day={issuedOn} /> },
  { label: 'registry:capital.paid', cell: ({ paidVnd }) => <Money amountVnd={paidVnd} />, align: 'end' },
  { label: 'registry:capital.certificate.stateLabel', cell: (row) => <CertificateState row={row} /> },
  { label: 'registry:capital.certificate.pdf', cell: (row) => <Paper row={row} /> },
];

function Paper({ row }: { row: CapitalCertificateRow }) {
  const t = useWords('registry');
  return (
    <Button
      component="a"
      size="md"
      variant="default"
      leftSection={<IconDownload size={18} aria-hidden />}
      href={documentUrl(exportCapitalCertificate, { certificate: row.id })}
      target="_blank"
      rel="noreferrer"
      aria-label={t('capital.certificate.pdfOf', { number: row.number })}
      data-noprint
    >
      {t('capital.certificate.pdf')}
    </Button>
  );
}

/** The papers that were handed to me, to be opened again. */
export function OwnCertificates({ papers }: { papers: readonly CapitalCertificateRow[] }) {
  const t = useWords('registry');
  return (
    <>
      <Title order={3} size="h4" mt="lg" mb="xs">
        {t('capital.certificate.title')}
      </Title>
      {papers.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('capital.certificate.empty')}
        </Text>
      ) : (
        <DataTable columns={columns} rows={papers} caption={t('capital.certificate.title')} />
      )}
    </>
  );
}
