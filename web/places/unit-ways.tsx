import { Anchor, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { Way } from '#contexts/places/unit.wire.ts';
import { dayText } from '#web/lib/format.ts';
import { useWords, word } from '#web/lib/i18n.ts';
import { Whole } from '#web/registry/organisation-marks.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { UnverifiedMark } from '#web/ui/marks.tsx';
import { Section } from '#web/ui/section.tsx';
import type { Column } from '#web/ui/table-column.ts';
import { DayText } from '#web/ui/value-text.tsx';
import { placesPaths } from './paths.ts';
import type { UnitView } from './unit.page.tsx';
import { unitText } from './unit-text.tsx';

const columns: Column<Way>[] = [
  { label: 'places:unit.way', cell: (way) => <WayName way={way} /> },
  { label: 'places:unit.partLabel', cell: ({ part }) => word(`places:unit.part.${part}`) },
  { label: 'places:unit.onDay', cell: ({ onDay }) => <DayText day={onDay} /> },
  { label: 'places:unit.source', cell: ({ source, document }) => document ?? source },
  { label: 'places:unit.mark', cell: (way) => <WayMark way={way} /> },
];

/** A former unit has a page only where it is a version of a code. */
function WayName({ way }: { way: Way }) {
  const name = unitText(way);
  const district = way.from === null && way.district !== null ? ` (${way.district})` : '';
  if (way.code === null || way.from === null) return <>{`${name}${district}`}</>;
  return (
    <Anchor component={Link} to={placesPaths.unit(way.code, way.from)} inherit underline="always">
      {name}
    </Anchor>
  );
}

export function WayMark({ way }: { way: Pick<Way, 'verified' | 'confirmedOn'> }) {
  const t = useWords('places');
  if (!way.verified)
    return (
      <Whole>
        <UnverifiedMark />
      </Whole>
    );
  return (
    <Text span size="sm">
      {way.confirmedOn === null ? t('unit.verified') : t('unit.confirmed', { day: dayText(way.confirmedOn) })}
    </Text>
  );
}

/** What a unit was made of and what it became, each with its source. */
export function WaySections({ unit }: { unit: UnitView }) {
  const t = useWords('places');
  return (
    <>
      <Section title={t('unit.before')} lead={t('unit.beforeLead')}>
        <DataTable
          columns={columns}
          rows={unit.predecessors}
          rowKey={({ link }) => link}
          caption={t('unit.before')}
          empty={t('unit.beforeEmpty')}
        />
      </Section>
      <Section title={t('unit.after')}>
        <DataTable
          columns={columns}
          rows={unit.successors}
          rowKey={({ link }) => link}
          caption={t('unit.after')}
          empty={t(unit.until === null ? 'unit.afterEmpty' : 'unit.afterUnknown')}
        />
      </Section>
    </>
  );
}
