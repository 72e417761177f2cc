import { Badge } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getWorkCount } from '#contexts/insight/work.wire.ts';
import { answer } from '#web/lib/api.ts';
import { numberText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';

/** How much waits, beside the name of its page. */
export default function WorkCount() {
  const t = useWords('shell');
  const { data } = useQuery({ ...answer(getWorkCount, {}), staleTime: 60_000 });
  if (data === undefined || data.total === 0) return null;
  return (
    <Badge size="sm" variant="light" color="clay" aria-label={t('shell.waiting', { count: data.total })}>
      {numberText(data.total)}
    </Badge>
  );
}
