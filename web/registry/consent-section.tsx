import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { consentTexts, type ConsentField } from '#contexts/registry/consent.ts';
import { listConsents, recordConsent, withdrawConsent } from '#contexts/registry/consent.wire.ts';
import type { MemberId } from '#kernel/id.ts';
import type { InputOf, ReplyOf } from '#kernel/method.ts';
import { answer } from '#web/lib/api.ts';
import { useCommand } from '#web/lib/command.ts';
import { dayText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { currentLanguage } from '#web/lib/language.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { withoutBlanks } from '#web/ui/form-errors.ts';
import { Section } from '#web/ui/section.tsx';
import { blankConsent, ConsentInputs } from './consent-fields.tsx';

type Row = ReplyOf<typeof listConsents>['items'][number];

/** What a member agreed to, when and to which words, and the way to take it back. For the member and who keeps the list. */
export function ConsentSection({ member }: { member: MemberId }) {
  const t = useWords('registry');
  const { data } = useQuery(answer(listConsents, { member }));
  if (data === undefined) return null;
  const { items, missing, may } = data;
  return (
    <Section title={t('consent.title')} lead={t('consent.sectionLead')}>
      <Stack gap="sm">
        {missing.length > 0 && (
          <Alert color="clay" variant="light" title={t('consent.missing')}>
            <Text size="sm">{missing.map((field) => t(`consent.field.${field}`)).join(', ')}</Text>
            <Group mt="xs">
              {may.record && <Record member={member} fields={missing} />}
              {may.withdraw && <Withdraw member={member} fields={missing} label={t('consent.erase')} />}
            </Group>
          </Alert>
        )}
        {items.length === 0 && missing.length === 0 && <Text c="dimmed">{t('consent.none')}</Text>}
        {items.map((row) => (
          <Given key={row.id} row={row} member={member} mayWithdraw={may.withdraw} />
        ))}
        {items.length > 0 && (
          <Text size="sm" c="dimmed">
            {t('consent.agreedTo', { version: items[0]!.text })} “{consentTexts[items[0]!.text][currentLanguage()]}”
          </Text>
        )}
      </Stack>
    </Section>
  );
}

function Given({ row, member, mayWithdraw }: { row: Row; member: MemberId; mayWithdraw: boolean }) {
  const t = useWords('registry');
  const told = [
    t(`consent.way.${row.way}`),
    dayText(row.givenOn),
    row.document,
    row.recordedBy && t('consent.by', { name: row.recordedBy }),
    row.withdrawnOn && t('consent.withdrawnOn', { day: dayText(row.withdrawnOn) }),
  ].filter(Boolean);
  return (
    <Group justify="space-between" gap="xs">
      <div>
        <Text fw={600} td={row.withdrawnOn === null ? undefined : 'line-through'}>
          {t(`consent.field.${row.field}`)}
        </Text>
        <Text size="sm" c="dimmed">
          {told.join(' · ')}
        </Text>
      </div>
      {mayWithdraw && row.withdrawnOn === null && (
        <Withdraw member={member} fields={[row.field]} label={t('consent.withdraw')} />
      )}
    </Group>
  );
}

interface WithdrawProps {
  readonly member: MemberId;
  readonly fields: ConsentField[];
  readonly label: string;
}

function Withdraw({ member, fields, label }: WithdrawProps) {
  const t = useWords('registry');
  const [opened, { open, close }] = useDisclosure(false);
  const withdraw = useCommand(withdrawConsent);
  return (
    <>
      <Button variant="default" onClick={open}>
        {label}
      </Button>
      <ConfirmDialog
        opened={opened}
        title={label}
        confirm={label}
        pending={withdraw.isPending}
        problem={withdraw.error}
        onConfirm={() => withdraw.mutate({ member, fields }, { onSuccess: close })}
        onClose={close}
      >
        <Text size="sm">
          {t('consent.withdrawText', { fields: fields.map((field) => t(`consent.field.${field}`)).join(', ') })}
        </Text>
      </ConfirmDialog>
    </>
  );
}

function Record({ member, fields }: { member: MemberId; fields: ConsentField[] }) {
  const t = useWords('registry');
  const [opened, { open, close }] = useDisclosure(false);
  const record = useCommand(recordConsent);
  const form = useForm({ initialValues: blankConsent });
  const submit = (): void =>
    record.mutate({ member, fields, ...withoutBlanks(form.getValues()) } as InputOf<typeof recordConsent>, {
      onSuccess: () => (form.reset(), close()),
    });
  return (
    <>
      <Button onClick={open}>{t('consent.record')}</Button>
      <ConfirmDialog
        opened={opened}
        title={t('consent.record')}
        confirm={t('consent.record')}
        pending={record.isPending}
        problem={record.error}
        onConfirm={submit}
        onClose={close}
      >
        <Stack gap="sm">
          <ConsentInputs inputProps={(name) => form.getInputProps(name)} />
        </Stack>
      </ConfirmDialog>
    </>
  );
}
