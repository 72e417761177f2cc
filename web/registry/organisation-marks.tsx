import { Badge, Box, Group } from '@mantine/core';
import { IconNews } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { OrganisationStatus, Provenance } from '#contexts/registry/organisation.ts';
import { useWords } from '#web/lib/i18n.ts';
import { StateBadge, SyntheticMark, type Tone } from '#web/ui/marks.tsx';

const tones: Record<OrganisationStatus, Tone> = {
  operating: 'good',
  suspended: 'waiting',
  dissolving: 'waiting',
  dissolved: 'neutral',
  revoked: 'bad',
  founding: 'waiting',
  merged: 'neutral',
  divided: 'neutral',
  void: 'bad',
};

export function OrganisationStatusBadge({ status }: { status: OrganisationStatus }) {
  const t = useWords('registry');
  return <StateBadge tone={tones[status]} label={t(`status.${status}`)} />;
}

/** A mark in a cell of a table keeps its width; the cell beside it gives way. */
export const Whole = ({ children }: { children: ReactNode }) => <Box w="max-content">{children}</Box>;

/** Where the record comes from, when not from people: made up, or told by the article. */
export function ProvenanceMark({ provenance }: { provenance: Provenance }) {
  if (provenance === 'entered') return null;
  return <Whole>{provenance === 'synthetic' ? <SyntheticMark /> : <ReportedMark />}</Whole>;
}

function ReportedMark() {
  const t = useWords('registry');
  return (
    <Badge
      variant="outline"
      color="gray"
      radius="sm"
      tt="none"
      fw={500}
      leftSection={<IconNews size={13} aria-hidden />}
      title={t('reportedNote')}
    >
      {t('reported')}
    </Badge>
  );
}

export function OrganisationMarks({ status, provenance }: { status: OrganisationStatus; provenance: Provenance }) {
  return (
    <Group gap={6}>
      <OrganisationStatusBadge status={status} />
      <ProvenanceMark provenance={provenance} />
    </Group>
  );
}
