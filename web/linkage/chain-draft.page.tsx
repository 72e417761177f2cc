import { Select } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { newId, type ChainId, type OrganisationId } from '#kernel/id.ts';
import type { Stage } from '#contexts/linkage/chain.ts';
import { draftChain } from '#contexts/linkage/chain.wire.ts';
import { listCommodities } from '#contexts/registry/commodity.wire.ts';
import { listOrganisations } from '#contexts/registry/organisation.wire.ts';
import { useAnswer } from '#web/lib/api.ts';
import { useCommand } from '#web/lib/command.ts';
import { useWords } from '#web/lib/i18n.ts';
import { hasRole, useMe } from '#web/lib/me.ts';
import type { Load } from '#web/lib/routes.tsx';
import { SearchSelect } from '#web/lib/search-select.tsx';
import { withoutBlanks } from '#web/ui/form-errors.ts';
import { FormShell } from '#web/ui/form-shell.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { ChainFields, StageChoice, type ChainValues } from './chain-fields.tsx';
import { linkagePaths } from './paths.ts';
import { ownOrganisations } from './parts.tsx';

export const load: Load = ({ ask }) => ask(listCommodities, {});

interface DraftValues extends ChainValues {
  lead: OrganisationId | '';
  leadStages: Stage[];
}

export function Page() {
  const t = useWords('linkage');
  const navigate = useNavigate();
  const me = useMe();
  const own = ownOrganisations(me);
  const goods = useAnswer(listCommodities, {}).items;
  const [id] = useState(() => newId<ChainId>());
  const draft = useCommand(draftChain);
  const form = useForm<DraftValues>({
    initialValues: {
      lead: own[0]?.id ?? '',
      leadStages: [],
      name: '',
      state: 'active',
      startedOn: '',
      productNote: '',
      note: '',
      products: [],
    },
  });
  return (
    <>
      <PageHeader title={t('chain.draftTitle')} crumbs={[{ label: t('chain.title'), to: linkagePaths.chains }]} />
      <FormShell
        method={draftChain}
        command={draft}
        form={form}
        submit={t('chain.save')}
        toInput={(values) => ({ id, ...withoutBlanks(values) }) as never}
        onDone={() => void navigate(linkagePaths.chain(id))}
      >
        {hasRole(me, 'provincial-officer') ? (
          <SearchSelect
            label={t('chain.lead')}
            required
            method={listOrganisations}
            input={(search) => ({ search, size: 20 })}
            options={(reply) => reply.items.map(({ id: value, name }) => ({ value, label: name }))}
            {...form.getInputProps('lead')}
          />
        ) : (
          <Select
            label={t('chain.lead')}
            required
            allowDeselect={false}
            data={own.map(({ id: value, name }) => ({ value, label: name }))}
            {...form.getInputProps('lead')}
          />
        )}
        <ChainFields form={form} goods={goods} />
        <StageChoice label={t('chain.leadStages')} {...form.getInputProps('leadStages')} />
      </FormShell>
    </>
  );
}
