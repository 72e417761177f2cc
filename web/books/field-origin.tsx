import { Anchor, Text } from '@mantine/core';
import { recordField, type KnownValue } from '#contexts/books/update.wire.ts';
import { useCommand } from '#web/lib/command.ts';
import { dayText, instantText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { FieldHistory } from './field-history.tsx';
import { BeginRemark } from './field-remarks.tsx';
import { figureText } from './figure-text.ts';
import { KnownLink } from './known-link.tsx';
import type { CellOf } from './update-cell.tsx';
import classes from './update.module.css';

/** Where a figure comes from: the rows it was counted from, or who wrote it; and what the rows say now. */
export function FieldOrigin(cell: CellOf) {
  const { update, field, entry, known, formerRemarks, draft } = cell;
  return (
    <div className={classes['origin']}>
      {entry.value !== null && <Written {...cell} />}
      {known !== undefined && known.value !== entry.value && <Known {...cell} known={known} />}
      {draft !== undefined && <BeginRemark field={field} draft={draft} />}
      {(entry.version > 1 || formerRemarks.length > 0) && (
        <FieldHistory update={update} field={field} remarks={formerRemarks} />
      )}
    </div>
  );
}

function Written({ entry, organisation }: CellOf) {
  const t = useWords('books');
  return (
    <Text size="xs" c="dimmed">
      {entry.source === null ? (
        t('cell.typedBy', { by: entry.by ?? t('update.somebody'), at: instantText(entry.at) })
      ) : (
        <KnownLink organisation={organisation} source={entry.source}>
          {t('cell.knownBy', { source: t(`source.${entry.source}`), on: dayText(entry.sourceOn!) })}
        </KnownLink>
      )}
      {entry.provisional && (
        <Text span size="xs" c="var(--mantine-color-clay-light-color)" fw={600}>
          {' · '}
          {t('provisional.mark')}
        </Text>
      )}
      {entry.note !== null && ` · ${entry.note}`}
    </Text>
  );
}

function Known({ update, field, entry, known, organisation, writable }: CellOf & { known: KnownValue }) {
  const t = useWords('books');
  const record = useCommand(recordField);
  const told = {
    value: figureText(field, known.value),
    source: t(`source.${known.source}`),
    on: dayText(known.on),
  };
  return (
    <Text size="xs">
      <KnownLink organisation={organisation} source={known.source}>
        {t('cell.known', told)}
        {known.provisional && ` (${t('provisional.mark')})`}
      </KnownLink>{' '}
      {writable && (
        <Anchor
          component="button"
          type="button"
          size="xs"
          onClick={() => record.mutate({ update, field, seen: entry.version, value: known.value })}
        >
          {t('cell.take')}
        </Anchor>
      )}
    </Text>
  );
}
