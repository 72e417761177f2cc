import { Button } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import type { CertificateState } from '#contexts/registry/certificate.ts';
import { listCertificates, withdrawCertificate, type CertificateRow } from '#contexts/registry/certificate.wire.ts';
import { today, type Day } from '#kernel/day.ts';
import type { OrganisationId } from '#kernel/id.ts';
import { useAnswer } from '#web/lib/api.ts';
import { useCommand } from '#web/lib/command.ts';
import { daysText } from '#web/lib/format.ts';
import { useWords, word } from '#web/lib/i18n.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { DayInput } from '#web/ui/day-input.tsx';
import { StateBadge, SyntheticMark, type Tone } from '#web/ui/marks.tsx';
import { Section } from '#web/ui/section.tsx';
import type { Column } from '#web/ui/table-column.ts';
import { nameIn } from './named.ts';
import { registryPaths } from './paths.ts';

type Row = CertificateRow & { readonly mayWithdraw: boolean };

const tones: Record<CertificateState, Tone> = {
  valid: 'good',
  'not-yet': 'waiting',
  expired: 'neutral',
  withdrawn: 'bad',
};

const columns: Column<Row>[] = [
  {
    label: 'registry:certificate.kindLabel',
    cell: ({ kind, grade }) => [word(`registry:certificate.kind.${kind}`), grade].filter(Boolean).join(', '),
  },
  { label: 'registry:certificate.number', cell: ({ number }) => number },
  { label: 'registry:certificate.commodity', cell: ({ commodity }) => commodity && nameIn(commodity.names) },
  { label: 'registry:certificate.issuer', cell: ({ issuer }) => issuer, minor: true },
  { label: 'registry:certificate.validFrom', cell: ({ validFrom, validUntil }) => daysText(validFrom, validUntil) },
  { label: 'registry:certificate.stateLabel', cell: (row) => <State row={row} /> },
];

function State({ row }: { row: Row }) {
  const t = useWords('registry');
  return (
    <>
      <StateBadge tone={tones[row.state]} label={t(`certificate.state.${row.state}`)} />{' '}
      {row.provenance === 'synthetic' && <SyntheticMark />}{' '}
      {row.mayWithdraw && row.withdrawnOn === null && <Withdraw certificate={row} />}
    </>
  );
}

function Withdraw({ certificate: { id } }: { certificate: Row }) {
  const t = useWords('registry');
  const [asked, setAsked] = useState(false);
  const withdraw = useCommand(withdrawCertificate);
  const form = useForm({ initialValues: { withdrawnOn: today() as Day | '' } });
  const { withdrawnOn } = form.getValues();
  return (
    <>
      <Button size="compact-sm" variant="subtle" color="red" onClick={() => setAsked(true)}>
        {t('certificate.withdraw')}
      </Button>
      <ConfirmDialog
        opened={asked}
        title={t('certificate.withdraw')}
        confirm={t('certificate.withdraw')}
        danger
        pending={withdraw.isPending}
        problem={withdraw.error}
        onClose={() => setAsked(false)}
        onConfirm={() => {
          if (withdrawnOn !== '')
            withdraw.mutate({ certificate: id, withdrawnOn }, { onSuccess: () => setAsked(false) });
        }}
      >
        {t('certificate.withdrawText')}
        <DayInput label={t('certificate.withdrawnOn')} required {...form.getInputProps('withdrawnOn')} />
      </ConfirmDialog>
    </>
  );
}

/** The certificates an organisation holds or held. A practice is no certificate. */
export function CertificateSection({ organisation }: { organisation: OrganisationId }) {
  const t = useWords('registry');
  const { items, may } = useAnswer(listCertificates, { organisation });
  return (
    <Section
      anchor="certificates"
      title={t('certificate.title')}
      actions={
        may.record && (
          <Button
            component={Link}
            to={registryPaths.newCertificate(organisation)}
            size="xs"
            variant="default"
            leftSection={<IconPlus size={16} aria-hidden />}
          >
            {t('certificate.record')}
          </Button>
        )
      }
    >
      <DataTable
        columns={columns}
        rows={items.map((row) => ({ ...row, mayWithdraw: may.withdraw }))}
        caption={t('certificate.title')}
        empty={t('certificate.empty')}
      />
    </Section>
  );
}
