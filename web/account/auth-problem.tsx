import { Anchor } from '@mantine/core';
import { Link, useLocation } from 'react-router';
import type { ApiProblem } from '#web/lib/api-problem.ts';
import { useWords } from '#web/lib/i18n.ts';
import { ProblemNote } from '#web/ui/problem-note.tsx';
import { inOwnWords } from './own-words.ts';
import { accountPaths } from './paths.ts';

/** A refusal of the sign-in endpoints; where a fresh sign-in would help, the way to one. */
export function AuthProblem({ problem }: { problem: ApiProblem | null }) {
  const t = useWords('account');
  const { pathname } = useLocation();
  return (
    <>
      <ProblemNote problem={inOwnWords(problem)} />
      {problem?.code === 'auth.session-not-fresh' && (
        <Anchor component={Link} to={accountPaths.signIn(pathname)}>
          {t('security.signInAgain')}
        </Anchor>
      )}
    </>
  );
}
