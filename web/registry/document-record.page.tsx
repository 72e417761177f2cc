import { NativeSelect, SimpleGrid, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useNavigate, useSearchParams } from 'react-router';
import {
  documentAccesses,
  documentKinds,
  type DocumentAccess,
  type DocumentKind,
} from '#contexts/registry/organisation-document.ts';
import {
  listOrganisationDocuments,
  recordOrganisationDocument,
  type OrganisationDocumentId,
  type OrganisationDocumentRow,
} from '#contexts/registry/organisation-document.wire.ts';
import { getOrganisation } from '#contexts/registry/organisation.wire.ts';
import { today, type Day } from '#kernel/day.ts';
import { newId, type FileId, type OrganisationId } from '#kernel/id.ts';
import { useAnswer } from '#web/lib/api.ts';
import { useCommand } from '#web/lib/command.ts';
import { useWords } from '#web/lib/i18n.ts';
import { useParam, type Load } from '#web/lib/routes.tsx';
import { UploadInput } from '#web/lib/upload-input.tsx';
import { DayInput } from '#web/ui/day-input.tsx';
import { withoutBlanks } from '#web/ui/form-errors.ts';
import { FormShell } from '#web/ui/form-shell.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { registryPaths } from './paths.ts';

export const load: Load = ({ ask, param }) => {
  const organisation = param('id') as OrganisationId;
  return Promise.all([ask(getOrganisation, { organisation }), ask(listOrganisationDocuments, { organisation })]);
};

interface Start {
  readonly kind: DocumentKind;
  readonly number: string;
  readonly on: Day | '';
  readonly issuer: string;
  readonly access: DocumentAccess;
}

/** What the wrong one told is offered again; a new one is at first for those who keep the papers. */
const startOf = (wrong: OrganisationDocumentRow | undefined): Start => {
  if (wrong === undefined) return { kind: 'charter', number: '', on: '', issuer: '', access: 'keepers' };
  const { kind, number, on, issuer, access } = wrong;
  return { kind, number, on, issuer, access };
};

/** A paper as a file, new or in the place of a wrong one. */
export function Page() {
  const t = useWords('registry');
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const organisation = useParam<OrganisationId>('id');
  const { name } = useAnswer(getOrganisation, { organisation });
  const { items } = useAnswer(listOrganisationDocuments, { organisation });
  const wrong = items.find(({ id, reason }) => id === search.get('replaces') && reason === null);
  const record = useCommand(recordOrganisationDocument);
  const form = useForm({
    initialValues: {
      id: newId<OrganisationDocumentId>(),
      organisation,
      ...startOf(wrong),
      file: '' as FileId | '',
      reason: '',
    },
  });
  const back = () => void navigate(registryPaths.organisation(organisation));
  return (
    <>
      <PageHeader
        title={t(wrong === undefined ? 'document.record' : 'document.replace')}
        lead={name}
        crumbs={[
          { label: t('title'), to: registryPaths.organisations },
          { label: name, to: registryPaths.organisation(organisation) },
        ]}
      />
      <FormShell
        method={recordOrganisationDocument}
        command={record}
        form={form}
        submit={t('document.save')}
        toInput={({ reason, ...values }) =>
          ({
            ...withoutBlanks(values),
            ...(wrong !== undefined && { replaces: { document: wrong.id, reason } }),
          }) as never
        }
        fieldNames={{ 'replaces.reason': 'reason' }}
        onDone={back}
        onCancel={back}
      >
        {wrong !== undefined && <Text>{t('document.replaces', { number: wrong.number, file: wrong.file.name })}</Text>}
        <NativeSelect
          label={t('document.kindLabel')}
          data={documentKinds.map((value) => ({ value, label: t(`document.kind.${value}`) }))}
          {...form.getInputProps('kind')}
        />
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextInput label={t('document.number')} required {...form.getInputProps('number')} />
          <DayInput label={t('document.on')} required max={today()} {...form.getInputProps('on')} />
        </SimpleGrid>
        <TextInput label={t('document.issuer')} required {...form.getInputProps('issuer')} />
        <NativeSelect
          label={t('document.accessLabel')}
          description={t('document.accessHint')}
          data={documentAccesses.map((value) => ({ value, label: t(`document.access.${value}`) }))}
          {...form.getInputProps('access')}
        />
        <UploadInput
          label={t('document.file')}
          accept="application/pdf,image/*"
          required
          {...form.getInputProps('file')}
        />
        {wrong !== undefined && <TextInput label={t('document.reason')} required {...form.getInputProps('reason')} />}
      </FormShell>
    </>
  );
}
