import { Button, Group, Text } from '@mantine/core';
import { Link } from 'react-router';
import { getCommodity, type CommodityRow, type TradeUnitView } from '#contexts/registry/commodity.wire.ts';
import type { CommodityId } from '#kernel/id.ts';
import { useAnswer } from '#web/lib/api.ts';
import { numberText, quantityText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { useParam, type Load } from '#web/lib/routes.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { setupPaths } from '#web/setup/paths.ts';
import { Facts } from '#web/ui/facts.tsx';
import { UnverifiedMark } from '#web/ui/marks.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { Section } from '#web/ui/section.tsx';
import type { Column } from '#web/ui/table-column.ts';
import { nameIn } from './named.ts';
import { registryPaths } from './paths.ts';

type Unit = TradeUnitView & { readonly base: CommodityRow['baseUnit'] };

const columns: Column<Unit>[] = [
  { label: 'registry:commodity.units', cell: (unit) => <UnitName unit={unit} /> },
  { label: 'registry:commodity.holds', cell: (unit) => <Holds unit={unit} />, align: 'end' },
];

function UnitName({ unit: { names, usual } }: { unit: Unit }) {
  const t = useWords('registry');
  return (
    <>
      {nameIn(names)}{' '}
      {usual && (
        <Text span inherit size="sm" c="dimmed">
          ({t('commodity.usual')})
        </Text>
      )}
    </>
  );
}

function Holds({ unit: { qty, base } }: { unit: Unit }) {
  const t = useWords('registry');
  return <>{`${numberText(qty)} ${t(`commodity.baseUnit.${base}`)}`}</>;
}

export const load: Load = ({ ask, param }) => ask(getCommodity, { commodity: param('id') });

export function Page() {
  const t = useWords('registry');
  const commodity = useAnswer(getCommodity, { commodity: useParam<CommodityId>('id') });
  const { names, baseUnit, units, varieties } = commodity;
  return (
    <>
      <PageHeader
        title={nameIn(names)}
        lead={[names.vi, names.en, names.th].filter((name) => name !== nameIn(names)).join(' · ')}
        crumbs={[{ label: t('commodity.title'), to: registryPaths.commodities }]}
      />
      <Facts
        facts={[
          { label: t('commodity.code'), value: commodity.code },
          { label: t('commodity.sectorLabel'), value: t(`commodity.sector.${commodity.sector}`) },
          { label: t('commodity.storageLabel'), value: t(`commodity.storage.${commodity.storage}`) },
          { label: t('commodity.cycleLabel'), value: t(`commodity.cycle.${commodity.cycle}`) },
          { label: t('commodity.usualYield'), value: commodity.usualYield && <UsualYield commodity={commodity} /> },
        ]}
      />
      <Section
        title={t('commodity.units')}
        actions={
          <Button component={Link} to={setupPaths.tradeUnits(commodity.id)} variant="default">
            {t('commodity.unitsInTime')}
          </Button>
        }
      >
        <DataTable
          columns={columns}
          rows={units.map((unit) => ({ ...unit, base: baseUnit }))}
          rowKey={({ code }) => code}
          caption={t('commodity.units')}
        />
      </Section>
      <Section title={t('commodity.varieties')}>
        {varieties.length === 0 ? (
          <Text c="dimmed">{t('commodity.noVarieties')}</Text>
        ) : (
          <ul>
            {varieties.map((variety) => (
              <li key={variety.id}>{nameIn(variety.names)}</li>
            ))}
          </ul>
        )}
      </Section>
    </>
  );
}

/** In the largest unit it is traded in: tonnes rather than kilograms. */
function UsualYield({ commodity: { usualYield, units } }: { commodity: CommodityRow }) {
  const t = useWords('registry');
  const largest = units.toSorted((a, b) => b.qty - a.qty)[0];
  if (usualYield === null || largest === undefined) return null;
  const unit = { code: largest.code, qty: largest.qty, name: nameIn(largest.names) };
  return (
    <Group gap="xs">
      <span>
        {t('commodity.perHectare', {
          least: quantityText(usualYield.least, unit),
          most: quantityText(usualYield.most, unit),
        })}
      </span>
      {!usualYield.verified && <UnverifiedMark />}
      {usualYield.source !== null && (
        <Text span size="sm" c="dimmed">
          {t('shell:source', { source: usualYield.source })}
        </Text>
      )}
    </Group>
  );
}
