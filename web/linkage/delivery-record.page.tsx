import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { today, type Day } from '#kernel/day.ts';
import { newId, type ContractId, type DeliveryId } from '#kernel/id.ts';
import { getContract } from '#contexts/linkage/contract.wire.ts';
import { recordDelivery } from '#contexts/linkage/delivery.wire.ts';
import { listCommodities } from '#contexts/registry/commodity.wire.ts';
import { useAnswer } from '#web/lib/api.ts';
import { useCommand } from '#web/lib/command.ts';
import { findWord, useWords } from '#web/lib/i18n.ts';
import { useParam, type Load } from '#web/lib/routes.tsx';
import { withoutBlanks } from '#web/ui/form-errors.ts';
import { FormShell } from '#web/ui/form-shell.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { LoadFields, type LoadValues } from './delivery-fields.tsx';
import { tradeUnits } from './line-fields.tsx';
import { linkagePaths } from './paths.ts';
import { goodsName } from './parts.tsx';

export const load: Load = ({ ask, param }) =>
  Promise.all([ask(getContract, { contract: param('id') }), ask(listCommodities, {})]);

export function Page() {
  const t = useWords('linkage');
  const navigate = useNavigate();
  const contract = useAnswer(getContract, { contract: useParam<ContractId>('id') });
  const goods = useAnswer(listCommodities, {}).items;
  const [id] = useState(() => newId<DeliveryId>());
  const record = useCommand(recordDelivery);
  const form = useForm<LoadValues>({
    initialValues: {
      deliveredOn: today() as Day | '',
      place: contract.content.terms.deliveryPlace,
      vehicle: '',
      grossQty: '',
      tareQty: '',
    },
  });
  const side = contract.may.sides[0];
  return (
    <>
      <PageHeader
        title={t('delivery.recordTitle')}
        lead={`${goodsName(contract.commodity, contract.variety)} · ${contract.seller.name} → ${contract.buyer.name}`}
        crumbs={[{ label: contract.number, to: linkagePaths.contract(contract.id) }]}
      />
      <FormShell
        method={recordDelivery}
        command={record}
        form={form}
        submit={t('delivery.save')}
        notYet={contract.may.deliver ? [] : [findWord('linkage:obstacle.contract-not-signed') ?? '']}
        toInput={(values) => ({ id, contract: contract.id, side: side ?? 'seller', ...withoutBlanks(values) }) as never}
        onDone={() => void navigate(linkagePaths.delivery(id))}
      >
        <LoadFields form={form} units={tradeUnits(goods.find((each) => each.id === contract.commodity.id))} />
      </FormShell>
    </>
  );
}
