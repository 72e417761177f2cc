import { Box, Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useId } from 'react';
import { totalInterest, type Instalment } from '#contexts/credit/schedule.ts';
import { useWords } from '#web/lib/i18n.ts';
import { DataTable } from '#web/ui/data-table.tsx';
import { Facts } from '#web/ui/facts.tsx';
import type { Column } from '#web/ui/table-column.ts';
import { DayText, Money } from '#web/ui/value-text.tsx';

const columns: Column<Instalment>[] = [
  { label: 'credit:answer.instalment', cell: ({ number }) => number },
  { label: 'credit:answer.dueOn', cell: ({ dueOn }) => <DayText day={dueOn} /> },
  { label: 'credit:answer.days', cell: ({ days }) => days, align: 'end', minor: true },
  { label: 'credit:answer.payment', cell: ({ payment }) => <Money amountVnd={payment} />, align: 'end' },
  { label: 'credit:answer.interest', cell: ({ interest }) => <Money amountVnd={interest} />, align: 'end' },
  { label: 'credit:answer.principal', cell: ({ principal }) => <Money amountVnd={principal} />, align: 'end' },
  { label: 'credit:answer.balance', cell: ({ balance }) => <Money amountVnd={balance} />, align: 'end' },
];

/** What the loan costs at a glance, and every payment on asking. */
export function OfferSchedule({ instalments }: { instalments: readonly Instalment[] }) {
  const t = useWords('credit');
  const [isShown, { toggle }] = useDisclosure(false);
  const id = useId();
  const interest = totalInterest(instalments);
  const principal = instalments.reduce((sum, one) => sum + one.principal, 0);
  return (
    <Box mt="md">
      <Facts
        facts={[
          { label: t('answer.monthly'), value: <Money amountVnd={instalments[0]!.payment} /> },
          { label: t('answer.totalInterest'), value: <Money amountVnd={interest} /> },
          { label: t('answer.totalPaid'), value: <Money amountVnd={principal + interest} /> },
        ]}
      />
      <Button variant="light" mt="sm" onClick={toggle} aria-expanded={isShown} aria-controls={id} data-noprint>
        {t(isShown ? 'answer.hideSchedule' : 'answer.showSchedule')}
      </Button>
      <Box id={id} hidden={!isShown} mt="sm">
        {isShown && (
          <>
            <Text size="sm" c="dimmed" mb="xs">
              {t('answer.scheduleLead')}
            </Text>
            <DataTable
              columns={columns}
              rows={instalments}
              caption={t('answer.schedule')}
              rowKey={({ number }) => String(number)}
            />
          </>
        )}
      </Box>
    </Box>
  );
}
