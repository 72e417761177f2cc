import { SimpleGrid, Stack, Title } from '@mantine/core';
import { dossierSectionNames, dossierSections } from '#contexts/credit/dossier.ts';
import type { DossierContent } from '#contexts/credit/dossier.wire.ts';
import type { FactName } from '#kernel/fact.ts';
import { dayText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { FactTable } from '#web/support/fact-table.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { Section } from '#web/ui/section.tsx';
import type { Column } from '#web/ui/table-column.ts';
import { DayText, Money } from '#web/ui/value-text.tsx';

type Account = DossierContent['accounts'][number];
type Contract = DossierContent['contracts'][number];

const accountColumns: Column<Account>[] = [
  { label: 'credit:dossier.year', cell: ({ year }) => year },
  { label: 'credit:dossier.revenue', cell: ({ revenueVnd }) => <Money amountVnd={revenueVnd} />, align: 'end' },
  { label: 'credit:dossier.profit', cell: ({ profitVnd }) => <Money amountVnd={profitVnd} />, align: 'end' },
  { label: 'credit:dossier.accountSource', cell: ({ source }) => source },
];

const contractColumns: Column<Contract>[] = [
  { label: 'credit:dossier.contractNumber', cell: ({ number }) => number },
  { label: 'credit:dossier.from', cell: ({ from }) => <DayText day={from} /> },
  { label: 'credit:dossier.until', cell: ({ until }) => <DayText day={until} /> },
  { label: 'credit:dossier.priceLabel', cell: ({ priceKind }) => <PriceKind kind={priceKind} /> },
  { label: 'credit:dossier.committed', cell: ({ committedVnd }) => <Money amountVnd={committedVnd} />, align: 'end' },
];

function PriceKind({ kind }: { kind: string }) {
  const t = useWords('credit');
  return kind === 'fixed' || kind === 'floor-market' ? t(`dossier.price.${kind}`) : kind;
}

/** Everything that was frozen, in the order a bank reads it. */
export function DossierContents({ content }: { content: DossierContent }) {
  const t = useWords('credit');
  const { facts, accounts, contracts, asOf } = content;
  const factsOf = (names: readonly FactName[]) =>
    names.flatMap((name) => facts.find((fact) => fact.name === name) ?? []);
  return (
    <Section title={t('dossier.contents')} lead={t('dossier.contentsLead', { day: dayText(asOf) })}>
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="xl" verticalSpacing="lg">
        {dossierSectionNames.map((name) => (
          <div key={name}>
            <Title order={3} size="h4" mb="xs">
              {t(`dossier.section.${name}`)}
            </Title>
            <FactTable facts={factsOf(dossierSections[name])} caption={t(`dossier.section.${name}`)} />
          </div>
        ))}
      </SimpleGrid>
      <Stack gap="lg" mt="lg">
        <div>
          <Title order={3} size="h4" mb="xs">
            {t('dossier.yearly')}
          </Title>
          <DataTable
            columns={accountColumns}
            rows={accounts}
            caption={t('dossier.yearly')}
            rowKey={({ year }) => String(year)}
            empty={t('dossier.noAccounts')}
          />
        </div>
        <div>
          <Title order={3} size="h4" mb="xs">
            {t('dossier.contracts')}
          </Title>
          <DataTable
            columns={contractColumns}
            rows={contracts}
            caption={t('dossier.contracts')}
            rowKey={({ number }) => number}
            empty={t('dossier.noContracts')}
          />
        </div>
      </Stack>
    </Section>
  );
}
