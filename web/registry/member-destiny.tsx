import { Box, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { z } from 'zod';
import type { listPresentMembers } from '#contexts/registry/reshaping.wire.ts';
import { vndText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';

export type PresentMember = z.infer<typeof listPresentMembers.reply>['items'][number];

export const leaving = 'leaving';

interface DestinyProps {
  readonly members: readonly PresentMember[];
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly chosen: (member: PresentMember) => string;
  readonly reasons: Readonly<Record<string, string>>;
  readonly onChoose: (member: PresentMember, value: string) => void;
  readonly onReason: (member: PresentMember, text: string) => void;
  readonly more?: (member: PresentMember) => ReactNode;
}

/** Everybody who is a member on the day, each with where the act takes them. */
export function MemberDestinies({ members, options, chosen, reasons, onChoose, onReason, more }: DestinyProps) {
  const t = useWords('registry');
  return (
    <Stack gap={4} role="list" aria-label={t('life.shape.members')}>
      {members.map((member) => {
        const value = chosen(member);
        const label = member.name ?? t('member.erased');
        return (
          <Box
            key={member.id}
            role="listitem"
            py={4}
            style={{ borderBottom: '1px solid var(--mantine-color-default-border)' }}
          >
            <Group justify="space-between" gap="xs">
              <div>
                <Text size="sm" fw={500}>
                  {label}
                </Text>
                <Text size="xs" c="dimmed">
                  {[vndText(member.paidVnd), member.hamlet].filter(Boolean).join(' · ')}
                </Text>
              </div>
              <NativeSelect
                aria-label={label}
                size="sm"
                w="min(100%, 19rem)"
                value={value}
                data={[...options, { value: leaving, label: t('life.shape.leaves') }]}
                onChange={(event) => onChoose(member, event.currentTarget.value)}
              />
            </Group>
            {value === leaving && (
              <TextInput
                mt={4}
                size="sm"
                label={t('life.shape.reason')}
                required
                value={reasons[member.id] ?? ''}
                onChange={(event) => onReason(member, event.currentTarget.value)}
              />
            )}
            {more?.(member)}
          </Box>
        );
      })}
    </Stack>
  );
}
