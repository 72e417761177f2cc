import type { ApplicationId } from '#contexts/support/application.ts';
import { getApplication } from '#contexts/support/application.wire.ts';
import { listCommodities } from '#contexts/registry/commodity.wire.ts';
import { useAnswer } from '#web/lib/api.ts';
import { useWords } from '#web/lib/i18n.ts';
import { useParam, type Load } from '#web/lib/routes.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { ApplicationForm } from './application.form.tsx';
import { supportPaths } from './paths.ts';
import { said } from './said.ts';

export const load: Load = ({ ask, param }) =>
  Promise.all([ask(getApplication, { application: param('id') }), ask(listCommodities, { sector: 'crop' })]);

export function Page() {
  const t = useWords('support');
  const application = useAnswer(getApplication, { application: useParam<ApplicationId>('id') });
  return (
    <>
      <PageHeader
        title={t('application.edit')}
        lead={said(application.measure.name)}
        crumbs={[
          { label: t('application.title'), to: supportPaths.applications },
          { label: application.number ?? t('application.draftTitle'), to: supportPaths.application(application.id) },
        ]}
      />
      {application.may.edit ? (
        <ApplicationForm
          application={application.id}
          organisation={application.organisation}
          measure={application.measure.id}
          initial={{
            areaM2: application.areaM2 ?? '',
            commodity: application.commodity?.id ?? '',
            plan: application.plan,
          }}
        />
      ) : (
        <EmptyState title={t('obstacle.not-a-draft')} />
      )}
    </>
  );
}
