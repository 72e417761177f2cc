import { Alert, Button, List } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Link } from 'react-router';
import { fieldsOf, shapeOf, updateSections, type UpdateField } from '#contexts/books/update-field.ts';
import {
  draftUpdate,
  exportUpdate,
  getUpdate,
  type FieldEntryView,
  type UpdateId,
  type UpdatePage,
  type UpdateView,
} from '#contexts/books/update.wire.ts';
import type { Instant } from '#kernel/day.ts';
import { newId, type OrganisationId } from '#kernel/id.ts';
import { documentUrl, useAnswer } from '#web/lib/api.ts';
import { useCommand } from '#web/lib/command.ts';
import { dayText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { useParam, type Load } from '#web/lib/routes.tsx';
import { registryPaths } from '#web/registry/paths.ts';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { ExportLinks } from '#web/ui/export-links.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { ProblemNote } from '#web/ui/problem-note.tsx';
import { Section } from '#web/ui/section.tsx';
import { Timeline } from '#web/ui/timeline.tsx';
import { formerRemarks } from './former-remarks.ts';
import { GiveBackForm } from './give-back.form.tsx';
import { booksPaths } from './paths.ts';
import { useRemarkDraft, type RemarkDraft } from './remark-draft.ts';
import { Differences } from './update-difference.tsx';
import { ProvisionalNote } from './update-provisional.tsx';
import { UpdateActions } from './update-actions.tsx';
import { UpdateCell } from './update-cell.tsx';
import { UpdateChecks } from './update-checks.tsx';
import { UpdateState } from './update-state.tsx';
import classes from './update.module.css';

export const load: Load = ({ ask, param }) =>
  ask(getUpdate, { organisation: param('id'), year: Number(param('year')) });

export function Page() {
  const t = useWords('books');
  const organisation = useParam<OrganisationId>('id');
  const year = Number(useParam('year'));
  const page = useAnswer(getUpdate, { organisation, year });
  const draft = useRemarkDraft(page.update);
  const isGivingBack = page.may.answer && draft.all.length > 0;
  return (
    <>
      <PageHeader
        title={t('update.titleOf', { year })}
        lead={t('update.lead', {
          form: page.form,
          from: dayText(page.from),
          until: dayText(page.until),
          deadline: page.deadlineOn === null ? t('update.noDeadline') : dayText(page.deadlineOn),
        })}
        crumbs={[
          { label: t('update.title'), to: booksPaths.updates },
          { label: page.organisation.name, to: registryPaths.organisation(organisation) },
        ]}
        badges={<UpdateState state={page.update?.state ?? 'missing'} edition={page.update?.edition ?? null} />}
        actions={
          <>
            <ExportLinks
              links={[
                { label: 'PDF', href: documentUrl(exportUpdate, { organisation, year, format: 'pdf' }) },
                { label: 'XLSX', href: documentUrl(exportUpdate, { organisation, year, format: 'xlsx' }) },
              ]}
            />
            <Button component={Link} to={booksPaths.cards(organisation, year)} variant="default">
              {t('update.cards')}
            </Button>
            <UpdateActions page={page} onGiveBack={draft.addWhole} />
          </>
        }
      />
      <Alert color="red" variant="light" icon={<IconAlertTriangle aria-hidden />} mb="md">
        {t('update.layout')}
      </Alert>
      <ProvisionalNote page={page} />
      <Differences page={page} />
      {page.update === null ? (
        <Beginning page={page} />
      ) : (
        <Form page={page} draft={page.may.answer ? draft : undefined} />
      )}
      {isGivingBack && <GiveBackForm page={page} draft={draft} />}
      {page.update !== null && <UpdateChecks checks={page.checks} />}
      {page.update !== null && <Steps page={page} />}
    </>
  );
}

function Beginning({ page }: { page: UpdatePage }) {
  const t = useWords('books');
  const draft = useCommand(draftUpdate);
  const { organisation, year, may } = page;
  const begin = () => draft.mutate({ id: newId<UpdateId>(), organisation: organisation.id, year });
  return (
    <>
      <ProblemNote problem={draft.error} />
      <EmptyState
        title={t('update.notBegun')}
        text={may.draft ? t('update.beginText') : t('update.notYours')}
        action={
          may.draft && (
            <Button loading={draft.isPending} onClick={begin}>
              {t('update.begin')}
            </Button>
          )
        }
      />
    </>
  );
}

/** A field nobody has written yet. */
const unwritten = (field: UpdateField): FieldEntryView => ({
  field,
  version: 0,
  value: null,
  way: 'typed',
  source: null,
  sourceOn: null,
  note: null,
  provisional: false,
  by: null,
  at: '' as Instant,
});

function Form({ page, draft }: { page: UpdatePage; draft: RemarkDraft | undefined }) {
  const t = useWords('books');
  const update = page.update!;
  const entries = new Map(update.entries.map((entry) => [entry.field, entry]));
  const known = new Map(page.known.map((value) => [value.field, value]));
  const own = fieldsOf(page.form);
  const whole = update.remarks.filter(({ field }) => field === null);
  return (
    <>
      {whole.length > 0 && (
        <Alert color="clay" variant="light" title={t('update.remarks')} mb="md">
          <List size="sm">
            {whole.map(({ id, text }) => (
              <List.Item key={id}>{text}</List.Item>
            ))}
          </List>
        </Alert>
      )}
      {updateSections
        .filter((section) => own.some((field) => shapeOf(field).section === section))
        .map((section) => (
          <Section key={section} title={t(`section.${section}`)}>
            <div className={classes['form']}>
              <Head />
              {own
                .filter((field) => shapeOf(field).section === section)
                .map((field) => (
                  <UpdateCell
                    key={field}
                    update={update.id}
                    organisation={page.organisation.id}
                    field={field}
                    entry={entries.get(field) ?? unwritten(field)}
                    known={known.get(field)}
                    former={page.former[field]}
                    remarks={update.remarks.filter((remark) => remark.field === field).map(({ text }) => text)}
                    formerRemarks={formerRemarks(update, field)}
                    draft={draft}
                    writable={page.may.write}
                  />
                ))}
            </div>
          </Section>
        ))}
    </>
  );
}

function Head() {
  const t = useWords('books');
  return (
    <div className={classes['row']} data-head aria-hidden>
      <span>{t('cell.indicator')}</span>
      <span className={classes['figure']}>{t('cell.former')}</span>
      <span className={classes['figure']}>{t('cell.value')}</span>
      <span>{t('cell.origin')}</span>
    </div>
  );
}

function Steps({ page }: { page: UpdatePage }) {
  const t = useWords('books');
  return (
    <Section title={t('update.history')}>
      <Timeline
        label={t('update.history')}
        events={page.update!.acts.map((act) => ({
          id: `${act.kind} ${act.at}`,
          at: act.at,
          title: `${t(`update.act.${act.kind}`)} (${t('update.edition', { edition: act.edition })})`,
          by: act.by ?? t('update.somebody'),
          text: act.remarks.length > 0 ? <Remarked act={act} /> : (act.reason ?? undefined),
        }))}
      />
    </Section>
  );
}

/** What was remarked on each figure and on the whole. */
function Remarked({ act }: { act: UpdateView['acts'][number] }) {
  const t = useWords('books');
  return (
    <>
      {act.remarks.map(({ id, field, text }) => (
        <div key={id}>
          {t(field === null ? 'update.remarkWhole' : `field.${field}`)}: {text}
        </div>
      ))}
    </>
  );
}
