import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { today } from '#kernel/day.ts';
import { newId } from '#kernel/id.ts';
import type { draftDemand, draftOffer, LineId } from '#contexts/linkage/line.wire.ts';
import { listCommodities } from '#contexts/registry/commodity.wire.ts';
import { useAnswer } from '#web/lib/api.ts';
import { useCommand } from '#web/lib/command.ts';
import { useWords } from '#web/lib/i18n.ts';
import { withoutBlanks } from '#web/ui/form-errors.ts';
import { FormShell } from '#web/ui/form-shell.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { blankLine, GoodsFields, LineFields, tradeUnits, type OwnedValues } from './line-fields.tsx';
import { useOwnOrganisations } from './parts.tsx';

interface LineDraftProps {
  readonly side: 'offer' | 'demand';
  readonly method: typeof draftOffer | typeof draftDemand;
  readonly listPage: string;
  readonly pageOf: (id: string) => string;
}

/** The form's values as the method takes them; a limit price travels under the name of its side. */
export function lineInput(
  { limitPriceVnd, minimumOrderQty, ...values }: Partial<OwnedValues>,
  side: 'offer' | 'demand',
) {
  const own = side === 'offer' ? { floorPriceVnd: limitPriceVnd } : { ceilingPriceVnd: limitPriceVnd, minimumOrderQty };
  return withoutBlanks({ ...values, ...own });
}

export const lineFieldNames = { floorPriceVnd: 'limitPriceVnd', ceilingPriceVnd: 'limitPriceVnd' } as const;

export function LineDraft({ side, method, listPage, pageOf }: LineDraftProps) {
  const t = useWords('linkage');
  const navigate = useNavigate();
  const own = useOwnOrganisations();
  const goods = useAnswer(listCommodities, {}).items;
  const [id] = useState(() => newId<LineId>());
  const draft = useCommand(method as typeof draftOffer);
  const form = useForm<OwnedValues>({
    initialValues: { ...blankLine, from: today(), organisation: own[0]?.id ?? '', commodity: '', variety: '' },
  });
  const chosen = goods.find((commodity) => commodity.id === form.values.commodity);
  return (
    <>
      <PageHeader title={t(`${side}.draft`)} crumbs={[{ label: t(`${side}.title`), to: listPage }]} />
      <FormShell
        method={method as typeof draftOffer}
        command={draft}
        form={form}
        submit={t(`${side}.save`)}
        notYet={own.length === 0 ? [t('line.noOrganisation')] : []}
        fieldNames={lineFieldNames}
        toInput={(values) => ({ id, ...lineInput(values, side) }) as never}
        onDone={() => void navigate(pageOf(id))}
      >
        <GoodsFields form={form} own={own} goods={goods} />
        <LineFields side={side} form={form} units={tradeUnits(chosen)} />
      </FormShell>
    </>
  );
}
