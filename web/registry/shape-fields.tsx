import { Alert, Fieldset, NativeSelect, SimpleGrid, Text, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { UseFormReturnType } from '@mantine/form';
import { isOfficial, type Standing } from '#contexts/registry/member.ts';
import { listUnits } from '#contexts/registry/unit.wire.ts';
import { today, type Day } from '#kernel/day.ts';
import { newId, type OrganisationId } from '#kernel/id.ts';
import type { ActId } from '#contexts/registry/act.wire.ts';
import { useAnswer } from '#web/lib/api.ts';
import { vndText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import type { ApiProblem } from '#web/lib/api-problem.ts';
import { DayInput } from '#web/ui/day-input.tsx';
import { blankExcuse, type ExcuseValues } from './excuse.ts';
import { ExcuseFields, type ExcuseForm } from './excuse-fields.tsx';
import { TaxNumberInput } from './tax-number-input.tsx';

/** On what an act of this kind rests. */
export interface BasisValues extends ExcuseValues {
  readonly act: ActId;
  readonly onDay: Day | '';
  readonly document: string;
  readonly legalBasis: string;
  readonly note: string;
}

export const blankBasis = (): BasisValues => ({
  act: newId<ActId>(),
  onDay: today(),
  document: '',
  legalBasis: '',
  note: '',
  ...blankExcuse(),
});

/** An organisation that the act makes. */
export interface MadeValues {
  readonly organisation: OrganisationId;
  readonly name: string;
  readonly unit: string;
  readonly address: string;
  readonly number: string;
  readonly taxNumber: string;
}

export const blankMade = (unit = ''): MadeValues => ({
  organisation: newId<OrganisationId>(),
  name: '',
  unit,
  address: '',
  number: '',
  taxNumber: '',
});

export const madeInput = ({ number, taxNumber, address, ...made }: MadeValues) => ({
  ...made,
  ...(address !== '' && { address }),
  ...(number !== '' && { certificate: { number, ...(taxNumber !== '' && { taxNumber }) } }),
});

export const madeNames = (at: string) => ({
  [`${at}.certificate.number`]: `${at}.number`,
  [`${at}.certificate.taxNumber`]: `${at}.taxNumber`,
});

// The inputs' props are the same whatever else the form holds.
type AnyForm = Pick<UseFormReturnType<never>, 'getInputProps'>;
// oxlint-disable-next-line typescript/no-explicit-any -- paths of nested lists are beyond the form's types
type Paths = any;

interface BasisProps {
  readonly form: ExcuseForm;
  /** The refusal of the act, which may ask for a reason why a cap is passed. */
  readonly problem?: ApiProblem | null;
}

export function BasisFields({ form, problem = null }: BasisProps) {
  const t = useWords('registry');
  return (
    <>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <DayInput label={t('life.shape.onDay')} required max={today()} {...form.getInputProps('onDay')} />
        <TextInput label={t('act.document')} required {...form.getInputProps('document')} />
      </SimpleGrid>
      <TextInput
        label={t('act.legalBasis')}
        description={t('life.shape.basisHint')}
        {...form.getInputProps('legalBasis')}
      />
      <Textarea label={t('act.note')} autosize minRows={2} {...form.getInputProps('note')} />
      <ExcuseFields form={form} problem={problem} />
    </>
  );
}

export function MadeFields({
  form,
  at,
  legend,
}: {
  form: AnyForm | { getInputProps: (path: Paths) => object };
  at: string;
  legend: string;
}) {
  const t = useWords('registry');
  const units = useAnswer(listUnits, {});
  const props = (field: string) => (form.getInputProps as (path: string) => object)(`${at}.${field}`);
  return (
    <Fieldset legend={legend}>
      <TextInput label={t('name')} required {...props('name')} />
      <SimpleGrid cols={{ base: 1, sm: 2 }} mt="xs">
        <NativeSelect
          label={t('unitLabel')}
          required
          data={[
            { value: '', label: '' },
            ...units.items.map(({ code, name, kind }) => ({
              value: code as string,
              label: `${name} (${t(`unitKind.${kind}`)})`,
            })),
          ]}
          {...props('unit')}
        />
        <TextInput label={t('organisation.address')} {...props('address')} />
        <TextInput
          label={t('life.shape.certificateNumber')}
          description={t('life.shape.certificateHint')}
          {...props('number')}
        />
        <TaxNumberInput description={t('organisation.taxNumberHint')} {...props('taxNumber')} />
      </SimpleGrid>
    </Fieldset>
  );
}

export interface Counted {
  readonly standing: Standing;
  readonly subscribedVnd: number;
  readonly paidVnd: number;
}

/** How many there are, how many of them count by law, and how much they have in it. */
export function usePeopleText(): (members: readonly Counted[], least: number | null, group?: boolean) => string {
  const t = useWords('registry');
  return (members, least, group = false) => {
    const official = group ? members.length : members.filter(({ standing }) => isOfficial(standing)).length;
    return [
      t('life.shape.people', { count: members.length }),
      least === null ? t('life.shape.countingOnly', { official }) : t('life.shape.counting', { official, least }),
      t('life.shape.capital', {
        subscribed: vndText(members.reduce((sum, { subscribedVnd }) => sum + subscribedVnd, 0)),
        paid: vndText(members.reduce((sum, { paidVnd }) => sum + paidVnd, 0)),
      }),
    ].join(' · ');
  };
}

/** What would come of it, before it is saved. */
export function Preview({ lines, warning }: { lines: readonly ReactNode[]; warning: string | null }) {
  const t = useWords('registry');
  return (
    <Alert color={warning === null ? 'leaf' : 'clay'} variant="light" title={t('life.shape.preview')}>
      {lines.map((line, index) => (
        // The lines have no other name than their place.
        // oxlint-disable-next-line react/no-array-index-key
        <Text size="sm" key={index} component="div">
          {line}
        </Text>
      ))}
      {warning !== null && (
        <Text size="sm" fw={600}>
          {warning}
        </Text>
      )}
    </Alert>
  );
}
