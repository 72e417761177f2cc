import { Button, Group, NativeSelect, NumberInput, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type LookId, type MemberRow } from '#contexts/registry/member.wire.ts';
import { peopleName, peoples } from '#contexts/registry/people-names.ts';
import {
  povertyStates,
  sensitiveBases,
  sensitiveFields,
  type SensitiveBasis,
  type SensitiveField,
} from '#contexts/registry/sensitive.ts';
import {
  getSensitive,
  listSensitive,
  recordSensitive,
  recordSensitiveLook,
  withdrawSensitive,
  type SensitiveId,
  type SensitiveValue,
} from '#contexts/registry/sensitive.wire.ts';
import { today } from '#kernel/day.ts';
import { newId, type MemberId } from '#kernel/id.ts';
import type { InputOf, ReplyOf } from '#kernel/method.ts';
import { answer } from '#web/lib/api.ts';
import { useCommand } from '#web/lib/command.ts';
import { useWords } from '#web/lib/i18n.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { ReasonDialog } from '#web/ui/reason-dialog.tsx';
import { Section } from '#web/ui/section.tsx';

type Row = ReplyOf<typeof listSensitive>['items'][number];

/** Whether ethnicity and poor status are kept, why, and the way to see them. The values are not on this page. */
export function SensitiveSection({ member }: { member: Pick<MemberRow, 'id' | 'party'> }) {
  const t = useWords('registry');
  const { data } = useQuery(answer(listSensitive, { member: member.id }));
  if (data === undefined || (member.party !== 'person' && member.party !== 'household')) return null;
  const kept = data.items.filter(({ erased }) => !erased);
  return (
    <Section
      title={t('sensitive.title')}
      lead={t('sensitive.lead')}
      actions={data.may.record && <RecordSensitive member={member} />}
    >
      {kept.length === 0 ? (
        <Text c="dimmed">{t('sensitive.none')}</Text>
      ) : (
        <Stack gap="sm">
          {kept.map((row) => (
            <Kept key={row.id} row={row} member={member.id} />
          ))}
        </Stack>
      )}
    </Section>
  );
}

function Kept({ row, member }: { row: Row; member: MemberId }) {
  const t = useWords('registry');
  return (
    <div>
      <Group gap="sm">
        <Text fw={600}>{t(`sensitive.field.${row.field}`)}</Text>
        <ShowSensitive member={member} field={row.field} />
        {row.basis === 'consent' && <Withdraw id={row.id} field={row.field} />}
      </Group>
      <Text size="sm" c="dimmed">
        {`${t(`sensitive.basis.${row.basis}`)}: ${row.document} · ${row.purpose}`}
      </Text>
    </div>
  );
}

function ShowSensitive({ member, field }: { member: MemberId; field: SensitiveField }) {
  const t = useWords('registry');
  const [opened, { open, close }] = useDisclosure(false);
  const [look, setLook] = useState<LookId>();
  const record = useCommand(recordSensitiveLook);
  const submit = (purpose: string): void => {
    const id = newId<LookId>();
    record.mutate({ id, member, field, purpose }, { onSuccess: () => (setLook(id), close()) });
  };
  return (
    <>
      {look !== undefined && <Shown look={look} />}
      <Button
        size="compact-sm"
        variant="subtle"
        data-noprint
        aria-label={`${t('sensitive.show')}: ${t(`sensitive.field.${field}`)}`}
        onClick={open}
      >
        {t('sensitive.show')}
      </Button>
      {opened && (
        <ReasonDialog
          title={t('sensitive.show')}
          confirm={t('sensitive.show')}
          label={t('member.purpose')}
          maxLength={300}
          pending={record.isPending}
          problem={record.error}
          onConfirm={submit}
          onClose={close}
        >
          {t('member.lookText')}
        </ReasonDialog>
      )}
    </>
  );
}

/** Kept in no cache: gone with the page. */
function Shown({ look }: { look: LookId }) {
  const { data } = useQuery({ ...answer(getSensitive, { look }), gcTime: 0, staleTime: Infinity });
  return (
    <Text span aria-live="polite">
      {data === undefined ? '…' : <SensitiveText value={data} />}
    </Text>
  );
}

