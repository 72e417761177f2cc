import { Badge, Group } from '@mantine/core';
import { IconNews } from '@tabler/icons-react';
import type { OrganisationStatus, Provenance } from '#contexts/registry/organisation.ts';
import { useWords } from '#web/lib/i18n.ts';
import { StateBadge, SyntheticMark, type Tone } from '#web/ui/marks.tsx';

const tones: Record<OrganisationStatus, Tone> = {
  operating: 'good',
  suspended: 'waiting',
  dissolving: 'waiting',
  dissolved: 'neutral',
  revoked: 'bad',
};

export function OrganisationStatusBadge({ status }: { status: OrganisationStatus }) {
  const t = useWords('registry');
  return <StateBadge tone={tones[status]} label={t(`status.${status}`)} />;
}

/** Where the record comes from, when not from people: made up, or told by the article. */
export function ProvenanceMark({ provenance }: { provenance: Provenance }) {
  const t = useWords('registry');
  if (provenance === 'synthetic') return <SyntheticMark />;
  if (provenance === 'entered') return null;
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
