import { Alert, Anchor, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Link, useNavigate } from 'react-router';
import { changeOrganisation, getOrganisation } from '#contexts/registry/organisation.wire.ts';
import { ownFieldsOf } from '#contexts/registry/organisation.ts';
import { registeredOf } from '#contexts/registry/organisation-change.ts';
import { listProvinces } from '#contexts/registry/province.wire.ts';
import { listUnits } from '#contexts/registry/unit.wire.ts';
import { today, type Day } from '#kernel/day.ts';
import type { OrganisationId } from '#kernel/id.ts';
import type { InputOf } from '#kernel/method.ts';
import { useAnswer } from '#web/lib/api.ts';
import { useCommand } from '#web/lib/command.ts';
import { useWords } from '#web/lib/i18n.ts';
import { useMe } from '#web/lib/me.ts';
import { useParam, type Load } from '#web/lib/routes.tsx';
import { DayInput } from '#web/ui/day-input.tsx';
import { FormShell } from '#web/ui/form-shell.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { blankDocument, DocumentFields, documentInput, documentNames } from './document-fields.tsx';
import {
  IdentityFields,
  OwnFields,
  representativeNames,
  representativeOf,
  valuesOf,
  type OrganisationValues,
} from './organisation-fields.tsx';
import { registryPaths } from './paths.ts';

export const load: Load = ({ ask, param }) =>
  Promise.all([ask(getOrganisation, { organisation: param('id') }), ask(listUnits, {}), ask(listProvinces, {})]);

type Change = InputOf<typeof changeOrganisation>;

const simple = [
  'name',
  'shortName',
  'legalForm',
  'taxNumber',
  'registrationNumber',
  'gln',
  'foundedOn',
  'certificateOn',
  'address',
  'phone',
  'email',
  'website',
] as const;
const people = ['representativeName', 'representativeTitle', 'representativePhone'] as const;

/** Only what differs from what was shown; a field that was emptied becomes null. */
function differences(before: OrganisationValues, now: OrganisationValues): Partial<Change> {
  const changed = simple
    .filter((field) => before[field] !== now[field])
    .map((field) => [field, now[field] === '' ? null : now[field]]);
  return {
    ...(Object.fromEntries(changed) as Partial<Change>),
    ...(before.fields.join() !== now.fields.join() && { fields: now.fields }),
    ...(before.unit !== now.unit && { unit: now.unit === '' ? null : now.unit }),
    ...(before.seatProvince !== now.seatProvince &&
      now.unit === '' &&
      now.seatProvince !== '' && { seatProvince: Number(now.seatProvince) }),
    ...(people.some((field) => before[field] !== now[field]) && representativeOf(now)),
  };
}

/** Whether content of the registration is among what was changed. */
const isOnPaper = (before: OrganisationValues, now: OrganisationValues): boolean =>
  registeredOf(
    Object.keys(differences(before, now)),
    before.representativeName === now.representativeName && before.representativeTitle === now.representativeTitle,
  ).length > 0;

export function Page() {
  const t = useWords('registry');
  const navigate = useNavigate();
  const id = useParam<OrganisationId>('id');
  const organisation = useAnswer(getOrganisation, { organisation: id });
  const change = useCommand(changeOrganisation, { stale: ['people', 'linkage'] });
  const before = valuesOf(organisation, useMe().province.code);
  const form = useForm({
    initialValues: { ...before, ...blankDocument, onDay: today() as Day | '', legalBasis: '', note: '' },
  });
  const needsPaper = isOnPaper(before, form.getValues());
  const back = () => void navigate(registryPaths.organisation(id));
  return (
    <>
      <PageHeader
        title={t('organisation.change')}
        lead={organisation.name}
        crumbs={[
          { label: t('title'), to: registryPaths.organisations },
          { label: organisation.name, to: registryPaths.organisation(id) },
        ]}
      />
      <FormShell
        method={changeOrganisation}
        command={change}
        form={form}
        submit={t('organisation.save')}
        toInput={(values) => ({
          organisation: id,
          version: organisation.version,
          ...differences(before, values),
          ...documentInput(values, isOnPaper(before, values)),
          ...(values.onDay !== '' && { onDay: values.onDay }),
          ...(values.legalBasis !== '' && { legalBasis: values.legalBasis }),
          ...(values.note !== '' && { note: values.note }),
        })}
        fieldNames={{ ...representativeNames, ...documentNames }}
        notYet={organisation.may.change ? [] : [t('shell:page.forbiddenText')]}
        onDone={back}
        onCancel={back}
      >
        {!organisation.may.changeIdentity && (
          <Alert color="gray" variant="light">
            {t('changeRequest.askInstead')}{' '}
            <Anchor component={Link} to={registryPaths.newChangeRequest(id)}>
              {t('changeRequest.ask')}
            </Anchor>
          </Alert>
        )}
        <OwnFields
          form={form}
          registered={!organisation.may.changeIdentity && !ownFieldsOf(organisation.kind).includes('fields')}
        />
        <IdentityFields form={form} kind={organisation.kind} disabled={!organisation.may.changeIdentity} />
        <DayInput
          label={t('organisation.effectiveOn')}
          description={t('organisation.effectiveHint')}
          required
          max={today()}
          {...form.getInputProps('onDay')}
        />
        <DocumentFields form={form} hint={t('organisation.documentHint')} required={needsPaper} />
        {needsPaper && (
          <TextInput
            label={t('act.legalBasis')}
            description={t('life.shape.basisHint')}
            {...form.getInputProps('legalBasis')}
          />
        )}
        <TextInput label={t('organisation.note')} {...form.getInputProps('note')} />
      </FormShell>
    </>
  );
}
