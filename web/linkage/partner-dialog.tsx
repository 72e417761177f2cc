import { Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import type { Day } from '#kernel/day.ts';
import { newId, type ChainId, type OrganisationId } from '#kernel/id.ts';
import { partnerRoles, type PartnerRole, type Stage } from '#contexts/linkage/chain.ts';
import { recordPartner, type PartnerId } from '#contexts/linkage/chain.wire.ts';
import { listOrganisations } from '#contexts/registry/organisation.wire.ts';
import { useCommand } from '#web/lib/command.ts';
import { useWords } from '#web/lib/i18n.ts';
import { SearchSelect } from '#web/lib/search-select.tsx';
import { DayInput } from '#web/ui/day-input.tsx';
import { withoutBlanks } from '#web/ui/form-errors.ts';
import { FormShell } from '#web/ui/form-shell.tsx';
import { StageChoice } from './chain-fields.tsx';

const joiningRoles = partnerRoles.filter((role) => role !== 'lead');

/** An organisation joins a chain. */
export function PartnerForm({ chain, onDone }: { chain: ChainId; onDone: () => void }) {
  const t = useWords('linkage');
  const [id] = useState(() => newId<PartnerId>());
  const record = useCommand(recordPartner);
  const form = useForm({
    initialValues: {
      organisation: '' as OrganisationId | '',
      role: 'producer' as PartnerRole,
      stages: [] as Stage[],
      subject: '',
      from: '' as Day | '',
    },
  });
  return (
    <FormShell
      method={recordPartner}
      command={record}
      form={form}
      submit={t('chain.addPartner')}
      toInput={(values) => ({ id, chain, ...withoutBlanks(values) }) as never}
      onDone={onDone}
    >
      <SearchSelect
        label={t('chain.partner')}
        required
        method={listOrganisations}
        input={(search) => ({ search, size: 20 })}
        options={(reply) => reply.items.map(({ id: value, name }) => ({ value, label: name }))}
        {...form.getInputProps('organisation')}
      />
      <Select
        label={t('chain.roleLabel')}
        allowDeselect={false}
        data={joiningRoles.map((value) => ({ value, label: t(`chain.role.${value}`) }))}
        {...form.getInputProps('role')}
      />
      <StageChoice label={t('chain.stages')} {...form.getInputProps('stages')} />
      <TextInput label={t('chain.subject')} maxLength={500} {...form.getInputProps('subject')} />
      <DayInput label={t('from')} {...form.getInputProps('from')} />
    </FormShell>
  );
}
