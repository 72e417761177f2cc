import { NativeSelect } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useNavigate } from 'react-router';
import { today, type Day } from '#kernel/day.ts';
import { newId, type DeliveryId, type LotId } from '#kernel/id.ts';
import type { DispatchId } from '#contexts/quality/lot.ts';
import { getLot, listLotDeliveries, recordDispatch } from '#contexts/quality/lot.wire.ts';
import { useAnswer } from '#web/lib/api.ts';
import { useCommand } from '#web/lib/command.ts';
import { dayText, quantityText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { useParam, type Load } from '#web/lib/routes.tsx';
import { DayInput } from '#web/ui/day-input.tsx';
import { FormShell } from '#web/ui/form-shell.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { QuantityInput } from '#web/ui/quantity-input.tsx';
import { named } from './lot-marks.tsx';
import { qualityPaths } from './paths.ts';

interface Values {
  id: DispatchId;
  delivery: DeliveryId | '';
  market: string;
  qty: number | '';
  dispatchedOn: Day | '';
}

export const load: Load = ({ ask, param }) => {
  const lot = param('id') as LotId;
  return Promise.all([ask(getLot, { lot }), ask(listLotDeliveries, { lot })]);
};

export function Page() {
  const t = useWords('quality');
  const navigate = useNavigate();
  const id = useParam<LotId>('id');
  const lot = useAnswer(getLot, { lot: id });
  const { items } = useAnswer(listLotDeliveries, { lot: id });
  const record = useCommand(recordDispatch);
  const { unit } = lot.commodity;
  const form = useForm<Values>({
    initialValues: {
      id: newId<DispatchId>(),
      delivery: items[0]?.id ?? '',
      market: lot.releasedFor[0] ?? '',
      qty: items[0] === undefined ? '' : Math.min(items[0].leftQty, lot.leftQty),
      dispatchedOn: today(),
    },
  });
  const back = (): void => void navigate(qualityPaths.lot(id));
  return (
    <>
      <PageHeader
        title={t('dispatch.new')}
        crumbs={[
          { label: t('lot.title'), to: qualityPaths.lots },
          { label: lot.code, to: qualityPaths.lot(id) },
        ]}
        lead={`${t('lot.left')}: ${quantityText(lot.leftQty, unit)}`}
      />
      <FormShell
        method={recordDispatch}
        command={record}
        form={form}
        submit={t('dispatch.save')}
        notYet={[
          ...(items.length === 0 ? [t('dispatch.noDelivery')] : []),
          ...(lot.releasedFor.length === 0 ? [t('obstacle.lot.not-released')] : []),
        ]}
        toInput={(values) => ({ ...values, qty: values.qty === '' ? 0 : values.qty, lot: id })}
        onDone={back}
        onCancel={back}
      >
        <NativeSelect
          label={t('dispatch.delivery')}
          required
          data={items.map(({ id: value, deliveredOn, buyer, contractNumber, leftQty }) => ({
            value: value as string,
            label: t('dispatch.deliveryOption', {
              day: dayText(deliveredOn),
              buyer: buyer.name,
              number: contractNumber,
              left: quantityText(leftQty, unit),
            }),
          }))}
          {...form.getInputProps('delivery')}
        />
        <NativeSelect
          label={t('verdict.market')}
          required
          data={lot.markets
            .filter(({ code }) => lot.releasedFor.includes(code))
            .map((market) => ({ value: market.code, label: named(market) }))}
          {...form.getInputProps('market')}
        />
        <QuantityInput label={t('dispatch.qty')} required units={[unit]} {...form.getInputProps('qty')} />
        <DayInput label={t('dispatch.on')} required max={today()} {...form.getInputProps('dispatchedOn')} />
      </FormShell>
    </>
  );
}