/** A value in words. */
export function SensitiveText({ value: { ethnicity, poverty } }: { value: SensitiveValue }) {
  const t = useWords('registry');
  const parts = [
    ethnicity === null ? null : peopleName(ethnicity),
    poverty === null ? null : `${t(`sensitive.poverty.${poverty.state}`)}, ${poverty.year}, ${poverty.decision}`,
  ].filter(Boolean);
  return parts.join(' · ') || t('shell:none');
}

function Withdraw({ id, field }: { id: SensitiveId; field: SensitiveField }) {
  const t = useWords('registry');
  const [opened, { open, close }] = useDisclosure(false);
  const [reason, setReason] = useState('');
  const withdraw = useCommand(withdrawSensitive);
  return (
    <>
      <Button
        size="compact-sm"
        variant="subtle"
        color="red"
        data-noprint
        aria-label={`${t('sensitive.withdraw')}: ${t(`sensitive.field.${field}`)}`}
        onClick={open}
      >
        {t('sensitive.withdraw')}
      </Button>
      <ConfirmDialog
        opened={opened}
        title={t('sensitive.withdraw')}
        confirm={t('sensitive.withdraw')}
        danger
        pending={withdraw.isPending}
        problem={withdraw.error}
        onConfirm={() => withdraw.mutate({ id, withdrawnOn: today(), reason }, { onSuccess: close })}
        onClose={close}
      >
        <Stack gap="sm">
          {t('sensitive.withdrawText')}
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

const blank = {
  field: 'ethnicity' as SensitiveField,
  ethnicity: '01',
  state: 'poor' as (typeof povertyStates)[number],
  year: Number(today().slice(0, 4)),
  decision: '',
  basis: 'consent' as SensitiveBasis,
  document: '',
  purpose: '',
};

const inputOf = (member: MemberId, given: typeof blank): InputOf<typeof recordSensitive> => ({
  id: newId<SensitiveId>(),
  member,
  field: given.field,
  basis: given.basis,
  document: given.document,
  purpose: given.purpose,
  ...(given.field === 'ethnicity'
    ? { ethnicity: given.ethnicity }
    : { poverty: { state: given.state, year: given.year, decision: given.decision } }),
});

function RecordSensitive({ member }: { member: Pick<MemberRow, 'id' | 'party'> }) {
  const t = useWords('registry');
  const [opened, { open, close }] = useDisclosure(false);
  const record = useCommand(recordSensitive);
  const fields = member.party === 'person' ? sensitiveFields : (['poverty'] as const);
  const form = useForm({ initialValues: { ...blank, field: fields[0] } });
  const { field } = form.getValues();
  const submit = (): void =>
    record.mutate(inputOf(member.id, form.getValues()), { onSuccess: () => (form.reset(), close()) });
  return (
    <>
      <Button size="xs" variant="default" onClick={open}>
        {t('sensitive.record')}
      </Button>
      <ConfirmDialog
        opened={opened}
        title={t('sensitive.record')}
        confirm={t('sensitive.record')}
        pending={record.isPending}
        problem={record.error}
        onConfirm={submit}
        onClose={close}
      >
        <Stack gap="sm">
          <NativeSelect
            label={t('sensitive.fieldLabel')}
            data={fields.map((value) => ({ value, label: t(`sensitive.field.${value}`) }))}
            {...form.getInputProps('field')}
          />
          {field === 'ethnicity' ? (
            <NativeSelect
              label={t('sensitive.field.ethnicity')}
              description={t('sensitive.listUnverified')}
              data={peoples.map(({ code, name }) => ({ value: code, label: name }))}
              {...form.getInputProps('ethnicity')}
            />
          ) : (
            <>
              <NativeSelect
                label={t('sensitive.field.poverty')}
                data={povertyStates.map((value) => ({ value, label: t(`sensitive.poverty.${value}`) }))}
                {...form.getInputProps('state')}
              />
              <NumberInput
                label={t('sensitive.year')}
                thousandSeparator=""
                hideControls
                {...form.getInputProps('year')}
              />
              <TextInput label={t('sensitive.decision')} required {...form.getInputProps('decision')} />
            </>
          )}
          <NativeSelect
            label={t('sensitive.basisLabel')}
            data={sensitiveBases.map((value) => ({ value, label: t(`sensitive.basis.${value}`) }))}
            {...form.getInputProps('basis')}
          />
          <TextInput label={t('sensitive.document')} required {...form.getInputProps('document')} />
          <TextInput label={t('member.purpose')} required {...form.getInputProps('purpose')} />
        </Stack>
      </ConfirmDialog>
    </>
  );
}
