import { Button, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import type { getMember } from '#contexts/registry/member.wire.ts';
import {
  eraseMemberRepresentative,
  recordGuardian,
  recordMemberRepresentative,
  type GuardianView,
  type RepresentativeView,
} from '#contexts/registry/party.wire.ts';
import { today, type Day } from '#kernel/day.ts';
import { newId, type MemberId } from '#kernel/id.ts';
import type { ReplyOf } from '#kernel/method.ts';
import { useCommand } from '#web/lib/command.ts';
import { daysText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { DayInput } from '#web/ui/day-input.tsx';
import { Facts } from '#web/ui/facts.tsx';
import { withoutBlanks } from '#web/ui/form-errors.ts';
import { Section } from '#web/ui/section.tsx';
import type { Column } from '#web/ui/table-column.ts';
import { DayText } from '#web/ui/value-text.tsx';
import { blankGuardian, blankRepresentative, GuardianInputs, RepresentativeInputs } from './party-fields.tsx';

type Member = ReplyOf<typeof getMember>;

const columns: Column<RepresentativeView>[] = [
  { label: 'registry:party.representativeName', cell: (row) => <Name row={row} /> },
  { label: 'registry:party.relation', cell: ({ relation }) => relation },
  { label: 'registry:party.days', cell: ({ from, until }) => daysText(from, until) },
  { label: 'registry:party.phone', cell: ({ phone }) => phone },
  { label: 'registry:party.action', cell: (row) => (row.until === null || row.erased ? null : <Erase row={row} />) },
];

function Name({ row: { name, erased } }: { row: RepresentativeView }) {
  const t = useWords('registry');
  return erased ? <Text c="dimmed">{t('member.erased')}</Text> : name;
}

/** By whom a household, a group or a legal person is a member, and by whom it was. */
export function MemberRepresentatives({ member }: { member: Member }) {
  const t = useWords('registry');
  if (member.party === 'person') return null;
  return (
    <Section
      title={t('party.representative')}
      lead={t('party.representativeLead')}
      actions={member.may.represent && <ChangeRepresentative member={member.id} />}
    >
      {member.representatives.length === 0 ? (
        <Text c="dimmed">{t(member.partyOrganisation === null ? 'party.none' : 'party.byRegister')}</Text>
      ) : (
        <DataTable columns={columns} rows={member.representatives} caption={t('party.representative')} />
      )}
    </Section>
  );
}

function ChangeRepresentative({ member }: { member: MemberId }) {
  const t = useWords('registry');
  const [opened, { open, close }] = useDisclosure(false);
  const record = useCommand(recordMemberRepresentative);
  const form = useForm({ initialValues: { ...blankRepresentative, from: today() as Day | '' } });
  const submit = (): void => {
    const { from, ...person } = form.getValues();
    record.mutate({ id: newId(), member, from, ...withoutBlanks(person) } as never, {
      onSuccess: () => {
        form.reset();
        close();
      },
    });
  };
  return (
    <>
      <Button size="xs" variant="default" onClick={open}>
        {t('party.change')}
      </Button>
      <ConfirmDialog
        opened={opened}
        title={t('party.change')}
        confirm={t('party.change')}
        pending={record.isPending}
        problem={record.error}
        onConfirm={submit}
        onClose={close}
      >
        <Stack gap="sm">
          {t('party.changeText')}
          <RepresentativeInputs inputProps={(name) => form.getInputProps(name)} />
          <DayInput label={t('party.from')} required max={today()} {...form.getInputProps('from')} />
        </Stack>
      </ConfirmDialog>
    </>
  );
}

function Erase({ row: { id, name } }: { row: RepresentativeView }) {
  const t = useWords('registry');
  const [opened, { open, close }] = useDisclosure(false);
  const [reason, setReason] = useState('');
  const erase = useCommand(eraseMemberRepresentative);
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
      <ConfirmDialog
        opened={opened}
        title={t('member.erase')}
        confirm={t('member.erase')}
        danger
        pending={erase.isPending}
        problem={erase.error}
        onConfirm={() => erase.mutate({ representative: id, reason }, { onSuccess: close })}
        onClose={close}
      >
        <Stack gap="sm">
          {t('party.eraseText', { name })}
          <TextInput
            label={t('member.reason')}
            required
            minLength={3}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        </Stack>
      </ConfirmDialog>
    </>
  );
}

/** Who agreed that somebody under age is a member: shown until the member is of age. */
export function MemberGuardian({ member }: { member: Member }) {
  const t = useWords('registry');
  if (member.guardian === null && !member.may.guard) return null;
  return (
    <Section
      title={t('party.guardian')}
      lead={t('party.guardianLead')}
      actions={member.may.guard && <RecordGuardian member={member.id} guardian={member.guardian} />}
    >
      {member.guardian !== null && (
        <Facts
          facts={[
            { label: t('party.guardianName'), value: member.guardian.name },
            { label: t('party.guardianRelation'), value: member.guardian.relation },
            { label: t('party.phone'), value: member.guardian.phone },
            { label: t('party.document'), value: member.guardian.document },
            { label: t('party.consentedOn'), value: <DayText day={member.guardian.consentedOn} /> },
          ]}
        />
      )}
    </Section>
  );
}

function RecordGuardian({ member, guardian }: { member: MemberId; guardian: GuardianView | null }) {
  const t = useWords('registry');
  const [opened, { open, close }] = useDisclosure(false);
  const record = useCommand(recordGuardian);
  const form = useForm({
    initialValues: {
      name: guardian?.name ?? '',
      relation: guardian?.relation ?? '',
      phone: guardian?.phone ?? '',
      document: guardian?.document ?? '',
      consentedOn: guardian?.consentedOn ?? blankGuardian.consentedOn,
    },
  });
  return (
    <>
      <Button size="xs" variant="default" onClick={open}>
        {t('party.guardianRecord')}
      </Button>
      <ConfirmDialog
        opened={opened}
        title={t('party.guardianRecord')}
        confirm={t('party.guardianRecord')}
        pending={record.isPending}
        problem={record.error}
        onConfirm={() => record.mutate({ member, ...form.getValues() }, { onSuccess: close })}
        onClose={close}
      >
        <Stack gap="sm">
          <GuardianInputs inputProps={(name) => form.getInputProps(name)} />
        </Stack>
      </ConfirmDialog>
    </>
  );
}
