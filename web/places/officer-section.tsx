import { Button, Group, SegmentedControl } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import {
  approveOfficerProposal,
  listOfficerProposals,
  refuseOfficerProposal,
  type OfficerProposal,
} from '#contexts/places/officer-proposal.wire.ts';
import { answer } from '#web/lib/api.ts';
import { useCommand } from '#web/lib/command.ts';
import { useWords } from '#web/lib/i18n.ts';
import { hasRole, useMe } from '#web/lib/me.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { ReasonDialog } from '#web/ui/reason-dialog.tsx';
import { Section } from '#web/ui/section.tsx';
import type { Column } from '#web/ui/table-column.ts';
import { UnitLink, unitText } from './unit-text.tsx';

const states = ['proposed', 'approved', 'refused', 'withdrawn'] as const;
type State = (typeof states)[number];

const columns: Column<OfficerProposal>[] = [
  { label: 'places:officer.name', cell: ({ name }) => name },
  { label: 'places:officer.was', cell: ({ was }) => <UnitLink unit={was} /> },
  { label: 'places:officer.unit', cell: ({ unit }) => <UnitLink unit={unit} /> },
  { label: 'places:officer.document', cell: ({ document }) => document, minor: true },
  { label: 'places:officer.decide', cell: (proposal) => <Decide proposal={proposal} /> },
];

/** Officers of units that ended, for the units these went into. */
export function OfficerSection() {
  const t = useWords('places');
  const [state, setState] = useState<State>('proposed');
  const { data } = useQuery({
    ...answer(listOfficerProposals, state === 'proposed' ? {} : { state }),
    placeholderData: keepPreviousData,
  });
  return (
    <Section
      title={t('officer.title')}
      lead={t('officer.lead')}
      actions={
        <SegmentedControl
          aria-label={t('officer.stateLabel')}
          value={state}
          onChange={(value) => setState(value)}
          data={states.map((value) => ({ value, label: t(`officer.state.${value}`) }))}
        />
      }
    >
      <DataTable columns={columns} rows={data?.items} caption={t('officer.title')} empty={t('officer.empty')} />
    </Section>
  );
}

function Decide({ proposal }: { proposal: OfficerProposal }) {
  const t = useWords('places');
  const mayDecide = hasRole(useMe(), 'provincial-officer', 'administrator');
  const [asked, setAsked] = useState<'approve' | 'refuse'>();
  if (!mayDecide || proposal.state !== 'proposed') return <>{t(`officer.state.${proposal.state}`)}</>;
  const told = { name: proposal.name, unit: unitText(proposal.unit) };
  const close = () => setAsked(undefined);
  return (
    <Group gap="xs">
      <Button size="compact-md" aria-label={t('officer.approveOf', told)} onClick={() => setAsked('approve')}>
        {t('officer.approve')}
      </Button>
      <Button
        size="compact-md"
        variant="default"
        aria-label={t('officer.refuseOf', told)}
        onClick={() => setAsked('refuse')}
      >
        {t('officer.refuse')}
      </Button>
      {asked === 'approve' && <Approving proposal={proposal} onClose={close} />}
      {asked === 'refuse' && <Refusing proposal={proposal} onClose={close} />}
    </Group>
  );
}

interface AskedProps {
  readonly proposal: OfficerProposal;
  readonly onClose: () => void;
}

const stale = { stale: ['people'] } as const;

function Approving({ proposal, onClose }: AskedProps) {
  const t = useWords('places');
  const approve = useCommand(approveOfficerProposal, stale);
  const told = { name: proposal.name, unit: unitText(proposal.unit) };
  return (
    <ConfirmDialog
      opened
      title={t('officer.approveOf', told)}
      confirm={t('officer.approve')}
      pending={approve.isPending}
      problem={approve.error}
      onConfirm={() => approve.mutate({ proposal: proposal.id }, { onSuccess: onClose })}
      onClose={onClose}
    >
      {t('officer.approveText', told)}
    </ConfirmDialog>
  );
}

function Refusing({ proposal, onClose }: AskedProps) {
  const t = useWords('places');
  const refuse = useCommand(refuseOfficerProposal, stale);
  return (
    <ReasonDialog
      title={t('officer.refuseOf', { name: proposal.name, unit: unitText(proposal.unit) })}
      confirm={t('officer.refuse')}
      label={t('officer.reason')}
      pending={refuse.isPending}
      problem={refuse.error}
      onConfirm={(reason) => refuse.mutate({ proposal: proposal.id, reason }, { onSuccess: onClose })}
      onClose={onClose}
    >
      {t('officer.refuseText')}
    </ReasonDialog>
  );
}
