import { Group, Paper, SimpleGrid, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { accountLines, isResultLine, type AccountLine } from '#contexts/books/year-book.ts';
import { recordYearBook, type YearBook } from '#contexts/books/year-book.wire.ts';
import { today, type Day } from '#kernel/day.ts';
import type { OrganisationId } from '#kernel/id.ts';
import { useCommand } from '#web/lib/command.ts';
import { numberText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { typedQty } from '#web/lib/typed-number.ts';
import { DayInput } from '#web/ui/day-input.tsx';
import { FormShell } from '#web/ui/form-shell.tsx';
import { NumberTextInput, type NumberFieldProps } from '#web/ui/number-text-input.tsx';
import { Section } from '#web/ui/section.tsx';

type Blankable = number | '';
type Amounts = Record<'externalVnd' | 'internalVnd' | 'totalVnd', Blankable>;
interface Values {
  year: string;
  asOn: Day | '';
  source: string;
  reason: string;
  lines: Record<AccountLine, Amounts>;
}

const shown = (value: number | null | undefined): Blankable => value ?? '';
const known = (value: Blankable): number | null => (value === '' ? null : value);

function valuesOf(former: YearBook | undefined): Values {
  const lines = new Map(former?.lines.map((line) => [line.line, line]));
  return {
    year: String(former?.year ?? Number(today().slice(0, 4)) - 1),
    asOn: former?.asOn ?? '',
    source: former?.source ?? '',
    reason: '',
    lines: Object.fromEntries(
      accountLines.map((line) => {
        const amounts = lines.get(line);
        return [
          line,
          {
            externalVnd: shown(amounts?.externalVnd),
            internalVnd: shown(amounts?.internalVnd),
            totalVnd: shown(amounts?.totalVnd),
          },
        ];
      }),
    ) as Values['lines'],
  };
}

const toLines = ({ lines }: Values) =>
  accountLines
    .map((line) => ({
      line,
      externalVnd: known(lines[line].externalVnd),
      internalVnd: known(lines[line].internalVnd),
      totalVnd: known(lines[line].totalVnd),
    }))
    .filter((one) => one.externalVnd !== null || one.internalVnd !== null || one.totalVnd !== null);

interface AccountFormProps {
  readonly organisation: OrganisationId;
  readonly former: YearBook | undefined;
  readonly onDone: () => void;
}

/** A year's lines, or their correction with its reason. */
export function AccountForm({ organisation, former, onDone }: AccountFormProps) {
  const t = useWords('books');
  const record = useCommand(recordYearBook);
  const mayBeProvisional = former === undefined || former.asOn !== null;
  const form = useForm<Values>({ initialValues: valuesOf(former) });
  return (
    <Section title={former === undefined ? t('account.record') : t('account.correct')} lead={t('account.blankHint')}>
      <Paper withBorder p="md" radius="lg">
        <FormShell
          method={recordYearBook}
          command={record}
          form={form}
          submit={t('shell:save')}
          onDone={onDone}
          onCancel={onDone}
          toInput={(values) => ({
            organisation,
            year: Number(values.year),
            seen: former?.version ?? 0,
            lines: toLines(values),
            source: values.source,
            ...(values.asOn !== '' && { asOn: values.asOn }),
            ...(values.reason !== '' && { reason: values.reason }),
          })}
        >
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <TextInput
              label={t('account.year')}
              required
              inputMode="numeric"
              disabled={former !== undefined}
              {...form.getInputProps('year')}
            />
            <TextInput label={t('account.source')} required {...form.getInputProps('source')} />
            {mayBeProvisional && (
              <DayInput
                label={t('account.asOn')}
                description={t('account.asOnHint')}
                max={today()}
                {...form.getInputProps('asOn')}
              />
            )}
          </SimpleGrid>
          {accountLines.map((line) => (
            <Group key={line} gap="sm" align="flex-end" grow>
              <Text size="sm" pb={8}>
                {t(`account.line.${line}`)}
              </Text>
              {(isResultLine(line) ? (['externalVnd', 'internalVnd'] as const) : (['totalVnd'] as const)).map(
                (column) => (
                  <SignedInput
                    key={column}
                    label={t(`account.${column}`)}
                    aria-label={`${t(`account.line.${line}`)}, ${t(`account.${column}`)}`}
                    {...form.getInputProps(`lines.${line}.${column}`)}
                  />
                ),
              )}
            </Group>
          ))}
          {former !== undefined && (
            <TextInput label={t('account.reason')} required={former.asOn === null} {...form.getInputProps('reason')} />
          )}
        </FormShell>
      </Paper>
    </Section>
  );
}

const parse = (text: string): number | undefined => {
  const trimmed = text.trim();
  const isNegative = /^[-−]/.test(trimmed);
  const amount = typedQty(isNegative ? trimmed.slice(1) : trimmed, 1);
  return isNegative && amount !== undefined ? -amount : amount;
};

function SignedInput(props: NumberFieldProps) {
  const t = useWords('books');
  return <NumberTextInput {...props} parse={parse} format={(value) => numberText(value)} wrong={t('cell.wrong')} />;
}
