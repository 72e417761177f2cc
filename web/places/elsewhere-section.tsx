import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import { listSeatsElsewhere, type SeatElsewhere } from '#contexts/places/waiting-seat.wire.ts';
import type { UnitCode } from '#kernel/place.ts';
import { useAnswer } from '#web/lib/api.ts';
import { useWords, word } from '#web/lib/i18n.ts';
import { registryPaths } from '#web/registry/paths.ts';
import { DataTable } from '#web/ui/data-table.tsx';
import { Section } from '#web/ui/section.tsx';
import type { Column } from '#web/ui/table-column.ts';
import { UnitLink } from './unit-text.tsx';

const columns: Column<SeatElsewhere>[] = [
  { label: 'places:unit.elsewhere.organisation', cell: (seat) => <Name seat={seat} /> },
  { label: 'places:unit.elsewhere.recorded', cell: ({ recorded }) => <UnitLink unit={recorded} /> },
  {
    label: 'places:unit.elsewhere.found',
    cell: ({ found }) => (found === null ? word('places:unit.elsewhere.nowhere') : <UnitLink unit={found} />),
  },
];

function Name({ seat: { organisation, name } }: { seat: SeatElsewhere }) {
  return (
    <Anchor component={Link} to={registryPaths.organisation(organisation)} inherit underline="always">
      {name}
    </Anchor>
  );
}

export const elsewhereOf = (unit?: UnitCode) => ({ size: 200, ...(unit !== undefined && { unit }) });

/** Seats whose point lies in another unit than the recorded one: of one unit, or of all. */
export function ElsewhereSection({ unit }: { unit?: UnitCode }) {
  const t = useWords('places');
  const { items, total, boundaries } = useAnswer(listSeatsElsewhere, elsewhereOf(unit));
  return (
    <Section title={t('unit.elsewhere.title')} lead={t('unit.elsewhere.lead')}>
      <DataTable
        columns={columns}
        rows={items}
        total={total}
        rowKey={({ organisation }) => organisation}
        caption={t('unit.elsewhere.title')}
        empty={t(boundaries === 0 ? 'unit.elsewhere.noBoundaries' : 'unit.elsewhere.empty')}
      />
    </Section>
  );
}
