import { SimpleGrid, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useNavigate, useSearchParams } from 'react-router';
import { askedFields } from '#contexts/registry/change-request.ts';
import {
  getChangeRequest,
  submitChangeRequest,
  type ChangeRequestId,
  type ChangeRequestView,
  type Wanted,
} from '#contexts/registry/change-request.wire.ts';
import { getOrganisation } from '#contexts/registry/organisation.wire.ts';
import { listProvinces } from '#contexts/registry/province.wire.ts';
import { listUnits } from '#contexts/registry/unit.wire.ts';
import { today, type Day } from '#kernel/day.ts';
import { newId, type OrganisationId } from '#kernel/id.ts';
import type { InputOf } from '#kernel/method.ts';
import { useQuery } from '@tanstack/react-query';
import { answer, useAnswer } from '#web/lib/api.ts';
import { useCommand } from '#web/lib/command.ts';
import { useWords } from '#web/lib/i18n.ts';
import { useMe } from '#web/lib/me.ts';
import { useParam, type Load } from '#web/lib/routes.tsx';
import { DayInput } from '#web/ui/day-input.tsx';
import { FormShell } from '#web/ui/form-shell.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { DocumentFields, documentNames, documentOf, paperValues } from './document-fields.tsx';
import {
  IdentityFields,
  RepresentativeName,
  SeatAndLines,
  valuesOf,
  type OrganisationValues,
} from './organisation-fields.tsx';
import { registryPaths } from './paths.ts';

export const load: Load = ({ ask, param, search }) =>
  Promise.all([
    ask(getOrganisation, { organisation: param('id') }),
    ask(listUnits, {}),
    ask(listProvinces, {}),
    ...(search.has('again') ? [ask(getChangeRequest, { request: search.get('again') as ChangeRequestId })] : []),
  ]);

/** Only what differs from what is on record; a field that was emptied becomes null. */
function wantedOf(before: OrganisationValues, now: OrganisationValues): InputOf<typeof submitChangeRequest>['wanted'] {
  const changed = plainFields
    .filter((field) => before[field] !== now[field])
    .map((field) => [field, now[field] === '' ? null : now[field]]);
  const seat = now.unit === '' && now.seatProvince !== '' && before.seatProvince !== now.seatProvince;
  const stands =
    before.representativeName !== now.representativeName || before.representativeTitle !== now.representativeTitle;
  return {
    ...Object.fromEntries(changed),
    ...(seat && { seatProvince: Number(now.seatProvince) }),
    ...(before.fields.join() !== now.fields.join() && { fields: now.fields }),
    ...(stands && { representative: { name: now.representativeName, title: now.representativeTitle } }),
  };
}

const plainFields = askedFields.filter(
  (field) => field !== 'seatProvince' && field !== 'fields' && field !== 'representative',
);

const wantedNames = {
  ...Object.fromEntries(askedFields.map((field) => [`wanted.${field}`, field])),
  'wanted.representative.name': 'representativeName',
  'wanted.representative.title': 'representativeTitle',
};

/** What a returned request asked for, as the form shows it. */
const shownWanted = ({ fields, representative, ...wanted }: Wanted): Partial<OrganisationValues> => ({
  ...Object.fromEntries(Object.entries(wanted).map(([field, value]) => [field, value === null ? '' : String(value)])),
  ...(fields !== undefined && { fields }),
  ...(representative !== undefined && {
    representativeName: representative.name,
    representativeTitle: representative.title,
  }),
});

/** As the record stands, or what a returned request asked for and on what paper. */
function initialOf(before: OrganisationValues, again: ChangeRequestId | null, earlier: ChangeRequestView | undefined) {
  const asked = Object.fromEntries(earlier?.differences.map(({ field, wanted }) => [field, wanted]) ?? []) as Wanted;
  return {
    id: again ?? newId<ChangeRequestId>(),
    ...before,
    ...shownWanted(asked),
    ...paperValues(earlier),
    onDay: (earlier?.onDay ?? today()) as Day | '',
    note: earlier?.note ?? '',
  };
}

export function Page() {
  const t = useWords('registry');
  const navigate = useNavigate();
  const id = useParam<OrganisationId>('id');
  const [search] = useSearchParams();
  const again = search.get('again') as ChangeRequestId | null;
  const organisation = useAnswer(getOrganisation, { organisation: id });
  const { data: earlier } = useQuery({
    ...answer(getChangeRequest, { request: again ?? '' }),
    enabled: again !== null,
  });
  const submit = useCommand(submitChangeRequest, { stale: ['insight'] });
  const before = valuesOf(organisation, useMe().province.code);
  const form = useForm({ initialValues: initialOf(before, again, earlier) });
  const mayAsk = organisation.may.ask;
  return (
    <>
      <PageHeader
        title={t(again === null ? 'changeRequest.ask' : 'changeRequest.again')}
        lead={`${organisation.name}. ${t('changeRequest.askLead')}`}
        crumbs={[
          { label: t('title'), to: registryPaths.organisations },
          { label: organisation.name, to: registryPaths.organisation(id) },
        ]}
      />
      <FormShell
        method={submitChangeRequest}
        command={submit}
        form={form}
        submit={t(again === null ? 'changeRequest.send' : 'changeRequest.sendAgain')}
        toInput={(values) => ({
          id: values.id,
          organisation: id,
          wanted: wantedOf(before, values),
          document: documentOf(values),
          ...(values.onDay !== '' && { onDay: values.onDay }),
          ...(values.note !== '' && { note: values.note }),
        })}
        fieldNames={{ ...wantedNames, ...documentNames }}
        notYet={mayAsk ? [] : [t('shell:page.forbiddenText')]}
        onDone={(_, input) => void navigate(registryPaths.changeRequest(input.id))}
        onCancel={() => void navigate(registryPaths.organisation(id))}
      >
        <IdentityFields form={form} kind={organisation.kind} />
        <SeatAndLines form={form} />
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <RepresentativeName form={form} />
        </SimpleGrid>
        <DayInput label={t('changeRequest.onDay')} required max={today()} {...form.getInputProps('onDay')} />
        <DocumentFields form={form} hint={t('changeRequest.documentHint')} required />
        <Textarea label={t('changeRequest.note')} autosize minRows={2} {...form.getInputProps('note')} />
      </FormShell>
    </>
  );
}
