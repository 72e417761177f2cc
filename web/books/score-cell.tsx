import { Text } from '@mantine/core';
import { useState } from 'react';
import type { RatingPart } from '#contexts/books/rating-card.ts';
import { recordScore, type RatingCardView, type ScoreKind } from '#contexts/books/card.wire.ts';
import type { OrganisationId } from '#kernel/id.ts';
import { useCommand } from '#web/lib/command.ts';
import { instantText, numberText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { typedQty } from '#web/lib/typed-number.ts';
import { NumberTextInput } from '#web/ui/number-text-input.tsx';
import { ProblemNote } from '#web/ui/problem-note.tsx';

interface ScoreCellProps {
  readonly of: {
    readonly organisation: OrganisationId;
    readonly year: number;
    readonly criterion: number;
    readonly part: RatingPart;
    readonly kind: ScoreKind;
  };
  readonly line: RatingCardView['lines'][number];
  readonly writable: boolean;
}

/** Points in one column, saved when the field is left; a blank stays a blank. */
export function ScoreCell({ of, line, writable }: ScoreCellProps) {
  const t = useWords('books');
  const record = useCommand(recordScore);
  const given = line[of.kind];
  const now = given.points ?? '';
  const [value, setValue] = useState<number | ''>(now);
  const label = t(`card.kind.${of.kind}`);
  const open = writable && line.most !== null;
  const save = () => {
    if (value === now || Number.isNaN(value)) return;
    record.mutate({ ...of, seen: given.version, points: value === '' ? null : value });
  };
  return (
    <div>
      {open ? (
        <NumberTextInput
          aria-label={`${label}: ${line.criterion} ${t(`card.part.${line.part}`)}`}
          placeholder={label}
          value={value}
          onChange={setValue}
          onBlur={save}
          parse={(text) => typedQty(text, 1)}
          format={(points) => numberText(points)}
          wrong={t('cell.wrong')}
        />
      ) : (
        <Text size="sm" ta="end" pt={6}>
          {label}: {given.points ?? '–'}
        </Text>
      )}
      {given.by !== null && given.at !== null && (
        <Text size="xs" c="dimmed" ta="end">
          {t('cell.typedBy', { by: given.by, at: instantText(given.at) })}
        </Text>
      )}
      <ProblemNote problem={record.error} />
    </div>
  );
}
