import { Button, Group, NativeSelect, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { IconDownload, IconMessage } from '@tabler/icons-react';
import { requestKinds, type RequestKind } from '#contexts/registry/personal-request.ts';
import {
  exportPersonalCopy,
  listMemberships,
  recordPersonalRequest,
  type PersonalRequestId,
  type PersonalRequestRow,
} from '#contexts/registry/personal-request.wire.ts';
import { listMembershipBooks } from '#contexts/books/membership.wire.ts';
import { newId, type MemberId } from '#kernel/id.ts';
import type { ReplyOf } from '#kernel/method.ts';
import { OwnBooks } from '#web/books/own-books.tsx';
import { documentUrl, useAnswer } from '#web/lib/api.ts';
import { useCommand } from '#web/lib/command.ts';
import { useWords } from '#web/lib/i18n.ts';
import { currentLanguage } from '#web/lib/language.ts';
import type { Load } from '#web/lib/routes.tsx';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Facts } from '#web/ui/facts.tsx';
import { SyntheticMark } from '#web/ui/marks.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { Section } from '#web/ui/section.tsx';
import { Timeline } from '#web/ui/timeline.tsx';
import { DayText, Money } from '#web/ui/value-text.tsx';
import { ConsentSection } from './consent-section.tsx';
import { Looks } from './national-id.tsx';
import { OwnCertificates } from './own-certificates.tsx';
import { PersonalFields } from './personal-fields.tsx';
import { SensitiveText } from './sensitive-section.tsx';

type Membership = ReplyOf<typeof listMemberships>['items'][number];

export const load: Load = ({ ask }) => Promise.all([ask(listMemberships, {}), ask(listMembershipBooks, {})]);

/** Where I am a member, what is kept of me, who looked, and what I asked for. */
export function Page() {
  const t = useWords('registry');
  const { items } = useAnswer(listMemberships, {});
  return (
    <>
      <PageHeader title={t('membership.title')} lead={t('membership.lead')} />
      {items.length === 0 && <EmptyState title={t('membership.none')} />}
      {items.map((one) => (
        <One key={one.id} membership={one} />
      ))}
      <PersonalFields />
    </>
  );
}

function One({ membership: one }: { membership: Membership }) {
  const t = useWords('registry');
  return (
    <>
      <Section
        title={one.organisation.name}
        lead={t(`member.standing.${one.standing}`)}
        actions={one.provenance === 'synthetic' && <SyntheticMark />}
      >
        <Facts
          facts={[
            { label: t('member.name'), value: one.name },
            { label: t('member.joinedOn'), value: <DayText day={one.joinedOn} /> },
            { label: t('member.contributed'), value: <Money amountVnd={one.contributedVnd} /> },
            { label: t('member.sexLabel'), value: one.sex && t(`member.sex.${one.sex}`) },
            { label: t('member.birthYear'), value: one.birthYear },
            { label: t('member.phone'), value: one.phone },
            { label: t('member.hamlet'), value: one.hamlet },
            { label: t('member.nationalId'), value: one.nationalId },
            { label: t('sensitive.title'), value: <SensitiveText value={one.sensitive} /> },
            { label: t('card.title'), value: one.card && <CardText card={one.card} /> },
          ]}
        />
        <OwnCertificates papers={one.certificates} />
        <OwnBooks member={one.id} />
        <Group mt="lg" gap="sm">
          <Ask member={one.id} />
          <Button
            component="a"
            size="md"
            variant="default"
            leftSection={<IconDownload size={18} aria-hidden />}
            href={documentUrl(exportPersonalCopy, { member: one.id, language: currentLanguage() })}
            download
          >
            {t('membership.copy')}
          </Button>
        </Group>
        <Requests requests={one.requests} />
      </Section>
      <ConsentSection member={one.id} />
      <Looks member={one.id} />
    </>
  );
}

function CardText({ card }: { card: NonNullable<Membership['card']> }) {
  const t = useWords('registry');
  return (
    <>
      {card.code} · {t('card.expiresOn')} <DayText day={card.expiresOn} />
    </>
  );
}

function Requests({ requests }: { requests: readonly PersonalRequestRow[] }) {
  const t = useWords('registry');
  if (requests.length === 0) return null;
  return (
    <Timeline
      label={t('membership.requests')}
      events={requests.map((one) => ({
        id: one.id,
        at: one.askedAt,
        title: `${t(`membership.kind.${one.kind}`)} – ${t(`membership.outcome.${one.outcome ?? 'open'}`)}`,
        text: [one.wish, one.answer].filter(Boolean).join(' → '),
      }))}
    />
  );
}

function Ask({ member }: { member: MemberId }) {
  const t = useWords('registry');
  const [opened, { open, close }] = useDisclosure(false);
  const record = useCommand(recordPersonalRequest);
  const form = useForm({ initialValues: { kind: 'correct' as RequestKind, wish: '' } });
  const submit = (): void =>
    record.mutate(
      { id: newId<PersonalRequestId>(), member, ...form.getValues() },
      { onSuccess: () => (form.reset(), close()) },
    );
  return (
    <>
      <Button size="md" leftSection={<IconMessage size={18} aria-hidden />} onClick={open}>
        {t('membership.ask')}
      </Button>
      <ConfirmDialog
        opened={opened}
        title={t('membership.ask')}
        confirm={t('membership.send')}
        pending={record.isPending}
        problem={record.error}
        onConfirm={submit}
        onClose={close}
      >
        <Stack gap="sm">
          <Text size="sm">{t('membership.askText')}</Text>
          <NativeSelect
            label={t('membership.kindLabel')}
            data={requestKinds.map((value) => ({ value, label: t(`membership.kind.${value}`) }))}
            {...form.getInputProps('kind')}
          />
          <Textarea label={t('membership.wish')} required autosize minRows={3} {...form.getInputProps('wish')} />
        </Stack>
      </ConfirmDialog>
    </>
  );
}
