import { listChains, type ChainRow } from '#contexts/linkage/chain.wire.ts';
import type { OrganisationId } from '#kernel/id.ts';
import { useAnswer } from '#web/lib/api.ts';
import { numberText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { DataTable } from '#web/ui/data-table.tsx';
import { Section } from '#web/ui/section.tsx';
import type { Column } from '#web/ui/table-column.ts';
import { ProvenanceMark } from './organisation-marks.tsx';

const columns: Column<ChainRow>[] = [
  { label: 'registry:chain.name', cell: ({ name }) => name },
  { label: 'registry:chain.lead', cell: ({ lead }) => lead.name, minor: true },
  { label: 'registry:chain.partners', cell: ({ partners }) => numberText(partners), align: 'end' },
  {
    label: 'registry:provenanceLabel',
    cell: ({ provenance }) => <ProvenanceMark provenance={provenance} />,
    minor: true,
  },
];

/** The chains an organisation takes part in. */
export function ChainSection({ organisation }: { organisation: OrganisationId }) {
  const t = useWords('registry');
  const { items } = useAnswer(listChains, { organisation });
  return (
    <Section title={t('chain.title')}>
      <DataTable
        columns={columns}
        rows={items}
        caption={t('chain.title')}
        rowLink={({ id }) => `/linkage/chains/${id}`}
        empty={t('chain.empty')}
      />
    </Section>
  );
}
