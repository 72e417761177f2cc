import { Alert, SimpleGrid, Switch, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useNavigate, useSearchParams } from 'react-router';
import { getOrganisation } from '#contexts/registry/organisation.wire.ts';
import { reportingYear } from '#contexts/registry/yearly.ts';
import { listYearly, recordYearly, type YearlyRow } from '#contexts/registry/yearly.wire.ts';
import { today } from '#kernel/day.ts';
import type { OrganisationId } from '#kernel/id.ts';
import { useAnswer } from '#web/lib/api.ts';
import { useCommand } from '#web/lib/command.ts';
import { useWords } from '#web/lib/i18n.ts';
import { useParam, type Load } from '#web/lib/routes.tsx';
import { FormShell } from '#web/ui/form-shell.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { VndInput } from '#web/ui/vnd-input.tsx';
import { registryPaths } from './paths.ts';

export const load: Load = ({ ask, param }) => {
  const organisation = param('id') as OrganisationId;
  return Promise.all([ask(getOrganisation, { organisation }), ask(listYearly, { organisation })]);
};

const moneys = ['revenueVnd', 'charterCapitalVnd', 'totalCapitalVnd', 'undividedAssetsVnd'] as const;
const counts = ['officialMembers', 'workers'] as const;
type Blank = number | '';

const nothing = {
  revenueVnd: null,
  profitVnd: null,
  charterCapitalVnd: null,
  totalCapitalVnd: null,
  undividedAssetsVnd: null,
  officialMembers: null,
  workers: null,
  source: '',
} as const;

const shown = (value: number | null): Blank => value ?? '';

function valuesOf(row: YearlyRow | undefined, begun: number) {
  const figures: Omit<YearlyRow, 'year' | 'provenance' | 'version' | 'recordedAt'> = row ?? nothing;
  const { profitVnd: profit } = figures;
  return {
    year: String(row === undefined ? begun : row.year),
    revenueVnd: shown(figures.revenueVnd),
    profitVnd: shown(profit === null ? null : Math.abs(profit)),
    isLoss: profit !== null && profit < 0,
    charterCapitalVnd: shown(figures.charterCapitalVnd),
    totalCapitalVnd: shown(figures.totalCapitalVnd),
    undividedAssetsVnd: shown(figures.undividedAssetsVnd),
    officialMembers: String(shown(figures.officialMembers)),
    workers: String(shown(figures.workers)),
    source: figures.source,
    reason: '',
  };
}
type Values = ReturnType<typeof valuesOf>;

const known = (value: Blank): number | null => (value === '' ? null : value);

function inputOf(values: Values) {
  const profit = known(values.profitVnd);
  return {
    year: Number(values.year),
    ...Object.fromEntries(moneys.map((field) => [field, known(values[field])])),
    ...Object.fromEntries(counts.map((field) => [field, values[field].trim() === '' ? null : Number(values[field])])),
    profitVnd: profit !== null && values.isLoss ? -profit : profit,
    source: values.source,
    ...(values.reason !== '' && { reason: values.reason }),
  };
}

export function Page() {
  const t = useWords('registry');
  const navigate = useNavigate();
  const id = useParam<OrganisationId>('id');
  const [search] = useSearchParams();
  const { name } = useAnswer(getOrganisation, { organisation: id });
  const { items, may } = useAnswer(listYearly, { organisation: id });
  const asked = Number(search.get('year'));
  const row = items.find(({ year }) => year === asked);
  const record = useCommand(recordYearly, { stale: ['insight', 'credit', 'support'] });
  const form = useForm({ initialValues: valuesOf(row, reportingYear(today())) });
  const back = () => void navigate(registryPaths.organisation(id));
  return (
    <>
      <PageHeader
        title={row === undefined ? t('yearly.record') : t('yearly.correct', { year: row.year })}
        lead={t('yearly.lead')}
        crumbs={[
          { label: t('title'), to: registryPaths.organisations },
          { label: name, to: registryPaths.organisation(id) },
        ]}
      />
      <FormShell
        method={recordYearly}
        command={record}
        form={form}
        submit={t('yearly.save')}
        toInput={(values) => ({ organisation: id, version: row?.version ?? 0, ...inputOf(values) })}
        notYet={may.record ? [] : [t('shell:page.forbiddenText')]}
        onDone={back}
        onCancel={back}
      >
        <Alert color="gray" variant="light">
          {t('yearly.blankHint')}
        </Alert>
        <TextInput
          label={t('yearly.year')}
          required
          inputMode="numeric"
          maxLength={4}
          disabled={row !== undefined}
          {...form.getInputProps('year')}
        />
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <VndInput label={t('yearly.revenue')} {...form.getInputProps('revenueVnd')} />
          <div>
            <VndInput label={t('yearly.profit')} {...form.getInputProps('profitVnd')} />
            <Switch mt="xs" label={t('yearly.loss')} {...form.getInputProps('isLoss', { type: 'checkbox' })} />
          </div>
          <VndInput label={t('yearly.charterCapital')} {...form.getInputProps('charterCapitalVnd')} />
          <VndInput label={t('yearly.totalCapital')} {...form.getInputProps('totalCapitalVnd')} />
          <VndInput label={t('yearly.undividedAssets')} {...form.getInputProps('undividedAssetsVnd')} />
          <TextInput
            label={t('yearly.officialMembers')}
            inputMode="numeric"
            {...form.getInputProps('officialMembers')}
          />
          <TextInput label={t('yearly.workers')} inputMode="numeric" {...form.getInputProps('workers')} />
        </SimpleGrid>
        <TextInput label={t('yearly.source')} required {...form.getInputProps('source')} />
        {row !== undefined && <TextInput label={t('yearly.reason')} required {...form.getInputProps('reason')} />}
      </FormShell>
    </>
  );
}
