import { Button, Group, Paper, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconArrowBackUp, IconArrowMerge, IconUsers, IconUser } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { PairDecision } from '#contexts/duplicates/pair.ts';
import {
  decidePair,
  mergePair,
  withdrawDecision,
  withdrawMerger,
  type PairView,
} from '#contexts/duplicates/pair.wire.ts';
import { newId } from '#kernel/id.ts';
import { useCommand } from '#web/lib/command.ts';
import { useWords, word, type WordKey } from '#web/lib/i18n.ts';
import { ReasonDialog } from '#web/ui/reason-dialog.tsx';
import { Section } from '#web/ui/section.tsx';
import { SideName } from './pair-list.page.tsx';

/** Everything that may show a merged record. */
export const shownEverywhere = ['registry', 'insight', 'linkage', 'production', 'quality', 'support', 'books'] as const;

/** What may be decided of a pair, and taken back. */
export function Decisions({ pair }: { pair: PairView }) {
  const t = useWords('duplicates');
  return (
    <Section title={t('decide')}>
      {pair.state === 'open' && <Open pair={pair} />}
      {pair.merger !== null && <Merged pair={pair} merger={pair.merger} />}
      {(pair.state === 'two' || pair.state === 'one-person') && <TakeBack pair={pair} />}
      {pair.state === 'lapsed' && <Text c="dimmed">{t('state.lapsed')}</Text>}
    </Section>
  );
}

function Open({ pair }: { pair: PairView }) {
  const t = useWords('duplicates');
  return (
    <Stack>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <Keep pair={pair} kept="first" obstacles={pair.obstacles.keepFirst} closing={pair.obstacles.closingSecond} />
        <Keep pair={pair} kept="second" obstacles={pair.obstacles.keepSecond} closing={pair.obstacles.closingFirst} />
      </SimpleGrid>
      <Group>
        <Decide pair={pair} decision="two" icon={<IconUsers size={18} aria-hidden />} title={t('twoTitle')}>
          {t('twoText')}
        </Decide>
        {pair.subject === 'member' && pair.obstacles.onePerson.length === 0 && (
          <Decide
            pair={pair}
            decision="one-person"
            icon={<IconUser size={18} aria-hidden />}
            title={t('onePersonTitle')}
          >
            {t('onePersonText')}
          </Decide>
        )}
      </Group>
    </Stack>
  );
}

interface KeepProps {
  readonly pair: PairView;
  readonly kept: 'first' | 'second';
  readonly obstacles: readonly string[];
  /** What is left of them once the other's book of capital is closed as entered twice. */
  readonly closing: readonly string[];
}

function Keep({ pair, kept, obstacles, closing }: KeepProps) {
  const t = useWords('duplicates');
  const [asked, setAsked] = useState(false);
  const [merger] = useState(newId);
  const merge = useCommand(mergePair, { stale: shownEverywhere });
  const other = kept === 'first' ? 'second' : 'first';
  const closesBook = obstacles.length > 0 && closing.length === 0;
  const names = { kept: pair[kept].name ?? t(kept), merged: pair[other].name ?? t(other) };
  return (
    <Paper withBorder p="md">
      <Stack gap="sm">
        <div>
          <SideName side={pair[kept]} />
        </div>
        {closesBook && <Text size="sm">{t('bothHaveBooks')}</Text>}
        {obstacles.length > 0 && !closesBook && (
          <div>
            <Text size="sm">{t('cannotKeep')}</Text>
            {obstacles.map((obstacle) => (
              <Text key={obstacle} size="sm" c="dimmed">
                {word(`duplicates:obstacle.${obstacle}` as WordKey)}
              </Text>
            ))}
          </div>
        )}
        <Button
          variant="default"
          disabled={obstacles.length > 0 && !closesBook}
          leftSection={<IconArrowMerge size={18} aria-hidden />}
          onClick={() => setAsked(true)}
        >
          {t(closesBook ? 'keepClosing' : 'keep')}
        </Button>
      </Stack>
      {asked && (
        <ReasonDialog
          title={t('keepTitle', { name: names.kept })}
          confirm={t('keepConfirm')}
          label={t('reason')}
          pending={merge.isPending}
          problem={merge.error}
          onClose={() => setAsked(false)}
          onConfirm={(reason) =>
            merge.mutate(
              { pair: pair.id, survivor: pair[kept].id, merger, closesBook, reason },
              { onSuccess: () => setAsked(false) },
            )
          }
        >
          {t('keepText', names)}
          {closesBook && <Text size="sm">{t('closingText', names)}</Text>}
        </ReasonDialog>
      )}
    </Paper>
  );
}

