import { Anchor, Button, NativeSelect, TextInput } from '@mantine/core';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from 'react-router';
import { today, type Day } from '#kernel/day.ts';
import { newId, type FileId } from '#kernel/id.ts';
import type { ReplyOf } from '#kernel/method.ts';
import type { ReportId, SampleId } from '#contexts/quality/lot.ts';
import { exportPanel, getSample, previewReport, recordReport } from '#contexts/quality/sample.wire.ts';
import { answer, documentUrl, useAnswer } from '#web/lib/api.ts';
import { useCommand } from '#web/lib/command.ts';
import { useWords } from '#web/lib/i18n.ts';
import { currentLanguage } from '#web/lib/language.ts';
import { useParam, type Load } from '#web/lib/routes.tsx';
import { UploadInput } from '#web/lib/upload-input.tsx';
import { DayInput } from '#web/ui/day-input.tsx';
import { Facts } from '#web/ui/facts.tsx';
import { FormShell } from '#web/ui/form-shell.tsx';
import { StateBadge } from '#web/ui/marks.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { Section } from '#web/ui/section.tsx';
import { DayText } from '#web/ui/value-text.tsx';
import { named } from './lot-marks.tsx';
import { qualityPaths } from './paths.ts';
import { ReportPreview } from './report-preview.tsx';

type Sample = ReplyOf<typeof getSample>;

interface Values {
  id: ReportId;
  file: FileId | '';
  panel: string;
  number: string;
  accreditation: string;
  method: string;
  receivedOn: Day | '';
  analysedOn: Day | '';
  issuedOn: Day | '';
}

export const load: Load = ({ ask, param }) => ask(getSample, { sample: param('id') });

export function Page() {
  const t = useWords('quality');
  const sample = useAnswer(getSample, { sample: useParam<SampleId>('id') });
  return (
    <>
      <PageHeader
        title={t('sample.of', { code: sample.code })}
        crumbs={[{ label: t('sample.desk'), to: qualityPaths.samples }]}
        badges={
          <StateBadge tone={sample.state === 'sent' ? 'waiting' : 'good'} label={t(`sample.state.${sample.state}`)} />
        }
        lead={`${named(sample.commodity)} · ${t('sample.lot')} ${sample.lot.code} · ${sample.organisation.name}`}
      />
      <Facts
        facts={[
          { label: t('sample.takenOn'), value: <DayText day={sample.takenOn} /> },
          { label: t('sample.takenBy'), value: sample.takenBy },
          { label: t('sample.place'), value: sample.place },
          { label: t('sample.method'), value: sample.method },
          { label: t('sample.sealNumber'), value: sample.sealNumber },
          {
            label: t('sample.reports'),
            value: sample.reports.map(({ id, number, version }) => (
              <div key={id}>
                <Anchor component={Link} to={qualityPaths.report(id)}>
                  {number} · {t('report.version', { version })}
                </Anchor>
              </div>
            )),
          },
        ]}
      />
      {sample.may.report && (
        <Section title={t('report.upload')} lead={t('report.uploadLead')}>
          <ReportForm sample={sample} />
        </Section>
      )}
    </>
  );
}

function ReportForm({ sample }: { sample: Sample }) {
  const t = useWords('quality');
  const navigate = useNavigate();
  const record = useCommand(recordReport);
  const [panel] = sample.panels;
  const form = useForm<Values>({
    initialValues: {
      id: newId<ReportId>(),
      file: '',
      panel: panel?.code ?? '',
      number: '',
      accreditation: '',
      method: panel?.method ?? '',
      receivedOn: '',
      analysedOn: '',
      issuedOn: today(),
    },
  });
  const { file, panel: chosen } = form.values;
  const sheet = { sample: sample.id, file: file as FileId, panel: chosen };
  const preview = useQuery({ ...answer(previewReport, sheet), enabled: file !== '', retry: false });
  const notYet = [
    ...(file === '' ? [t('report.needFile')] : []),
    ...(preview.data?.importable === false ? [t('report.needAnswers')] : []),
  ];
  return (
    <FormShell
      method={recordReport}
      command={record}
      form={form}
      submit={t('report.save')}
      notYet={notYet}
      toInput={(values) => ({ ...values, sample: sample.id })}
      onDone={(_, { id }) => void navigate(qualityPaths.report(id as ReportId))}
    >
      <PanelFields sample={sample} form={form} />
      <UploadInput label={t('report.file')} required accept=".xlsx,.csv" {...form.getInputProps('file')} />
      {file !== '' && <ReportPreview query={preview} sheet={sheet} />}
      <TextInput label={t('report.number')} required {...form.getInputProps('number')} />
      <TextInput
        label={t('report.accreditation')}
        description={t('report.accreditationHint')}
        {...form.getInputProps('accreditation')}
      />
      <TextInput label={t('report.method')} required {...form.getInputProps('method')} />
      <DayInput label={t('report.receivedOn')} required max={today()} {...form.getInputProps('receivedOn')} />
      <DayInput label={t('report.analysedOn')} required max={today()} {...form.getInputProps('analysedOn')} />
      <DayInput label={t('report.issuedOn')} required max={today()} {...form.getInputProps('issuedOn')} />
    </FormShell>
  );
}

function PanelFields({ sample, form }: { sample: Sample; form: UseFormReturnType<Values> }) {
  const t = useWords('quality');
  return (
    <>
      <NativeSelect
        label={t('report.panel')}
        data={sample.panels.map((panel) => ({ value: panel.code, label: t('report.panelOption', panel) }))}
        {...form.getInputProps('panel')}
      />
      <Button
        component="a"
        href={documentUrl(exportPanel, { panel: form.values.panel, language: currentLanguage() })}
        download
        variant="default"
        w="fit-content"
        leftSection={<IconDownload size={18} aria-hidden />}
      >
        {t('report.template')}
      </Button>
    </>
  );
}
