import { useForm } from '@mantine/form';
import { useNavigate } from 'react-router';
import { changeSettlement, getSettlement, type SettlementId } from '#contexts/linkage/settlement.wire.ts';
import { useAnswer } from '#web/lib/api.ts';
import { useCommand } from '#web/lib/command.ts';
import { useWords } from '#web/lib/i18n.ts';
import { useParam, type Load } from '#web/lib/routes.tsx';
import { FormShell } from '#web/ui/form-shell.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { DeductionFields, type DeductionValues } from './deduction-fields.tsx';
import { linkagePaths } from './paths.ts';

export const load: Load = ({ ask, param }) => ask(getSettlement, { settlement: param('id') });

export function Page() {
  const t = useWords('linkage');
  const navigate = useNavigate();
  const settlement = useAnswer(getSettlement, { settlement: useParam<SettlementId>('id') });
  const change = useCommand(changeSettlement);
  const form = useForm<DeductionValues>({
    initialValues: {
      deductions: settlement.deductions.map(({ kind, amountVnd, reason }) => ({ kind, amountVnd, reason })),
    },
  });
  return (
    <>
      <PageHeader
        title={t('settlement.change')}
        crumbs={[{ label: settlement.number, to: linkagePaths.settlement(settlement.id) }]}
      />
      <FormShell
        method={changeSettlement}
        command={change}
        form={form}
        submit={t('settlement.saveChange')}
        toInput={(values) => ({ ...values, settlement: settlement.id, version: settlement.version }) as never}
        onDone={() => void navigate(linkagePaths.settlement(settlement.id))}
      >
        <DeductionFields form={form} />
      </FormShell>
    </>
  );
}