interface DecideProps {
  readonly pair: PairView;
  readonly decision: PairDecision;
  readonly title: string;
  readonly icon: ReactNode;
  readonly children: ReactNode;
}

function Decide({ pair, decision, title, icon, children }: DecideProps) {
  const t = useWords('duplicates');
  const [asked, setAsked] = useState(false);
  const decide = useCommand(decidePair, { stale: ['registry'] });
  const label = decision === 'two' ? t('two') : t('onePerson');
  return (
    <>
      <Button variant="default" leftSection={icon} onClick={() => setAsked(true)}>
        {label}
      </Button>
      {asked && (
        <ReasonDialog
          title={title}
          confirm={label}
          label={t('reason')}
          pending={decide.isPending}
          problem={decide.error}
          onClose={() => setAsked(false)}
          onConfirm={(reason) =>
            decide.mutate({ pair: pair.id, decision, reason }, { onSuccess: () => setAsked(false) })
          }
        >
          {children}
        </ReasonDialog>
      )}
    </>
  );
}

function Merged({ pair, merger }: { pair: PairView; merger: { id: string; survivor: string } }) {
  const t = useWords('duplicates');
  const kept = merger.survivor === pair.first.id ? pair.first : pair.second;
  return (
    <Stack align="flex-start" gap="sm">
      <Text>{t('mergedInto', { name: kept.name ?? '' })}</Text>
      <UndoMerger merger={merger.id} />
    </Stack>
  );
}

/** Undoing stands on the pair and on the survivor's page. */
export function UndoMerger({ merger }: { merger: string }) {
  const t = useWords('duplicates');
  const [asked, setAsked] = useState(false);
  const undo = useCommand(withdrawMerger, { stale: shownEverywhere });
  return (
    <>
      <Button variant="default" leftSection={<IconArrowBackUp size={18} aria-hidden />} onClick={() => setAsked(true)}>
        {t('undo')}
      </Button>
      {asked && (
        <ReasonDialog
          title={t('undoTitle')}
          confirm={t('undo')}
          label={t('reason')}
          danger
          pending={undo.isPending}
          problem={undo.error}
          onClose={() => setAsked(false)}
          onConfirm={(reason) => undo.mutate({ merger, reason }, { onSuccess: () => setAsked(false) })}
        >
          {t('undoText')}
        </ReasonDialog>
      )}
    </>
  );
}

function TakeBack({ pair }: { pair: PairView }) {
  const t = useWords('duplicates');
  const [asked, setAsked] = useState(false);
  const withdraw = useCommand(withdrawDecision, { stale: ['registry'] });
  return (
    <>
      <Button variant="default" leftSection={<IconArrowBackUp size={18} aria-hidden />} onClick={() => setAsked(true)}>
        {t('reopen')}
      </Button>
      {asked && (
        <ReasonDialog
          title={t('reopenTitle')}
          confirm={t('reopen')}
          label={t('reason')}
          pending={withdraw.isPending}
          problem={withdraw.error}
          onClose={() => setAsked(false)}
          onConfirm={(reason) => withdraw.mutate({ pair: pair.id, reason }, { onSuccess: () => setAsked(false) })}
        >
          {t('reopenText')}
        </ReasonDialog>
      )}
    </>
  );
}
