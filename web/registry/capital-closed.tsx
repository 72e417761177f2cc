import { Anchor, Group, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { getCapital } from '#contexts/registry/capital.wire.ts';
import type { ReplyOf } from '#kernel/method.ts';
import { vndText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { Section } from '#web/ui/section.tsx';
import { registryPaths } from './paths.ts';

/** Books of other records of this organisation that were entered twice: nothing of them counts, everything can be read. */
export function ClosedBooks({ capital: { closedBooks } }: { capital: ReplyOf<typeof getCapital> }) {
  const t = useWords('registry');
  if (closedBooks.length === 0) return null;
  return (
    <Section title={t('capital.closed.title')} lead={t('capital.closed.lead')}>
      <Stack gap="xs">
        {closedBooks.map(({ organisation, name, acts, subscribedVnd, paidVnd }) => (
          <Group key={organisation} gap="md">
            <Text>
              {t('capital.closed.row', { name, count: acts })}
              {'. '}
              {t('capital.closed.said', { subscribed: vndText(subscribedVnd), paid: vndText(paidVnd) })}
            </Text>
            <Anchor component={Link} to={registryPaths.capitalBook(organisation)} data-noprint>
              {t('capital.closed.see')}
            </Anchor>
          </Group>
        ))}
      </Stack>
    </Section>
  );
}
