import { Button, NativeSelect, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconPlus } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { isOfficial } from '#contexts/registry/member.ts';
import { getOrganisation, type OrganisationView } from '#contexts/registry/organisation.wire.ts';
import { listPresentMembers, splitOrganisation, splitWays } from '#contexts/registry/reshaping.wire.ts';
import { listUnits } from '#contexts/registry/unit.wire.ts';
import { today } from '#kernel/day.ts';
import type { OrganisationId } from '#kernel/id.ts';
import { answer, useAnswer } from '#web/lib/api.ts';
import { useCommand } from '#web/lib/command.ts';
import { vndText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { useParam, type Load } from '#web/lib/routes.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { FormShell } from '#web/ui/form-shell.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { Section } from '#web/ui/section.tsx';
import { VndInput } from '#web/ui/vnd-input.tsx';
import { leaving, MemberDestinies, type PresentMember } from './member-destiny.tsx';
import { registryPaths } from './paths.ts';
import { BasisFields, blankMade, MadeFields, madeNames, Preview, usePeopleText } from './shape-fields.tsx';
import { SplitFund } from './split-fund.tsx';
import { both, destinyOf, inputOf, partsFor, placesOf, startOf, type SplitValues } from './split-values.ts';

export const load: Load = ({ ask, param }) =>
  Promise.all([
    ask(getOrganisation, { organisation: param('id') }),
    ask(listUnits, {}),
    ask(listPresentMembers, { organisation: param('id'), onDay: today() }),
  ]);

const namesOf = (
  values: SplitValues,
  source: Pick<OrganisationView, 'id' | 'name'>,
  made: (number: number) => string,
) =>
  new Map<string, string>([
    [source.id, source.name],
    ...values.made.map((one, index) => [one.organisation, one.name || made(index + 1)] as const),
  ]);

export function Page() {
  const t = useWords('registry');
  const navigate = useNavigate();
  const id = useParam<OrganisationId>('id');
  const source = useAnswer(getOrganisation, { organisation: id });
  const split = useCommand(splitOrganisation, { stale: ['insight', 'linkage'] });
  const unit = source.place?.unit?.code ?? '';
  const form = useForm({ initialValues: startOf(unit) });
  const values = form.getValues();
  const { data } = useQuery({
    ...answer(listPresentMembers, { organisation: id, onDay: values.onDay === '' ? today() : values.onDay }),
    placeholderData: keepPreviousData,
  });
  const members = data?.items ?? [];
  const names = namesOf(values, source, (number) => t('life.split.made', { number }));
  const back = () => void navigate(registryPaths.organisation(id));
  return (
    <>
      <PageHeader
        title={t('life.split.title')}
        lead={t('life.split.lead')}
        crumbs={[{ label: source.name, to: registryPaths.organisation(id) }]}
      />
      <FormShell
        method={splitOrganisation}
        command={split}
        form={form}
        submit={t('life.split.save')}
        toInput={(given) => inputOf(given, members, id)}
        fieldNames={
          Object.assign({}, ...values.made.map((_, index) => madeNames(`made.${index}`))) as Record<string, string>
        }
        notYet={source.may.shape ? [] : [t('shell:page.forbiddenText')]}
        onDone={back}
        onCancel={back}
      >
        <NativeSelect
          label={t('life.split.wayLabel')}
          data={splitWays.toReversed().map((value) => ({ value, label: t(`life.split.way.${value}`) }))}
          {...form.getInputProps('way')}
        />
        {values.made.map((one, index) => (
          <MadeFields
            key={one.organisation}
            form={form}
            at={`made.${index}`}
            legend={t('life.split.made', { number: index + 1 })}
          />
        ))}
        <Button
          variant="default"
          w="fit-content"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => form.insertListItem('made', blankMade(unit))}
        >
          {t('life.split.addMade')}
        </Button>
        <BasisFields form={form} problem={split.error} />
        <Destinies form={form} members={members} source={source} names={names} />
        <SplitFund form={form} source={id} names={names} />
        <SplitPreview values={values} members={members} source={source} names={names} least={leastOf(source, data)} />
        <Text size="sm" c="dimmed">
          {t('life.shape.stay')}
        </Text>
      </FormShell>
    </>
  );
}

interface DestiniesProps {
  readonly form: ReturnType<typeof useForm<SplitValues>>;
  readonly members: readonly PresentMember[];
  readonly source: OrganisationView;
  readonly names: ReadonlyMap<string, string>;
}

/** Where everybody goes, and of who goes to both which part of the capital. */
function Destinies({ form, members, source: { id }, names }: DestiniesProps) {
  const t = useWords('registry');
  const values = form.getValues();
  const places = placesOf(values, id);
  const partInto = (member: PresentMember) =>
    destinyOf(values, member, id) === both && (
      <VndInput
        label={t('life.split.part', { name: names.get(places[1]!) ?? '' })}
        {...form.getInputProps(`part.${member.id}`)}
        value={values.part[member.id] ?? ''}
      />
    );
  return (
    <Section title={t('life.shape.members')}>
      {members.length === 0 && <EmptyState title={t('life.shape.noMembers')} />}
      <MemberDestinies
        members={members}
        options={[
          ...places.map((place) => ({ value: place as string, label: names.get(place) ?? '' })),
          ...(places.length === 2 ? [{ value: both, label: t('life.split.both') }] : []),
        ]}
        chosen={(member) => destinyOf(values, member, id)}
        reasons={values.reasons}
        onChoose={(member, value) => form.setFieldValue(`to.${member.id}`, value)}
        onReason={(member, text) => form.setFieldValue(`reasons.${member.id}`, text)}
        more={partInto}
      />
    </Section>
  );
}

const leastOf = (
  { kind }: OrganisationView,
  data: { least: Record<'group' | 'cooperative' | 'union', number | null> } | undefined,
) => data?.least[kind === 'cooperative-group' ? 'group' : kind === 'union' ? 'union' : 'cooperative'] ?? null;

interface SplitPreviewProps {
  readonly values: SplitValues;
  readonly members: readonly PresentMember[];
  readonly source: OrganisationView;
  readonly names: ReadonlyMap<string, string>;
  readonly least: number | null;
}

function SplitPreview({ values, members, source, names, least }: SplitPreviewProps) {
  const t = useWords('registry');
  const peopleText = usePeopleText();
  const isGroup = source.kind === 'cooperative-group';
  const parts = members.flatMap((member) =>
    partsFor(values, member, source.id).map((part) => ({ ...part, standing: member.standing })),
  );
  const gone = members.filter((member) => destinyOf(values, member, source.id) === leaving);
  const into = placesOf(values, source.id).map((place) => ({
    place,
    there: parts.filter(({ organisation }) => organisation === place),
  }));
  const isShort = into.some(
    ({ there }) => least !== null && there.filter(({ standing }) => isGroup || isOfficial(standing)).length < least,
  );
  return (
    <Preview
      lines={[
        ...into.map(({ place, there }) => `${names.get(place)}: ${peopleText(there, least, isGroup)}`),
        ...(gone.length === 0
          ? []
          : [
              t('life.shape.returned', {
                people: gone.length,
                amount: vndText(gone.reduce((sum, { paidVnd }) => sum + paidVnd, 0)),
              }),
            ]),
      ]}
      warning={isShort ? t('life.shape.short') : null}
    />
  );
}
