import { SimpleGrid, Text, UnstyledButton } from '@mantine/core';
import { IconLogin2 } from '@tabler/icons-react';
import { useState } from 'react';
import { listDemonstrationAccounts } from '#contexts/registry/account.wire.ts';
import { demonstrationSignIn } from '#web/lib/session.ts';
import { useAnswer } from '#web/lib/api.ts';
import { isApiProblem, type ApiProblem } from '#web/lib/api-problem.ts';
import { useWords } from '#web/lib/i18n.ts';
import { ProblemNote } from '#web/ui/problem-note.tsx';
import classes from './demonstration-sign-ins.module.css';
import { insightPaths } from './paths.ts';

/** One click, one role. */
export function DemonstrationSignIns({ to = insightPaths.home }: { to?: string }) {
  const t = useWords('insight');
  const { items } = useAnswer(listDemonstrationAccounts, {});
  const [trouble, setTrouble] = useState<ApiProblem | null>(null);
  const [busy, setBusy] = useState<string | null>(null);

  const enter = async (account: string): Promise<void> => {
    setBusy(account);
    try {
      await demonstrationSignIn(account, to);
    } catch (error) {
      setBusy(null);
      if (!isApiProblem(error)) throw error;
      setTrouble(error);
    }
  };

  return (
    <>
      <ProblemNote problem={trouble} />
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="sm">
        {items.map(({ id, name, role, organisation, unit }) => (
          <UnstyledButton
            key={id}
            className={classes['door'] ?? ''}
            onClick={() => void enter(id)}
            disabled={busy !== null}
            data-demo={id}
          >
            <IconLogin2 size={20} aria-hidden />
            <span>
              <Text fw={600} component="span" display="block">
                {t(`shell:role.${role}`)}
              </Text>
              <Text size="sm" c="dimmed" component="span" display="block">
                {[name, organisation?.name ?? unit?.name].filter(Boolean).join(' · ')}
              </Text>
            </span>
          </UnstyledButton>
        ))}
      </SimpleGrid>
    </>
  );
}
