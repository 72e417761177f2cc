import { Alert, Button, Checkbox, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import type { getMember } from '#contexts/registry/member.wire.ts';
import { recordSuccession } from '#contexts/registry/succession.wire.ts';
import type { OrganisationId } from '#kernel/id.ts';
import type { ReplyOf } from '#kernel/method.ts';
import { useCommand } from '#web/lib/command.ts';
import { dayText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { VndInput } from '#web/ui/vnd-input.tsx';
import { ExcuseFields } from './excuse-fields.tsx';
import { blankExcuse, excuseOf } from './excuse.ts';

type Member = ReplyOf<typeof getMember>;

/** Its membership ends by nobody's hand: what it had in the organisation is for a person to settle, or goes to who came out of it. */
export function PartyEnded({ member }: { member: Member }) {
  const t = useWords('registry');
  const { partyEndedOn, leftOn, heirs, may } = member;
  if (partyEndedOn === null || leftOn !== null) return null;
  return (
    <Alert mb="md" color="clay" variant="light" title={t('party.ended', { day: dayText(partyEndedOn) })}>
      <Stack align="flex-start" gap="sm">
        {heirs.length === 0
          ? t('party.endedText')
          : t('party.heirsText', { names: heirs.map(({ name }) => name).join(', ') })}
        {may.succeed && <PassMembership member={member} />}
      </Stack>
    </Alert>
  );
}

interface HeirValues {
  readonly organisation: OrganisationId;
  readonly name: string;
  chosen: boolean;
  subscribedVnd: number | '';
  paidVnd: number | '';
}

const whole = ({ subscribedVnd, contributedVnd }: Member) => ({
  subscribedVnd: subscribedVnd ?? 0,
  paidVnd: contributedVnd ?? 0,
});

/** One heir takes all; of several each has its part. */
const partsIn = (heirs: readonly HeirValues[]) => {
  const chosen = heirs.filter((heir) => heir.chosen);
  return chosen.map(({ organisation, subscribedVnd, paidVnd }) =>
    chosen.length === 1
      ? { organisation }
      : { organisation, subscribedVnd: Number(subscribedVnd), paidVnd: Number(paidVnd) },
  );
};

function PassMembership({ member }: { member: Member }) {
  const t = useWords('registry');
  const [opened, { open, close }] = useDisclosure(false);
  const record = useCommand(recordSuccession);
  const heirs: HeirValues[] = member.heirs.map(({ id, name }, at) => ({
    organisation: id,
    name,
    chosen: at === 0,
    ...whole(member),
  }));
  const form = useForm({ initialValues: { document: '', heirs, ...blankExcuse() } });
  const values = form.getValues();
  const several = values.heirs.filter(({ chosen }) => chosen).length > 1;
  const submit = (): void => {
    const { document, heirs: told, ...excuse } = form.getValues();
    record.mutate({ member: member.id, document, to: partsIn(told), ...excuseOf(excuse) }, { onSuccess: close });
  };
  return (
    <>
      <Button onClick={open}>{t('party.pass')}</Button>
      <ConfirmDialog
        opened={opened}
        title={t('party.pass')}
        confirm={t('party.pass')}
        pending={record.isPending}
        problem={record.error}
        onConfirm={submit}
        onClose={close}
      >
        <Stack gap="sm">
          {t('party.passText')}
          {values.heirs.map(({ organisation, name, chosen }, at) => (
            <Stack key={organisation} gap="xs">
              <Checkbox label={name} {...form.getInputProps(`heirs.${at}.chosen`, { type: 'checkbox' })} />
              {chosen && several && (
                <SimpleGrid cols={{ base: 1, sm: 2 }}>
                  <VndInput label={t('member.subscribed')} {...form.getInputProps(`heirs.${at}.subscribedVnd`)} />
                  <VndInput label={t('member.contributed')} {...form.getInputProps(`heirs.${at}.paidVnd`)} />
                </SimpleGrid>
              )}
            </Stack>
          ))}
          <TextInput label={t('party.passDocument')} required {...form.getInputProps('document')} />
          <ExcuseFields form={form} problem={record.error} />
        </Stack>
      </ConfirmDialog>
    </>
  );
}
