import { SimpleGrid, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { isOfficial, standings, type Standing } from '#contexts/registry/member.ts';
import { getOrganisation } from '#contexts/registry/organisation.wire.ts';
import { convertOrganisation, listPresentMembers } from '#contexts/registry/reshaping.wire.ts';
import { today } from '#kernel/day.ts';
import type { OrganisationId } from '#kernel/id.ts';
import { answer, useAnswer } from '#web/lib/api.ts';
import { useCommand } from '#web/lib/command.ts';
import { vndText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { useParam, type Load } from '#web/lib/routes.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { withoutBlanks } from '#web/ui/form-errors.ts';
import { FormShell } from '#web/ui/form-shell.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { Section } from '#web/ui/section.tsx';
import { leaving, MemberDestinies, type PresentMember } from './member-destiny.tsx';
import { registryPaths } from './paths.ts';
import { BasisFields, blankBasis, Preview, usePeopleText } from './shape-fields.tsx';
import { TaxNumberInput } from './tax-number-input.tsx';

export const load: Load = ({ ask, param }) =>
  Promise.all([
    ask(getOrganisation, { organisation: param('id') }),
    ask(listPresentMembers, { organisation: param('id'), onDay: today() }),
  ]);

const startOf = (name: string) => ({
  ...blankBasis(),
  name: name.replace(/^Tổ hợp tác/, 'Hợp tác xã'),
  number: '',
  taxNumber: '',
  standing: {} as Record<string, Standing | typeof leaving>,
  reasons: {} as Record<string, string>,
});
type Values = ReturnType<typeof startOf>;

/** Who has no capital in it cannot be official in a cooperative. */
const standingOf = (values: Values, { id, standing, subscribedVnd }: PresentMember): Standing | typeof leaving =>
  values.standing[id] ?? (subscribedVnd === 0 ? 'associate' : isOfficial(standing) ? standing : 'associate-capital');

function inputOf(values: Values, members: readonly PresentMember[], organisation: OrganisationId) {
  const { number, taxNumber, standing: _standing, reasons, ...basis } = values;
  const chosen = members.map((member) => ({ id: member.id, as: standingOf(values, member) }));
  return {
    ...withoutBlanks(basis),
    organisation,
    certificate: withoutBlanks({ number, taxNumber }),
    staying: chosen.flatMap(({ id, as }) => (as === leaving ? [] : [{ member: id, standing: as }])),
    leaving: chosen.flatMap(({ id, as }) => (as === leaving ? [{ member: id, reason: reasons[id] ?? '' }] : [])),
  } as never;
}

export function Page() {
  const t = useWords('registry');
  const navigate = useNavigate();
  const id = useParam<OrganisationId>('id');
  const { name, may } = useAnswer(getOrganisation, { organisation: id });
  const convert = useCommand(convertOrganisation, { stale: ['insight', 'linkage'] });
  const form = useForm({ initialValues: startOf(name) });
  const values = form.getValues();
  const onDay = values.onDay === '' ? today() : values.onDay;
  const { data } = useQuery({
    ...answer(listPresentMembers, { organisation: id, onDay }),
    placeholderData: keepPreviousData,
  });
  const members = data?.items ?? [];
  const back = () => void navigate(registryPaths.organisation(id));
  return (
    <>
      <PageHeader
        title={t('life.convert.title')}
        lead={t('life.convert.lead')}
        crumbs={[{ label: name, to: registryPaths.organisation(id) }]}
      />
      <FormShell
        method={convertOrganisation}
        command={convert}
        form={form}
        submit={t('life.convert.save')}
        toInput={(given) => inputOf(given, members, id)}
        fieldNames={{ 'certificate.number': 'number', 'certificate.taxNumber': 'taxNumber' }}
        notYet={may.shape ? [] : [t('shell:page.forbiddenText')]}
        onDone={back}
        onCancel={back}
      >
        <BasisFields form={form} problem={convert.error} />
        <TextInput label={t('life.shape.name')} required {...form.getInputProps('name')} />
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextInput label={t('life.shape.certificateNumber')} required {...form.getInputProps('number')} />
          <TaxNumberInput {...form.getInputProps('taxNumber')} />
        </SimpleGrid>
        <Section title={t('life.shape.members')}>
          {members.length === 0 && <EmptyState title={t('life.shape.noMembers')} />}
          <MemberDestinies
            members={members}
            options={standings.map((value) => ({ value, label: t(`member.standing.${value}`) }))}
            chosen={(member) => standingOf(values, member)}
            reasons={values.reasons}
            onChoose={(member, value) => form.setFieldValue(`standing.${member.id}`, value as Standing)}
            onReason={(member, text) => form.setFieldValue(`reasons.${member.id}`, text)}
          />
        </Section>
        <ConvertPreview values={values} members={members} least={data?.least.cooperative ?? null} />
      </FormShell>
    </>
  );
}

interface ConvertPreviewProps {
  readonly values: Values;
  readonly members: readonly PresentMember[];
  readonly least: number | null;
}

function ConvertPreview({ values, members, least }: ConvertPreviewProps) {
  const t = useWords('registry');
  const peopleText = usePeopleText();
  const chosen = members.map((member) => ({ ...member, as: standingOf(values, member) }));
  const staying = chosen.flatMap((member) => (member.as === leaving ? [] : [{ ...member, standing: member.as }]));
  const gone = chosen.filter(({ as }) => as === leaving);
  const official = staying.filter(({ standing }) => isOfficial(standing)).length;
  return (
    <Preview
      lines={[
        peopleText(staying, least),
        ...(gone.length === 0
          ? []
          : [
              t('life.shape.returned', {
                people: gone.length,
                amount: vndText(gone.reduce((sum, { paidVnd }) => sum + paidVnd, 0)),
              }),
            ]),
      ]}
      warning={least !== null && official < least ? t('life.shape.short') : null}
    />
  );
}
