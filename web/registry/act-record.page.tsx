import { Alert, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useNavigate, useSearchParams } from 'react-router';
import { enteredActs, groundsOf, ownActs, type ActGround, type EnteredAct } from '#contexts/registry/act.ts';
import { listActs, recordAct, type ActId, type ActRow } from '#contexts/registry/act.wire.ts';
import { likelyStep } from '#contexts/registry/dissolution.ts';
import { getOrganisation, type OrganisationView } from '#contexts/registry/organisation.wire.ts';
import { Day, today } from '#kernel/day.ts';
import { newId, type OrganisationId } from '#kernel/id.ts';
import { useAnswer } from '#web/lib/api.ts';
import { useCommand } from '#web/lib/command.ts';
import { useWords } from '#web/lib/i18n.ts';
import { useParam, type Load } from '#web/lib/routes.tsx';
import { StatusTold } from '#web/intake/status-told.tsx';
import { DayInput } from '#web/ui/day-input.tsx';
import { withoutBlanks } from '#web/ui/form-errors.ts';
import { FormShell } from '#web/ui/form-shell.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { Dissolution } from './life-line.tsx';
import { registryPaths } from './paths.ts';

export const load: Load = ({ ask, param }) =>
  Promise.all([ask(getOrganisation, { organisation: param('id') }), ask(listActs, { organisation: param('id') })]);

/** Its next step where a dissolution runs, for who may enter it. */
function likelyAct(acts: readonly ActRow[], { status, may }: OrganisationView): EnteredAct {
  const counted = acts.filter(({ kind, undoneBy }) => kind !== 'undone' && undoneBy === null);
  const step = may.changeIdentity || may.shape ? likelyStep(status, counted) : undefined;
  return step ?? 'crop-changed';
}

const actsTold: Readonly<Record<string, EnteredAct>> = {
  operating: 'resumed',
  suspended: 'suspended',
  // In which way it stopped nobody has told: the mildest is offered.
  stopped: 'suspended',
  dissolving: 'dissolving',
  dissolved: 'dissolved',
  revoked: 'revoked',
};

/** The act to enter where a sheet tells of a standing; an end begins with dissolving, whose day nobody has told. */
function actTold(search: URLSearchParams, { status, may }: OrganisationView) {
  const kind = may.changeIdentity || may.shape ? actsTold[search.get('status') ?? ''] : undefined;
  if (kind === 'dissolved' && status !== 'dissolving') return { kind: 'dissolving' as const };
  const day = Day.safeParse(search.get('onDay'));
  return { kind, onDay: day.success && day.data <= today() ? day.data : undefined };
}

function OfficersOnly() {
  const t = useWords('registry');
  return (
    <Alert color="gray" variant="light">
      {t('act.officersOnly')}
    </Alert>
  );
}

export function Page() {
  const t = useWords('registry');
  const navigate = useNavigate();
  const id = useParam<OrganisationId>('id');
  const organisation = useAnswer(getOrganisation, { organisation: id });
  const { items } = useAnswer(listActs, { organisation: id });
  const { name, may } = organisation;
  const told = actTold(useSearchParams()[0], organisation);
  const record = useCommand(recordAct, { stale: ['insight', 'intake'] });
  const form = useForm({
    initialValues: {
      id: newId<ActId>(),
      organisation: id,
      kind: told.kind ?? likelyAct(items, organisation),
      onDay: (told.onDay ?? today()) as Day | '',
      document: '',
      legalBasis: '',
      ground: '' as ActGround | '',
      note: '',
    },
  });
  const oversees = may.changeIdentity || may.shape;
  const offered = oversees ? enteredActs : ownActs;
  const { kind } = form.getValues();
  const grounds = groundsOf[kind];
  const effect = {
    'capital-returned': t('life.dissolution.returned'),
    dissolved: t('life.dissolution.closed'),
  }[kind as string];
  const back = () => void navigate(registryPaths.organisation(id));
  return (
    <>
      <PageHeader
        title={t('act.record')}
        lead={name}
        crumbs={[
          { label: t('title'), to: registryPaths.organisations },
          { label: name, to: registryPaths.organisation(id) },
        ]}
      />
      <FormShell
        method={recordAct}
        command={record}
        form={form}
        toInput={({ ground, ...values }) =>
          withoutBlanks(grounds === undefined ? values : { ...values, ground }) as never
        }
        submit={t('act.save')}
        notYet={may.act ? [] : [t('shell:page.forbiddenText')]}
        onDone={back}
        onCancel={back}
      >
        {oversees && <StatusTold organisation={id} />}
        <Dissolution acts={items} />
        {!oversees && <OfficersOnly />}
        <NativeSelect
          label={t('act.kindLabel')}
          required
          data={offered.map((value) => ({ value, label: t(`act.kind.${value}`) }))}
          {...form.getInputProps('kind')}
        />
        {grounds !== undefined && (
          <NativeSelect
            label={t('life.groundLabel')}
            required
            data={[{ value: '', label: '' }, ...grounds.map((value) => ({ value, label: t(`life.ground.${value}`) }))]}
            {...form.getInputProps('ground')}
          />
        )}
        {effect !== undefined && <Alert color="clay">{effect}</Alert>}
        <DayInput label={t('act.onDay')} required max={today()} {...form.getInputProps('onDay')} />
        <Textarea label={t('act.note')} autosize minRows={3} {...form.getInputProps('note')} />
        <TextInput label={t('act.document')} {...form.getInputProps('document')} />
        <TextInput label={t('act.legalBasis')} {...form.getInputProps('legalBasis')} />
      </FormShell>
    </>
  );
}
