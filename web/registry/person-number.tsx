import { Button, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { LookId } from '#contexts/registry/member.wire.ts';
import type { OrganisationView } from '#contexts/registry/organisation.wire.ts';
import { getPersonNumber, listNumberLooks, recordNumberLook } from '#contexts/registry/person-number.wire.ts';
import { newId, type OrganisationId } from '#kernel/id.ts';
import { answer } from '#web/lib/api.ts';
import { useCommand } from '#web/lib/command.ts';
import { useWords } from '#web/lib/i18n.ts';
import { ReasonDialog } from '#web/ui/reason-dialog.tsx';
import { Section } from '#web/ui/section.tsx';
import { Timeline } from '#web/ui/timeline.tsx';

interface Shown {
  readonly organisation: Pick<OrganisationView, 'id' | 'may'> & { readonly personNumber: string };
}

/** The last digits, and the way to see them all: first say what for. */
export function PersonNumber({ organisation }: Shown) {
  const t = useWords('registry');
  const [opened, { open, close }] = useDisclosure(false);
  const [look, setLook] = useState<LookId>();
  const record = useCommand(recordNumberLook);
  const submit = (purpose: string): void => {
    const id = newId<LookId>();
    record.mutate(
      { id, organisation: organisation.id, purpose },
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
      {look === undefined ? <span>{organisation.personNumber}</span> : <InClear look={look} />}
      {organisation.may.lookAtNumber && (
        <Button size="compact-sm" variant="subtle" data-noprint onClick={open}>
          {t('personNumber.look')}
        </Button>
      )}
      {opened && (
        <ReasonDialog
          title={t('personNumber.look')}
          confirm={t('personNumber.look')}
          label={t('member.purpose')}
          maxLength={300}
          pending={record.isPending}
          problem={record.error}
          onConfirm={submit}
          onClose={close}
        >
          {t('personNumber.lookText')}
        </ReasonDialog>
      )}
    </Group>
  );
}

/** Kept in no cache: gone with the page. */
function InClear({ look }: { look: LookId }) {
  const { data } = useQuery({ ...answer(getPersonNumber, { look }), gcTime: 0, staleTime: Infinity });
  return (
    <Text span inherit ff="monospace" aria-live="polite">
      {data?.taxNumber ?? '…'}
    </Text>
  );
}

/** Who looked at the number; nothing where nobody has. */
export function NumberLooks({ organisation }: { organisation: OrganisationId }) {
  const t = useWords('registry');
  const { data } = useQuery(answer(listNumberLooks, { organisation }));
  const items = data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Section title={t('personNumber.looks')}>
      <Timeline
        label={t('personNumber.looks')}
        events={items.map(({ id, at, purpose, by }) => ({
          id,
          at,
          title: t('personNumber.looked'),
          text: purpose,
          ...(by !== null && { by }),
        }))}
      />
    </Section>
  );
}
