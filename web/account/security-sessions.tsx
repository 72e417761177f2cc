import { Button, Group, Stack, Text } from '@mantine/core';
import { closeSession, listSessions } from '#contexts/people/session.wire.ts';
import type { ReplyOf } from '#kernel/method.ts';
import { useAnswer } from '#web/lib/api.ts';
import { useCommand } from '#web/lib/command.ts';
import { instantText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { StateBadge } from '#web/ui/marks.tsx';
import { ProblemNote } from '#web/ui/problem-note.tsx';
import { Section } from '#web/ui/section.tsx';
import { inOwnWords } from './own-words.ts';

type Session = ReplyOf<typeof listSessions>['items'][number];

const systems = ['Android', 'iPhone', 'iPad', 'Windows', 'Mac OS', 'Linux'] as const;
const programs: readonly (readonly [RegExp, string])[] = [
  [/Edg\//, 'Edge'],
  [/coc_coc/i, 'Cốc Cốc'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];

/** 'Chrome, Windows': enough to know one's own devices by. */
export function deviceText(agent: string): string {
  const program = programs.find(([pattern]) => pattern.test(agent))?.[1];
  const system = systems.find((name) => agent.includes(name));
  return [program, system].filter((name) => name !== undefined).join(', ');
}

export function SessionSection() {
  const t = useWords('account');
  const { items } = useAnswer(listSessions, {});
  const close = useCommand(closeSession);
  return (
    <Section
      title={t('security.sessions')}
      lead={t('security.sessionsLead')}
      actions={
        items.length > 1 && (
          <Button variant="default" loading={close.isPending} onClick={() => close.mutate({})}>
            {t('security.endOthers')}
          </Button>
        )
      }
    >
      <Stack gap="sm" maw="44rem">
        <ProblemNote problem={inOwnWords(close.error)} />
        {items.map((session) => (
          <OneSession key={session.id} session={session} onEnd={() => close.mutate({ session: session.id })} />
        ))}
      </Stack>
    </Section>
  );
}

function OneSession({ session, onEnd }: { session: Session; onEnd: () => void }) {
  const t = useWords('account');
  const device = deviceText(session.agent) || t('security.unknownDevice');
  return (
    <Group justify="space-between" wrap="nowrap">
      <div>
        <Group gap="xs">
          <Text>{device}</Text>
          {session.current && <StateBadge tone="good" label={t('security.current')} />}
        </Group>
        <Text size="sm" c="dimmed">
          {[t('security.opened', { at: instantText(session.openedAt) }), session.address].filter(Boolean).join(' · ')}
        </Text>
      </div>
      {!session.current && (
        <Button variant="subtle" color="red" flex="none" aria-label={`${t('security.end')}: ${device}`} onClick={onEnd}>
          {t('security.end')}
        </Button>
      )}
    </Group>
  );
}
