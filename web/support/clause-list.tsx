import { Anchor, Group, Stack, Text, Title } from '@mantine/core';
import { IconCircleCheck, IconCircleX, IconHelpCircle } from '@tabler/icons-react';
import type { Day } from '#kernel/day.ts';
import type { ClauseTest, JudgedClause, Judgement, Outcome } from '#kernel/fact.ts';
import { dayText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { StateBadge, UnverifiedMark, type Tone } from '#web/ui/marks.tsx';
import classes from './clause-list.module.css';
import { gapText, needText, sourceText, valueText } from './fact-text.ts';
import { said } from './said.ts';

const tones: Readonly<Record<Outcome, Tone>> = { yes: 'good', no: 'bad', unknown: 'waiting' };
const signs = { yes: IconCircleCheck, no: IconCircleX, unknown: IconHelpCircle } as const;
const colours = { yes: 'leaf', no: 'red', unknown: 'clay' } as const;
const order: readonly Outcome[] = ['no', 'unknown', 'yes'];

export function OutcomeBadge({ outcome }: { outcome: Outcome }) {
  const t = useWords('support');
  return <StateBadge tone={tones[outcome]} label={t(`check.verdict.${outcome}`)} />;
}

/** The answer in one sentence, with how many conditions hold. */
export function Verdict({ judgement, asOf }: { judgement: Judgement; asOf: Day }) {
  const t = useWords('support');
  const { outcome, clauses } = judgement;
  const Sign = signs[outcome];
  const count = (of: Outcome): number => clauses.filter((one) => one.binding && one.outcome === of).length;
  return (
    <div className={classes['verdict']} role="status">
      <Sign size={44} stroke={1.6} color={`var(--mantine-color-${colours[outcome]}-6)`} aria-hidden />
      <div>
        <Title order={2} size="h3">
          {t(`check.verdict.${outcome}`)}
        </Title>
        <Text mt={4}>{t(`check.verdictText.${outcome}`, { day: dayText(asOf) })}</Text>
        <Text size="sm" c="dimmed" mt={4}>
          {t('check.counts', { yes: count('yes'), no: count('no'), unknown: count('unknown') })}
        </Text>
      </div>
    </div>
  );
}

/** Every condition with its answer, the fact, what was asked for, the law, and what would change it. */
export function ClauseList({ judgement }: { judgement: Judgement }) {
  const t = useWords('support');
  const sorted = order.flatMap((outcome) => judgement.clauses.filter((one) => one.outcome === outcome));
  const groups = [
    { key: 'binding', title: t('clause.binding'), clauses: sorted.filter(({ binding }) => binding) },
    { key: 'advisory', title: t('clause.advisory'), clauses: sorted.filter(({ binding }) => !binding) },
  ].filter(({ clauses }) => clauses.length > 0);
  return (
    <Stack gap="lg">
      {groups.map(({ key, title, clauses }) => (
        <section key={key} aria-labelledby={`clauses-${key}`}>
          <Title order={3} size="h4" mb="xs" id={`clauses-${key}`}>
            {title}
          </Title>
          <ul className={classes['list']}>
            {clauses.map((clause) => (
              <ClauseItem key={clause.code} clause={clause} />
            ))}
          </ul>
        </section>
      ))}
    </Stack>
  );
}

function ClauseItem({ clause }: { clause: JudgedClause }) {
  const t = useWords('support');
  const { outcome, binding, verified } = clause;
  return (
    <li className={classes['clause']} data-outcome={outcome} data-binding={binding} id={clause.code}>
      <div>
        <Group gap="xs" mb={6}>
          <StateBadge tone={binding ? tones[outcome] : 'neutral'} label={t(`clause.outcome.${outcome}`)} />
          {!verified && <UnverifiedMark />}
        </Group>
        <Text fw={500}>{said(clause.text)}</Text>
        <Text size="sm" c="dimmed" mt={6}>
          {t('clause.law')}: {clause.law} · {clause.article}
        </Text>
        <Text size="sm" c="dimmed">
          {t('shell:source', { source: clause.source })}
        </Text>
      </div>
      <dl className={classes['pairs']}>
        {clause.tests.map((test) => (
          <TestRows key={test.fact.name} test={test} />
        ))}
        {outcome !== 'yes' && (
          <>
            <dt>{t('clause.remedy')}</dt>
            <dd>
              <Text fw={500} component="div">
                {said(clause.remedy)}
              </Text>
            </dd>
          </>
        )}
      </dl>
    </li>
  );
}

function TestRows({ test }: { test: ClauseTest }) {
  const t = useWords('support');
  const { fact, against } = test;
  const gap = gapText(t, test);
  return (
    <>
      <dt>{t('clause.fact')}</dt>
      <dd>
        {t('clause.bound', { name: t(`fact.${fact.name}`), value: valueText(t, fact) })}
        {gap !== undefined && (
          <Text span c="red" fw={600}>
            {` (${gap})`}
          </Text>
        )}
        <Text size="sm" c="dimmed">
          {sourceText(t, fact)}
        </Text>
      </dd>
      <dt>{t('clause.need')}</dt>
      <dd>
        {needText(t, test)}
        {against.map((bound) => (
          <Text size="sm" c="dimmed" key={bound.name} component="div">
            {t('clause.bound', { name: t(`fact.${bound.name}`), value: valueText(t, bound) })} · {sourceText(t, bound)}{' '}
            {!bound.source.verified && <UnverifiedMark />}
          </Text>
        ))}
      </dd>
    </>
  );
}

/** Links to the clauses a decision names. */
export function ClauseLinks({ codes, judgement }: { codes: readonly string[]; judgement: Judgement | null }) {
  if (codes.length === 0) return null;
  return (
    <ul>
      {codes.map((code) => {
        const clause = judgement?.clauses.find((one) => one.code === code);
        return (
          <li key={code}>
            <Anchor href={`#${code}`} size="sm">
              {clause === undefined ? code : said(clause.text)}
            </Anchor>
          </li>
        );
      })}
    </ul>
  );
}
