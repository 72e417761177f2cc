import { Anchor, Card, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { correctCapital, type CapitalActId, type CapitalActRow } from '#contexts/registry/capital.wire.ts';
import { newId, type OrganisationId } from '#kernel/id.ts';
import { useCommand } from '#web/lib/command.ts';
import { instantText, vndText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { StateBadge } from '#web/ui/marks.tsx';
import { DayText } from '#web/ui/value-text.tsx';
import { registryPaths } from './paths.ts';
import { Reversal } from './reversal.tsx';

const signed = (amountVnd: number): string => `${amountVnd > 0 ? '+' : ''}${vndText(amountVnd)}`;

/** Acts of the book, each with its lines, its document and the way to take it back. */
export function CapitalActs({ organisation, acts }: { organisation: OrganisationId; acts: readonly CapitalActRow[] }) {
  const t = useWords('registry');
  if (acts.length === 0) return <EmptyState title={t('capital.book.empty')} />;
  return (
    <Stack gap="sm" component="ol" p={0} m={0} style={{ listStyle: 'none' }} aria-label={t('capital.book.title')}>
      {acts.map((act) => (
        <Act key={act.id} organisation={organisation} act={act} />
      ))}
    </Stack>
  );
}

function Act({ organisation, act }: { organisation: OrganisationId; act: CapitalActRow }) {
  const t = useWords('registry');
  const at = instantText(act.recordedAt);
  return (
    <Card component="li" withBorder padding="sm" {...(act.reversedBy !== null && { bg: 'var(--lk-sunk)' })}>
      <Group justify="space-between" gap="xs" align="flex-start">
        <Group gap="xs">
          <Text fw={600} component="span">
            {t('capital.book.number', { number: act.number })} · {t(`capital.book.kind.${act.kind}`)}
          </Text>
          <DayText day={act.onDay} />
          {act.reverses !== null && (
            <StateBadge tone="neutral" label={t('capital.book.reverses', { number: act.reverses })} />
          )}
          {act.reversedBy !== null && (
            <StateBadge tone="neutral" label={t('capital.book.reversedBy', { number: act.reversedBy })} />
          )}
        </Group>
        {act.may.correct && <Reverse act={act} />}
      </Group>
      <Lines act={act} />
      <Papers act={act} />
      <Group gap="md" mt={4} fz="sm" c="dimmed">
        <span>{act.by === null ? t('capital.book.at', { at }) : t('capital.book.by', { name: act.by, at })}</span>
        <Anchor
          component={Link}
          to={`${registryPaths.capital(organisation)}?known=${act.number}&on=${act.onDay}`}
          fz="sm"
          data-noprint
        >
          {t('capital.asAfter')}
        </Anchor>
      </Group>
    </Card>
  );
}

function Lines({ act }: { act: CapitalActRow }) {
  const t = useWords('registry');
  return (
    <Stack gap={2} mt={4} component="ul" m={0} pl="md">
      {act.lines.map((line) => (
        <Text key={`${line.member} ${line.form}`} component="li" size="sm">
          <Anchor component={Link} to={registryPaths.member(line.member)} fz="sm">
            {line.name ?? t('member.hidden')}
          </Anchor>{' '}
          ({t(`capital.book.form.${line.form}`)}):{' '}
          {[
            ...(line.subscribedVnd === 0 ? [] : [t('capital.book.promised', { amount: signed(line.subscribedVnd) })]),
            ...(line.paidVnd === 0 ? [] : [t('capital.book.paid', { amount: signed(line.paidVnd) })]),
            ...(line.valuationDocument === null
              ? []
              : [t('capital.book.valuation', { document: line.valuationDocument })]),
            ...(line.endsMembership ? [t('capital.book.leaves')] : []),
          ].join(' · ')}
        </Text>
      ))}
      {act.lineCount > act.lines.length && (
        <Text component="li" size="sm" c="dimmed">
          {t('capital.book.more', { count: act.lineCount - act.lines.length })}
        </Text>
      )}
    </Stack>
  );
}

function Papers({ act }: { act: CapitalActRow }) {
  const t = useWords('registry');
  const told = [
    ...(act.document === null ? [] : [t('capital.book.document', { document: act.document })]),
    ...(act.legalBasis === null ? [] : [t('capital.book.legalBasis', { basis: act.legalBasis })]),
    ...(act.note === null ? [] : [act.note]),
  ];
  return told.length === 0 ? null : (
    <Text size="sm" mt={4}>
      {told.join(' · ')}
    </Text>
  );
}

function Reverse({ act }: { act: CapitalActRow }) {
  const [id] = useState(() => newId<CapitalActId>());
  const correct = useCommand(correctCapital, { stale: ['insight', 'credit', 'support'] });
  return (
    <Reversal
      number={act.number}
      pending={correct.isPending}
      problem={correct.error}
      onReverse={(reason, done) => correct.mutate({ id, act: act.id, reason }, { onSuccess: done })}
    />
  );
}
