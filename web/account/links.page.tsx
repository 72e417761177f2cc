import { Button } from '@mantine/core';
import { useState } from 'react';
import { listInvitations, withdrawInvitation, type InvitationRow } from '#contexts/people/invitation.wire.ts';
import type { Instant } from '#kernel/day.ts';
import { useAnswer } from '#web/lib/api.ts';
import { useCommand } from '#web/lib/command.ts';
import { useFilters } from '#web/lib/filters.ts';
import { useWords } from '#web/lib/i18n.ts';
import { filtersIn } from '#web/lib/params.ts';
import type { Load } from '#web/lib/routes.tsx';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { FilterBar, SwitchFilter } from '#web/ui/filter-bar.tsx';
import { StateBadge, type Tone } from '#web/ui/marks.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import type { Column } from '#web/ui/table-column.ts';
import { InstantText } from '#web/ui/value-text.tsx';
import { placeText, roleText } from './held-place.ts';
import { inOwnWords } from './own-words.ts';

const tones: Record<InvitationRow['state'], Tone> = {
  open: 'waiting',
  used: 'good',
  withdrawn: 'neutral',
  expired: 'neutral',
};

const columns: Column<InvitationRow>[] = [
  { label: 'account:links.for', cell: ({ name }) => name },
  { label: 'account:links.kind', cell: (row) => <Kind row={row} /> },
  { label: 'account:people.role', cell: ({ held }) => (held === null ? '' : roleText(held)) },
  { label: 'account:people.place', cell: ({ held }) => (held === null ? '' : placeText(held)) },
  { label: 'account:links.madeBy', cell: ({ madeBy }) => madeBy ?? '', minor: true },
  { label: 'account:links.madeAt', cell: ({ madeAt }) => <InstantText at={madeAt as Instant} />, minor: true },
  { label: 'account:links.expiresAt', cell: ({ expiresAt }) => <InstantText at={expiresAt as Instant} /> },
  { label: 'account:links.state', cell: (row) => <State row={row} /> },
  { label: 'account:people.actions', cell: (row) => <Withdraw row={row} /> },
];

export const load: Load = ({ ask, search }) => ask(listInvitations, filtersIn(listInvitations, search));

export function Page() {
  const t = useWords('account');
  const filters = useFilters(listInvitations);
  const { items, total } = useAnswer(listInvitations, filters.input);
  return (
    <>
      <PageHeader title={t('links.title')} lead={t('links.lead')} />
      <FilterBar filters={filters}>
        <SwitchFilter filters={filters} name="open" label={t('links.open')} />
      </FilterBar>
      <DataTable
        columns={columns}
        rows={items}
        total={total}
        filters={filters}
        caption={t('links.title')}
        empty={t('links.empty')}
      />
    </>
  );
}

function Kind({ row }: { row: InvitationRow }) {
  const t = useWords('account');
  return t(`links.kinds.${row.kind}`);
}

function State({ row }: { row: InvitationRow }) {
  const t = useWords('account');
  return <StateBadge tone={tones[row.state]} label={t(`links.states.${row.state}`)} />;
}

function Withdraw({ row }: { row: InvitationRow }) {
  const t = useWords('account');
  const [asking, setAsking] = useState(false);
  const withdraw = useCommand(withdrawInvitation);
  if (!row.may.withdraw) return '–';
  const title = t('links.withdrawTitle', { name: row.name });
  return (
    <>
      <Button variant="subtle" color="red" size="compact-sm" aria-label={title} onClick={() => setAsking(true)}>
        {t('links.withdraw')}
      </Button>
      <ConfirmDialog
        opened={asking}
        danger
        title={title}
        confirm={t('links.withdraw')}
        pending={withdraw.isPending}
        problem={inOwnWords(withdraw.error)}
        onConfirm={() => withdraw.mutate({ invitation: row.id }, { onSuccess: () => setAsking(false) })}
        onClose={() => setAsking(false)}
      />
    </>
  );
}
