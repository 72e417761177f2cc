import { Modal, NativeSelect, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { parameterShape, type ParameterShape } from '#contexts/registry/parameter.ts';
import { recordParameter, type ParameterEntryId, type ParameterRow } from '#contexts/registry/parameter.wire.ts';
import { today, type Day } from '#kernel/day.ts';
import { newId, type FileId } from '#kernel/id.ts';
import { useCommand } from '#web/lib/command.ts';
import { numberText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { UploadInput } from '#web/lib/upload-input.tsx';
import { DayInput } from '#web/ui/day-input.tsx';
import { FormShell } from '#web/ui/form-shell.tsx';
import { NumberTextInput } from '#web/ui/number-text-input.tsx';
import { numberName } from './number-name.ts';
import { partName, typedNumber } from './number-value.tsx';
import { commandInOwnWords } from './own-words.ts';

interface Values {
  /** One number, a text, or a number for each part. */
  text: string;
  parts: Record<string, number | ''>;
  from: Day | '';
  source: string;
  file: FileId | '';
}

const single = 'value';
const isText = ({ kind }: ParameterShape): boolean => kind === 'text' || kind === 'month-day' || kind === 'choice';
const partsOf = (shape: ParameterShape): readonly string[] =>
  shape.kind === 'parts' ? shape.parts : isText(shape) ? [] : [single];

function valueOf(shape: ParameterShape, { text, parts }: Values): ParameterRow['value'] {
  if (isText(shape)) return text.trim() === '' ? null : text.trim();
  const given = partsOf(shape).map((part) => [part, parts[part] ?? ''] as const);
  if (given.some(([, number]) => number === '' || Number.isNaN(number))) return null;
  const numbers = Object.fromEntries(given) as Record<string, number>;
  return shape.kind === 'parts' ? numbers : numbers[single]!;
}

interface ChangeProps {
  readonly parameter: ParameterRow;
  readonly onClose: () => void;
}

/** Another number for this province, from a day on, with its document. */
export function ParameterChange({ parameter, onClose }: ChangeProps) {
  const t = useWords('setup');
  const record = useCommand(recordParameter);
  const shape = parameterShape(parameter.key, parameter.value);
  const [id] = useState(() => newId<ParameterEntryId>());
  const form = useForm<Values>({ initialValues: { text: '', parts: {}, from: today(), source: '', file: '' } });
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('parameters.changeOf', { name: numberName(parameter.key) })}
      closeButtonProps={{ 'aria-label': t('shell:close') }}
    >
      <FormShell
        method={recordParameter}
        command={commandInOwnWords(record)}
        form={form}
        submit={t('parameters.save')}
        toInput={(values) => ({
          id,
          key: parameter.key,
          from: values.from,
          value: valueOf(shape, values),
          source: values.source,
          file: values.file,
        })}
        onDone={onClose}
        onCancel={onClose}
      >
        {partsOf(shape).map((part) => (
          <NumberTextInput
            key={part}
            label={part === single ? t('parameters.newValue') : partName(part)}
            {...(shape.kind === 'share' && { description: t('parameters.share') })}
            required
            parse={typedNumber}
            format={(value) => numberText(value, 6)}
            wrong={t('obstacle.wrong-shape')}
            {...form.getInputProps(`parts.${part}`)}
          />
        ))}
        {shape.kind === 'choice' && (
          <NativeSelect
            label={t('parameters.newValue')}
            required
            data={[{ value: '', label: '' }, ...shape.options.map((value) => ({ value, label: partName(value) }))]}
            {...form.getInputProps('text')}
          />
        )}
        {partsOf(shape).length === 0 && shape.kind !== 'choice' && (
          <TextInput
            label={t('parameters.newValue')}
            {...(shape.kind === 'month-day' && { description: t('parameters.monthDay') })}
            required
            {...form.getInputProps('text')}
          />
        )}
        <DayInput label={t('parameters.from')} required {...form.getInputProps('from')} />
        <TextInput
          label={t('parameters.source')}
          description={t('parameters.sourceHint')}
          required
          {...form.getInputProps('source')}
        />
        <UploadInput
          label={t('parameters.document')}
          required
          accept="application/pdf,image/*"
          {...form.getInputProps('file')}
        />
      </FormShell>
    </Modal>
  );
}
