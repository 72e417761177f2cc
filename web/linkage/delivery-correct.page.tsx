import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { newId, type DeliveryId } from '#kernel/id.ts';
import { correctDelivery, getDelivery } from '#contexts/linkage/delivery.wire.ts';
import { listCommodities } from '#contexts/registry/commodity.wire.ts';
import { useAnswer } from '#web/lib/api.ts';
import { useCommand } from '#web/lib/command.ts';
import { dayText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { useParam, type Load } from '#web/lib/routes.tsx';
import { withoutBlanks } from '#web/ui/form-errors.ts';
import { FormShell } from '#web/ui/form-shell.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { LoadFields, type LoadValues } from './delivery-fields.tsx';
import { tradeUnits } from './line-fields.tsx';
import { linkagePaths } from './paths.ts';
import { useOwnOrganisations } from './parts.tsx';

export const load: Load = ({ ask, param }) =>
  Promise.all([ask(getDelivery, { delivery: param('id') }), ask(listCommodities, {})]);

interface CorrectValues extends LoadValues {
  reason: string;
}

export function Page() {
  const t = useWords('linkage');
  const navigate = useNavigate();
  const delivery = useAnswer(getDelivery, { delivery: useParam<DeliveryId>('id') });
  const goods = useAnswer(listCommodities, {}).items;
  const own = useOwnOrganisations();
  const [id] = useState(() => newId<DeliveryId>());
  const correct = useCommand(correctDelivery);
  const disputed = delivery.answers.find((answer) => answer.kind === 'disputed' && answer.grossQty !== null);
  const form = useForm<CorrectValues>({
    initialValues: {
      deliveredOn: delivery.deliveredOn,
      place: delivery.place,
      vehicle: delivery.vehicle,
      grossQty: disputed?.grossQty ?? delivery.grossQty,
      tareQty: disputed?.tareQty ?? delivery.tareQty,
      reason: '',
    },
  });
  const runs = (organisation: string): boolean => own.some((each) => each.id === organisation);
  const other = delivery.side === 'seller' ? 'buyer' : 'seller';
  const side = runs(delivery.contract[delivery.side].id) ? delivery.side : other;
  return (
    <>
      <PageHeader
        title={t('delivery.correctTitle')}
        lead={t('delivery.correctText')}
        crumbs={[
          {
            label: t('delivery.one', { day: dayText(delivery.deliveredOn) }),
            to: linkagePaths.delivery(delivery.id),
          },
        ]}
      />
      <FormShell
        method={correctDelivery}
        command={correct}
        form={form}
        submit={t('delivery.saveCorrection')}
        toInput={(values) => ({ id, corrects: delivery.id, side, ...withoutBlanks(values) }) as never}
        onDone={() => void navigate(linkagePaths.delivery(id))}
      >
        <LoadFields form={form} units={tradeUnits(goods.find((each) => each.id === delivery.commodity.id))} />
        <TextInput label={t('reason')} required maxLength={500} {...form.getInputProps('reason')} />
      </FormShell>
    </>
  );
}
