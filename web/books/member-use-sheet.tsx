import { Alert, Button, List, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { previewMemberUse, recordMemberUse } from '#contexts/books/member-use.wire.ts';
import type { FileId, OrganisationId } from '#kernel/id.ts';
import type { ReplyOf } from '#kernel/method.ts';
import { answer } from '#web/lib/api.ts';
import { useCommand } from '#web/lib/command.ts';
import { numberText } from '#web/lib/format.ts';
import { useWords, word } from '#web/lib/i18n.ts';
import { UploadInput } from '#web/lib/upload-input.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { ProblemNote } from '#web/ui/problem-note.tsx';
import { Section } from '#web/ui/section.tsx';
import type { Column } from '#web/ui/table-column.ts';
import { Money } from '#web/ui/value-text.tsx';

interface SheetProps {
  readonly organisation: OrganisationId;
  readonly year: number;
}
type Preview = ReplyOf<typeof previewMemberUse>;
type Line = Preview['lines'][number];

const money = (amountVnd: number | null) => (amountVnd === null ? '–' : <Money amountVnd={amountVnd} />);

const columns: Column<Line>[] = [
  { label: 'books:use.member', cell: ({ member }) => member.name ?? member.id.slice(-6) },
  { label: 'books:use.change', cell: ({ change }) => word(`books:use.changes.${change}`) },
  { label: 'books:use.entered', cell: ({ useVnd }) => money(useVnd), align: 'end' },
  {
    label: 'books:use.labourDays',
    cell: ({ labourDayTenths }) => (labourDayTenths === null ? '–' : numberText(labourDayTenths / 10, 1)),
    align: 'end',
  },
  { label: 'books:use.labour', cell: ({ labourVnd }) => money(labourVnd), align: 'end' },
];

/** Many members at once: the sheet is shown before anything is written, and each wrong cell is named. */
export function MemberUseSheet(asked: SheetProps) {
  const t = useWords('books');
  const [file, setFile] = useState<FileId | ''>('');
  const { data, error } = useQuery({
    ...answer(previewMemberUse, { ...asked, file }),
    enabled: file !== '',
    retry: false,
  });
  return (
    <Section title={t('use.sheet')} lead={t('use.sheetLead')}>
      <Stack gap="md" data-noprint>
        <UploadInput label={t('use.file')} accept=".xlsx,.csv" value={file} onChange={setFile} />
        {file !== '' && <ProblemNote problem={error} />}
        {file !== '' && data !== undefined && <Shown {...asked} preview={data} onDone={() => setFile('')} />}
      </Stack>
    </Section>
  );
}

function Shown({ organisation, year, preview, onDone }: SheetProps & { preview: Preview; onDone: () => void }) {
  const t = useWords('books');
  const { lines, troubles } = preview;
  const telling = lines.filter(({ change }) => change !== 'same');
  const record = useCommand(recordMemberUse);
  const [source, setSource] = useState('');
  const [reason, setReason] = useState('');
  const corrects = telling.some(({ change }) => change === 'changed');
  const send = () =>
    record.mutate(
      {
        organisation,
        year,
        source,
        ...(corrects && reason.trim() !== '' && { reason }),
        lines: telling.map(({ member, change: _change, ...line }) => ({ ...line, member: member.id })),
      },
      { onSuccess: onDone },
    );
  return (
    <>
      {troubles.length > 0 && (
        <Alert color="red" variant="light" role="alert" title={t('use.troubles', { count: troubles.length })}>
          <List size="sm">
            {troubles.map(({ at, code, found }) => (
              <List.Item key={`${at} ${code}`}>
                {t('use.troubleAt', { at, what: t(`use.trouble.${code}`) })}
                {found !== '' && `: ${found}`}
              </List.Item>
            ))}
          </List>
        </Alert>
      )}
      <DataTable
        columns={columns}
        rows={lines}
        rowKey={({ member }) => member.id}
        caption={t('use.preview')}
        empty={t('use.nothingRead')}
      />
      {troubles.length === 0 && telling.length === 0 && lines.length > 0 && <Text>{t('use.allSame')}</Text>}
      {troubles.length === 0 && telling.length > 0 && (
        <>
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <TextInput
              label={t('use.source')}
              description={t('use.sourceHint')}
              required
              value={source}
              onChange={(event) => setSource(event.currentTarget.value)}
            />
            {corrects && (
              <TextInput
                label={t('use.reason')}
                description={t('use.reasonHint')}
                required
                value={reason}
                onChange={(event) => setReason(event.currentTarget.value)}
              />
            )}
          </SimpleGrid>
          <ProblemNote problem={record.error} />
          <Button w="fit-content" loading={record.isPending} onClick={send}>
            {t('use.saveMany', { count: telling.length })}
          </Button>
        </>
      )}
    </>
  );
}
