import { Anchor, Button, Group, Stack, Switch, Text } from '@mantine/core';
import { Link, useSearchParams } from 'react-router';
import { newId } from '#kernel/id.ts';
import { confirmEntry, listEntries, withdrawEntry, type LogEntryView } from '#contexts/production/log.wire.ts';
import type { LogEntryId } from '#contexts/production/log.ts';
import type { SeasonView } from '#contexts/production/season.wire.ts';
import { fileUrl, useAnswer } from '#web/lib/api.ts';
import { useCommand } from '#web/lib/command.ts';
import { dayText, instantText, numberText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { StateBadge, UnverifiedMark, type Tone } from '#web/ui/marks.tsx';
import { ProblemNote } from '#web/ui/problem-note.tsx';
import { Section } from '#web/ui/section.tsx';
import { Area, DayText, Quantity } from '#web/ui/value-text.tsx';
import { named, unitsOf } from './named.ts';
import { productionPaths } from './paths.ts';
import classes from './record-card.module.css';
import { WithdrawButton } from './withdraw-button.tsx';

/** The log of the season, newest first; what was corrected stays to be seen. */
export function SeasonLog({ season }: { season: SeasonView }) {
  const t = useWords('production');
  const [search, setSearch] = useSearchParams();
  const history = search.get('history') === 'true' ? 'true' : 'false';
  const { items } = useAnswer(listEntries, { season: season.id, history });
  return (
    <Section
      title={t('log.title')}
      actions={
        <Switch
          label={t('log.history')}
          checked={history === 'true'}
          onChange={(event) => {
            const on = event.currentTarget.checked;
            setSearch((params) => {
              params.set('history', String(on));
              return params;
            });
          }}
        />
      }
    >
      {items.length === 0 ? (
        <EmptyState title={t('log.empty')} />
      ) : (
        <Stack component="ul" className={classes['list'] ?? ''} gap="sm">
          {items.map((entry) => (
            <EntryCard key={entry.id} season={season} entry={entry} />
          ))}
        </Stack>
      )}
    </Section>
  );
}

interface EntryProps {
  readonly season: SeasonView;
  readonly entry: LogEntryView;
}

const stepName = (season: SeasonView, code: string | null): string | undefined => {
  const step = season.stages.flatMap(({ steps }) => steps).find((one) => one.step === code);
  return step && named(step.name);
};

function EntryCard({ season, entry }: EntryProps) {
  const t = useWords('production');
  const isGone = entry.replacedBy !== null || entry.withdrawn;
  return (
    <li
      className={classes['card']}
      data-gone={isGone || undefined}
      data-tone={entry.input?.verdict === 'banned' ? 'bad' : undefined}
    >
      <Group justify="space-between" align="flex-start" gap="xs">
        <div>
          <Text fw={600}>
            <DayText day={entry.doneOn} /> · {stepName(season, entry.step) ?? t(`log.family.${entry.family}`)}
          </Text>
          <Text size="sm" c="dimmed">
            {[
              t(`log.family.${entry.family}`),
              entry.step === null ? t('log.beside') : undefined,
              [entry.enteredBy, t(`log.enteredAs.${entry.enteredAs}`)].filter(Boolean).join(', '),
              t('log.recordedAt', { at: instantText(entry.recordedAt) }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </Text>
        </div>
        <EntryMarks entry={entry} />
      </Group>
      <EntryFacts entry={entry} />
      {entry.note !== null && <Text size="sm">{entry.note}</Text>}
      {entry.reason !== null && (
        <Text size="sm" c="dimmed">
          {t('log.reason')}: {entry.reason}
        </Text>
      )}
      <EntryFiles entry={entry} />
      <EntryActions season={season} entry={entry} />
    </li>
  );
}

const verdictTones = { allowed: 'good', banned: 'bad', 'not-listed': 'waiting' } as const satisfies Record<
  string,
  Tone
>;

function EntryMarks({ entry }: { entry: LogEntryView }) {
  const t = useWords('production');
  return (
    <Group gap="xs">
      {entry.replacedBy !== null && <StateBadge tone="neutral" label={t('log.replaced')} />}
      {entry.withdrawn && <StateBadge tone="neutral" label={t('log.withdrawn')} />}
      {entry.input !== null && (
        <StateBadge tone={verdictTones[entry.input.verdict]} label={t(`log.verdict.${entry.input.verdict}`)} />
      )}
      {entry.enteredAs === 'officer' && entry.replacedBy === null && !entry.withdrawn && (
        <StateBadge
          tone={entry.confirmation === null ? 'waiting' : 'good'}
          label={
            entry.confirmation === null
              ? t('log.unconfirmed')
              : t('log.confirmed', { way: t(`log.way.${entry.confirmation.way}`) })
          }
        />
      )}
    </Group>
  );
}

const detailKeys = [
  'source',
  'lot',
  'method',
  'target',
  'equipment',
  'weather',
  'waterSource',
  'place',
  'packaging',
] as const;

function EntryFacts({ entry }: { entry: LogEntryView }) {
  const t = useWords('production');
  const { input, details, qty, qtyUnit } = entry;
  const told = detailKeys.flatMap((key) => (details[key] === undefined ? [] : [`${t(`log.${key}`)}: ${details[key]}`]));
  if (details.temperatureDeciC !== undefined)
    told.push(`${t('log.temperature')}: ${numberText(details.temperatureDeciC / 10, 1)}`);
  return (
    <Text size="sm" component="div">
      {input !== null && (
        <div>
          {[input.name, input.activeIngredient].filter(Boolean).join(' · ')}
          {input.phiDays !== null && input.phiDays > 0 && (
            <>
              {` · ${t('log.phi', { count: input.phiDays })} `}
              {input.earliestHarvestOn && t('log.earliest', { day: dayText(input.earliestHarvestOn) })}{' '}
              {input.phiVerified === false && <UnverifiedMark />}
            </>
          )}
        </div>
      )}
      {qty !== null && qtyUnit !== null && (
        <div>
          {t('log.qty')}: <Quantity qty={qty} unit={unitsOf[qtyUnit][0]} />
        </div>
      )}
      {entry.treatedAreaM2 !== null && (
        <div>
          {t('log.treatedArea')}: <Area areaM2={entry.treatedAreaM2} />
        </div>
      )}
      {told.length > 0 && <div>{told.join(' · ')}</div>}
    </Text>
  );
}

function EntryFiles({ entry }: { entry: LogEntryView }) {
  if (entry.files.length === 0) return null;
  return (
    <Group gap="md">
      {entry.files.map((file) => (
        <Anchor key={file.id} size="sm" href={fileUrl(file.id)} download>
          {file.name}
        </Anchor>
      ))}
    </Group>
  );
}

function EntryActions({ season, entry }: EntryProps) {
  const t = useWords('production');
  const withdraw = useCommand(withdrawEntry);
  const confirm = useCommand(confirmEntry);
  if (season.state !== 'running' || (!entry.may.correct && !entry.may.confirm)) return null;
  return (
    <Group gap="md" data-noprint>
      {entry.may.confirm && (
        <Button
          size="xs"
          loading={confirm.isPending}
          onClick={() => confirm.mutate({ entry: entry.id, way: 'in-app' })}
        >
          {t('log.confirm')}
        </Button>
      )}
      {entry.may.correct && (
        <>
          <Anchor component={Link} size="sm" to={productionPaths.newEntry(season.id, { replaces: entry.id })}>
            {t('log.correct')}
          </Anchor>
          <WithdrawButton
            text={t('log.withdrawText')}
            command={withdraw}
            onWithdraw={(reason, done) =>
              withdraw.mutate({ id: newId<LogEntryId>(), replaces: entry.id, reason }, { onSuccess: done })
            }
          />
        </>
      )}
      <ProblemNote problem={confirm.error} />
    </Group>
  );
}
