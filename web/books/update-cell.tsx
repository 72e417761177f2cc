import { Text } from '@mantine/core';
import { shapeOf, type UpdateField } from '#contexts/books/update-field.ts';
import type { FieldEntryView, KnownValue, UpdateId } from '#contexts/books/update.wire.ts';
import { useWords } from '#web/lib/i18n.ts';
import { FieldOrigin } from './field-origin.tsx';
import { FieldRemarks } from './field-remarks.tsx';
import { FieldWriting } from './field-writing.tsx';
import { figureText } from './figure-text.ts';
import type { FormerRemark } from './former-remarks.ts';
import type { RemarkDraft } from './remark-draft.ts';
import classes from './update.module.css';

export interface CellOf {
  readonly update: UpdateId;
  readonly field: UpdateField;
  /** As it was last written; version 0 and no value where nobody has. */
  readonly entry: FieldEntryView;
  readonly known: KnownValue | undefined;
  readonly former: number | undefined;
  readonly remarks: readonly string[];
  /** Everything that was ever remarked on it. */
  readonly formerRemarks: readonly FormerRemark[];
  readonly draft: RemarkDraft | undefined;
  readonly organisation: string;
  readonly writable: boolean;
}

/** One item of the form: last year's figure, this year's, where it comes from, and who wrote it. */
export function UpdateCell(cell: CellOf) {
  const { field, entry, former, remarks, draft, writable } = cell;
  const t = useWords('books');
  return (
    <div className={classes['row']} id={`field-${field}`}>
      <label className={classes['name']} htmlFor={`input-${field}`}>
        {t(`field.${field}`)}
        {shapeOf(field).required === true && (
          <Text span size="xs" c="dimmed">
            {' '}
            · {t('cell.required')}
          </Text>
        )}
      </label>
      <div className={classes['figure']}>
        <span className={classes['short']}>{t('cell.former')}</span>
        {figureText(field, former)}
      </div>
      {writable ? (
        <FieldWriting key={entry.version} {...cell} />
      ) : (
        <div className={classes['figure']}>
          <span className={classes['short']}>{t('cell.value')}</span>
          <Text span size="sm" fw={600}>
            {figureText(field, entry.value)}
          </Text>
        </div>
      )}
      <FieldOrigin {...cell} />
      <FieldRemarks field={field} remarks={remarks} draft={draft} />
    </div>
  );
}
