import { Paper } from '@mantine/core';
import { useForm } from '@mantine/form';
import { opinions, type Opinion } from '#contexts/support/application.ts';
import { examineApplication } from '#contexts/support/application.wire.ts';
import { useCommand } from '#web/lib/command.ts';
import { useWords } from '#web/lib/i18n.ts';
import { FormShell } from '#web/ui/form-shell.tsx';
import { Section } from '#web/ui/section.tsx';
import type { ApplicationView } from './application.page.tsx';
import { DeskFields, type DeskValues } from './desk-fields.tsx';

/** First level: the commune officer's opinion on the version that lies on the desk. */
export function ExaminationPanel({ application }: { application: ApplicationView }) {
  const t = useWords('support');
  const examine = useCommand(examineApplication);
  const form = useForm<DeskValues>({ initialValues: { choice: '', remarks: '', clauses: [] } });
  return (
    <Section title={t('desk.examine')} lead={t('desk.lead')}>
      <Paper withBorder p="md" radius="lg">
        <FormShell
          method={examineApplication}
          command={examine}
          form={form}
          submit={t('desk.send')}
          fieldNames={{ opinion: 'choice' }}
          toInput={({ choice, remarks, clauses }) => ({
            application: application.id,
            seenVersion: application.version,
            opinion: choice as Opinion,
            remarks,
            clauses,
          })}
          onDone={() => form.reset()}
        >
          <DeskFields
            form={form}
            name="opinion"
            clauses={application.snapshot?.judgement.clauses ?? []}
            options={opinions.map((value) => ({ value, label: t(`desk.opinion.${value}`) }))}
          />
        </FormShell>
      </Paper>
    </Section>
  );
}
