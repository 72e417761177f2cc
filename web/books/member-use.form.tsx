import { Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { recordMemberUse, type MemberUseRow } from '#contexts/books/member-use.wire.ts';
import type { OrganisationId } from '#kernel/id.ts';
import { useCommand } from '#web/lib/command.ts';
import { vndText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { QuantityTenths } from './tenths-input.tsx';
import { VndInput } from '#web/ui/vnd-input.tsx';

interface DialogProps {
  readonly organisation: OrganisationId;
  readonly year: number;
  readonly row: MemberUseRow;
  readonly onClose: () => void;
}

type Amount = number | '';

const known = (value: number | null): Amount => value ?? '';
const told = (value: Amount): number | null => (value === '' || Number.isNaN(value) ? null : value);

/** Use and labour of one member; what was entered before is corrected with a reason, and stays to be read. */
export function MemberUseDialog({ organisation, year, row, onClose }: DialogProps) {
  const t = useWords('books');
  const record = useCommand(recordMemberUse);
  const [useVnd, setUse] = useState<Amount>(known(row.useVnd));
  const [labourDayTenths, setDays] = useState<Amount>(known(row.labourDayTenths));
  const [labourVnd, setLabour] = useState<Amount>(known(row.labourVnd));
  const [source, setSource] = useState(row.source ?? '');
  const [reason, setReason] = useState('');
  const isCorrection = row.version > 0;
  const name = row.member.name ?? t('patronage.nameless', { id: row.member.id.slice(-6) });
  const send = () =>
    record.mutate(
      {
        organisation,
        year,
        source,
        ...(isCorrection && reason.trim() !== '' && { reason }),
        lines: [
          {
            member: row.member.id,
            seen: row.version,
            useVnd: told(useVnd),
            labourDayTenths: told(labourDayTenths),
            labourVnd: told(labourVnd),
          },
        ],
      },
      { onSuccess: onClose },
    );
  return (
    <ConfirmDialog
      opened
      title={name}
      confirm={t('use.save')}
      pending={record.isPending}
      problem={record.error}
      onClose={onClose}
      onConfirm={send}
    >
      <Stack gap="sm">
        {row.linkageVnd > 0 && <Text size="sm">{t('use.linkageKnown', { amount: vndText(row.linkageVnd) })}</Text>}
        <VndInput label={t('use.entered')} description={t('use.enteredHint')} value={useVnd} onChange={setUse} />
        <QuantityTenths label={t('use.labourDays')} value={labourDayTenths} onChange={setDays} />
        <VndInput label={t('use.labour')} description={t('use.labourHint')} value={labourVnd} onChange={setLabour} />
        <TextInput
          label={t('use.source')}
          description={t('use.sourceHint')}
          required
          value={source}
          onChange={(event) => setSource(event.currentTarget.value)}
        />
        {isCorrection && (
          <TextInput
            label={t('use.reason')}
            required
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        )}
      </Stack>
    </ConfirmDialog>
  );
}
