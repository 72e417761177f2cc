import { Button, NativeSelect, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconPlus } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import type { OrganisationKind } from '#contexts/registry/organisation.ts';
import { getOrganisation, listOrganisations } from '#contexts/registry/organisation.wire.ts';
import { mergeOrganisations, previewMerger } from '#contexts/registry/reshaping.wire.ts';
import { listUnits } from '#contexts/registry/unit.wire.ts';
import { today } from '#kernel/day.ts';
import type { MemberId, OrganisationId } from '#kernel/id.ts';
import { answer, useAnswer } from '#web/lib/api.ts';
import { useCommand } from '#web/lib/command.ts';
import { vndText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { useParam, type Load } from '#web/lib/routes.tsx';
import { SearchSelect } from '#web/lib/search-select.tsx';
import { withoutBlanks } from '#web/ui/form-errors.ts';
import { FormShell } from '#web/ui/form-shell.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { MergeLeaving, type Leaving } from './merge-leaving.tsx';
import { registryPaths } from './paths.ts';
import { BasisFields, blankBasis, blankMade, MadeFields, madeInput, madeNames, Preview } from './shape-fields.tsx';

export const load: Load = ({ ask, param }) =>
  Promise.all([ask(getOrganisation, { organisation: param('id') }), ask(listUnits, {})]);

const startOf = (unit: string) => ({
  ...blankBasis(),
  way: 'absorbed' as 'absorbed' | 'merged',
  into: '' as OrganisationId | '',
  others: [''] as (OrganisationId | '')[],
  made: blankMade(unit),
  leaving: [] as Leaving[],
});
type Values = ReturnType<typeof startOf>;

const partiesOf = ({ way, into, others }: Values, self: OrganisationId) => ({
  predecessors:
    way === 'absorbed' ? [self] : [self, ...others.filter((other): other is OrganisationId => other !== '')],
  into: way === 'absorbed' && into !== '' ? into : undefined,
});

function inputOf(values: Values, self: OrganisationId) {
  const { way, into: _into, others: _others, made, leaving, ...basis } = values;
  return {
    ...withoutBlanks(basis),
    ...withoutBlanks(partiesOf(values, self)),
    ...(way === 'merged' && { made: madeInput(made) }),
    leaving,
  } as never;
}

export function Page() {
  const t = useWords('registry');
  const navigate = useNavigate();
  const id = useParam<OrganisationId>('id');
  const { name, kind, place, may } = useAnswer(getOrganisation, { organisation: id });
  const merge = useCommand(mergeOrganisations, { stale: ['insight', 'linkage'] });
  const form = useForm({ initialValues: startOf(place?.unit?.code ?? '') });
  const values = form.getValues();
  const back = () => void navigate(registryPaths.organisation(id));
  return (
    <>
      <PageHeader
        title={t('life.merge.title')}
        lead={t('life.merge.lead')}
        crumbs={[{ label: name, to: registryPaths.organisation(id) }]}
      />
      <FormShell
        method={mergeOrganisations}
        command={merge}
        form={form}
        submit={t('life.merge.save')}
        toInput={(given) => inputOf(given, id)}
        fieldNames={madeNames('made')}
        notYet={may.shape ? [] : [t('shell:page.forbiddenText')]}
        onDone={back}
        onCancel={back}
      >
        <NativeSelect
          label={t('life.merge.wayLabel')}
          data={(['absorbed', 'merged'] as const).map((value) => ({ value, label: t(`life.merge.way.${value}`) }))}
          {...form.getInputProps('way')}
        />
        <Parties form={form} kind={kind} self={id} />
        <BasisFields form={form} problem={merge.error} />
        <MergeLeaving
          organisations={partiesOf(values, id).predecessors}
          onDay={values.onDay === '' ? today() : values.onDay}
          leaving={values.leaving}
          onChange={(leaving) => form.setFieldValue('leaving', leaving)}
        />
        <MergePreview values={values} self={id} />
        <Text size="sm" c="dimmed">
          {t('life.shape.stay')}
        </Text>
      </FormShell>
    </>
  );
}

interface PartiesProps {
  readonly form: ReturnType<typeof useForm<Values>>;
  readonly kind: OrganisationKind;
  readonly self: OrganisationId;
}

/** Into whom, or with whom. */
function Parties({ form, kind, self }: PartiesProps) {
  const t = useWords('registry');
  const values = form.getValues();
  const choose = {
    method: listOrganisations,
    input: (search: string) => ({ kind, status: 'operating' as const, size: 20, ...(search !== '' && { search }) }),
  };
  const options = (reply: { items: readonly { id: string; name: string }[] }) =>
    reply.items.flatMap((one) => (one.id === self ? [] : [{ value: one.id, label: one.name }]));
  return values.way === 'absorbed' ? (
    <SearchSelect label={t('life.merge.into')} required {...choose} options={options} {...form.getInputProps('into')} />
  ) : (
    <Stack gap="xs">
      {values.others.map((_, index) => (
        // A row has no other name than its place.
        <SearchSelect
          // oxlint-disable-next-line react/no-array-index-key
          key={index}
          label={t('life.merge.other')}
          required
          {...choose}
          options={options}
          {...form.getInputProps(`others.${index}`)}
        />
      ))}
      <Button
        variant="default"
        w="fit-content"
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={() => form.insertListItem('others', '')}
      >
        {t('life.merge.addOther')}
      </Button>
      <MadeFields form={form} at="made" legend={t('life.merge.way.merged')} />
    </Stack>
  );
}

function MergePreview({ values, self }: { values: Values; self: OrganisationId }) {
  const t = useWords('registry');
  const { predecessors, into } = partiesOf(values, self);
  const gone = values.leaving.flatMap(({ member }) => (member === '' ? [] : [member as MemberId]));
  const { data } = useQuery({
    ...answer(previewMerger, {
      organisations: predecessors,
      onDay: values.onDay === '' ? today() : values.onDay,
      ...(into !== undefined && { into }),
      ...(gone.length > 0 && { leaving: gone }),
    }),
    placeholderData: keepPreviousData,
  });
  if (data === undefined) return null;
  const capital = (of: { subscribedVnd: number; paidVnd: number }) =>
    t('life.shape.capital', { subscribed: vndText(of.subscribedVnd), paid: vndText(of.paidVnd) });
  const { after, least, together } = data;
  return (
    <Preview
      lines={[
        ...data.items.map((item) =>
          [
            `${item.name}: ${t('life.shape.people', { count: item.members })}`,
            capital(item),
            ...(item.role === 'predecessor' && item.certificates > 0
              ? [t('life.merge.certificates', { count: item.certificates })]
              : []),
          ].join(' · '),
        ),
        ...(gone.length > 0 ? [t('life.merge.gone', { count: gone.length })] : []),
        ...(together > 0 ? [t('life.merge.together', { count: together })] : []),
        [
          `${t('life.merge.after')}: ${t('life.shape.people', { count: after.members })}`,
          least === null
            ? t('life.shape.countingOnly', { official: after.official })
            : t('life.shape.counting', { official: after.official, least }),
          capital(after),
        ].join(' · '),
      ]}
      warning={least !== null && after.official < least ? t('life.shape.short') : null}
    />
  );
}
