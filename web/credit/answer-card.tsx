import { Group, List, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { AnswerView } from '#contexts/credit/answer.wire.ts';
import type { ProductId } from '#contexts/credit/product.ts';
import { getProduct } from '#contexts/credit/product.wire.ts';
import { answer as question } from '#web/lib/api.ts';
import { dayText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { said } from '#web/support/said.ts';
import { Facts } from '#web/ui/facts.tsx';
import { StateBadge } from '#web/ui/marks.tsx';
import { DayText, Money } from '#web/ui/value-text.tsx';
import { AnswerReply } from './answer-reply.tsx';
import { AnswerBadge } from './credit-marks.tsx';
import { monthsText, rateText } from './credit-text.ts';
import { OfferSchedule } from './offer-schedule.tsx';

interface AnswerCardProps {
  readonly answer: AnswerView;
  readonly bank: string;
  readonly product: ProductId;
}

/** One answer of a bank: its figures or its reasons, and what the organisation said to it. */
export function AnswerCard({ answer, bank, product }: AnswerCardProps) {
  const t = useWords('credit');
  const { kind, reply, clauses, remarks, schedule, amountVnd } = answer;
  return (
    <div>
      <Group gap="xs" mb="sm">
        <AnswerBadge kind={kind} />
        {kind === 'offered' &&
          (reply === null ? (
            <StateBadge tone="waiting" label={t('answer.waits')} />
          ) : (
            <StateBadge tone={reply === 'accepted' ? 'good' : 'neutral'} label={t(`answer.reply.${reply}`)} />
          ))}
      </Group>
      <Figures answer={answer} />
      {remarks !== '' && (
        <Text mt="sm" style={{ whiteSpace: 'pre-line' }}>
          <Text span c="dimmed">
            {t('answer.remarks')}:
          </Text>{' '}
          {remarks}
        </Text>
      )}
      {clauses.length > 0 && <NamedClauses codes={clauses} product={product} />}
      {schedule.length > 0 && <OfferSchedule instalments={schedule} />}
      {answer.may.reply && <AnswerReply answer={answer.id} bank={bank} amountVnd={amountVnd ?? 0} />}
    </div>
  );
}

function Figures({ answer }: { answer: AnswerView }) {
  const t = useWords('credit');
  const { amountVnd, rateBp, months, paidOutOn, validUntil, repliedOn, replyNote } = answer;
  const isOffer = answer.kind === 'offered';
  const replied = repliedOn === null ? '' : t('answer.repliedOn', { day: dayText(repliedOn) });
  return (
    <Facts
      facts={[
        { label: t('answer.on'), value: <DayText day={answer.answeredOn} /> },
        ...(isOffer
          ? [
              { label: t('answer.amount'), value: <Money amountVnd={amountVnd} /> },
              { label: t('answer.rate'), value: rateBp !== null && rateText(rateBp) },
              { label: t('answer.months'), value: months !== null && monthsText(t, months) },
              { label: t('answer.paidOutOn'), value: <DayText day={paidOutOn} /> },
              { label: t('answer.validUntil'), value: <DayText day={validUntil} /> },
            ]
          : []),
        ...(answer.reply === null
          ? []
          : [{ label: t(`answer.reply.${answer.reply}`), value: [replied, replyNote].filter(Boolean).join(' · ') }]),
      ]}
    />
  );
}

/** The conditions by their words; one that the product no longer has keeps its code. */
function NamedClauses({ codes, product }: { codes: readonly string[]; product: ProductId }) {
  const t = useWords('credit');
  const { data } = useQuery(question(getProduct, { product }));
  return (
    <>
      <Text mt="sm" c="dimmed">
        {t('answer.clauses')}:
      </Text>
      <List>
        {codes.map((code) => {
          const condition = data?.conditions.find((one) => one.code === code);
          return <List.Item key={code}>{condition === undefined ? code : said(condition.text)}</List.Item>;
        })}
      </List>
    </>
  );
}
