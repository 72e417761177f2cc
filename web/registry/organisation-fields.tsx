import { MultiSelect, NativeSelect, SimpleGrid, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { formsOfKind, kindIsForm, type LegalForm } from '#contexts/registry/legal-form.ts';
import { activityFields, type ActivityField, type OrganisationKind } from '#contexts/registry/organisation.ts';
import type { OrganisationView } from '#contexts/registry/organisation.wire.ts';
import { listProvinces } from '#contexts/registry/province.wire.ts';
import { listUnits } from '#contexts/registry/unit.wire.ts';
import type { Day } from '#kernel/day.ts';
import type { Province, UnitCode } from '#kernel/place.ts';
import { useAnswer } from '#web/lib/api.ts';
import { useWords } from '#web/lib/i18n.ts';
import { useMe } from '#web/lib/me.ts';
import { DayInput } from '#web/ui/day-input.tsx';
import { TaxNumberInput } from './tax-number-input.tsx';

/** What the forms of an organisation hold on the screen; blank is ''. */
export interface OrganisationValues {
  name: string;
  legalForm: LegalForm | '';
  shortName: string;
  taxNumber: string;
  registrationNumber: string;
  gln: string;
  foundedOn: Day | '';
  certificateOn: Day | '';
  fields: ActivityField[];
  unit: UnitCode | '';
  /** The number of the province a seat elsewhere lies in. */
  seatProvince: string;
  address: string;
  phone: string;
  email: string;
  website: string;
  representativeName: string;
  representativeTitle: string;
  representativePhone: string;
}

export const blankOrganisation: OrganisationValues = {
  name: '',
  legalForm: '',
  shortName: '',
  taxNumber: '',
  registrationNumber: '',
  gln: '',
  foundedOn: '',
  certificateOn: '',
  fields: [],
  unit: '',
  seatProvince: '',
  address: '',
  phone: '',
  email: '',
  website: '',
  representativeName: '',
  representativeTitle: '',
  representativePhone: '',
};

const shown = <Value extends string>(value: Value | null | undefined): Value | '' => value ?? '';

const howToReach = ({ contact, representative }: OrganisationView) => ({
  phone: shown(contact?.phone),
  email: shown(contact?.email),
  representativeName: shown(representative?.name),
  representativeTitle: shown(representative?.title),
  representativePhone: shown(contact?.representativePhone),
});

/** Of who has no unit here; the province that keeps the record is no place elsewhere. */
const seatElsewhere = ({ place, seatProvince }: OrganisationView, home: Province): string =>
  place?.unit || seatProvince === null || seatProvince.code === home ? '' : String(seatProvince.code);

export const valuesOf = (organisation: OrganisationView, home: Province): OrganisationValues => ({
  name: organisation.name,
  legalForm: shown(organisation.legalForm),
  shortName: shown(organisation.shortName),
  // A person's number is shown by its last digits; left as it is, it stays as it is.
  taxNumber: shown(organisation.taxNumber ?? organisation.personNumber),
  registrationNumber: shown(organisation.registrationNumber),
  gln: shown(organisation.gln),
  foundedOn: shown(organisation.foundedOn),
  certificateOn: shown(organisation.certificateOn),
  fields: organisation.fields,
  unit: shown(organisation.place?.unit?.code),
  seatProvince: seatElsewhere(organisation, home),
  address: shown(organisation.place?.address),
  website: shown(organisation.website),
  ...howToReach(organisation),
});

export const representativeOf = (values: OrganisationValues) =>
  values.representativeName === ''
    ? {}
    : {
        representative: {
          name: values.representativeName,
          title: values.representativeTitle,
          ...(values.representativePhone !== '' && { phone: values.representativePhone }),
        },
      };

export const representativeNames = {
  'representative.name': 'representativeName',
  'representative.title': 'representativeTitle',
  'representative.phone': 'representativePhone',
} as const;

export type OrganisationForm<Values extends OrganisationValues = OrganisationValues> = UseFormReturnType<Values>;

interface FieldsProps {
  readonly form: Pick<OrganisationForm, 'getInputProps' | 'values'>;
}

interface IdentityFieldsProps extends FieldsProps {
  readonly kind: OrganisationKind;
  readonly disabled?: boolean;
}

/** Name, form, numbers, days and seat: the officer's, on a document. */
export function IdentityFields({ form, kind, disabled = false }: IdentityFieldsProps) {
  const t = useWords('registry');
  const units = useAnswer(listUnits, {});
  const options = [
    { value: '', label: t('organisation.outside') },
    ...units.items.map(({ code, name, kind }) => ({
      value: code as string,
      label: `${name} (${t(`unitKind.${kind}`)})`,
    })),
  ];
  return (
    <>
      <TextInput label={t('name')} required disabled={disabled} {...form.getInputProps('name')} />
      {!kindIsForm(kind) && <LegalFormField form={form} kind={kind} disabled={disabled} />}
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TaxNumberInput
          description={t('organisation.taxNumberHint')}
          disabled={disabled}
          {...form.getInputProps('taxNumber')}
        />
        <TextInput
          label={t('organisation.registrationNumber')}
          disabled={disabled}
          {...form.getInputProps('registrationNumber')}
        />
        <TextInput
          label={t('organisation.gln')}
          description={t('organisation.glnHint')}
          inputMode="numeric"
          disabled={disabled}
          {...form.getInputProps('gln')}
        />
        <DayInput label={t('organisation.foundedOn')} disabled={disabled} {...form.getInputProps('foundedOn')} />
        <DayInput
          label={t('organisation.certificateOn')}
          disabled={disabled}
          {...form.getInputProps('certificateOn')}
        />
        <NativeSelect label={t('unitLabel')} data={options} disabled={disabled} {...form.getInputProps('unit')} />
        {form.values.unit === '' && <SeatProvince form={form} disabled={disabled} />}
      </SimpleGrid>
    </>
  );
}

/** Asked only where the kind does not say it. */
function LegalFormField({ form, kind, disabled }: Required<IdentityFieldsProps>) {
  const t = useWords('registry');
  const forms = formsOfKind[kind].map((value) => ({ value: value as string, label: t(`legalForm.${value}`) }));
  return (
    <NativeSelect
      label={t('legalFormLabel')}
      data={[{ value: '', label: t('legalFormUnknown') }, ...forms]}
      disabled={disabled}
      {...form.getInputProps('legalForm')}
    />
  );
}

/** Asked for a seat elsewhere: a unit chosen says that it is here. */
function SeatProvince({ form, disabled }: FieldsProps & { disabled: boolean }) {
  const t = useWords('registry');
  const { province: home } = useMe();
  const provinces = useAnswer(listProvinces, {});
  const elsewhere = provinces.items.filter(({ code }) => code !== home.code);
  return (
    <NativeSelect
      label={t('organisation.seatProvince')}
      required
      data={[{ value: '', label: '' }, ...elsewhere.map(({ code, name }) => ({ value: String(code), label: name }))]}
      disabled={disabled}
      {...form.getInputProps('seatProvince')}
    />
  );
}

/** Where the seat lies and what it does: of the registration where the officer registers the kind. */
export function SeatAndLines({ form, disabled = false }: FieldsProps & { disabled?: boolean }) {
  const t = useWords('registry');
  return (
    <>
      <TextInput
        label={t('organisation.address')}
        description={t('organisation.addressHint')}
        disabled={disabled}
        {...form.getInputProps('address')}
      />
      {disabled ? (
        // The marks of a field that is barred are too pale to read.
        <TextInput
          label={t('fieldLabel')}
          value={form.values.fields.map((value) => t(`field.${value}`)).join(', ')}
          disabled
        />
      ) : (
        <MultiSelect
          label={t('fieldLabel')}
          data={activityFields.map((value) => ({ value, label: t(`field.${value}`) }))}
          {...form.getInputProps('fields')}
        />
      )}
    </>
  );
}

/** Who stands for it. */
export function RepresentativeName({ form, disabled = false }: FieldsProps & { disabled?: boolean }) {
  const t = useWords('registry');
  return (
    <>
      <TextInput
        label={t('organisation.representativeName')}
        disabled={disabled}
        {...form.getInputProps('representativeName')}
      />
      <TextInput
        label={t('organisation.representativeTitle')}
        disabled={disabled}
        {...form.getInputProps('representativeTitle')}
      />
    </>
  );
}

interface OwnFieldsProps extends FieldsProps {
  /** What is of the registration is the officer's. */
  readonly registered?: boolean;
}

/** How to reach it and, unless that is the officer's, what it does, where, and who stands for it. */
export function OwnFields({ form, registered = false }: OwnFieldsProps) {
  const t = useWords('registry');
  return (
    <>
      <SeatAndLines form={form} disabled={registered} />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextInput label={t('organisation.shortName')} {...form.getInputProps('shortName')} />
        <TextInput
          label={t('organisation.website')}
          type="url"
          placeholder="https://"
          {...form.getInputProps('website')}
        />
        <TextInput label={t('organisation.phone')} type="tel" {...form.getInputProps('phone')} />
        <TextInput label={t('organisation.email')} type="email" {...form.getInputProps('email')} />
        <RepresentativeName form={form} disabled={registered} />
        <TextInput
          label={t('organisation.representativePhone')}
          type="tel"
          {...form.getInputProps('representativePhone')}
        />
      </SimpleGrid>
    </>
  );
}
