import { Anchor, Button, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconCertificate } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import type { CapitalCertificateState } from '#contexts/registry/capital-certificate.ts';
import {
  exportCapitalCertificate,
  listCapitalCertificates,
  recordCapitalCertificate,
  withdrawCapitalCertificate,
  type CapitalCertificateId,
  type CapitalCertificateRow,
} from '#contexts/registry/capital-certificate.wire.ts';
import { today, type Day } from '#kernel/day.ts';
import { newId, type MemberId, type OrganisationId } from '#kernel/id.ts';
import { documentUrl, useAnswer } from '#web/lib/api.ts';
import { useCommand } from '#web/lib/command.ts';
import { dayText } from '#web/lib/format.ts';
import { useWords, word } from '#web/lib/i18n.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { DataTable, type DataTableProps } from '#web/ui/data-table.tsx';
import { DayInput } from '#web/ui/day-input.tsx';
import { StateBadge, type Tone } from '#web/ui/marks.tsx';
import type { Column } from '#web/ui/table-column.ts';
import { DayText, Money } from '#web/ui/value-text.tsx';
import { capitalOfMember } from './capital-member.ts';
import { registryPaths } from './paths.ts';

const tones: Record<CapitalCertificateState, Tone> = {
  valid: 'good',
  outdated: 'waiting',
  replaced: 'neutral',
  withdrawn: 'bad',
};

const columns: Column<CapitalCertificateRow>[] = [
  { label: 'registry:capital.certificate.number', cell: ({ number }) => number },
  {
    label: 'registry:member.name',
    cell: ({ member, name }) => (
      <Anchor component={Link} to={registryPaths.member(member)} fz="inherit">
        {name ?? word('registry:member.hidden')}
      </Anchor>
    ),
  },
  { label: 'registry:capital.certificate.issuedOn', cell: ({ issuedOn }) => <DayText day={issuedOn} /> },
  { label: 'registry:capital.paid', cell: ({ paidVnd }) => <Money amountVnd={paidVnd} />, align: 'end' },
  { label: 'registry:capital.certificate.stateLabel', cell: (row) => <CertificateState row={row} /> },
  { label: 'registry:capital.certificate.checkCode', cell: ({ checkCode }) => <code>{checkCode}</code>, minor: true },
  { label: 'registry:capital.certificate.actions', cell: (row) => <Actions row={row} /> },
];

export function CertificateState({ row }: { row: CapitalCertificateRow }) {
  const t = useWords('registry');
  return (
    <Group gap="xs">
      <StateBadge tone={tones[row.state]} label={t(`capital.certificate.state.${row.state}`)} />
      {row.replacedBy !== null && (
        <Text size="sm">{t('capital.certificate.replacedBy', { number: row.replacedBy })}</Text>
      )}
      {row.withdrawnOn !== null && (
        <Text size="sm">
          {t('capital.certificate.withdrawnOn', { day: dayText(row.withdrawnOn), why: row.withdrawnWhy ?? '' })}
        </Text>
      )}
    </Group>
  );
}

function Actions({ row }: { row: CapitalCertificateRow }) {
  const t = useWords('registry');
  return (
    <Group gap="xs" data-noprint>
      {row.may.export && (
        <Button
          component="a"
          size="xs"
          variant="default"
          href={documentUrl(exportCapitalCertificate, { certificate: row.id })}
          target="_blank"
          rel="noreferrer"
          aria-label={t('capital.certificate.pdfOf', { number: row.number })}
        >
          {t('capital.certificate.pdf')}
        </Button>
      )}
      {row.verifyToken !== null && (
        <Button
          component={Link}
          size="xs"
          variant="subtle"
          to={registryPaths.verifyCertificate(row.verifyToken)}
          aria-label={t('capital.certificate.verifyOf', { number: row.number })}
        >
          {t('capital.certificate.verify')}
        </Button>
      )}
      {row.may.replace && <Issue member={row.member} replaces={row} />}
      {row.may.withdraw && <Withdraw row={row} />}
    </Group>
  );
}

