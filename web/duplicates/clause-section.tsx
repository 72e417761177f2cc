import { Button, Group, List, MultiSelect, NumberInput, Stack, Text } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { memberKeyKinds, organisationKeyKinds, type KeyKind } from '#contexts/duplicates/clause.ts';
import { changeClauses, getClauses, mostClauses, type ClauseSetId } from '#contexts/duplicates/clause-set.wire.ts';
import type { Subject } from '#contexts/duplicates/pair.ts';
import { mostLeastLikelihood, type RunId } from '#contexts/duplicates/run.ts';
import { startRun } from '#contexts/duplicates/run.wire.ts';
import { newId } from '#kernel/id.ts';
import { useAnswer } from '#web/lib/api.ts';
import { useCommand } from '#web/lib/command.ts';
import { instantText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { ProblemNote } from '#web/ui/problem-note.tsx';
import { ReasonDialog } from '#web/ui/reason-dialog.tsx';
import { Section } from '#web/ui/section.tsx';
import { Timeline } from '#web/ui/timeline.tsx';
import { clauseText, keyWord } from './clause-words.ts';

const percentText = (likelihood: number): string =>
  `${(likelihood * 100).toLocaleString('vi', { maximumFractionDigits: 1 })} %`;

type Keys = readonly (readonly KeyKind[])[];

export function ClauseSection({ subject }: { subject: Subject }) {
  const t = useWords('duplicates');
  const { clauses, leastLikelihood, since, history, may } = useAnswer(getClauses, { subject });
  const [draft, setDraft] = useState<Keys>();
  const percent = percentText(leastLikelihood);
  return (
    <Section
      title={t('clauses.title')}
      lead={t('clauses.lead')}
      actions={
        may.change &&
        draft === undefined && (
          <Button variant="default" onClick={() => setDraft(clauses.map(({ keys }) => keys))}>
            {t('clauses.change')}
          </Button>
        )
      }
    >
      <Text size="sm" c="dimmed" mb="xs">
        {since === null ? t('clauses.usual') : t('clauses.since', { at: instantText(since) })}
        {' · '}
        {t('clauses.leastNow', { percent })}
      </Text>
      {draft === undefined ? (
        <List type="ordered">
          {clauses.map(({ code }) => (
            <List.Item key={code}>{clauseText(code)}</List.Item>
          ))}
        </List>
      ) : (
        <ClauseForm subject={subject} draft={draft} setDraft={setDraft} least={leastLikelihood} />
      )}
      {history.length > 0 && <History history={history} />}
    </Section>
  );
}

function History({ history }: { history: ReturnType<typeof useAnswer<typeof getClauses>>['history'] }) {
  const t = useWords('duplicates');
  return (
    <Section title={t('clauses.history')}>
      <Timeline
        label={t('clauses.history')}
        events={history.map(({ id, at, by, reason, clauses, leastLikelihood }) => ({
          id,
          at,
          title: `${clauses.map(({ code }) => clauseText(code)).join('; ')} (${percentText(leastLikelihood)})`,
          ...(by !== null && { by }),
          ...(reason !== null && { text: reason }),
        }))}
      />
    </Section>
  );
}

interface FormProps {
  readonly subject: Subject;
  readonly draft: Keys;
  readonly setDraft: (draft: Keys | undefined) => void;
}

interface ChangeProps extends FormProps {
  readonly least: number;
}

function ClauseForm({ subject, draft, setDraft, least: leastNow }: ChangeProps) {
  const t = useWords('duplicates');
  const [saving, setSaving] = useState(false);
  const [least, setLeast] = useState<number | string>(Math.round(leastNow * 1000) / 10);
  const isLeast = typeof least === 'number' && least >= 50 && least <= mostLeastLikelihood * 100;
  const change = useCommand(changeClauses);
  const preview = useCommand(startRun);
  const clauses = draft.filter((keys) => keys.length > 0).map((keys) => [...keys]);
  return (
    <Stack>
      <ClauseRows subject={subject} draft={draft} setDraft={setDraft} />
      <NumberInput
        label={t('clauses.least')}
        description={t('clauses.leastNote')}
        w="min(100%, 22rem)"
        suffix=" %"
        min={50}
        max={mostLeastLikelihood * 100}
        decimalScale={1}
        decimalSeparator=","
        value={least}
        onChange={setLeast}
      />
      <Group>
        <Button
          variant="default"
          leftSection={<IconPlus size={18} aria-hidden />}
          disabled={draft.length >= mostClauses}
          onClick={() => setDraft([...draft, []])}
        >
          {t('clauses.add')}
        </Button>
        <Button
          variant="default"
          loading={preview.isPending}
          onClick={() => preview.mutate({ id: newId<RunId>(), subject, way: 'preview', clauses })}
        >
          {t('clauses.preview')}
        </Button>
        <Button disabled={!isLeast} onClick={() => setSaving(true)}>
          {t('clauses.save')}
        </Button>
        <Button variant="subtle" onClick={() => setDraft(undefined)}>
          {t('shell:cancel')}
        </Button>
      </Group>
      <Text size="sm" c="dimmed">
        {t('clauses.previewText')}
      </Text>
      <ProblemNote problem={preview.error} />
      {saving && (
        <ReasonDialog
          title={t('clauses.save')}
          confirm={t('clauses.save')}
          label={t('reason')}
          pending={change.isPending}
          problem={change.error}
          onClose={() => setSaving(false)}
          onConfirm={(reason) =>
            change.mutate(
              { id: newId<ClauseSetId>(), subject, clauses, leastLikelihood: Number(least) / 100, reason },
              { onSuccess: () => setDraft(undefined) },
            )
          }
        >
          {t('clauses.saveText')}
        </ReasonDialog>
      )}
    </Stack>
  );
}

function ClauseRows({ subject, draft, setDraft }: FormProps) {
  const t = useWords('duplicates');
  const kinds = subject === 'member' ? memberKeyKinds : organisationKeyKinds;
  const data = kinds.map((value) => ({ value, label: keyWord(value) }));
  return draft.map((keys, at) => (
    // oxlint-disable-next-line react/no-array-index-key -- a clause being written has nothing but its place
    <Group key={at} align="flex-end" wrap="nowrap">
      <MultiSelect
        flex={1}
        label={t('clauses.clause', { at: at + 1 })}
        data={data}
        value={[...keys]}
        maxValues={5}
        onChange={(chosen) => setDraft(draft.map((one, place) => (place === at ? chosen : one)))}
      />
      <Button
        variant="default"
        aria-label={t('clauses.remove', { at: at + 1 })}
        onClick={() => setDraft(draft.filter((_, place) => place !== at))}
      >
        <IconTrash size={18} aria-hidden />
      </Button>
    </Group>
  ));
}
