import { Button, SimpleGrid, Text } from '@mantine/core';
import { IconDoorEnter } from '@tabler/icons-react';
import { listDemonstrationAccounts } from '#contexts/people/account.wire.ts';
import { useAnswer } from '#web/lib/api.ts';
import { signInAsDemonstration, startAnew, useAuthAction } from '#web/lib/auth.ts';
import { useWords } from '#web/lib/i18n.ts';
import { ProblemNote } from '#web/ui/problem-note.tsx';
import { Section } from '#web/ui/section.tsx';
import { placeText, roleText } from './held-place.ts';
import { inOwnWords } from './own-words.ts';

/** One click as the director, the buyer, the commune officer … The page's loader asks listDemonstrationAccounts; namespace account. */
export function DemoSignIns({ back = '/', columns = 1 }: { back?: string; columns?: number }) {
  const t = useWords('account');
  const { items } = useAnswer(listDemonstrationAccounts, {});
  const enter = useAuthAction(signInAsDemonstration, () => startAnew(back));
  return (
    <Section title={t('demo.title')} lead={t('demo.lead')}>
      <ProblemNote problem={inOwnWords(enter.error)} />
      <SimpleGrid cols={{ base: 1, sm: columns }} spacing="xs">
        {items.map((account) => (
          <Button
            key={`${account.id} ${account.role}`}
            variant="default"
            size="md"
            h="auto"
            py="xs"
            justify="start"
            title={t('demo.enter', { name: account.name })}
            leftSection={<IconDoorEnter size={20} aria-hidden />}
            loading={enter.isPending && enter.variables === account.id}
            onClick={() => enter.mutate(account.id)}
          >
            <span style={{ textAlign: 'start', whiteSpace: 'normal', lineHeight: 1.35 }}>
              {roleText(account)}
              <Text span display="block" size="sm" c="dimmed">
                {account.name} · {placeText(account)}
              </Text>
            </span>
          </Button>
        ))}
      </SimpleGrid>
      <Text size="sm" c="dimmed" mt="xs">
        {t('demo.note')}
      </Text>
    </Section>
  );
}