/** Issues a paper, or a new one for one that stands. */
function Issue({ member, replaces }: { member: MemberId; replaces?: CapitalCertificateRow }) {
  const t = useWords('registry');
  const [opened, setOpened] = useState(false);
  const [id, setId] = useState(() => newId<CapitalCertificateId>());
  const [issuedOn, setIssuedOn] = useState<Day | ''>(today());
  const record = useCommand(recordCapitalCertificate);
  const title = t(replaces === undefined ? 'capital.certificate.issue' : 'capital.certificate.replace');
  const send = (): void => {
    if (issuedOn === '') return;
    record.mutate(
      { id, member, issuedOn, ...(replaces && { replaces: replaces.id }) },
      {
        onSuccess: () => {
          setOpened(false);
          setId(newId<CapitalCertificateId>());
        },
      },
    );
  };
  return (
    <>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconCertificate size={16} aria-hidden />}
        onClick={() => setOpened(true)}
      >
        {title}
      </Button>
      <ConfirmDialog
        opened={opened}
        title={title}
        confirm={title}
        pending={record.isPending}
        problem={record.error}
        onClose={() => setOpened(false)}
        onConfirm={send}
      >
        <Stack gap="sm">
          {replaces === undefined
            ? t('capital.certificate.issueText')
            : t('capital.certificate.replaceText', { number: replaces.number })}
          <DayInput
            label={t('capital.certificate.issuedOn')}
            required
            max={today()}
            value={issuedOn}
            onChange={setIssuedOn}
          />
        </Stack>
      </ConfirmDialog>
    </>
  );
}

function Withdraw({ row }: { row: CapitalCertificateRow }) {
  const t = useWords('registry');
  const [opened, setOpened] = useState(false);
  const [withdrawnOn, setWithdrawnOn] = useState<Day | ''>(today());
  const [reason, setReason] = useState('');
  const withdraw = useCommand(withdrawCapitalCertificate);
  const send = (): void => {
    if (withdrawnOn === '') return;
    withdraw.mutate({ certificate: row.id, withdrawnOn, reason }, { onSuccess: () => setOpened(false) });
  };
  return (
    <>
      <Button size="xs" variant="subtle" color="red" onClick={() => setOpened(true)}>
        {t('capital.certificate.withdraw')}
      </Button>
      <ConfirmDialog
        opened={opened}
        danger
        title={t('capital.certificate.withdrawTitle', { number: row.number })}
        confirm={t('capital.certificate.withdraw')}
        pending={withdraw.isPending}
        problem={withdraw.error}
        onClose={() => setOpened(false)}
        onConfirm={send}
      >
        <Stack gap="sm">
          <DayInput
            label={t('capital.certificate.withdrawnDay')}
            required
            max={today()}
            value={withdrawnOn}
            onChange={setWithdrawnOn}
          />
          <TextInput
            label={t('capital.certificate.reason')}
            required
            value={reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
          />
        </Stack>
      </ConfirmDialog>
    </>
  );
}

type TableProps = Pick<DataTableProps<CapitalCertificateRow>, 'rows' | 'total' | 'filters'>;

export function CapitalCertificateTable(props: TableProps) {
  const t = useWords('registry');
  return (
    <DataTable
      columns={columns}
      caption={t('capital.certificate.title')}
      empty={t('capital.certificate.empty')}
      {...props}
    />
  );
}

const ofOne = columns.filter(({ label }) => label !== 'registry:member.name');

interface OfMember {
  readonly organisation: OrganisationId;
  readonly member: MemberId;
  readonly mayIssue: boolean;
}

/** The papers of one member. */
export function CapitalCertificates({ organisation, member, mayIssue }: OfMember) {
  const t = useWords('registry');
  const { items } = useAnswer(listCapitalCertificates, capitalOfMember(organisation, member));
  const stands = items.some(({ state }) => state === 'valid' || state === 'outdated');
  if (items.length === 0 && !mayIssue) return null;
  return (
    <>
      <Group justify="space-between" mt="md" mb="xs">
        <Title order={3}>{t('capital.certificate.title')}</Title>
        {mayIssue && !stands && <Issue member={member} />}
      </Group>
      {items.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('capital.certificate.empty')}
        </Text>
      ) : (
        <DataTable columns={ofOne} rows={items} caption={t('capital.certificate.title')} />
      )}
    </>
  );
}
