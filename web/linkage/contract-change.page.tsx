import { useForm } from '@mantine/form';
import { useNavigate } from 'react-router';
import type { ContractId } from '#kernel/id.ts';
import { changeContract, getContract } from '#contexts/linkage/contract.wire.ts';
import { listCommodities } from '#contexts/registry/commodity.wire.ts';
import { useAnswer } from '#web/lib/api.ts';
import { useCommand } from '#web/lib/command.ts';
import { useWords } from '#web/lib/i18n.ts';
import { useParam, type Load } from '#web/lib/routes.tsx';
import { FormShell } from '#web/ui/form-shell.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { tradeUnits } from './line-fields.tsx';
import { linkagePaths } from './paths.ts';
import { termsFieldNames, TermsFields, termsInput, typedTerms } from './terms-fields.tsx';

export const load: Load = ({ ask, param }) =>
  Promise.all([ask(getContract, { contract: param('id') }), ask(listCommodities, {})]);

export function Page() {
  const t = useWords('linkage');
  const navigate = useNavigate();
  const id = useParam<ContractId>('id');
  const contract = useAnswer(getContract, { contract: id });
  const goods = useAnswer(listCommodities, {}).items;
  const change = useCommand(changeContract);
  const form = useForm({ initialValues: typedTerms(contract.content.terms) });
  return (
    <>
      <PageHeader
        title={t('contract.change')}
        lead={t('contract.changeLead')}
        crumbs={[{ label: contract.number, to: linkagePaths.contract(id) }]}
      />
      <FormShell
        method={changeContract}
        command={change}
        form={form}
        submit={t('contract.saveChange')}
        fieldNames={termsFieldNames}
        toInput={(values) => ({ contract: id, version: contract.version, ...termsInput(values) })}
        onDone={() => void navigate(linkagePaths.contract(id))}
      >
        <TermsFields form={form} units={tradeUnits(goods.find(({ id: each }) => each === contract.commodity.id))} />
      </FormShell>
    </>
  );
}
