import { Alert, Anchor } from '@mantine/core';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { newId } from '#kernel/id.ts';
import type { ApplicationId } from '#contexts/support/application.ts';
import type { MeasureId } from '#contexts/support/policy.ts';
import { getMeasure } from '#contexts/support/policy.wire.ts';
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
  Promise.all([ask(getMeasure, { measure: param('id') }), ask(listCommodities, { sector: 'crop' })]);

export function Page() {
  const t = useWords('support');
  const measure = useAnswer(getMeasure, { measure: useParam<MeasureId>('id') });
  const [search] = useSearchParams();
  const [application] = useState(() => newId<ApplicationId>());
  const own = measure.may.apply;
  const organisation = own.find(({ id }) => id === search.get('organisation')) ?? own[0];
  const areaM2 = Number(search.get('areaM2'));
  return (
    <>
      <PageHeader
        title={t('application.new')}
        lead={said(measure.name)}
        crumbs={[
          { label: t('policy.title'), to: supportPaths.policies },
          { label: said(measure.name), to: supportPaths.measure(measure.id) },
        ]}
      />
      {organisation === undefined ? (
        <EmptyState title={t('shell:page.forbidden')} text={t('shell:page.forbiddenText')} />
      ) : (
        <>
          <Alert color="clay" variant="light" mb="md">
            <Anchor component={Link} to={supportPaths.check(measure.id, { organisation: organisation.id })}>
              {t('application.notChecked')}
            </Anchor>
          </Alert>
          <ApplicationForm
            application={application}
            organisation={organisation}
            measure={measure.id}
            initial={{ areaM2: areaM2 > 0 ? areaM2 : '', commodity: search.get('commodity') ?? '', plan: '' }}
          />
        </>
      )}
    </>
  );
}
