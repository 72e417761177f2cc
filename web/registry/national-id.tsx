import { Button, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { getNationalId, listLooks, recordLook, type LookId, type MemberRow } from '#contexts/registry/member.wire.ts';
import { newId, type MemberId } from '#kernel/id.ts';
import { answer } from '#web/lib/api.ts';
import { useCommand } from '#web/lib/command.ts';
import { useWords } from '#web/lib/i18n.ts';
import { ReasonDialog } from '#web/ui/reason-dialog.tsx';
import { Section } from '#web/ui/section.tsx';
import { Timeline } from '#web/ui/timeline.tsx';

/** The masked number, and the way to see it: first say what for. */
export function ShowNationalId({ member }: { member: Pick<MemberRow, 'id' | 'nationalId'> }) {
  const t = useWords('registry');
  const [opened, { open, close }] = useDisclosure(false);
  const [look, setLook] = useState<LookId>();
  const record = useCommand(recordLook);
  const submit = (purpose: string): void => {
    const id = newId<LookId>();
    record.mutate(
      { id, member: member.id, purpose },
      {
        onSuccess: () => {
          setLook(id);
          close();
        },
      },
    );
  };
  return (
    <Group gap="sm">
      {look === undefined ? <span>{member.nationalId}</span> : <Shown look={look} />}
      <Button size="compact-sm" variant="subtle" data-noprint onClick={open}>
        {t('member.look')}
      </Button>
      {opened && (
        <ReasonDialog
          title={t('member.look')}
          confirm={t('member.look')}
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
    </Group>
  );
}

/** Kept in no cache: gone with the page. */
function Shown({ look }: { look: LookId }) {
  const { data } = useQuery({ ...answer(getNationalId, { look }), gcTime: 0, staleTime: Infinity });
  return (
    <Text span inherit ff="monospace" aria-live="polite">
      {data?.nationalId ?? '…'}
    </Text>
  );
}

export function Looks({ member }: { member: MemberId }) {
  const t = useWords('registry');
  const { data } = useQuery(answer(listLooks, { member }));
  const items = data?.items ?? [];
  return (
    <Section title={t('member.looks')}>
      {items.length === 0 ? (
        <Text c="dimmed">{t('member.looksEmpty')}</Text>
      ) : (
        <Timeline
          label={t('member.looks')}
          events={items.map(({ at, field, way, purpose, by }) => ({
            id: `${at} ${by} ${field}`,
            at,
            title: `${t(`member.lookField.${field}`)}: ${t(`member.way.${way}`)}`,
            text: purpose,
            ...(by !== null && { by }),
          }))}
        />
      )}
    </Section>
  );
}
