import { useForm } from '@mantine/form';
import { useNavigate } from 'react-router';
import type { ChainId } from '#kernel/id.ts';
import { changeChain, getChain } from '#contexts/linkage/chain.wire.ts';
import { listCommodities } from '#contexts/registry/commodity.wire.ts';
import { useAnswer } from '#web/lib/api.ts';
import { useCommand } from '#web/lib/command.ts';
import { useWords } from '#web/lib/i18n.ts';
import { useParam, type Load } from '#web/lib/routes.tsx';
import { withoutBlanks } from '#web/ui/form-errors.ts';
import { FormShell } from '#web/ui/form-shell.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { ChainFields, type ChainValues } from './chain-fields.tsx';
import { linkagePaths } from './paths.ts';

export const load: Load = ({ ask, param }) =>
  Promise.all([ask(getChain, { chain: param('id') }), ask(listCommodities, {})]);

export function Page() {
  const t = useWords('linkage');
  const navigate = useNavigate();
  const id = useParam<ChainId>('id');
  const chain = useAnswer(getChain, { chain: id });
  const goods = useAnswer(listCommodities, {}).items;
  const change = useCommand(changeChain);
  const form = useForm<ChainValues>({
    initialValues: {
      name: chain.name,
      state: chain.state === 'forming' ? 'forming' : 'active',
      startedOn: chain.startedOn ?? '',
      productNote: chain.productNote,
      note: chain.note,
      products: chain.products.map((product) => product.id),
    },
  });
  return (
    <>
      <PageHeader title={t('chain.change')} crumbs={[{ label: chain.name, to: linkagePaths.chain(id) }]} />
      <FormShell
        method={changeChain}
        command={change}
        form={form}
        submit={t('chain.save')}
        toInput={(values) => ({ chain: id, version: chain.version, ...withoutBlanks(values) }) as never}
        onDone={() => void navigate(linkagePaths.chain(id))}
      >
        <ChainFields form={form} goods={goods} />
      </FormShell>
    </>
  );
}
