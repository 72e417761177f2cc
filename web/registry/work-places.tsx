import { useQuery } from '@tanstack/react-query';
import { listPlots } from '#contexts/production/plot.wire.ts';
import type { OrganisationId } from '#kernel/id.ts';
import type { ReplyOf } from '#kernel/method.ts';
import { answer } from '#web/lib/api.ts';
import { numberText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { placesPaths } from '#web/places/paths.ts';
import { DataTable } from '#web/ui/data-table.tsx';
import { Section } from '#web/ui/section.tsx';
import type { Column } from '#web/ui/table-column.ts';
import { Area } from '#web/ui/value-text.tsx';

type Unit = ReplyOf<typeof listPlots>['units'][number];

const columns: Column<Unit>[] = [
  { label: 'registry:workPlace.unit', cell: ({ name }) => name },
  { label: 'registry:workPlace.plots', cell: ({ plots }) => numberText(plots), align: 'end' },
  { label: 'registry:workPlace.area', cell: ({ areaM2 }) => <Area areaM2={areaM2} />, align: 'end' },
];

/** The units in which it works land, beyond its seat; nothing where no plot is known. */
export function WorkPlaces({ organisation }: { organisation: OrganisationId }) {
  const t = useWords('registry');
  const { data } = useQuery({ ...answer(listPlots, { organisation, size: 1 }), retry: false });
  if (data === undefined || data.units.length === 0) return null;
  return (
    <Section title={t('workPlace.title')} lead={t('workPlace.lead')}>
      <DataTable
        columns={columns}
        rows={data.units}
        rowKey={({ code }) => code}
        rowLink={({ code }) => placesPaths.unit(code)}
        caption={t('workPlace.title')}
      />
    </Section>
  );
}
