import { Box, Button, Table, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useId } from 'react';
import { totalInterest, type Instalment } from '#contexts/credit/schedule.ts';
import { dayText, numberText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { Facts } from '#web/ui/facts.tsx';
import { Money } from '#web/ui/value-text.tsx';

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
        {isShown && <Payments instalments={instalments} />}
      </Box>
    </Box>
  );
}

const amounts = ['payment', 'interest', 'principal', 'balance'] as const;

/** A table at every width: dozens of payments as cards could not be compared. */
function Payments({ instalments }: { instalments: readonly Instalment[] }) {
  const t = useWords('credit');
  const caption = t('answer.schedule');
  return (
    <>
      <Text size="sm" c="dimmed" mb="xs">
        {t('answer.scheduleLead')} {t('answer.inDong')}
      </Text>
      <Table.ScrollContainer minWidth={560} type="native" tabIndex={0} role="region" aria-label={caption}>
        <Table aria-label={caption} verticalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('answer.instalment')}</Table.Th>
              <Table.Th scope="col">{t('answer.dueOn')}</Table.Th>
              <Table.Th scope="col" ta="end">
                {t('answer.days')}
              </Table.Th>
              {amounts.map((name) => (
                <Table.Th scope="col" ta="end" key={name}>
                  {t(`answer.${name}`)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {instalments.map((one) => (
              <Table.Tr key={one.number}>
                <Table.Td>{one.number}</Table.Td>
                <Table.Td>{dayText(one.dueOn)}</Table.Td>
                <Table.Td ta="end">{one.days}</Table.Td>
                {amounts.map((name) => (
                  <Table.Td key={name} ta="end">
                    {numberText(one[name])}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </>
  );
}
