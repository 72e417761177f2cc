import { Anchor, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import { codeText } from '#contexts/credit/dossier.ts';
import { useWords } from '#web/lib/i18n.ts';
import { Facts } from '#web/ui/facts.tsx';
import { StateBadge } from '#web/ui/marks.tsx';
import { Section } from '#web/ui/section.tsx';
import { creditPaths } from './paths.ts';

export const HashText = ({ hash }: { hash: string }) => (
  <Text span ff="monospace" size="sm" style={{ overflowWrap: 'anywhere' }}>
    {hash}
  </Text>
);

export function IntactBadge({ intact }: { intact: boolean }) {
  const t = useWords('credit');
  return <StateBadge tone={intact ? 'good' : 'bad'} label={t(intact ? 'dossier.intact' : 'dossier.broken')} />;
}

interface SealProps {
  readonly dossier: { readonly contentHash: string; readonly intact: boolean; readonly code: string };
}

/** By what anybody with the paper can tell that nothing was altered. */
export function DossierSeal({ dossier: { contentHash, intact, code } }: SealProps) {
  const t = useWords('credit');
  return (
    <Section title={t('dossier.seal')} lead={t('dossier.sealLead')}>
      <Facts
        facts={[
          {
            label: t('dossier.code'),
            value: (
              <Stack gap={2} align="flex-start">
                <Text span ff="monospace" fw={600}>
                  {codeText(code)}
                </Text>
                <Anchor component={Link} to={creditPaths.verifyCode(code)} size="sm">
                  {t('dossier.toVerify')}
                </Anchor>
              </Stack>
            ),
          },
          { label: t('dossier.wholeLabel'), value: <IntactBadge intact={intact} /> },
          { label: t('dossier.hash'), value: <HashText hash={contentHash} /> },
        ]}
      />
    </Section>
  );
}
