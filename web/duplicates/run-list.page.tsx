import { Button, NativeSelect, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconRefresh } from '@tabler/icons-react';
import { getClauses } from '#contexts/duplicates/clause-set.wire.ts';
import { subjects, type Subject } from '#contexts/duplicates/pair.ts';
import type { RunId, RunState } from '#contexts/duplicates/run.ts';
import { listRuns, startRun, type RunView } from '#contexts/duplicates/run.wire.ts';
import { newId } from '#kernel/id.ts';
import { answer, useAnswer } from '#web/lib/api.ts';
import { useCommand } from '#web/lib/command.ts';
import { useFilters } from '#web/lib/filters.ts';
import { numberText } from '#web/lib/format.ts';
import { findWord, useWords } from '#web/lib/i18n.ts';
import { filtersIn } from '#web/lib/params.ts';
import type { Load } from '#web/lib/routes.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { StateBadge, type Tone } from '#web/ui/marks.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { ProblemNote } from '#web/ui/problem-note.tsx';
import { Section } from '#web/ui/section.tsx';
import type { Column } from '#web/ui/table-column.ts';
import { InstantText } from '#web/ui/value-text.tsx';
import { ClauseSection } from './clause-section.tsx';
import { duplicatesPaths } from './paths.ts';

const usual = { subject: 'organisation' } as const;
const goesOn = ({ state }: Pick<RunView, 'state'>): boolean => state !== 'done' && state !== 'failed';

const tones: Readonly<Record<RunState, Tone>> = {
  waiting: 'waiting',
  reading: 'busy',
  comparing: 'busy',
  writing: 'busy',
  done: 'good',
  failed: 'bad',
};

function Progress({ run }: { run: RunView }) {
  const t = useWords('duplicates');
  const code = run.trouble?.split('.').at(-1) ?? '';
  const trouble = findWord(`duplicates:problem.run.${code}`) ?? code;
  const values = { written: run.written ?? 0, count: run.pairs ?? 0, trouble };
  return <StateBadge tone={tones[run.state]} label={t(`run.state.${run.state}`, values)} />;
}

const figure = (value: number | null) => (value === null ? null : numberText(value));

function Candidates({ run }: { run: RunView }) {
  const t = useWords('duplicates');
  const over = run.passedOver ?? [];
  return (
    <>
      {figure(run.candidates)}
      {over.length > 0 && (
        <Text size="sm" c="dimmed">
          {t('run.passedOver', { count: over.length, most: Math.max(...over.map(({ rows }) => rows)) })}
        </Text>
      )}
    </>
  );
}

function Asker({ run }: { run: RunView }) {
  const t = useWords('duplicates');
  return <>{run.askedBy ?? t('run.night')}</>;
}

function Way({ run }: { run: RunView }) {
  const t = useWords('duplicates');
  return <>{t(`run.way.${run.way}`)}</>;
}

const columns: Column<RunView>[] = [
  { label: 'duplicates:run.askedAt', cell: ({ askedAt }) => <InstantText at={askedAt} /> },
  { label: 'duplicates:run.wayLabel', cell: (run) => <Way run={run} /> },
  { label: 'duplicates:run.askedBy', cell: (run) => <Asker run={run} />, minor: true },
  { label: 'duplicates:run.stateLabel', cell: (run) => <Progress run={run} /> },
  { label: 'duplicates:run.records', cell: ({ records }) => figure(records), align: 'end' },
  { label: 'duplicates:run.candidates', cell: (run) => <Candidates run={run} />, align: 'end' },
  { label: 'duplicates:run.pairs', cell: ({ pairs }) => figure(pairs), align: 'end' },
  {
    label: 'duplicates:run.news',
    cell: ({ opened, reopened, lapsed }) => (opened === null ? null : `${opened}, ${reopened}, ${lapsed}`),
    align: 'end',
    minor: true,
  },
];

const asked = (search: URLSearchParams) => ({ ...usual, ...filtersIn(listRuns, search) });

export const load: Load = ({ ask, search }) => {
  const input = asked(search);
  return Promise.all([ask(listRuns, input), ask(getClauses, input)]);
};

export function Page() {
  const t = useWords('duplicates');
  const filters = useFilters(listRuns);
  const subject = (filters.text('subject') || usual.subject) as Subject;
  const first = useAnswer(listRuns, { subject });
  // Asked again every two seconds while something goes on.
  const { data } = useQuery({
    ...answer(listRuns, { subject }),
    refetchInterval: ({ state }) => (state.data?.items.some(goesOn) === true ? 2_000 : false),
  });
  const { items, may } = data ?? first;
  return (
    <>
      <PageHeader
        title={t('run.title')}
        lead={t('run.lead')}
        crumbs={[{ label: t('title'), to: duplicatesPaths.pairsOf(subject) }]}
        actions={may.start && <Start key={subject} subject={subject} />}
      />
      <NativeSelect
        label={t('subjectLabel')}
        value={subject}
        w={{ base: '100%', sm: '18rem' }}
        data={subjects.map((value) => ({ value, label: t(`subject.${value}`) }))}
        onChange={(event) => filters.set({ subject: event.currentTarget.value })}
      />
      <Section title={t('run.list')}>
        <DataTable columns={columns} rows={items} caption={t('run.list')} empty={t('run.empty')} />
      </Section>
      <ClauseSection key={subject} subject={subject} />
    </>
  );
}

function Start({ subject }: { subject: Subject }) {
  const t = useWords('duplicates');
  const start = useCommand(startRun);
  return (
    <div>
      <Button
        leftSection={<IconRefresh size={18} aria-hidden />}
        loading={start.isPending}
        onClick={() => start.mutate({ id: newId<RunId>(), subject })}
      >
        {t('run.start')}
      </Button>
      <ProblemNote problem={start.error} />
    </div>
  );
}
