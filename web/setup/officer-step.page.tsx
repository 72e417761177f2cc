import { Alert, Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { newLinkToken, tokenHash } from '#contexts/people/invitation.ts';
import {
  exportOfficerSheet,
  importOfficerSheet,
  previewOfficerSheet,
  type OfficerRow,
} from '#contexts/people/officer-sheet.wire.ts';
import { newId, type FileId } from '#kernel/id.ts';
import { accountPaths } from '#web/account/paths.ts';
import { answer, documentUrl } from '#web/lib/api.ts';
import { useCommand } from '#web/lib/command.ts';
import { useWords, word } from '#web/lib/i18n.ts';
import { currentLanguage } from '#web/lib/language.ts';
import type { Load } from '#web/lib/routes.tsx';
import { UploadInput } from '#web/lib/upload-input.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { StateBadge, type Tone } from '#web/ui/marks.tsx';
import { ProblemNote } from '#web/ui/problem-note.tsx';
import type { Column } from '#web/ui/table-column.ts';
import { DayText } from '#web/ui/value-text.tsx';
import { OfficerLinks, type OfficerLink } from './officer-links.tsx';
import { inOwnWords } from './own-words.ts';
import { askSetup, useSetup } from './state.ts';
import { StepFrame } from './step-frame.tsx';
import { WrongCells } from './wrong-cells.tsx';

export const load: Load = (at) => askSetup(at);

const tones: Record<OfficerRow['state'], Tone> = { new: 'busy', invited: 'waiting', holds: 'good' };

const columns: Column<OfficerRow>[] = [
  { label: 'setup:officers.name', cell: ({ name }) => name },
  { label: 'setup:officers.email', cell: ({ email }) => email },
  { label: 'setup:officers.role', cell: ({ role }) => word(`shell:role.${role}`) },
  { label: 'setup:officers.unit', cell: ({ unit }) => unit?.name ?? '' },
  { label: 'setup:officers.until', cell: ({ until }) => (until === null ? '' : <DayText day={until} />) },
  {
    label: 'setup:officers.state',
    cell: ({ state }) => <StateBadge tone={tones[state]} label={word(`setup:officers.states.${state}`)} />,
  },
];

interface Made {
  readonly links: readonly OfficerLink[];
  readonly expiresAt: string;
}

export function Page() {
  const t = useWords('setup');
  const { registry } = useSetup();
  const [file, setFile] = useState<FileId | ''>('');
  const [made, setMade] = useState<Made>();
  return (
    <StepFrame
      step="officers"
      lead={t('officers.lead')}
      actions={
        registry.may.record && (
          <Button
            component="a"
            href={documentUrl(exportOfficerSheet, { language: currentLanguage() })}
            download
            variant="default"
            leftSection={<IconDownload size={18} aria-hidden />}
          >
            {t('officers.template')}
          </Button>
        )
      }
    >
      <Stack gap="md">
        {registry.may.record && made === undefined && (
          <UploadInput label={t('officers.file')} accept=".xlsx,.csv" value={file} onChange={setFile} />
        )}
        {made === undefined && file !== '' && <Preview key={file} file={file} onMade={setMade} />}
        {made !== undefined && <OfficerLinks links={made.links} expiresAt={made.expiresAt} />}
        <Anchor component={Link} to={accountPaths.people} py={10} w="fit-content" data-noprint>
          {t('officers.people')}
        </Anchor>
      </Stack>
    </StepFrame>
  );
}

/** Made here and nowhere else: the server is told the hashes. */
const secretsFor = (officers: readonly OfficerRow[]): OfficerLink[] =>
  officers.map((officer) => ({ officer, invitation: newId(), token: newLinkToken() }));

function Preview({ file, onMade }: { file: FileId; onMade: (made: Made) => void }) {
  const t = useWords('setup');
  const { data, error } = useQuery(answer(previewOfficerSheet, { file }));
  const invite = useCommand(importOfficerSheet);
  const [links, setLinks] = useState<readonly OfficerLink[]>();
  if (error !== null) return <ProblemNote problem={inOwnWords(error)} />;
  if (data === undefined) return <Text>{t('shell:loading')}</Text>;
  const cells = data.troubles.map(({ code, at, found }) => ({ at, found, what: t(`officerTrouble.${code}`) }));
  if (cells.length > 0) return <WrongCells cells={cells} />;
  const wanted = data.officers.filter(({ state }) => state === 'new');

  const send = async (): Promise<void> => {
    // Pressed again after a failure, the same links go the same way: nobody is invited twice.
    const made = links ?? secretsFor(wanted);
    setLinks(made);
    const hashed = await Promise.all(
      made.map(async ({ officer, invitation, token }) => ({
        row: officer.row,
        invitation,
        tokenHash: await tokenHash(token),
      })),
    );
    invite.mutate({ file, links: hashed }, { onSuccess: ({ expiresAt }) => onMade({ links: made, expiresAt }) });
  };

  return (
    <Stack gap="md">
      <DataTable
        columns={columns}
        rows={data.officers}
        rowKey={({ row }) => String(row)}
        caption={t('step.officers')}
      />
      <ProblemNote problem={inOwnWords(invite.error)} />
      {wanted.length === 0 ? (
        <Alert color="gray" variant="light">
          {t('officers.nobodyNew')}
        </Alert>
      ) : (
        <Group>
          <Button size="md" loading={invite.isPending} onClick={() => void send()}>
            {t('officers.invite', { count: wanted.length })}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
