import { Button, Checkbox, Fieldset, Group, MultiSelect, NativeSelect, SimpleGrid, Stack, Text } from '@mantine/core';
import { Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { planObstacles, type ActPlan } from '#contexts/places/unit-act.ts';
import type { UnitRow } from '#contexts/registry/unit.wire.ts';
import { today, type Day } from '#kernel/day.ts';
import { unitKinds } from '#kernel/place.ts';
import { useWords } from '#web/lib/i18n.ts';
import { DayInput } from '#web/ui/day-input.tsx';
import { ObstacleList } from '#web/ui/problem-note.tsx';
import { Section } from '#web/ui/section.tsx';
import { blankBegin, intoOf, planOf, type ActValues } from './act-values.ts';
import { troubleTexts } from './act-troubles.ts';
import { unitText } from './unit-text.tsx';

interface ActFieldsProps {
  readonly form: UseFormReturnType<ActValues>;
  readonly units: readonly UnitRow[];
  readonly fromOf: ReadonlyMap<string, Day>;
}

/** An act as it is drafted: on what it rests, which units end, which begin, and what goes into what. */
export function ActFields({ form, units, fromOf }: ActFieldsProps) {
  const t = useWords('places');
  const values = form.getValues();
  return (
    <>
      <TextInput
        label={t('act.document')}
        description={t('act.documentHint')}
        required
        maxLength={300}
        {...form.getInputProps('document')}
      />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <DayInput label={t('act.onDay')} required {...form.getInputProps('onDay')} />
        <TextInput label={t('act.legalBasis')} required maxLength={300} {...form.getInputProps('legalBasis')} />
      </SimpleGrid>
      <MultiSelect
        label={t('act.ends')}
        description={t('act.endsHint')}
        required
        searchable
        hidePickedOptions
        data={units.map((unit) => ({ value: unit.code as string, label: `${unitText(unit)} (${unit.code})` }))}
        {...form.getInputProps('ends')}
      />
      {values.begins.map(({ key }, at) => (
        <BeginFields key={key} form={form} at={at} />
      ))}
      <Button
        variant="default"
        w="fit-content"
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={() => form.insertListItem('begins', blankBegin())}
      >
        {t('act.addBegin')}
      </Button>
      <IntoFields form={form} units={units} />
      <Textarea label={t('act.note')} autosize minRows={2} maxLength={2000} {...form.getInputProps('note')} />
      <Hints plan={planOf(values, units, fromOf)} day={values.onDay} units={units} />
    </>
  );
}

function BeginFields({ form, at }: { form: UseFormReturnType<ActValues>; at: number }) {
  const t = useWords('places');
  const props = (field: string): object => form.getInputProps(`begins.${at}.${field}` as never);
  return (
    <Fieldset legend={t('act.beginNumber', { number: at + 1 })}>
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        <NativeSelect
          label={t('act.kindLabel')}
          data={unitKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
          {...props('kind')}
        />
        <TextInput label={t('act.name')} required maxLength={100} {...props('name')} />
        <TextInput
          label={t('act.code')}
          required
          inputMode="numeric"
          maxLength={5}
          description={t('act.codeHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          {...props('code')}
        />
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, sm: 2 }} mt="xs">
        <TextInput
          label={t('act.lon')}
          description={t('act.pointHint', { example: '107.58' })}
          inputMode="decimal"
          {...props('lon')}
        />
        <TextInput
          label={t('act.lat')}
          description={t('act.pointHint', { example: '21.36' })}
          inputMode="decimal"
          {...props('lat')}
        />
      </SimpleGrid>
      {form.getValues().begins.length > 1 && (
        <Button
          mt="sm"
          variant="subtle"
          color="red"
          leftSection={<IconTrash size={16} aria-hidden />}
          onClick={() => form.removeListItem('begins', at)}
        >
          {t('act.removeBegin', { number: at + 1 })}
        </Button>
      )}
    </Fieldset>
  );
}

/** Of each unit that ends: the one that all of it goes into, or the several among which it is divided. */
function IntoFields({ form, units }: Pick<ActFieldsProps, 'form' | 'units'>) {
  const t = useWords('places');
  const values = form.getValues();
  if (values.ends.length === 0) return null;
  const nameOf = (code: string): string => {
    const unit = units.find((one) => one.code === code);
    return unit === undefined ? code : unitText(unit);
  };
  return (
    <Section title={t('act.into')} lead={t('act.intoLead')}>
      <Stack gap="md">
        {values.ends.map((code) => {
          const into = intoOf(values, code);
          return (
            <Checkbox.Group
              key={code}
              label={t('act.intoOf', { name: nameOf(code) })}
              value={[...into]}
              onChange={(chosen) => form.setFieldValue(`into.${code}`, chosen)}
            >
              <Group gap="lg" mt={6}>
                {values.begins.map(({ key, kind, name }) => (
                  <Checkbox key={key} value={key} label={name === '' ? t('act.unnamed') : unitText({ kind, name })} />
                ))}
                {into.length > 0 && (
                  <Text size="sm" c="dimmed">
                    {t(into.length === 1 ? 'act.wholly' : 'act.partly')}
                  </Text>
                )}
              </Group>
            </Checkbox.Group>
          );
        })}
      </Stack>
    </Section>
  );
}

/** What would stand against it, as far as it can be told before it is saved. */
function Hints({ plan, day, units }: { plan: ActPlan; day: Day | ''; units: readonly UnitRow[] }) {
  const t = useWords('places');
  const named = plan.begins.every(({ code, name }) => code.length === 5 && name !== '');
  if (day === '' || plan.ends.length === 0 || !named) return null;
  const listed = units.map(({ code, from, name, kind }) => ({ code, from, until: null, name, kind, ours: true }));
  const troubles = planObstacles(plan, { day, today: today(), listed });
  if (troubles.length === 0) return null;
  return (
    <div aria-live="polite">
      <Text size="sm" fw={500}>
        {t('act.hints')}
      </Text>
      <ObstacleList obstacles={troubleTexts(troubles, [...units, ...plan.begins])} />
    </div>
  );
}
