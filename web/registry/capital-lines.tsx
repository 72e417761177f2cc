import {
  ActionIcon,
  Button,
  Card,
  Group,
  NativeSelect,
  Select,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { capitalForms } from '#contexts/registry/capital.ts';
import { demands, type EnteredCapitalKind } from '#contexts/registry/capital-demand.ts';
import { vndText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { VndInput } from '#web/ui/vnd-input.tsx';
import { blankLine, heldOn, type Book, type CapitalValues } from './capital-values.ts';

type Form = UseFormReturnType<CapitalValues>;

interface LineProps {
  readonly form: Form;
  readonly book: Book;
  readonly at: number;
}

const label = {
  in: { subscribedVnd: 'promise', paidVnd: 'pay' },
  out: { subscribedVnd: 'releasePromise', paidVnd: 'returnPaid' },
  over: { subscribedVnd: 'movePromise', paidVnd: 'movePaid' },
} as const;

const paidLabel = (kind: EnteredCapitalKind) =>
  kind === 'paid-in' ? ('payIn' as const) : label[demands[kind].way].paidVnd;

/** Whose capital an act changes, a line for each. */
export function CapitalLines({ form, book }: Omit<LineProps, 'at'>) {
  const t = useWords('registry');
  const { lines } = form.getValues();
  return (
    <Stack gap="sm">
      {lines.map(({ key }, at) => (
        <Card key={key} withBorder padding="sm" role="group" aria-label={t('capital.record.line', { number: at + 1 })}>
          <Line form={form} book={book} at={at} />
        </Card>
      ))}
      <Button
        variant="default"
        size="sm"
        w="fit-content"
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={() => form.insertListItem('lines', blankLine(''))}
      >
        {t('capital.record.add')}
      </Button>
    </Stack>
  );
}

function Line({ form, book, at }: LineProps) {
  const t = useWords('registry');
  const { kind, lines } = form.getValues();
  const { way, promised, paid, valuation } = demands[kind];
  const line = lines[at]!;
  const people = book.members.map(({ id, name }) => ({ value: id, label: name ?? t('member.hidden') }));
  const pick = { searchable: true, limit: 50, data: people, nothingFoundMessage: t('shell:select.empty') } as const;
  return (
    <Stack gap="xs">
      <Group wrap="nowrap" align="flex-end">
        <SimpleGrid cols={{ base: 1, sm: way === 'over' ? 2 : 1 }} flex={1}>
          <Select
            label={t(way === 'over' ? 'capital.record.giver' : 'capital.record.member')}
            required
            {...pick}
            {...form.getInputProps(`lines.${at}.member`)}
          />
          {way === 'over' && (
            <Select label={t('capital.record.receiver')} required {...pick} {...form.getInputProps(`lines.${at}.to`)} />
          )}
        </SimpleGrid>
        {lines.length > 1 && (
          <ActionIcon
            variant="subtle"
            size="lg"
            aria-label={t('capital.record.remove', { number: at + 1 })}
            onClick={() => form.removeListItem('lines', at)}
          >
            <IconTrash size={18} aria-hidden />
          </ActionIcon>
        )}
      </Group>
      {way !== 'in' && line.member !== '' && <Held form={form} book={book} at={at} />}
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        {way === 'in' && (
          <NativeSelect
            label={t('capital.record.form')}
            data={capitalForms.map((value) => ({ value, label: t(`capital.book.form.${value}`) }))}
            {...form.getInputProps(`lines.${at}.form`)}
          />
        )}
        {valuation && line.form !== 'money' && (
          <TextInput
            label={t('capital.record.valuation')}
            description={t('capital.record.valuationHint')}
            {...form.getInputProps(`lines.${at}.valuationDocument`)}
          />
        )}
        {promised && (
          <VndInput
            label={t(`capital.record.${label[way].subscribedVnd}`)}
            {...form.getInputProps(`lines.${at}.subscribedVnd`)}
          />
        )}
        {paid && (
          <VndInput label={t(`capital.record.${paidLabel(kind)}`)} {...form.getInputProps(`lines.${at}.paidVnd`)} />
        )}
      </SimpleGrid>
    </Stack>
  );
}

/** What the giver has on that day, and the way to take all of it. */
function Held({ form, book, at }: LineProps) {
  const t = useWords('registry');
  const { kind, lines, onDay } = form.getValues();
  const { member } = lines[at]!;
  if (member === '') return null;
  const { subscribedVnd, paidVnd } = heldOn(book, member, onDay);
  const takeAll = (): void => {
    form.setFieldValue(`lines.${at}.subscribedVnd`, subscribedVnd);
    form.setFieldValue(`lines.${at}.paidVnd`, paidVnd);
  };
  return (
    <Group gap="sm">
      <Text size="sm" c="dimmed">
        {t('capital.record.has', { subscribed: vndText(subscribedVnd), paid: vndText(paidVnd) })}
      </Text>
      {demands[kind].promised && subscribedVnd > 0 && (
        <Button size="compact-sm" variant="light" onClick={takeAll}>
          {t('capital.record.takeAll')}
        </Button>
      )}
    </Group>
  );
}
