import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { openDossier } from '#contexts/credit/desk.wire.ts';
import type { ReplyOf } from '#kernel/method.ts';
import { dayText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { ClauseList, Verdict } from '#web/support/clause-list.tsx';
import { Facts } from '#web/ui/facts.tsx';
import { SyntheticMark } from '#web/ui/marks.tsx';
import { Section } from '#web/ui/section.tsx';
import { AnswerCard } from './answer-card.tsx';
import { AnswerForm } from './answer.form.tsx';
import { DossierContents } from './dossier-contents.tsx';
import { HashText, IntactBadge } from './dossier-seal.tsx';

export type Opened = ReplyOf<typeof openDossier>;

interface OpenedDossierProps {
  readonly opened: Opened;
  readonly isOpening: boolean;
  readonly onReopen: () => void;
}

/** The dossier as it was at this look: contents, the bank's own conditions, what was answered, the answer to give. */
export function OpenedDossier({ opened, isOpening, onReopen }: OpenedDossierProps) {
  const t = useWords('credit');
  const { content, judgement, answers } = opened;
  return (
    <>
      <Section
        title={t('desk.judgement')}
        lead={t('desk.judgementLead', { day: dayText(content.asOf) })}
        actions={opened.synthetic && <SyntheticMark />}
      >
        <Stack gap="lg">
          <Verdict judgement={judgement} asOf={content.asOf} />
          <ClauseList judgement={judgement} />
        </Stack>
      </Section>
      <DossierContents content={content} />
      <Section title={t('dossier.seal')}>
        <Facts
          facts={[
            { label: t('dossier.organisation'), value: content.organisation.name },
            { label: t('dossier.taxNumber'), value: content.organisation.taxNumber },
            { label: t('dossier.hash'), value: <HashText hash={opened.contentHash} /> },
            { label: t('dossier.wholeLabel'), value: <IntactBadge intact={opened.intact} /> },
          ]}
        />
      </Section>
      {answers.length > 0 && (
        <Section title={t('desk.answers')}>
          <Stack>
            {answers.map((answer) => (
              <AnswerCard key={answer.id} answer={answer} bank={opened.bank.name} product={opened.product.id} />
            ))}
          </Stack>
        </Section>
      )}
      <Answering opened={opened} isOpening={isOpening} onReopen={onReopen} />
    </>
  );
}

/** What was opened is a picture of that moment: after an answer it is not fetched anew by itself, that would be a look. */
function Answering({ opened, isOpening, onReopen }: OpenedDossierProps) {
  const t = useWords('credit');
  const [sentTo, setSentTo] = useState<Opened>();
  return (
    <Section title={t('desk.answer')}>
      {sentTo === opened ? (
        <Alert color="leaf" variant="light" role="status">
          <Group justify="space-between" gap="sm">
            {t('desk.sent')}
            <Button variant="default" loading={isOpening} onClick={onReopen}>
              {t('desk.reopen')}
            </Button>
          </Group>
        </Alert>
      ) : opened.may.answer ? (
        <AnswerForm opened={opened} onDone={() => setSentTo(opened)} />
      ) : (
        <Text>{t('desk.cannotAnswer')}</Text>
      )}
    </Section>
  );
}
