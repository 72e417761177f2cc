import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { today, type Day } from '#kernel/day.ts';
import { newId, type ContractId } from '#kernel/id.ts';
import { getContract } from '#contexts/linkage/contract.wire.ts';
import { draftSettlement, type SettlementId } from '#contexts/linkage/settlement.wire.ts';
import { useAnswer } from '#web/lib/api.ts';
import { useCommand } from '#web/lib/command.ts';
import { useWords } from '#web/lib/i18n.ts';
import { useParam, type Load } from '#web/lib/routes.tsx';
import { DayInput } from '#web/ui/day-input.tsx';
import { FormShell } from '#web/ui/form-shell.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { DeductionFields, type DeductionValues } from './deduction-fields.tsx';
import { linkagePaths } from './paths.ts';

export const load: Load = ({ ask, param }) => ask(getContract, { contract: param('id') });

interface DraftValues extends DeductionValues {
  from: Day | '';
  until: Day | '';
}

export function Page() {
  const t = useWords('linkage');
  const navigate = useNavigate();
  const contract = useAnswer(getContract, { contract: useParam<ContractId>('id') });
  const [id] = useState(() => newId<SettlementId>());
  const draft = useCommand(draftSettlement);
  const form = useForm<DraftValues>({
    initialValues: { from: contract.from, until: today() as Day | '', deductions: [] },
  });
  return (
    <>
      <PageHeader
        title={t('settlement.draft')}
        lead={t('settlement.draftLead')}
        crumbs={[{ label: contract.number, to: linkagePaths.contract(contract.id) }]}
      />
      <FormShell
        method={draftSettlement}
        command={draft}
        form={form}
        submit={t('settlement.save')}
        toInput={(values) =>
          ({ ...values, id, contract: contract.id, side: contract.may.sides[0] ?? 'seller' }) as never
        }
        onDone={() => void navigate(linkagePaths.settlement(id))}
      >
        <DayInput label={t('from')} required {...form.getInputProps('from')} />
        <DayInput label={t('until')} required max={today()} {...form.getInputProps('until')} />
        <DeductionFields form={form} />
      </FormShell>
    </>
  );
}
