import { NativeSelect } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useNavigate, useSearchParams } from 'react-router';
import { newId, type FileId, type OrganisationId } from '#kernel/id.ts';
import { recordBatch, type BatchId } from '#contexts/intake/batch.wire.ts';
import { listOrganisations } from '#contexts/registry/organisation.wire.ts';
import { useCommand } from '#web/lib/command.ts';
import { useWords } from '#web/lib/i18n.ts';
import { hasRole, useMe } from '#web/lib/me.ts';
import { SearchSelect } from '#web/lib/search-select.tsx';
import { UploadInput } from '#web/lib/upload-input.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { FormShell } from '#web/ui/form-shell.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { intakePaths } from './paths.ts';

interface Values {
  id: BatchId;
  file: FileId | '';
  organisation: OrganisationId | '';
}

export function Page() {
  const t = useWords('intake');
  const me = useMe();
  const isOfficer = hasRole(me, 'provincial-officer', 'commune-officer');
  const own = me.grants.flatMap(({ role, organisation }) =>
    role === 'organisation-manager' && organisation !== null ? [organisation] : [],
  );
  return (
    <>
      <PageHeader title={t('new')} lead={t('lead')} crumbs={[{ label: t('title'), to: intakePaths.batches }]} />
      {!isOfficer && own.length === 0 ? (
        <EmptyState title={t('noOrganisation')} />
      ) : (
        <NewForm isOfficer={isOfficer} own={own} />
      )}
    </>
  );
}

interface NewFormProps {
  readonly isOfficer: boolean;
  readonly own: readonly { readonly id: OrganisationId; readonly name: string }[];
}

function NewForm({ isOfficer, own }: NewFormProps) {
  const t = useWords('intake');
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const record = useCommand(recordBatch);
  const asked = search.get('organisation') as OrganisationId | null;
  const form = useForm<Values>({
    initialValues: { id: newId<BatchId>(), file: '', organisation: asked ?? (isOfficer ? '' : (own[0]?.id ?? '')) },
  });
  return (
    <FormShell
      method={recordBatch}
      command={record}
      form={form}
      submit={t('read')}
      toInput={({ id, file, organisation }) => ({ id, file, ...(organisation !== '' && { organisation }) })}
      onDone={(_, { id }) => void navigate(intakePaths.batch(id as BatchId))}
      onCancel={() => void navigate(intakePaths.batches)}
    >
      <UploadInput
        label={t('file')}
        description={t('fileHint')}
        required
        accept=".xlsx,.csv"
        {...form.getInputProps('file')}
      />
      {isOfficer ? (
        <SearchSelect
          label={t('organisation')}
          description={t('organisationHint')}
          method={listOrganisations}
          input={(text) => ({ size: 20, ...(text !== '' && { search: text }) })}
          options={(reply) => reply.items.map(({ id, name }) => ({ value: id, label: name }))}
          value={form.values.organisation}
          onChange={(id) => form.setFieldValue('organisation', id as OrganisationId)}
        />
      ) : (
        <NativeSelect
          label={t('organisation')}
          data={own.map(({ id, name }) => ({ value: id, label: name }))}
          {...form.getInputProps('organisation')}
        />
      )}
    </FormShell>
  );
}
