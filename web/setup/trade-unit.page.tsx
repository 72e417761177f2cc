import { Alert, Button, Group, Modal, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { getCommodity } from '#contexts/registry/commodity.wire.ts';
import {
  changeTradeUnit,
  closeTradeUnit,
  listTradeUnits,
  recordTradeUnit,
} from '#contexts/registry/trade-unit.wire.ts';
import { addDays, today, type Day } from '#kernel/day.ts';
import type { CommodityId } from '#kernel/id.ts';
import type { ReplyOf } from '#kernel/method.ts';
import type { BaseUnit } from '#kernel/quantity.ts';
import { plain } from '#kernel/text.ts';
import { useAnswer } from '#web/lib/api.ts';
import { useCommand } from '#web/lib/command.ts';
import { numberText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { useParam, type Load } from '#web/lib/routes.tsx';
import { typedQty } from '#web/lib/typed-number.ts';
import { nameIn } from '#web/registry/named.ts';
import { DataTable } from '#web/ui/data-table.tsx';
import { DayInput } from '#web/ui/day-input.tsx';
import { FormShell } from '#web/ui/form-shell.tsx';
import { NumberTextInput } from '#web/ui/number-text-input.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { Section } from '#web/ui/section.tsx';
import type { Column } from '#web/ui/table-column.ts';
import { DayText } from '#web/ui/value-text.tsx';
import { commandInOwnWords } from './own-words.ts';
import { setupPaths } from './paths.ts';

type Unit = ReplyOf<typeof listTradeUnits>['items'][number];
interface Row extends Unit {
  readonly commodity: CommodityId;
  readonly base: BaseUnit;
}

export const load: Load = ({ ask, param }) => {
  const commodity = param('id') as CommodityId;
  return Promise.all([ask(getCommodity, { commodity }), ask(listTradeUnits, { commodity })]);
};

const columns: Column<Row>[] = [
  { label: 'setup:tradeUnits.name', cell: (row) => <Name row={row} /> },
  { label: 'setup:tradeUnits.holds', cell: (row) => <Holds row={row} />, align: 'end' },
  { label: 'setup:tradeUnits.from', cell: ({ from }) => <DayText day={from} /> },
  { label: 'setup:tradeUnits.until', cell: ({ until }) => (until === null ? '' : <DayText day={until} />) },
  { label: 'setup:tradeUnits.actions', cell: (row) => <Actions row={row} /> },
];

function Name({ row: { names, usual } }: { row: Row }) {
  const t = useWords('setup');
  return <>{usual ? `${nameIn(names)} (${t('tradeUnits.usual')})` : nameIn(names)}</>;
}

function Holds({ row: { qty, base } }: { row: Row }) {
  const t = useWords('setup');
  return <>{`${numberText(qty)} ${t(`baseUnit.${base}`)}`}</>;
}

function Actions({ row }: { row: Row }) {
  const t = useWords('setup');
  const [doing, setDoing] = useState<'change' | 'close'>();
  if (!row.may.change) return '–';
  const name = nameIn(row.names);
  return (
    <Group gap={4} wrap="nowrap">
      <Button
        variant="subtle"
        size="compact-md"
        aria-label={t('tradeUnits.changeOf', { name })}
        onClick={() => setDoing('change')}
      >
        {t('tradeUnits.change')}
      </Button>
      <Button
        variant="subtle"
        color="red"
        size="compact-md"
        aria-label={t('tradeUnits.closeOf', { name })}
        onClick={() => setDoing('close')}
      >
        {t('tradeUnits.close')}
      </Button>
      {doing !== undefined && (
        <Modal
          opened
          onClose={() => setDoing(undefined)}
          title={t(`tradeUnits.${doing}Of`, { name })}
          closeButtonProps={{ 'aria-label': t('shell:close') }}
        >
          {doing === 'change' ? (
            <ChangeForm row={row} onDone={() => setDoing(undefined)} />
          ) : (
            <CloseForm row={row} onDone={() => setDoing(undefined)} />
          )}
        </Modal>
      )}
    </Group>
  );
}

interface FormProps {
  readonly row: Row;
  readonly onDone: () => void;
}
const tomorrow = (): Day => addDays(today(), 1);

function QtyInput({ base, ...props }: { base: BaseUnit; value?: number | ''; onChange?: (qty: number | '') => void }) {
  const t = useWords('setup');
  return (
    <NumberTextInput
      label={t('tradeUnits.qty', { base: t(`baseUnit.${base}`) })}
      required
      parse={(text) => typedQty(text, 1)}
      format={(qty) => numberText(qty)}
      wrong={t('shell:field.quantity')}
      {...props}
    />
  );
}

function ChangeForm({ row: { commodity, code, base }, onDone }: FormProps) {
  const t = useWords('setup');
  const change = useCommand(changeTradeUnit);
  const form = useForm({ initialValues: { qty: '' as number | '', from: tomorrow() as Day | '' } });
  return (
    <FormShell
      method={changeTradeUnit}
      command={commandInOwnWords(change)}
      form={form}
      submit={t('tradeUnits.save')}
      toInput={({ qty, from }) => ({ commodity, code, qty: qty as number, from })}
      onDone={onDone}
      onCancel={onDone}
    >
      <QtyInput base={base} {...form.getInputProps('qty')} />
      <DayInput label={t('tradeUnits.from')} required min={today()} {...form.getInputProps('from')} />
    </FormShell>
  );
}

function CloseForm({ row: { commodity, code }, onDone }: FormProps) {
  const t = useWords('setup');
  const close = useCommand(closeTradeUnit);
  const form = useForm({ initialValues: { from: tomorrow() as Day | '' } });
  return (
    <FormShell
      method={closeTradeUnit}
      command={commandInOwnWords(close)}
      form={form}
      submit={t('tradeUnits.close')}
      toInput={({ from }) => ({ commodity, code, from })}
      onDone={onDone}
      onCancel={onDone}
    >
      <DayInput label={t('tradeUnits.closeFrom')} required min={today()} {...form.getInputProps('from')} />
    </FormShell>
  );
}

const codeFrom = (name: string): string =>
  plain(name)
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');

function AddForm({ commodity, base }: { commodity: CommodityId; base: BaseUnit }) {
  const t = useWords('setup');
  const record = useCommand(recordTradeUnit);
  const form = useForm({
    initialValues: { vi: '', en: '', th: '', qty: '' as number | '', from: today() as Day | '' },
  });
  return (
    <FormShell
      method={recordTradeUnit}
      command={commandInOwnWords(record)}
      form={form}
      submit={t('tradeUnits.add')}
      fieldNames={{ 'names.vi': 'vi', 'names.en': 'en', 'names.th': 'th', code: 'vi' }}
      toInput={({ vi, en, th, qty, from }) => ({
        commodity,
        code: codeFrom(vi),
        names: { vi, en, th },
        qty: qty as number,
        from,
      })}
      onDone={() => form.reset()}
    >
      <TextInput label={t('commodities.nameVi')} required {...form.getInputProps('vi')} />
      <TextInput label={t('commodities.nameEn')} required {...form.getInputProps('en')} />
      <TextInput label={t('commodities.nameTh')} required {...form.getInputProps('th')} />
      <QtyInput base={base} {...form.getInputProps('qty')} />
      <DayInput label={t('tradeUnits.from')} required {...form.getInputProps('from')} />
      {record.isSuccess && !form.isDirty() && (
        <Alert role="status" color="leaf" variant="light">
          {t('tradeUnits.done')}
        </Alert>
      )}
    </FormShell>
  );
}

export function Page() {
  const t = useWords('setup');
  const commodity = useParam<CommodityId>('id');
  const { names } = useAnswer(getCommodity, { commodity });
  const { items, baseUnit, may } = useAnswer(listTradeUnits, { commodity });
  return (
    <>
      <PageHeader
        title={`${nameIn(names)}: ${t('tradeUnits.title')}`}
        lead={t('tradeUnits.lead')}
        crumbs={[
          { label: t('back'), to: setupPaths.overview },
          { label: t('step.commodities'), to: setupPaths.step('commodities') },
        ]}
      />
      <DataTable
        columns={columns}
        rows={items.map((unit) => ({ ...unit, commodity, base: baseUnit }))}
        rowKey={({ code, from }) => `${code} ${from}`}
        caption={t('tradeUnits.title')}
      />
      {may.record && (
        <Section title={t('tradeUnits.add')}>
          <AddForm commodity={commodity} base={baseUnit} />
        </Section>
      )}
    </>
  );
}
