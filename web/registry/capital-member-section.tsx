import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link } from 'react-router';
import { listCapital } from '#contexts/registry/capital.wire.ts';
import type { getMember } from '#contexts/registry/member.wire.ts';
import type { ReplyOf } from '#kernel/method.ts';
import { useAnswer } from '#web/lib/api.ts';
import { useWords } from '#web/lib/i18n.ts';
import { Section } from '#web/ui/section.tsx';
import { capitalOfMember } from './capital-member.ts';
import { CapitalCertificates } from './capital-certificates.tsx';
import { CapitalActs } from './capital-acts.tsx';
import { registryPaths } from './paths.ts';

/** The member's entries in the capital ledger. */
export function MemberCapital({ member }: { member: ReplyOf<typeof getMember> }) {
  const t = useWords('registry');
  const organisation = member.organisation.id;
  const { items } = useAnswer(listCapital, capitalOfMember(organisation, member.id));
  if (items.length === 0 && !member.may.correct) return null;
  return (
    <Section
      title={t('capital.ofMember.title')}
      actions={
        member.may.correct && (
          <Button
            component={Link}
            to={registryPaths.newCapital(organisation, member.id)}
            size="xs"
            variant="default"
            leftSection={<IconPlus size={16} aria-hidden />}
          >
            {t('capital.ofMember.record')}
          </Button>
        )
      }
    >
      <CapitalActs organisation={organisation} acts={items} />
      <CapitalCertificates organisation={organisation} member={member.id} mayIssue={member.may.correct} />
    </Section>
  );
}
