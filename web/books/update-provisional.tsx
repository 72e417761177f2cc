import { Alert, Text } from '@mantine/core';
import { IconHourglass } from '@tabler/icons-react';
import type { UpdatePage } from '#contexts/books/update.wire.ts';
import { today } from '#kernel/day.ts';
import { dayText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';

/** What of an update is not final, by where it stands and as of which day: nothing where all of it is. */
export function useProvisionalText({ update, until }: UpdatePage): readonly string[] {
  const t = useWords('books');
  if (update === null) return [];
  const groups = new Map<string, number>();
  for (const { provisional, value, source, sourceOn } of update.entries) {
    if (!provisional || value === null) continue;
    const from =
      source === null || sourceOn === null
        ? t('provisional.typed')
        : t('cell.knownBy', { source: t(`source.${source}`), on: dayText(sourceOn) });
    groups.set(from, (groups.get(from) ?? 0) + 1);
  }
  return [
    ...(today() <= until ? [t('provisional.running', { until: dayText(until) })] : []),
    ...[...groups].map(([from, count]) => t('provisional.group', { from, count })),
    ...(groups.size === 0 ? [] : [t('provisional.text')]),
  ];
}

/** Said before anybody hands it in, takes it in, or reads it afterwards. */
export function ProvisionalNote({ page }: { page: UpdatePage }) {
  const t = useWords('books');
  const lines = useProvisionalText(page);
  if (lines.length === 0) return null;
  return (
    <Alert color="clay" variant="light" icon={<IconHourglass aria-hidden />} title={t('provisional.title')} mb="md">
      {lines.map((line) => (
        <Text key={line} size="sm">
          {line}
        </Text>
      ))}
    </Alert>
  );
}
