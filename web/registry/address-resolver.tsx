import { Box, Group, List, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { resolveAddress } from '#contexts/registry/unit.wire.ts';
import { answer } from '#web/lib/api.ts';
import { useWords } from '#web/lib/i18n.ts';
import { UnverifiedMark } from '#web/ui/marks.tsx';

/** An old address as written, and the unit it lies in today: one, or a choice. */
export function AddressResolver() {
  const t = useWords('registry');
  const [typed, setTyped] = useState('');
  const [address] = useDebouncedValue(typed.trim(), 300);
  const { data } = useQuery({
    ...answer(resolveAddress, { address }),
    enabled: address.length > 2,
    placeholderData: keepPreviousData,
  });
  const found = address.length > 2 ? data : undefined;
  return (
    <Box mb="lg" data-noprint>
      <TextInput
        label={t('units.resolve')}
        description={t('units.addressHint')}
        maw="32rem"
        maxLength={300}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <div aria-live="polite">
        {found !== undefined && (
          <>
            <Text mt="xs" size="sm">
              {t(`units.outcome.${found.outcome}`)}
            </Text>
            {found.reasons.map((reason) => (
              <Text key={reason} size="sm" c="dimmed">
                {t(`units.reason.${reason}`)}
              </Text>
            ))}
            <List size="sm">
              {found.units.map((unit) => (
                <List.Item key={unit.code}>
                  <Group gap="xs">
                    <span>{`${t(`unitKind.${unit.kind}`)} ${unit.name} (${unit.code})`}</span>
                    {unit.by.former !== null && (
                      <Text span size="sm" c="dimmed">
                        {t('units.by', { name: [unit.by.name, unit.by.district].filter(Boolean).join(', ') })}
                      </Text>
                    )}
                    {!unit.verified && <UnverifiedMark />}
                  </Group>
                </List.Item>
              ))}
            </List>
          </>
        )}
      </div>
    </Box>
  );
}
