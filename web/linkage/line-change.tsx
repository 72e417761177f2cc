import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useNavigate } from 'react-router';
import type { ReplyOf } from '#kernel/method.ts';
import type { changeDemand, changeOffer, getOffer } from '#contexts/linkage/line.wire.ts';
import { listCommodities } from '#contexts/registry/commodity.wire.ts';
import { useAnswer } from '#web/lib/api.ts';
import { useCommand } from '#web/lib/command.ts';
import { useWords } from '#web/lib/i18n.ts';
import { FormShell } from '#web/ui/form-shell.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { lineFieldNames, lineInput } from './line-draft.tsx';
import { LineFields, tradeUnits, type LineValues } from './line-fields.tsx';
import { nameOf } from './parts.tsx';

interface LineChangeProps {
  readonly side: 'offer' | 'demand';
  readonly line: ReplyOf<typeof getOffer>;
  readonly method: typeof changeOffer | typeof changeDemand;
  readonly page: string;
}

interface ChangeValues extends LineValues {
  reason: string;
}

/** A revision of one's own offer or demand: a new entry, the old ones stay. */
export function LineChange({ side, line, method, page }: LineChangeProps) {
  const t = useWords('linkage');
  const navigate = useNavigate();
  const goods = useAnswer(listCommodities, {}).items;
  const change = useCommand(method as typeof changeOffer);
  const title = t(`${side}.one`, { commodity: nameOf(line.commodity) });
  const form = useForm<ChangeValues>({
    initialValues: {
      from: line.from,
      until: line.until,
      per: line.per,
      periodQty: line.periodQty,
      limitPriceVnd: line.limitPriceVnd ?? '',
      minimumOrderQty: line.minimumOrderQty ?? '',
      certificates: line.certificates,
      quality: line.quality,
      place: line.place,
      reason: '',
    },
  });
  return (
    <>
      <PageHeader title={`${t('line.revise')}: ${title}`} crumbs={[{ label: title, to: page }]} />
      <FormShell
        method={method as typeof changeOffer}
        command={change}
        form={form}
        submit={t(`${side}.save`)}
        fieldNames={lineFieldNames}
        toInput={(values) => ({ [side]: line.id, revision: line.revision, ...lineInput(values, side) }) as never}
        onDone={() => void navigate(page)}
      >
        <LineFields side={side} form={form} units={tradeUnits(goods.find(({ id }) => id === line.commodity.id))} />
        <TextInput label={t('reason')} maxLength={500} {...form.getInputProps('reason')} />
      </FormShell>
    </>
  );
}
