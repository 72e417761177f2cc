import { Button, Fieldset, Group, NativeSelect, SimpleGrid, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconPlus } from '@tabler/icons-react';
import { useNavigate, useSearchParams } from 'react-router';
import { countingFounders, foundedKinds, type FoundedKind } from '#contexts/registry/founding.ts';
import { foundOrganisation } from '#contexts/registry/founding.wire.ts';
import { standings, type Standing } from '#contexts/registry/member.ts';
import { listOrganisations } from '#contexts/registry/organisation.wire.ts';
import { listUnits } from '#contexts/registry/unit.wire.ts';
import { today } from '#kernel/day.ts';
import { newId, type MemberId, type OrganisationId } from '#kernel/id.ts';
import { useCommand } from '#web/lib/command.ts';
import { vndText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { useMe } from '#web/lib/me.ts';
import type { Load } from '#web/lib/routes.tsx';
import { SearchSelect } from '#web/lib/search-select.tsx';
import { DayInput } from '#web/ui/day-input.tsx';
import { withoutBlanks } from '#web/ui/form-errors.ts';
import { FormShell } from '#web/ui/form-shell.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { VndInput } from '#web/ui/vnd-input.tsx';
import { registryPaths } from './paths.ts';
import { BasisFields, blankBasis, MadeFields, Preview, blankMade } from './shape-fields.tsx';

export const load: Load = ({ ask }) => ask(listUnits, {});

const blankFounder = () => ({
  id: newId<MemberId>(),
  partyOrganisation: '' as OrganisationId | '',
  name: '',
  nationalId: '',
  standing: 'official-both' as Standing,
  contributedVnd: '' as number | '',
});

const startOf = (kind: FoundedKind, unit: string) => ({
  ...blankBasis(),
  kind,
  made: blankMade(unit),
  certificateOn: '' as ReturnType<typeof today> | '',
  founders: Array.from({ length: 3 }, blankFounder),
});
type Values = ReturnType<typeof startOf>;

const kindIn = (text: string | null): FoundedKind => foundedKinds.find((kind) => kind === text) ?? 'cooperative';

const isBlank = ({ name, partyOrganisation }: Values['founders'][number]): boolean =>
  name === '' && partyOrganisation === '';

function inputOf({ made, certificateOn, founders, ...basis }: Values) {
  const { number, taxNumber, ...identity } = made;
  const isUnion = basis.kind === 'union';
  return {
    ...withoutBlanks(basis),
    ...withoutBlanks(identity),
    ...(certificateOn !== '' && { certificate: withoutBlanks({ on: certificateOn, number, taxNumber }) }),
    founders: founders
      .filter((founder) => !isBlank(founder))
      .map(({ contributedVnd, partyOrganisation, name, nationalId, ...founder }) => ({
        ...founder,
        ...(isUnion ? { party: 'legal-person', partyOrganisation } : withoutBlanks({ name, nationalId })),
        contributedVnd: contributedVnd === '' ? 0 : contributedVnd,
      })),
  } as never;
}

export function Page() {
  const t = useWords('registry');
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const me = useMe();
  const found = useCommand(foundOrganisation, { stale: ['insight'] });
  const unit = me.grants.find(({ role }) => role === 'commune-officer')?.unit?.code ?? '';
  const form = useForm({ initialValues: startOf(kindIn(search.get('kind')), unit) });
  const values = form.getValues();
  return (
    <>
      <PageHeader
        title={t('life.found.title')}
        lead={t('life.found.lead')}
        crumbs={[{ label: t('title'), to: registryPaths.organisations }]}
      />
      <FormShell
        method={foundOrganisation}
        command={found}
        form={form}
        submit={t('life.found.save')}
        toInput={inputOf}
        fieldNames={{
          name: 'made.name',
          unit: 'made.unit',
          address: 'made.address',
          'certificate.on': 'certificateOn',
          'certificate.number': 'made.number',
          'certificate.taxNumber': 'made.taxNumber',
        }}
        onDone={() => void navigate(registryPaths.organisation(values.made.organisation))}
        onCancel={() => void navigate(registryPaths.organisations)}
      >
        <NativeSelect
          label={t('kindLabel')}
          data={foundedKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
          {...form.getInputProps('kind')}
        />
        <BasisFields form={form} />
        <MadeFields form={form} at="made" legend={t(`kind.${values.kind}`)} />
        <DayInput
          label={t('life.found.certificateOn')}
          description={t('life.found.later')}
          max={today()}
          {...form.getInputProps('certificateOn')}
        />
        {values.founders.map((founder, index) => (
          <FounderFields key={founder.id} form={form} index={index} isUnion={values.kind === 'union'} />
        ))}
        <Button
          variant="default"
          w="fit-content"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => form.insertListItem('founders', blankFounder())}
        >
          {t('life.found.add')}
        </Button>
        <FoundPreview values={values} />
      </FormShell>
    </>
  );
}

interface FounderFieldsProps {
  readonly form: ReturnType<typeof useForm<Values>>;
  readonly index: number;
  readonly isUnion: boolean;
}

function FounderFields({ form, index, isUnion }: FounderFieldsProps) {
  const t = useWords('registry');
  const at = (field: string) => form.getInputProps(`founders.${index}.${field}`);
  return (
    <Fieldset legend={t('life.found.founder', { number: index + 1 })}>
      {isUnion ? (
        <SearchSelect
          label={t('life.found.cooperative')}
          method={listOrganisations}
          input={(search) => ({
            kind: 'cooperative' as const,
            status: 'operating' as const,
            size: 20,
            ...(search !== '' && { search }),
          })}
          options={(reply) => reply.items.map(({ id: value, name }) => ({ value, label: name }))}
          {...at('partyOrganisation')}
        />
      ) : (
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextInput label={t('member.name')} {...at('name')} />
          <TextInput label={t('member.nationalId')} inputMode="numeric" {...at('nationalId')} />
        </SimpleGrid>
      )}
      <SimpleGrid cols={{ base: 1, sm: 2 }} mt="xs">
        <NativeSelect
          label={t('member.standingLabel')}
          data={standings.map((value) => ({ value, label: t(`member.standing.${value}`) }))}
          {...at('standing')}
        />
        <VndInput label={t('life.found.contributed')} {...at('contributedVnd')} />
      </SimpleGrid>
      <Group justify="flex-end" mt={4}>
        <Button variant="subtle" size="compact-sm" color="red" onClick={() => form.removeListItem('founders', index)}>
          {t('life.found.remove')}
        </Button>
      </Group>
    </Fieldset>
  );
}

function FoundPreview({ values }: { values: Values }) {
  const t = useWords('registry');
  const named = values.founders.filter((founder) => !isBlank(founder));
  const paid = named.reduce((sum, { contributedVnd }) => sum + (contributedVnd === '' ? 0 : contributedVnd), 0);
  return (
    <Preview
      lines={[
        [
          t('life.shape.people', { count: named.length }),
          t('life.shape.countingOnly', { official: countingFounders(values.kind, named) }),
          t('life.shape.capital', { subscribed: vndText(paid), paid: vndText(paid) }),
        ].join(' · '),
      ]}
      warning={null}
    />
  );
}
