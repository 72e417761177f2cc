import { ActionIcon, Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { keepPreviousData, useQueries } from '@tanstack/react-query';
import { listPresentMembers } from '#contexts/registry/reshaping.wire.ts';
import type { Day } from '#kernel/day.ts';
import type { OrganisationId } from '#kernel/id.ts';
import { answer } from '#web/lib/api.ts';
import { vndText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { Section } from '#web/ui/section.tsx';

export interface Leaving {
  readonly member: string;
  readonly reason: string;
}

interface LeavingProps {
  readonly organisations: readonly OrganisationId[];
  readonly onDay: Day;
  readonly leaving: readonly Leaving[];
  readonly onChange: (leaving: Leaving[]) => void;
}

/** Everybody who is a member of one of them on the day, told apart by what they have paid in. */
function usePresent(organisations: readonly OrganisationId[], onDay: Day) {
  const t = useWords('registry');
  const answers = useQueries({
    queries: organisations.map((organisation) => ({
      ...answer(listPresentMembers, { organisation, onDay }),
      placeholderData: keepPreviousData,
    })),
  });
  return answers.flatMap(({ data }) =>
    (data?.items ?? []).map(({ id, name, hamlet, paidVnd }) => ({
      value: id as string,
      label: [name ?? t('member.erased'), hamlet, vndText(paidVnd)].filter(Boolean).join(' · '),
    })),
  );
}

/** Everybody goes along but these: each with why, and with the capital paid back. */
export function MergeLeaving({ organisations, onDay, leaving, onChange }: LeavingProps) {
  const t = useWords('registry');
  const members = usePresent(organisations, onDay);
  const chosen = new Set(leaving.map(({ member }) => member));
  const change = (at: number, more: Partial<Leaving>): void =>
    onChange(leaving.map((one, index) => (index === at ? { ...one, ...more } : one)));
  return (
    <Section title={t('life.merge.leaving')} lead={t('life.merge.leavingNote')}>
      <Stack gap="sm">
        {leaving.map(({ member, reason }, at) => (
          // A row has no other name than its place.
          // oxlint-disable-next-line react/no-array-index-key
          <Group key={at} align="end" gap="xs" wrap="wrap">
            <Select
              label={t('life.merge.leaver')}
              required
              searchable
              flex="1 1 16rem"
              data={members.filter(({ value }) => value === member || !chosen.has(value))}
              value={member === '' ? null : member}
              limit={50}
              onChange={(value) => change(at, { member: value ?? '' })}
            />
            <TextInput
              label={t('life.shape.reason')}
              required
              minLength={3}
              flex="1 1 14rem"
              value={reason}
              onChange={(event) => change(at, { reason: event.currentTarget.value })}
            />
            <ActionIcon
              variant="default"
              size="input-sm"
              aria-label={t('life.found.remove')}
              onClick={() => onChange(leaving.filter((_, index) => index !== at))}
            >
              <IconX size={16} aria-hidden />
            </ActionIcon>
          </Group>
        ))}
        {leaving.length === 0 && (
          <Text size="sm" c="dimmed">
            {t('life.merge.nobodyLeaves')}
          </Text>
        )}
        <Button
          variant="default"
          w="fit-content"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => onChange([...leaving, { member: '', reason: '' }])}
        >
          {t('life.merge.addLeaver')}
        </Button>
      </Stack>
    </Section>
  );
}
