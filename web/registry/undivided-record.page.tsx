import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { useNavigate } from 'react-router';
import {
  enteredUndividedKinds,
  isGiven,
  sourcesOf,
  undividedAccounts,
  type EnteredUndividedKind,
  type UndividedAccount,
  type UndividedSource,
} from '#contexts/registry/undivided.ts';
import { getUndivided, recordUndivided, type UndividedEntryId } from '#contexts/registry/undivided.wire.ts';
import { today, type Day } from '#kernel/day.ts';
import { newId, type OrganisationId } from '#kernel/id.ts';
import { useAnswer } from '#web/lib/api.ts';
import { useCommand } from '#web/lib/command.ts';
import { useWords } from '#web/lib/i18n.ts';
import { useParam, type Load } from '#web/lib/routes.tsx';
import { DayInput } from '#web/ui/day-input.tsx';
import { withoutBlanks } from '#web/ui/form-errors.ts';
import { FormShell } from '#web/ui/form-shell.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { VndInput } from '#web/ui/vnd-input.tsx';
import { registryPaths } from './paths.ts';

export const load: Load = ({ ask, param }) => ask(getUndivided, { organisation: param('id') });

/** Where the kind decides, there is nothing to choose. */
const accountOf = (kind: EnteredUndividedKind, account: UndividedAccount): UndividedAccount =>
  kind === 'acquired' || kind === 'written-down' ? 'assets' : account;

interface Values {
  id: UndividedEntryId;
  organisation: OrganisationId;
  kind: EnteredUndividedKind;
  onDay: Day | '';
  account: UndividedAccount;
  source: UndividedSource;
  pledgeBarred: boolean;
  amountVnd: number | '';
  document: string;
  legalBasis: string;
  note: string;
}

function inputOf(values: Values) {
  const account = accountOf(values.kind, values.account);
  const sources = sourcesOf(values.kind, account);
  const source = sources.includes(values.source) ? values.source : sources[0]!;
  return { ...withoutBlanks(values), account, source } as never;
}

export function Page() {
  const t = useWords('registry');
  const navigate = useNavigate();
  const id = useParam<OrganisationId>('id');
  const { organisation, may } = useAnswer(getUndivided, { organisation: id });
  const record = useCommand(recordUndivided);
  const form = useForm<Values>({
    initialValues: {
      id: newId<UndividedEntryId>(),
      organisation: id,
      kind: 'formed',
      onDay: today(),
      account: 'fund',
      source: 'surplus',
      pledgeBarred: false,
      amountVnd: '',
      document: '',
      legalBasis: '',
      note: '',
    },
  });
  const back = () => void navigate(registryPaths.undivided(id));
  return (
    <>
      <PageHeader
        title={t('capital.undivided.record')}
        lead={organisation.name}
        crumbs={[
          { label: organisation.name, to: registryPaths.organisation(id) },
          { label: t('capital.undivided.title'), to: registryPaths.undivided(id) },
        ]}
      />
      <FormShell
        method={recordUndivided}
        command={record}
        form={form}
        submit={t('capital.record.save')}
        toInput={inputOf}
        notYet={may.record ? [] : [t('shell:page.forbiddenText')]}
        onDone={back}
        onCancel={back}
      >
        <UndividedFields form={form} />
      </FormShell>
    </>
  );
}

function UndividedFields({ form }: { form: UseFormReturnType<Values> }) {
  const t = useWords('registry');
  const { kind, account, source } = form.getValues();
  const sources = sourcesOf(kind, accountOf(kind, account));
  return (
    <>
      <NativeSelect
        label={t('capital.undivided.kindLabel')}
        description={t(`capital.undivided.hint.${kind}`)}
        required
        data={enteredUndividedKinds.map((value) => ({ value, label: t(`capital.undivided.kind.${value}`) }))}
        {...form.getInputProps('kind')}
      />
      <DayInput label={t('capital.record.onDay')} required max={today()} {...form.getInputProps('onDay')} />
      {accountOf(kind, 'fund') === 'fund' && (
        <NativeSelect
          label={t('capital.undivided.account')}
          required
          data={undividedAccounts.map((value) => ({ value, label: t(`capital.undivided.accounts.${value}`) }))}
          {...form.getInputProps('account')}
        />
      )}
      <NativeSelect
        label={t('capital.undivided.source')}
        required
        data={sources.map((value) => ({ value, label: t(`capital.undivided.sources.${value}`) }))}
        {...form.getInputProps('source')}
        onChange={({ currentTarget }) => {
          const next = currentTarget.value as UndividedSource;
          form.setFieldValue('source', next);
          form.setFieldValue('pledgeBarred', isGiven(next));
        }}
      />
      <VndInput label={t('capital.undivided.amount')} required {...form.getInputProps('amountVnd')} />
      <Checkbox
        label={t('capital.undivided.barredLabel')}
        {...form.getInputProps('pledgeBarred', { type: 'checkbox' })}
      />
      <TextInput
        label={t('capital.record.document')}
        required={kind !== 'opening' && (kind !== 'formed' || isGiven(source))}
        {...form.getInputProps('document')}
      />
      <TextInput label={t('capital.record.legalBasis')} {...form.getInputProps('legalBasis')} />
      <Textarea label={t('capital.record.note')} autosize minRows={2} {...form.getInputProps('note')} />
    </>
  );
}
