import { Alert, Anchor, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { Link } from 'react-router';
import type { DeliveryId } from '#kernel/id.ts';
import type { ReplyOf } from '#kernel/method.ts';
import { confirmDelivery, disputeDelivery, getDelivery } from '#contexts/linkage/delivery.wire.ts';
import { otherSide } from '#contexts/linkage/part.wire.ts';
import { useAnswer } from '#web/lib/api.ts';
import { useCommand } from '#web/lib/command.ts';
import { dayText, quantityText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { useParam, type Load } from '#web/lib/routes.tsx';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { Facts } from '#web/ui/facts.tsx';
import { withoutBlanks } from '#web/ui/form-errors.ts';
import { FormShell } from '#web/ui/form-shell.tsx';
import { SyntheticMark } from '#web/ui/marks.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { Section } from '#web/ui/section.tsx';
import { Timeline } from '#web/ui/timeline.tsx';
import { DayText, InstantText, Quantity } from '#web/ui/value-text.tsx';
import { WeightFields } from './delivery-fields.tsx';
import { DeliveryOutside } from './delivery-outside.tsx';
import { FormDialog } from './form-dialog.tsx';
import { linkagePaths } from './paths.ts';
import { DeliveryBadge, nameOf, PartyLink, SideText, unitOf } from './parts.tsx';

export type Delivery = ReplyOf<typeof getDelivery>;

export const load: Load = ({ ask, param }) => ask(getDelivery, { delivery: param('id') });

export function Page() {
  const t = useWords('linkage');
  const delivery = useAnswer(getDelivery, { delivery: useParam<DeliveryId>('id') });
  const unit = unitOf(delivery.commodity);
  const { contract } = delivery;
  return (
    <>
      <PageHeader
        title={t('delivery.one', { day: dayText(delivery.deliveredOn) })}
        lead={`${nameOf(delivery.commodity)} · ${quantityText(delivery.netQty, unit)}`}
        crumbs={[
          { label: t('delivery.title'), to: linkagePaths.deliveries },
          { label: contract.number, to: linkagePaths.contract(contract.id) },
        ]}
        badges={
          <>
            <DeliveryBadge state={delivery.state} />
            {delivery.provenance === 'synthetic' && <SyntheticMark />}
          </>
        }
      />
      <Window delivery={delivery} />
      <Answering delivery={delivery} />
      <Facts
        facts={[
          { label: t('delivery.gross'), value: <Quantity qty={delivery.grossQty} unit={unit} /> },
          { label: t('delivery.tare'), value: <Quantity qty={delivery.tareQty} unit={unit} /> },
          { label: t('delivery.net'), value: <Quantity qty={delivery.netQty} unit={unit} /> },
          { label: t('place'), value: delivery.place },
          { label: t('delivery.vehicle'), value: delivery.vehicle },
          { label: t('contract.seller'), value: <PartyLink party={contract.seller} /> },
          { label: t('contract.buyer'), value: <PartyLink party={contract.buyer} /> },
          {
            label: t('delivery.recordedBy'),
            value: (
              <>
                <SideText side={delivery.side} /> · <InstantText at={delivery.recordedAt} />
              </>
            ),
          },
          { label: t('delivery.answerUntil'), value: <DayText day={delivery.answerUntil} /> },
          { label: t('delivery.settled'), value: t(delivery.settled ? 'shell:yes' : 'shell:no') },
        ]}
      />
      <Corrections delivery={delivery} />
      <DeliveryOutside delivery={delivery} />
      <Answers delivery={delivery} />
    </>
  );
}

/** Until when the other side may answer, and what its silence will mean: said where one answers. */
function Window({ delivery }: { delivery: Delivery }) {
  const t = useWords('linkage');
  if (delivery.state !== 'recorded') return null;
  return (
    <Alert variant="light" mb="md">
      {t('delivery.window', {
        side: t(`side.${otherSide(delivery.side)}`),
        day: dayText(delivery.answerUntil),
        silence: t(`terms.silence.${delivery.onSilence}`),
      })}
    </Alert>
  );
}

/** What this person can answer now, large enough for a thumb. */
function Answering({ delivery }: { delivery: Delivery }) {
  const t = useWords('linkage');
  const [confirming, confirm] = useDisclosure(false);
  const [disputing, dispute] = useDisclosure(false);
  const confirmed = useCommand(confirmDelivery);
  const { may } = delivery;
  if (!may.confirm && !may.dispute && !may.correct) return null;
  return (
    <Group mb="lg" data-noprint>
      {may.confirm && (
        <Button size="lg" onClick={confirm.open}>
          {t('delivery.confirm')}
        </Button>
      )}
      {may.dispute && (
        <Button size="lg" variant="light" color="red" onClick={dispute.open}>
          {t('delivery.dispute')}
        </Button>
      )}
      {may.correct && (
        <Button size="lg" variant="default" component={Link} to={linkagePaths.correctDelivery(delivery.id)}>
          {t('delivery.correct')}
        </Button>
      )}
      <ConfirmDialog
        opened={confirming}
        title={t('delivery.confirm')}
        confirm={t('delivery.confirm')}
        pending={confirmed.isPending}
        problem={confirmed.error}
        onClose={confirm.close}
        onConfirm={() => confirmed.mutate({ delivery: delivery.id }, { onSuccess: confirm.close })}
      >
        {t('delivery.confirmText', { qty: quantityText(delivery.netQty, unitOf(delivery.commodity)) })}
      </ConfirmDialog>
      <FormDialog opened={disputing} title={t('delivery.disputeTitle')} onClose={dispute.close}>
        <DisputeForm delivery={delivery} onDone={dispute.close} />
      </FormDialog>
    </Group>
  );
}

function DisputeForm({ delivery, onDone }: { delivery: Delivery; onDone: () => void }) {
  const t = useWords('linkage');
  const dispute = useCommand(disputeDelivery);
  const form = useForm({
    initialValues: { grossQty: '' as number | '', tareQty: delivery.tareQty as number | '', reason: '' },
  });
  return (
    <FormShell
      method={disputeDelivery}
      command={dispute}
      form={form}
      submit={t('delivery.dispute')}
      toInput={(values) => ({ delivery: delivery.id, ...withoutBlanks(values) }) as never}
      onDone={onDone}
    >
      <Text>{t('delivery.disputeText')}</Text>
      <WeightFields form={form} units={[unitOf(delivery.commodity)]} />
      <TextInput label={t('reason')} required maxLength={1000} {...form.getInputProps('reason')} />
    </FormShell>
  );
}

function Corrections({ delivery }: { delivery: Delivery }) {
  const t = useWords('linkage');
  if (delivery.corrects === null && delivery.correctedBy === null) return null;
  return (
    <Stack gap={4} mt="md">
      {delivery.corrects !== null && (
        <Text>
          <Anchor component={Link} to={linkagePaths.delivery(delivery.corrects)}>
            {t('delivery.corrects')}
          </Anchor>
          : {delivery.correctionReason}
        </Text>
      )}
      {delivery.correctedBy !== null && (
        <Anchor component={Link} to={linkagePaths.delivery(delivery.correctedBy)}>
          {t('delivery.correctedBy')}
        </Anchor>
      )}
    </Stack>
  );
}

function Answers({ delivery }: { delivery: Delivery }) {
  const t = useWords('linkage');
  const unit = unitOf(delivery.commodity);
  const weighed = (answer: Delivery['answers'][number]): string =>
    answer.grossQty === null || answer.tareQty === null
      ? ''
      : t('delivery.otherWeights', {
          gross: quantityText(answer.grossQty, unit),
          tare: quantityText(answer.tareQty, unit),
        });
  return (
    <Section title={t('delivery.answers')}>
      {delivery.answers.length === 0 && <Text c="dimmed">{t('delivery.noAnswers')}</Text>}
      <Timeline
        label={t('delivery.answers')}
        events={delivery.answers.map((answer) => ({
          id: answer.answeredAt,
          at: answer.answeredAt,
          title: t(`delivery.answerName.${answer.kind}`),
          by: answer.bySilence ? t('delivery.bySilence') : t(`side.${answer.side}`),
          text: [weighed(answer), answer.reason].filter((part) => part !== '').join(' · '),
        }))}
      />
    </Section>
  );
}
