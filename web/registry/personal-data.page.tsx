import { Anchor, Button, Group, List, NativeSelect, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { IconDownload } from '@tabler/icons-react';
import { Link } from 'react-router';
import { getOrganisation } from '#contexts/registry/organisation.wire.ts';
import { peopleName } from '#contexts/registry/people-names.ts';
import { requestOutcomes, type RequestOutcome } from '#contexts/registry/personal-request.ts';
import {
  decidePersonalRequest,
  exportDataProtection,
  listPersonalRequests,
  listRetention,
  type PersonalRequestRow,
} from '#contexts/registry/personal-request.wire.ts';
import { sensitiveFields, type PovertyState, type SensitiveField } from '#contexts/registry/sensitive.ts';
import { countSensitive } from '#contexts/registry/sensitive.wire.ts';
import { dayOf } from '#kernel/day.ts';
import type { OrganisationId } from '#kernel/id.ts';
import { answer, documentUrl, useAnswer } from '#web/lib/api.ts';
import { useCommand } from '#web/lib/command.ts';
import { dayText, numberText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { currentLanguage } from '#web/lib/language.ts';
import { useParam, type Load } from '#web/lib/routes.tsx';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { UnverifiedMark } from '#web/ui/marks.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { Section } from '#web/ui/section.tsx';
import type { Column } from '#web/ui/table-column.ts';
import { MemberExports } from './member-exports.tsx';
import { registryPaths } from './paths.ts';
import { PersonalFields } from './personal-fields.tsx';

const columns: Column<PersonalRequestRow>[] = [
  { label: 'registry:member.name', cell: ({ member }) => <MemberLink member={member} /> },
  { label: 'registry:membership.wish', cell: (row) => <Wish row={row} /> },
  { label: 'registry:membership.askedAt', cell: ({ askedAt }) => dayText(dayOf(askedAt)) },
  { label: 'registry:membership.outcomeLabel', cell: (row) => <Outcome row={row} /> },
];

function MemberLink({ member: { id, name } }: Pick<PersonalRequestRow, 'member'>) {
  const t = useWords('registry');
  return (
    <Anchor component={Link} to={registryPaths.member(id)}>
      {name ?? t('member.erased')}
    </Anchor>
  );
}

function Wish({ row: { kind, wish } }: { row: PersonalRequestRow }) {
  const t = useWords('registry');
  return `${t(`membership.kind.${kind}`)}: ${wish}`;
}

function Outcome({ row }: { row: PersonalRequestRow }) {
  const t = useWords('registry');
  if (row.outcome === null) return <Decide request={row} />;
  return `${t(`membership.outcome.${row.outcome}`)}: ${row.answer ?? ''}`;
}

export const load: Load = ({ ask, param }) => {
  const organisation = param('id') as OrganisationId;
  return Promise.all([
    ask(getOrganisation, { organisation }),
    ask(listPersonalRequests, { organisation }),
    ask(listRetention, { organisation }),
  ]);
};

/** What an organisation owes the persons it keeps data of. */
export function Page() {
  const t = useWords('registry');
  const id = useParam<OrganisationId>('id');
  const { name } = useAnswer(getOrganisation, { organisation: id });
  const { items } = useAnswer(listPersonalRequests, { organisation: id });
  return (
    <>
      <PageHeader
        title={t('personal.title')}
        lead={name}
        crumbs={[
          { label: name, to: registryPaths.organisation(id) },
          { label: t('member.title'), to: registryPaths.members(id) },
        ]}
        actions={
          <Button
            component="a"
            href={documentUrl(exportDataProtection, { organisation: id, language: currentLanguage() })}
            variant="default"
            leftSection={<IconDownload size={18} aria-hidden />}
            download
          >
            {t('personal.file')}
          </Button>
        }
      />
      <Section title={t('membership.requests')} lead={t('personal.requestsLead')}>
        <DataTable
          columns={columns}
          rows={items}
          caption={t('membership.requests')}
          empty={t('personal.requestsNone')}
        />
      </Section>
      <Retained organisation={id} />
      <Counts organisation={id} />
      <PersonalFields />
      <MemberExports organisation={id} />
    </>
  );
}

function Retained({ organisation }: { organisation: OrganisationId }) {
  const t = useWords('registry');
  const { years, items } = useAnswer(listRetention, { organisation });
  return (
    <Section title={t('personal.retention')} lead={t('personal.retentionLead')}>
      {years === null && <Text c="dimmed">{t('personal.retentionUnknown')}</Text>}
      {years !== null && items.length === 0 && <Text c="dimmed">{t('personal.retentionNone', { years })}</Text>}
      <List>
        {items.map((one) => (
          <List.Item key={one.id}>
            <MemberLink member={one} />
          </List.Item>
        ))}
      </List>
    </Section>
  );
}

function Counts({ organisation }: { organisation: OrganisationId }) {
  const t = useWords('registry');
  return (
    <Section title={t('sensitive.counts')} lead={t('sensitive.countsLead')}>
      <Group align="start" gap="xl">
        {sensitiveFields.map((field) => (
          <Count key={field} organisation={organisation} field={field} />
        ))}
      </Group>
    </Section>
  );
}

function Count({ organisation, field }: { organisation: OrganisationId; field: SensitiveField }) {
  const t = useWords('registry');
  const { data } = useQuery(answer(countSensitive, { organisation, field }));
  if (data === undefined) return null;
  const nameOf = (code: string): string =>
    field === 'ethnicity' ? peopleName(code) : t(`sensitive.poverty.${code as PovertyState}`);
  return (
    <div>
      <Text fw={600}>{t(`sensitive.field.${field}`)}</Text>
      {data.groups.length === 0 && <Text c="dimmed">{t('sensitive.none')}</Text>}
      {data.groups.map(({ code, count }) => (
        <Text key={code}>{`${nameOf(code)}: ${count === null ? t('sensitive.few') : numberText(count)}`}</Text>
      ))}
      {data.least !== null && (
        <Text size="sm" c="dimmed">
          {t('sensitive.least', { least: data.least })} {!data.verified && <UnverifiedMark />}
        </Text>
      )}
    </div>
  );
}

function Decide({ request }: { request: PersonalRequestRow }) {
  const t = useWords('registry');
  const [opened, { open, close }] = useDisclosure(false);
  const decide = useCommand(decidePersonalRequest);
  const form = useForm({ initialValues: { outcome: 'done' as RequestOutcome, answer: '' } });
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={open}>
        {t('personal.decide')}
      </Button>
      <ConfirmDialog
        opened={opened}
        title={t('personal.decide')}
        confirm={t('personal.decide')}
        pending={decide.isPending}
        problem={decide.error}
        onConfirm={() => decide.mutate({ request: request.id, ...form.getValues() }, { onSuccess: close })}
        onClose={close}
      >
        <Stack gap="sm">
          <Text size="sm">{t('personal.decideText')}</Text>
          <NativeSelect
            label={t('membership.outcomeLabel')}
            data={requestOutcomes.map((value) => ({ value, label: t(`membership.outcome.${value}`) }))}
            {...form.getInputProps('outcome')}
          />
          <Textarea label={t('personal.answer')} required autosize minRows={3} {...form.getInputProps('answer')} />
        </Stack>
      </ConfirmDialog>
    </>
  );
}
