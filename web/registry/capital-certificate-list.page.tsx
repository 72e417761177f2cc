import { listCapitalCertificates } from '#contexts/registry/capital-certificate.wire.ts';
import { getOrganisation } from '#contexts/registry/organisation.wire.ts';
import type { OrganisationId } from '#kernel/id.ts';
import { useAnswer } from '#web/lib/api.ts';
import { useFilters } from '#web/lib/filters.ts';
import { useWords } from '#web/lib/i18n.ts';
import { filtersIn } from '#web/lib/params.ts';
import { useParam, type Load } from '#web/lib/routes.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { CapitalCertificateTable } from './capital-certificates.tsx';
import { registryPaths } from './paths.ts';

export const load: Load = ({ ask, param, search }) => {
  const organisation = param('id') as OrganisationId;
  return Promise.all([
    ask(getOrganisation, { organisation }),
    ask(listCapitalCertificates, filtersIn(listCapitalCertificates, search, { organisation })),
  ]);
};

export function Page() {
  const t = useWords('registry');
  const id = useParam<OrganisationId>('id');
  const { name } = useAnswer(getOrganisation, { organisation: id });
  const filters = useFilters(listCapitalCertificates, { organisation: id });
  const { items, total } = useAnswer(listCapitalCertificates, filters.input);
  return (
    <>
      <PageHeader
        title={t('capital.certificate.of', { name })}
        crumbs={[
          { label: name, to: registryPaths.organisation(id) },
          { label: t('capital.title'), to: registryPaths.capital(id) },
        ]}
      />
      <CapitalCertificateTable rows={items} total={total} filters={filters} />
    </>
  );
}
