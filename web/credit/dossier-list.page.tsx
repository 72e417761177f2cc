import { listDossiers, type DossierRow } from '#contexts/credit/dossier.wire.ts';
import { useAnswer } from '#web/lib/api.ts';
import { useFilters } from '#web/lib/filters.ts';
import { useWords } from '#web/lib/i18n.ts';
import { hasRole, useMe } from '#web/lib/me.ts';
import { filtersIn } from '#web/lib/params.ts';
import type { Load } from '#web/lib/routes.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import type { Column } from '#web/ui/table-column.ts';
import { DayText } from '#web/ui/value-text.tsx';
import { AssembleDossier } from './assemble-dossier.tsx';
import { DossierBadge } from './credit-marks.tsx';
import { creditPaths } from './paths.ts';

const columns: Column<DossierRow>[] = [
  { label: 'credit:dossier.number', cell: ({ number }) => number },
  { label: 'credit:dossier.organisation', cell: ({ organisation }) => organisation.name, sortKey: 'organisation' },
  { label: 'credit:dossier.stateLabel', cell: ({ state }) => <DossierBadge state={state} /> },
  {
    label: 'credit:dossier.assembledOn',
    cell: ({ assembledOn }) => <DayText day={assembledOn} />,
    sortKey: 'assembled',
  },
  { label: 'credit:dossier.answeredOn', cell: ({ answeredOn }) => <DayText day={answeredOn} /> },
];

export const load: Load = ({ ask, search }) => ask(listDossiers, filtersIn(listDossiers, search));

export function Page() {
  const t = useWords('credit');
  const me = useMe();
  const filters = useFilters(listDossiers);
  const { items, total, may } = useAnswer(listDossiers, filters.input);
  // Whoever oversees sees that a dossier exists; opening one is for its own organisation.
  const isOwn = !hasRole(me, 'provincial-officer', 'commune-officer', 'auditor');
  return (
    <>
      <PageHeader
        title={t('dossier.title')}
        lead={t(isOwn ? 'dossier.lead' : 'dossier.officerLead')}
        actions={may.assemble.length > 0 && <AssembleDossier organisations={may.assemble} />}
      />
      <DataTable
        columns={columns}
        rows={items}
        total={total}
        filters={filters}
        caption={t('dossier.title')}
        {...(isOwn && { rowLink: ({ id }: DossierRow) => creditPaths.dossier(id) })}
        empty={t('dossier.empty')}
      />
    </>
  );
}
