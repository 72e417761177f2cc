import { Accordion, Button, Fieldset, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearchParams } from 'react-router';
import { countingFounders, foundedKinds, type FoundedKind } from '#contexts/registry/founding.ts';
import { foundOrganisation } from '#contexts/registry/founding.wire.ts';
import { minimumKeys } from '#contexts/registry/minimum.ts';
import { listParameters } from '#contexts/registry/parameter.wire.ts';
import { listUnits } from '#contexts/registry/unit.wire.ts';
import { today, type Day } from '#kernel/day.ts';
import { answer, useAnswer } from '#web/lib/api.ts';
import { useCommand } from '#web/lib/command.ts';
import { vndText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { useMe } from '#web/lib/me.ts';
import type { Load } from '#web/lib/routes.tsx';
import { isWrongDay } from '#web/lib/typed-day.ts';
import { DayInput } from '#web/ui/day-input.tsx';
import { withoutBlanks } from '#web/ui/form-errors.ts';
import { FormShell } from '#web/ui/form-shell.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { asksConsent, blankConsent, ConsentFieldset, consentInput } from './consent-fields.tsx';
import { FounderItem } from './founder-fields.tsx';
import { FounderPaste } from './founder-paste.tsx';
import { blankFounder, founderInput, isBlankFounder, promisedBy } from './founder-values.ts';
import { registryPaths } from './paths.ts';
import { BasisFields, blankBasis, MadeFields, Preview, blankMade } from './shape-fields.tsx';

export const load: Load = ({ ask }) => Promise.all([ask(listUnits, {}), ask(listParameters, { on: today() })]);

/** As many as the kind needs are offered at once; more are added, blank ones are not sent. */
const fallbackFounders = 3;

const startOf = (kind: FoundedKind, unit: string, founders: number) => ({
  ...blankBasis(),
  kind,
  made: blankMade(unit),
  consent: blankConsent,
  certificateOn: '' as ReturnType<typeof today> | '',
  founders: Array.from({ length: founders }, () => blankFounder()),
});
type Values = ReturnType<typeof startOf>;

const kindIn = (text: string | null): FoundedKind => foundedKinds.find((kind) => kind === text) ?? 'cooperative';

function inputOf({ made, consent, certificateOn, founders, ...basis }: Values) {
  const { number, taxNumber, ...identity } = made;
  return {
    ...withoutBlanks(basis),
    ...withoutBlanks(identity),
    ...(certificateOn !== '' && { certificate: withoutBlanks({ on: certificateOn, number, taxNumber }) }),
    ...(founders.some(asksConsent) && consentInput(consent)),
    founders: founders
      .filter((founder) => !isBlankFounder(founder))
      .map((founder) => founderInput(founder, basis.kind, basis.onDay)),
  } as never;
}

export function Page() {
  const t = useWords('registry');
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const me = useMe();
  const found = useCommand(foundOrganisation, { stale: ['insight'] });
  const unit = me.grants.find(({ role }) => role === 'commune-officer')?.unit?.code ?? '';
  const kind = kindIn(search.get('kind'));
  const first = useAnswer(listParameters, { on: today() }).items.find(({ key }) => key === minimumKeys[kind])?.value;
  const form = useForm({ initialValues: startOf(kind, unit, typeof first === 'number' ? first : fallbackFounders) });
  const values = form.getValues();
  const leastOf = useLeast(values.onDay);
  const takeKind = (chosen: FoundedKind): void => {
    form.setFieldValue('kind', chosen);
    const missing = (leastOf(chosen)?.least ?? fallbackFounders) - form.getValues().founders.length;
    for (let at = 0; at < missing; at += 1) form.insertListItem('founders', blankFounder());
  };
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
          onChange={(event) => takeKind(kindIn(event.currentTarget.value))}
        />
        <BasisFields form={form} problem={found.error} />
        <MadeFields form={form} at="made" legend={t(`kind.${values.kind}`)} />
        <DayInput
          label={t('life.found.certificateOn')}
          description={t('life.found.later')}
          max={today()}
          {...form.getInputProps('certificateOn')}
        />
        <Founders form={form} least={leastOf(values.kind)} />
        {values.kind !== 'union' && values.founders.some(asksConsent) && (
          <ConsentFieldset inputProps={(name) => form.getInputProps(`consent.${name}`)} />
        )}
        <FoundPreview values={values} />
      </FormShell>
    </>
  );
}

interface Least {
  readonly least: number;
  readonly verified: boolean;
}

/** How many each kind needs by the law of the day, as the parameters have it; null where none says. */
function useLeast(on: Day | ''): (kind: FoundedKind) => Least | null {
  const day = on === '' || isWrongDay(on) ? today() : on;
  // Another day is asked for while somebody types: what was known stays until it is answered.
  const { data } = useQuery({ ...answer(listParameters, { on: day }), placeholderData: keepPreviousData });
  return (kind) => {
    const found = data?.items.find(({ key }) => key === minimumKeys[kind]);
    return typeof found?.value === 'number' ? { least: found.value, verified: found.verified } : null;
  };
}

type FoundForm = ReturnType<typeof useForm<Values>>;

function Founders({ form, least }: { form: FoundForm; least: Least | null }) {
  const t = useWords('registry');
  const { founders, kind, onDay } = form.getValues();
  const [opened, setOpened] = useState<string[]>([founders[0]!.id]);
  const hasTrouble = (index: number) => Object.keys(form.errors).some((path) => path.startsWith(`founders.${index}.`));
  const troubled = founders.filter((_, index) => hasTrouble(index)).map(({ id }) => id);
  const add = () => {
    const founder = blankFounder();
    form.insertListItem('founders', founder);
    setOpened((before) => [...before, founder.id]);
  };
  return (
    <Fieldset legend={t('life.found.founders')}>
      <Stack gap="sm">
        {least !== null && (
          <Text size="sm">
            {t('life.found.least', { kind: t(`kind.${kind}`), count: least.least })}{' '}
            {!least.verified && t('life.minimum.unverified')}
          </Text>
        )}
        <Accordion multiple variant="contained" value={[...new Set([...opened, ...troubled])]} onChange={setOpened}>
          {founders.map((founder, index) => (
            <FounderItem
              key={founder.id}
              form={form as never}
              founder={founder}
              index={index}
              isUnion={kind === 'union'}
              onDay={onDay}
              hasTrouble={hasTrouble(index)}
              onRemove={() => form.removeListItem('founders', index)}
            />
          ))}
        </Accordion>
        <Group gap="sm">
          <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={add}>
            {t('life.found.add')}
          </Button>
          {kind !== 'union' && (
            <FounderPaste
              onTake={(taken) =>
                form.setFieldValue('founders', [...founders.filter((one) => !isBlankFounder(one)), ...taken])
              }
            />
          )}
        </Group>
      </Stack>
    </Fieldset>
  );
}

function FoundPreview({ values }: { values: Values }) {
  const t = useWords('registry');
  const named = values.founders.filter((founder) => !isBlankFounder(founder));
  const paid = named.reduce((sum, { contributedVnd }) => sum + (contributedVnd === '' ? 0 : contributedVnd), 0);
  const subscribed = named.reduce((sum, founder) => sum + promisedBy(founder), 0);
  return (
    <Preview
      lines={[
        [
          t('life.shape.people', { count: named.length }),
          t('life.shape.countingOnly', { official: countingFounders(values.kind, named) }),
          t('life.shape.capital', { subscribed: vndText(subscribed), paid: vndText(paid) }),
        ].join(' · '),
      ]}
      warning={null}
    />
  );
}
