import { Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import {
  eraseRepresentative,
  listRepresentatives,
  type RepresentativeRow,
} from '#contexts/registry/representative.wire.ts';
import type { OrganisationId } from '#kernel/id.ts';
import { answer } from '#web/lib/api.ts';
import { useCommand } from '#web/lib/command.ts';
import { daysText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { DataTable } from '#web/ui/data-table.tsx';
import { ReasonDialog } from '#web/ui/reason-dialog.tsx';
import { Section } from '#web/ui/section.tsx';
import type { Column } from '#web/ui/table-column.ts';

const columns: Column<RepresentativeRow>[] = [
  { label: 'registry:representative.name', cell: (row) => <Name row={row} /> },
  { label: 'registry:representative.title', cell: ({ title }) => title },
  { label: 'registry:representative.days', cell: ({ from, until }) => daysText(from, until) },
  { label: 'registry:representative.phone', cell: ({ phone }) => phone, minor: true },
  { label: 'registry:representative.action', cell: (row) => (row.may.erase ? <Erase row={row} /> : null) },
];

function Name({ row: { name, erased } }: { row: RepresentativeRow }) {
  const t = useWords('registry');
  return erased ? <Text c="dimmed">{t('member.erased')}</Text> : name;
}

/** Who has stood for the organisation, for those who keep its record; a former one's name can be erased. */
export function RepresentativeSection({ organisation }: { organisation: OrganisationId }) {
  const t = useWords('registry');
  const { data } = useQuery(answer(listRepresentatives, { organisation }));
  if (data === undefined || data.items.length === 0) return null;
  return (
    <Section title={t('representative.list')} lead={t('representative.lead')}>
      <DataTable columns={columns} rows={data.items} caption={t('representative.list')} />
    </Section>
  );
}

function Erase({ row: { id, name } }: { row: RepresentativeRow }) {
  const t = useWords('registry');
  const [opened, { open, close }] = useDisclosure(false);
  const erase = useCommand(eraseRepresentative);
  return (
    <>
      <Button
        variant="subtle"
        color="red"
        size="compact-sm"
        data-noprint
        aria-label={`${t('member.erase')}: ${name}`}
        onClick={open}
      >
        {t('member.erase')}
      </Button>
      {opened && (
        <ReasonDialog
          title={t('member.erase')}
          confirm={t('member.erase')}
          label={t('member.reason')}
          danger
          pending={erase.isPending}
          problem={erase.error}
          onConfirm={(reason) => erase.mutate({ representative: id, reason }, { onSuccess: close })}
          onClose={close}
        >
          {t('representative.eraseText', { name })}
        </ReasonDialog>
      )}
    </>
  );
}
