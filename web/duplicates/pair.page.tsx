import { Alert, Button, Group, Text } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconChevronLeft, IconChevronRight, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import type { PairId } from '#contexts/duplicates/pair.ts';
import { getPair, listPairs, type PairView } from '#contexts/duplicates/pair.wire.ts';
import { useAnswer } from '#web/lib/api.ts';
import { percentText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { filtersIn } from '#web/lib/params.ts';
import { useParam, type Load } from '#web/lib/routes.tsx';
import { StateBadge } from '#web/ui/marks.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { Section } from '#web/ui/section.tsx';
import { Timeline } from '#web/ui/timeline.tsx';
import { clauseText } from './clause-words.ts';
import { duplicatesPaths } from './paths.ts';
import { stateTones } from './pair-list.page.tsx';
import { ComparisonTable, HangingTable } from './comparison-table.tsx';
import { Decisions } from './pair-decisions.tsx';

/** The page of the list this pair was opened from: next and previous are those of the list. */
const inputOf = (search: URLSearchParams) => filtersIn(listPairs, search);

export const load: Load = ({ ask, param, search }) =>
  Promise.all([ask(getPair, { pair: param('id') }), ask(listPairs, inputOf(search))]);

export function Page() {
  const t = useWords('duplicates');
  const pair = useAnswer(getPair, { pair: useParam<PairId>('id') });
  return (
    <>
      <PageHeader
        title={`${pair.first.name ?? t('hidden')} · ${pair.second.name ?? t('hidden')}`}
        lead={`${t('likelihood')}: ${percentText(pair.likelihood, 1)} · ${pair.clauses.map(clauseText).join('; ')}`}
        crumbs={[{ label: t('title'), to: duplicatesPaths.pairsOf(pair.subject) }]}
        badges={
          <StateBadge tone={stateTones[pair.state]} label={pair.reopened ? t('reopened') : t(`state.${pair.state}`)} />
        }
      />
      <Neighbours pair={pair} />
      {pair.sight === 'masked' && <Note text={t('masked')} />}
      {pair.changed && <Note text={t('changed')} />}
      <Section title={t('compare')} lead={t('compareLead')}>
        <ComparisonTable pair={pair} />
      </Section>
      {pair.may.decide && <Decisions pair={pair} />}
      <Section title={t('hanging')}>
        <HangingTable pair={pair} />
      </Section>
      <History pair={pair} />
    </>
  );
}

function Note({ text }: { text: string }) {
  return (
    <Alert color="gray" variant="light" mt="md" icon={<IconInfoCircle aria-hidden />}>
      <Text size="sm">{text}</Text>
    </Alert>
  );
}

/** Next and previous of the list, by button and by key. */
function Neighbours({ pair }: { pair: PairView }) {
  const t = useWords('duplicates');
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const { items } = useAnswer(listPairs, inputOf(search));
  const at = items.findIndex(({ id }) => id === pair.id);
  const leadsTo = (id: PairId | undefined): string | undefined =>
    id === undefined ? undefined : duplicatesPaths.pair(id, search.size === 0 ? '' : `?${search.toString()}`);
  const previous = leadsTo(at > 0 ? items[at - 1]?.id : undefined);
  const next = leadsTo(items[at + 1]?.id);
  const go = (to: string | undefined): void => {
    if (to !== undefined) void navigate(to);
  };
  useHotkeys([
    ['J', () => go(next)],
    ['K', () => go(previous)],
  ]);
  if (items.length === 0) return null;
  return (
    <Group gap="sm" data-noprint>
      <Step to={previous} label={t('previous')} icon={<IconChevronLeft size={18} aria-hidden />} />
      <Step to={next} label={t('next')} icon={<IconChevronRight size={18} aria-hidden />} />
      <Text size="sm" c="dimmed">
        {at >= 0 && `${t('position', { at: at + 1, count: items.length })} · `}
        {t('keys')}
      </Text>
    </Group>
  );
}

function Step({ to, label, icon }: { to: string | undefined; label: string; icon: ReactNode }) {
  if (to === undefined)
    return (
      <Button variant="default" leftSection={icon} disabled>
        {label}
      </Button>
    );
  return (
    <Button component={Link} to={to} variant="default" leftSection={icon}>
      {label}
    </Button>
  );
}

function History({ pair }: { pair: PairView }) {
  const t = useWords('duplicates');
  if (pair.entries.length === 0) return null;
  return (
    <Section title={t('history')}>
      <Timeline
        label={t('history')}
        events={pair.entries.map(({ id, at, kind, reason, by }) => ({
          id,
          at,
          title: t(`entry.${kind}`),
          ...(by !== null && { by }),
          ...(reason !== null && { text: reason }),
        }))}
      />
    </Section>
  );
}
