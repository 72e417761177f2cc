import { Fieldset, MultiSelect, NativeSelect, Stack, Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { listUnknownWords } from '#contexts/intake/batch.wire.ts';
import { fieldOf, type BatchKind } from '#contexts/intake/field.ts';
import type { ReplyOf } from '#kernel/method.ts';
import { answer } from '#web/lib/api.ts';
import { useWords } from '#web/lib/i18n.ts';
import { ProblemNote } from '#web/ui/problem-note.tsx';
import type { Batch } from './batch.page.tsx';
import { fieldText, valueText } from './field-text.ts';

export type UnknownWord = ReplyOf<typeof listUnknownWords>['items'][number];
/** By field and word: the values meant; none: left blank; undefined: cleared; not there: not yet said. */
export type ToldWords = Readonly<Record<string, Readonly<Record<string, readonly string[] | undefined>>>>;

const isSaid = (told: ToldWords, { field, word }: Pick<UnknownWord, 'field' | 'word'>): boolean =>
  Object.hasOwn(told[field] ?? {}, word);

export const meantBy = (told: ToldWords, { field, word, proposed }: UnknownWord): readonly string[] | undefined =>
  isSaid(told, { field, word }) ? told[field]![word] : proposed.length > 0 ? proposed : undefined;

interface Asked {
  readonly batch: Batch;
  readonly sheet: number;
  readonly kind: BatchKind;
  readonly columns: readonly { readonly column: number; readonly field: string | null }[];
}

/** The words of the coded columns, as they are mapped now, that are not known by themselves. */
export function useUnknownWords({ batch, sheet, kind, columns }: Asked) {
  const coded = columns
    .filter(({ field }) => field !== null && fieldOf(kind, field)?.words !== undefined)
    .map(({ column, field }) => `${column}:${field}`)
    .join(',');
  const { data, error } = useQuery({
    ...answer(listUnknownWords, { batch: batch.id, sheet, kind, columns: coded }),
    enabled: coded !== '',
    placeholderData: keepPreviousData,
  });
  return coded === ''
    ? { items: [], more: 0, error: null }
    : { items: data?.items ?? [], more: data?.more ?? 0, error };
}

interface WordInputsProps {
  readonly kind: BatchKind;
  readonly words: ReturnType<typeof useUnknownWords>;
  readonly told: ToldWords;
  readonly onChange: (told: ToldWords) => void;
}

/** Each word once, with how many rows write it, and what it means; remembered with the columns. */
export function WordInputs({ kind, words: { items, more, error }, told, onChange }: WordInputsProps) {
  const t = useWords('intake');
  if (items.length === 0) return <ProblemNote problem={error} />;
  const put = ({ field, word }: UnknownWord, values: readonly string[] | undefined): void => {
    onChange({ ...told, [field]: { ...told[field], [word]: values } });
  };
  return (
    <Fieldset legend={t('words.title')}>
      <Text size="sm" c="dimmed" mb="xs">
        {t('words.lead')}
      </Text>
      <Stack gap="sm">
        {items.map((item) => (
          <Meaning
            key={`${item.field} ${item.word}`}
            kind={kind}
            item={item}
            meant={meantBy(told, item)}
            isProposal={!isSaid(told, item) && item.proposed.length > 0}
            onChange={(values) => put(item, values)}
          />
        ))}
        {more > 0 && <Text size="sm">{t('words.more', { count: more })}</Text>}
      </Stack>
    </Fieldset>
  );
}

const blank = '-';

const valuesOf = (kind: BatchKind, key: string) =>
  (fieldOf(kind, key)?.words ?? [])
    .map(([value]) => value)
    .filter((value) => value !== 'official')
    .map((value) => ({ value, label: valueText(key, value) }));

interface MeaningProps {
  readonly kind: BatchKind;
  readonly item: UnknownWord;
  readonly meant: readonly string[] | undefined;
  /** By the product, and by nobody yet. */
  readonly isProposal: boolean;
  readonly onChange: (values: readonly string[] | undefined) => void;
}

function Meaning({ kind, item, meant, isProposal, onChange }: MeaningProps) {
  const t = useWords('intake');
  const { field: key, text, rows, letter } = item;
  const field = fieldOf(kind, key);
  const label = t('words.label', { text, count: rows });
  const where = t('words.where', { letter, field: fieldText(key) });
  const description = isProposal ? `${where} · ${t('words.proposal')}` : where;
  const values = valuesOf(kind, key);
  const blanks = field?.required ? [] : [{ value: blank, label: t('words.blank') }];
  const shown = meant?.length === 0 ? [blank] : [...(meant ?? [])];
  const say = (chosen: readonly string[]): void =>
    onChange(chosen.includes(blank) ? [] : chosen.length === 0 ? undefined : chosen);
  if (field?.reader === 'words')
    return (
      <MultiSelect
        maw={520}
        clearable
        clearButtonProps={{ 'aria-label': t('words.clear', { text }) }}
        label={label}
        description={description}
        placeholder={shown.length === 0 ? t('words.none') : ''}
        data={[...blanks, ...values]}
        value={shown}
        onChange={(chosen) => say(chosen.at(-1) === blank ? [blank] : chosen.filter((one) => one !== blank))}
      />
    );
  return (
    <NativeSelect
      maw={520}
      label={label}
      description={description}
      value={shown[0] ?? ''}
      data={[{ value: '', label: t('words.none') }, ...blanks, ...values]}
      onChange={(event) => say(event.currentTarget.value === '' ? [] : [event.currentTarget.value])}
    />
  );
}
