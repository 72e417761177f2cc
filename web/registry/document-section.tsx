import { Anchor, Button, Group, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import {
  listOrganisationDocuments,
  withdrawOrganisationDocument,
  type OrganisationDocumentRow,
} from '#contexts/registry/organisation-document.wire.ts';
import type { OrganisationId } from '#kernel/id.ts';
import { useQuery } from '@tanstack/react-query';
import { answer, fileUrl } from '#web/lib/api.ts';
import { useCommand } from '#web/lib/command.ts';
import { bytesText } from '#web/lib/format.ts';
import { useWords, word } from '#web/lib/i18n.ts';
import { DataTable } from '#web/ui/data-table.tsx';
import { StateBadge } from '#web/ui/marks.tsx';
import { ReasonDialog } from '#web/ui/reason-dialog.tsx';
import { Section } from '#web/ui/section.tsx';
import type { Column } from '#web/ui/table-column.ts';
import { DayText } from '#web/ui/value-text.tsx';
import { registryPaths } from './paths.ts';

type Row = OrganisationDocumentRow & { readonly organisation: OrganisationId; readonly mayKeep: boolean };

const columns: Column<Row>[] = [
  { label: 'registry:document.kindLabel', cell: ({ kind }) => word(`registry:document.kind.${kind}`) },
  { label: 'registry:document.number', cell: ({ number }) => number },
  { label: 'registry:document.on', cell: ({ on }) => <DayText day={on} /> },
  { label: 'registry:document.issuer', cell: ({ issuer }) => issuer, minor: true },
  {
    label: 'registry:document.accessLabel',
    cell: ({ access }) => word(`registry:document.access.${access}`),
    minor: true,
  },
  { label: 'registry:document.file', cell: (row) => <FileCell row={row} /> },
];

function FileCell({ row }: { row: Row }) {
  const t = useWords('registry');
  const { id, name, bytes } = row.file;
  return (
    <Group gap="xs">
      <Anchor href={fileUrl(id)} download py={4} style={{ overflowWrap: 'anywhere' }}>
        {name}
      </Anchor>
      <Text span size="sm" c="dimmed">
        {bytesText(bytes)}
      </Text>
      {row.reason !== null && <StateBadge tone="neutral" label={t('document.ended', { reason: row.reason })} />}
      {row.mayKeep && row.reason === null && <Correcting row={row} />}
    </Group>
  );
}

function Correcting({ row: { id, organisation } }: { row: Row }) {
  const t = useWords('registry');
  const [asked, setAsked] = useState(false);
  const withdraw = useCommand(withdrawOrganisationDocument);
  return (
    <>
      <Button component={Link} to={registryPaths.newDocument(organisation, id)} size="compact-sm" variant="subtle">
        {t('document.replace')}
      </Button>
      <Button size="compact-sm" variant="subtle" color="red" onClick={() => setAsked(true)}>
        {t('document.withdraw')}
      </Button>
      {asked && (
        <ReasonDialog
          title={t('document.withdraw')}
          confirm={t('document.withdraw')}
          label={t('document.reason')}
          maxLength={300}
          danger
          pending={withdraw.isPending}
          problem={withdraw.error}
          onClose={() => setAsked(false)}
          onConfirm={(reason) => withdraw.mutate({ document: id, reason }, { onSuccess: () => setAsked(false) })}
        >
          {t('document.withdrawText')}
        </ReasonDialog>
      )}
    </>
  );
}

/** The papers of an organisation that the reader may open, and for who keeps them what was replaced. */
export function DocumentSection({ organisation }: { organisation: OrganisationId }) {
  const t = useWords('registry');
  const { data } = useQuery(answer(listOrganisationDocuments, { organisation }));
  if (data === undefined) return null;
  const { items, may } = data;
  return (
    <Section
      anchor="documents"
      title={t('document.title')}
      lead={t('document.lead')}
      actions={
        may.record && (
          <Button
            component={Link}
            to={registryPaths.newDocument(organisation)}
            size="xs"
            variant="default"
            leftSection={<IconPlus size={16} aria-hidden />}
          >
            {t('document.record')}
          </Button>
        )
      }
    >
      <DataTable
        columns={columns}
        rows={items.map((row) => ({ ...row, organisation, mayKeep: may.record }))}
        caption={t('document.title')}
        empty={t('document.empty')}
      />
    </Section>
  );
}
