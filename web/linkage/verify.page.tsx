import { Code } from '@mantine/core';
import { IconFileOff } from '@tabler/icons-react';
import type { ReplyOf } from '#kernel/method.ts';
import { verifyContract } from '#contexts/linkage/contract.wire.ts';
import { useAnswer } from '#web/lib/api.ts';
import { useWords } from '#web/lib/i18n.ts';
import { useParam, type Load } from '#web/lib/routes.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Facts } from '#web/ui/facts.tsx';
import { SyntheticMark } from '#web/ui/marks.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { DayText } from '#web/ui/value-text.tsx';
import { ContractBadge } from './parts.tsx';

export const load: Load = ({ ask, param }) => ask(verifyContract, { token: param('token') });

/** Where the printed code leads: state and hash, and nothing about who. */
export function Page() {
  const t = useWords('linkage');
  const { contract } = useAnswer(verifyContract, { token: useParam('token') });
  return (
    <>
      <PageHeader
        title={t('verify.title')}
        lead={t('verify.lead')}
        badges={
          contract !== null && (
            <>
              <ContractBadge state={contract.state} />
              {contract.provenance === 'synthetic' && <SyntheticMark />}
            </>
          )
        }
      />
      {contract === null ? <EmptyState title={t('verify.unknown')} icon={IconFileOff} /> : <Hash contract={contract} />}
    </>
  );
}

function Hash({ contract }: { contract: NonNullable<ReplyOf<typeof verifyContract>['contract']> }) {
  const t = useWords('linkage');
  return (
    <Facts
      facts={[
        { label: t('contract.hash'), value: <Code style={{ overflowWrap: 'anywhere' }}>{contract.contentHash}</Code> },
        { label: t('verify.shortCode'), value: <Code>{contract.contentHash.slice(0, 8).toUpperCase()}</Code> },
        { label: t('verify.version'), value: t('contract.version', { version: contract.version }) },
        { label: t('contract.signedOn'), value: <DayText day={contract.signedOn} /> },
        { label: t('contract.endedOn'), value: <DayText day={contract.endedOn} /> },
      ]}
    />
  );
}
