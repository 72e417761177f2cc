import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { ReplyOf } from '#kernel/method.ts';
import { withdrawConsent } from '#contexts/credit/consent.wire.ts';
import type { ConsentView, getDossier } from '#contexts/credit/dossier.wire.ts';
import { useCommand } from '#web/lib/command.ts';
import { vndText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { FormDialog } from '#web/linkage/form-dialog.tsx';
import { said } from '#web/support/said.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Facts } from '#web/ui/facts.tsx';
import { Section } from '#web/ui/section.tsx';
import { Timeline } from '#web/ui/timeline.tsx';
import { DayText } from '#web/ui/value-text.tsx';
import { AnswerCard } from './answer-card.tsx';
import { ConsentForm } from './consent.form.tsx';
import { ConsentBadge } from './credit-marks.tsx';
import { monthsText } from './credit-text.ts';

type Dossier = ReplyOf<typeof getDossier>;

/** To whom it was shown, who looked and when, and what was answered. */
export function DossierConsents({ dossier }: { dossier: Dossier }) {
  const t = useWords('credit');
  const [isAsked, { open, close }] = useDisclosure(false);
  const { consents, may } = dossier;
  return (
    <Section
      title={t('consent.title')}
      lead={t('consent.lead')}
      actions={
        <Button onClick={open} disabled={!may.share} {...(!may.share && { 'aria-describedby': 'cannot-share' })}>
          {t('consent.give')}
        </Button>
      }
    >
      {!may.share && (
        <Text size="sm" c="dimmed" mb="sm" id="cannot-share" data-noprint>
          {t('consent.cannotGive')}
        </Text>
      )}
      {consents.length === 0 && <EmptyState title={t('consent.empty')} text={t('consent.emptyText')} />}
      <Stack gap="xl">
        {consents.map((consent) => (
          <ConsentCard key={consent.id} consent={consent} />
        ))}
      </Stack>
      <FormDialog opened={isAsked} title={t('consent.give')} onClose={close}>
        <ConsentForm dossier={dossier.id} onDone={close} />
      </FormDialog>
    </Section>
  );
}

function ConsentCard({ consent }: { consent: ConsentView }) {
  const t = useWords('credit');
  const { looks, answers, bank } = consent;
  return (
    <article aria-label={bank.name}>
      <Group justify="space-between" mb="sm" gap="sm">
        <Group gap="sm">
          <Title order={3} size="h4">
            {bank.name}
          </Title>
          <ConsentBadge state={consent.state} />
        </Group>
        {consent.state === 'standing' && <Withdraw consent={consent} />}
      </Group>
      <Facts
        facts={[
          { label: t('consent.product'), value: said(consent.product.name) },
          { label: t('consent.purpose'), value: consent.purpose },
          {
            label: t('consent.wanted'),
            value: t('consent.wantedOf', {
              amount: vndText(consent.wantedVnd),
              months: monthsText(t, consent.wantedMonths),
            }),
          },
          { label: t('consent.givenOn'), value: <DayText day={consent.givenOn} /> },
          { label: t('consent.until'), value: <DayText day={consent.until} /> },
        ]}
      />
      <Title order={4} size="h5" mt="md" mb="xs">
        {t('consent.looks')}
      </Title>
      {looks.length === 0 ? (
        <Text c="dimmed">{t('consent.noLooks')}</Text>
      ) : (
        <Timeline
          label={t('consent.looks')}
          events={looks.map(({ id, at, what }) => ({ id, at, title: t(`consent.look.${what}`), by: bank.name }))}
        />
      )}
      <Title order={4} size="h5" mt="md" mb="xs">
        {t('answer.title')}
      </Title>
      {answers.length === 0 && <Text c="dimmed">{t('answer.none')}</Text>}
      <Stack>
        {answers.map((answer) => (
          <AnswerCard key={answer.id} answer={answer} bank={bank.name} product={consent.product.id} />
        ))}
      </Stack>
    </article>
  );
}

function Withdraw({ consent }: { consent: ConsentView }) {
  const t = useWords('credit');
  const [isAsked, { open, close }] = useDisclosure(false);
  const withdraw = useCommand(withdrawConsent);
  return (
    <>
      <Button variant="light" color="red" onClick={open}>
        {t('consent.withdraw')}
      </Button>
      <ConfirmDialog
        danger
        opened={isAsked}
        title={t('consent.withdrawTitle')}
        confirm={t('consent.withdraw')}
        pending={withdraw.isPending}
        problem={withdraw.error}
        onClose={close}
        onConfirm={() => withdraw.mutate({ consent: consent.id }, { onSuccess: close })}
      >
        {t('consent.withdrawText', { bank: consent.bank.name })}
      </ConfirmDialog>
    </>
  );
}
