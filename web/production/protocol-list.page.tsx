import { listProtocols } from '#contexts/production/protocol.wire.ts';
import { useAnswer } from '#web/lib/api.ts';
import type { ReplyOf } from '#kernel/method.ts';
import { useWords } from '#web/lib/i18n.ts';
import type { Load } from '#web/lib/routes.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import type { Column } from '#web/ui/table-column.ts';
import { DayText } from '#web/ui/value-text.tsx';
import { named } from './named.ts';
import { productionPaths } from './paths.ts';

type Row = ReplyOf<typeof listProtocols>['items'][number];

const columns: Column<Row>[] = [
  { label: 'production:season.protocol', cell: (row) => named(row.name) },
  { label: 'production:season.commodity', cell: (row) => named(row.commodity.name) },
  { label: 'production:season.stages', cell: (row) => row.stages.map(named).join(' → ') },
  { label: 'production:protocol.version', cell: (row) => row.version, align: 'end' },
  { label: 'production:protocol.publishedOn', cell: (row) => <DayText day={row.publishedOn} />, align: 'end' },
];

export const load: Load = ({ ask }) => ask(listProtocols, {});

export function Page() {
  const t = useWords('production');
  const { items } = useAnswer(listProtocols, {});
  return (
    <>
      <PageHeader title={t('protocol.title')} lead={t('protocol.lead')} />
      <DataTable
        columns={columns}
        rows={items}
        caption={t('protocol.title')}
        rowLink={(row) => productionPaths.protocol(row.id)}
        empty={t('protocol.empty')}
      />
    </>
  );
}
