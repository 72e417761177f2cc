import { Alert, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearchParams } from 'react-router';
import { today, type Day } from '#kernel/day.ts';
import { newId, type HarvestId, type LotId, type OrganisationId } from '#kernel/id.ts';
import type { ReplyOf } from '#kernel/method.ts';
import { listCertificates } from '#contexts/registry/certificate.wire.ts';
import { claims, type CertificateId, type Claim } from '#contexts/quality/lot.ts';
import { draftLot, listHarvests } from '#contexts/quality/lot.wire.ts';
import { answer, useAnswer } from '#web/lib/api.ts';
import { useCommand } from '#web/lib/command.ts';
import { dayText, quantityText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { useMe, type Me } from '#web/lib/me.ts';
import type { Load } from '#web/lib/routes.tsx';
import { DayInput } from '#web/ui/day-input.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { FormShell } from '#web/ui/form-shell.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { QuantityInput } from '#web/ui/quantity-input.tsx';
import { Section } from '#web/ui/section.tsx';
import { named } from './lot-marks.tsx';
import { qualityPaths } from './paths.ts';

type Harvest = ReplyOf<typeof listHarvests>['items'][number];

interface Values {
  id: LotId;
  code: string;
  claim: Claim;
  certificate: CertificateId | '';
  gtin: string;
  packedOn: Day | '';
  bestBeforeOn: Day | '';
  takes: Record<string, number | ''>;
}

const managed = (me: Me) =>
  me.grants.flatMap(({ role, organisation }) =>
    role === 'organisation-manager' && organisation !== null ? [organisation] : [],
  );

const askedFor = (organisation: OrganisationId) => ({ organisation, size: 100 });

export const load: Load = ({ ask, me, search }) => {
  const [first] = managed(me);
  const organisation = (search.get('organisation') ?? first?.id) as OrganisationId | undefined;
  return organisation === undefined ? Promise.resolve() : ask(listHarvests, askedFor(organisation));
};

const alphabet = 'ABCDEFGHJKMNPQRSTVWXYZ';
/** A code nobody else is likely to have chosen today; it may be typed over. */
const proposedCode = (on: Day): string => {
  const [a = 0, b = 0] = crypto.getRandomValues(new Uint8Array(2));
  return `L${on.slice(2).replaceAll('-', '')}-${alphabet[a % alphabet.length]}${alphabet[b % alphabet.length]}`;
};

const partsOf = (takes: Values['takes']) =>
  Object.entries(takes).flatMap(([harvest, qty]) =>
    typeof qty === 'number' && qty > 0 ? [{ harvest: harvest as HarvestId, qty }] : [],
  );

export function Page() {
  const t = useWords('quality');
  const me = useMe();
  const [search] = useSearchParams();
  const organisations = managed(me);
  const organisation = organisations.find(({ id }) => id === search.get('organisation')) ?? organisations[0];
  return (
    <>
      <PageHeader title={t('lot.new')} crumbs={[{ label: t('lot.title'), to: qualityPaths.lots }]} />
      {organisation === undefined ? (
        <EmptyState title={t('lot.noOrganisation')} />
      ) : (
        <DraftForm key={organisation.id} organisation={organisation} organisations={organisations} />
      )}
    </>
  );
}

interface DraftFormProps {
  readonly organisation: { readonly id: OrganisationId; readonly name: string };
  readonly organisations: readonly { readonly id: OrganisationId; readonly name: string }[];
}

function DraftForm({ organisation, organisations }: DraftFormProps) {
  const t = useWords('quality');
  const navigate = useNavigate();
  const [, setSearch] = useSearchParams();
  const { items } = useAnswer(listHarvests, askedFor(organisation.id));
  const draft = useCommand(draftLot);
  const form = useForm<Values>({
    initialValues: {
      id: newId<LotId>(),
      code: proposedCode(today()),
      claim: 'none',
      certificate: '',
      gtin: '',
      packedOn: today(),
      bestBeforeOn: '',
      takes: {},
    },
  });
  const parts = partsOf(form.values.takes);
  const first = items.find(({ id }) => id === parts[0]?.harvest) ?? items[0];
  return (
    <FormShell
      method={draftLot}
      command={draft}
      form={form}
      submit={t('lot.save')}
      notYet={items.length === 0 ? [t('lot.noHarvest')] : []}
      toInput={({ id, code, claim, certificate, gtin, packedOn, bestBeforeOn }) => ({
        id,
        code,
        claim,
        packedOn,
        organisation: organisation.id,
        commodity: first?.commodity.id ?? '',
        harvests: parts,
        ...(certificate !== '' && claim === 'organic-certified' && { certificate }),
        ...(gtin !== '' && { gtin }),
        ...(bestBeforeOn !== '' && { bestBeforeOn }),
      })}
      fieldNames={{ harvests: 'takes' }}
      onDone={(_, input) => void navigate(qualityPaths.lot(input.id as LotId))}
      onCancel={() => void navigate(qualityPaths.lots)}
    >
      {organisations.length > 1 && (
        <NativeSelect
          label={t('lot.organisation')}
          value={organisation.id}
          data={organisations.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(event) => setSearch({ organisation: event.currentTarget.value }, { replace: true })}
        />
      )}
      <TextInput label={t('lot.code')} description={t('lot.codeHint')} required {...form.getInputProps('code')} />
      {items.length > 0 && (
        <Harvests harvests={items} form={form} commodity={parts.length > 0 ? first?.commodity.id : undefined} />
      )}
      <DayInput label={t('lot.packedOn')} required max={today()} {...form.getInputProps('packedOn')} />
      <DayInput label={t('lot.bestBeforeOn')} {...form.getInputProps('bestBeforeOn')} />
      <ClaimFields form={form} organisation={organisation.id} />
      <TextInput
        label={t('lot.gtin')}
        description={t('lot.gtinHint')}
        inputMode="numeric"
        {...form.getInputProps('gtin')}
      />
    </FormShell>
  );
}

interface HarvestsProps {
  readonly harvests: readonly Harvest[];
  readonly form: UseFormReturnType<Values>;
  /** Of the harvests chosen so far: a lot is of one commodity. */
  readonly commodity: string | undefined;
}

function Harvests({ harvests, form, commodity }: HarvestsProps) {
  const t = useWords('quality');
  const fitting = harvests.filter((harvest) => commodity === undefined || harvest.commodity.id === commodity);
  return (
    <Section title={t('lot.chooseHarvest')} lead={t('lot.chooseHarvestLead')}>
      <Stack gap="sm">
        {fitting.map((harvest) => (
          <QuantityInput
            key={harvest.id}
            label={`${named(harvest.commodity)}: ${t('harvest.take', {
              day: dayText(harvest.harvestedOn),
              plot: harvest.plot.code,
              left: quantityText(harvest.leftQty, harvest.commodity.unit),
            })}`}
            units={[harvest.commodity.unit]}
            value={form.values.takes[harvest.id] ?? ''}
            onChange={(qty) => form.setFieldValue('takes', { ...form.values.takes, [harvest.id]: qty })}
          />
        ))}
        {form.errors['takes'] && (
          <Text c="red" size="sm" role="alert">
            {form.errors['takes']}
          </Text>
        )}
      </Stack>
    </Section>
  );
}

/** A certificate is only asked for where one is claimed. */
function ClaimFields({ form, organisation }: { form: UseFormReturnType<Values>; organisation: OrganisationId }) {
  const t = useWords('quality');
  const isCertified = form.values.claim === 'organic-certified';
  const { data } = useQuery({ ...answer(listCertificates, { organisation }), enabled: isCertified });
  const organic = data?.items.filter(({ kind }) => kind === 'organic') ?? [];
  return (
    <>
      <NativeSelect
        label={t('lot.claimLabel')}
        data={claims.map((value) => ({ value, label: t(`lot.claim.${value}`) }))}
        {...form.getInputProps('claim')}
      />
      {isCertified && data !== undefined && organic.length === 0 && (
        <Alert color="clay" variant="light">
          {t('obstacle.lot.certificate-missing')}
        </Alert>
      )}
      {isCertified && organic.length > 0 && (
        <NativeSelect
          label={t('lot.certificate')}
          data={[
            { value: '', label: '–' },
            ...organic.map(({ id, number, issuer }) => ({ value: id as string, label: `${number} · ${issuer}` })),
          ]}
          {...form.getInputProps('certificate')}
        />
      )}
    </>
  );
}
