import { Alert, Checkbox, NativeSelect, Table, Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useNavigate, useSearchParams } from 'react-router';
import { demands, enteredCapitalKinds, type EnteredCapitalKind } from '#contexts/registry/capital-demand.ts';
import { listCapitalLines, recordCapital, type CapitalActId } from '#contexts/registry/capital.wire.ts';
import { today } from '#kernel/day.ts';
import { newId, type MemberId, type OrganisationId } from '#kernel/id.ts';
import { useAnswer } from '#web/lib/api.ts';
import { useCommand } from '#web/lib/command.ts';
import { percentText, vndText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { obstacleText } from '#web/lib/problem-text.ts';
import { useParam, type Load } from '#web/lib/routes.tsx';
import { DayInput } from '#web/ui/day-input.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { FormShell } from '#web/ui/form-shell.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { blankExcuse } from './excuse.ts';
import { ExcuseFields } from './excuse-fields.tsx';
import { CapitalLines } from './capital-lines.tsx';
import { blankLine, inputOf, judged, type Book, type CapitalValues, type Judgement } from './capital-values.ts';
import { registryPaths } from './paths.ts';

export const load: Load = ({ ask, param }) => ask(listCapitalLines, { organisation: param('id') });

const kindIn = (text: string | null): EnteredCapitalKind =>
  enteredCapitalKinds.find((kind) => kind === text) ?? 'subscribed';

const startOf = (search: URLSearchParams): CapitalValues => ({
  id: newId<CapitalActId>(),
  kind: kindIn(search.get('kind')),
  onDay: today(),
  document: '',
  legalBasis: '',
  note: '',
  endsMembership: false,
  ...blankExcuse(),
  lines: [blankLine((search.get('member') ?? '') as MemberId | '')],
});

/** The reasons against the act with the names of whom they are about. */
function reasons({ obstacles }: Judgement, book: Book): string[] {
  const nameOf = (member: MemberId) => book.members.find(({ id }) => id === member)?.name ?? '…';
  return obstacles.map((one) =>
    obstacleText('member' in one ? { ...one, name: nameOf(one.member) } : { ...one }, 'registry', 'capital'),
  );
}

export function Page() {
  const t = useWords('registry');
  const navigate = useNavigate();
  const id = useParam<OrganisationId>('id');
  const [search] = useSearchParams();
  const book = useAnswer(listCapitalLines, { organisation: id });
  const { name } = book.organisation;
  const record = useCommand(recordCapital, { stale: ['insight', 'credit', 'support'] });
  const form = useForm<CapitalValues>({ initialValues: startOf(search) });
  const { kind } = form.getValues();
  const demand = demands[kind];
  const judgement = judged(form.getValues(), book);
  const back = () => void navigate(registryPaths.capital(id));
  return (
    <>
      <PageHeader
        title={t('capital.record.title')}
        lead={name}
        crumbs={[
          { label: name, to: registryPaths.organisation(id) },
          { label: t('capital.title'), to: registryPaths.capital(id) },
        ]}
      />
      {book.members.length === 0 ? (
        <EmptyState title={t('capital.record.noMembers')} />
      ) : (
        <FormShell
          method={recordCapital}
          command={record}
          form={form}
          submit={t('capital.record.save')}
          toInput={(values) => ({ ...inputOf(values), organisation: id })}
          notYet={reasons(judgement, book)}
          onDone={back}
          onCancel={back}
        >
          <NativeSelect
            label={t('capital.book.kindLabel')}
            description={t(`capital.record.hint.${kind}`)}
            required
            data={enteredCapitalKinds.map((value) => ({ value, label: t(`capital.book.kind.${value}`) }))}
            {...form.getInputProps('kind')}
          />
          <DayInput
            label={t('capital.record.onDay')}
            description={t('capital.record.onDayHint')}
            required
            max={today()}
            {...form.getInputProps('onDay')}
          />
          <CapitalLines form={form} book={book} />
          {demand.leaves === 'may' && (
            <Checkbox
              label={t('capital.record.leaves')}
              description={t('capital.record.leavesHint')}
              {...form.getInputProps('endsMembership', { type: 'checkbox' })}
            />
          )}
          {demand.leaves === 'always' && (
            <Alert color="clay" variant="light">
              {t('capital.record.leaves')}
            </Alert>
          )}
          <TextInput
            label={t('capital.record.document')}
            required={demand.document}
            {...form.getInputProps('document')}
          />
          <TextInput label={t('capital.record.legalBasis')} {...form.getInputProps('legalBasis')} />
          <Textarea label={t('capital.record.note')} autosize minRows={2} {...form.getInputProps('note')} />
          <ExcuseFields form={form} problem={record.error} />
          <Effects judgement={judgement} book={book} />
        </FormShell>
      )}
    </>
  );
}

/** What the act would do on its day, member by member. */
function Effects({ judgement: { effects, charter }, book }: { judgement: Judgement; book: Book }) {
  const t = useWords('registry');
  if (effects.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('capital.record.noEffect')}
      </Text>
    );
  const amounts = (of: { subscribedVnd: number; paidVnd: number }): string =>
    `${vndText(of.subscribedVnd)} / ${vndText(of.paidVnd)}`;
  return (
    <Table.ScrollContainer minWidth={300}>
      <Table withTableBorder aria-live="polite">
        <caption>{t('capital.record.effect')}</caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('capital.record.member')}</Table.Th>
            <Table.Th scope="col" ta="end">
              {t('capital.record.before')}
            </Table.Th>
            <Table.Th scope="col" ta="end">
              {t('capital.record.after')}
            </Table.Th>
            <Table.Th scope="col" ta="end">
              {t('capital.record.shareAfter')}
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {effects.map(({ member, before, after }) => (
            <Table.Tr key={member}>
              <Table.Td>{book.members.find(({ id }) => id === member)?.name ?? t('member.hidden')}</Table.Td>
              <Table.Td ta="end">{amounts(before)}</Table.Td>
              <Table.Td ta="end">{amounts(after)}</Table.Td>
              <Table.Td ta="end">
                {charter.after <= 0 ? '–' : percentText(after.subscribedVnd / charter.after, 2)}
              </Table.Td>
            </Table.Tr>
          ))}
          <Table.Tr fw={600}>
            <Table.Td>{t('capital.record.whole')}</Table.Td>
            <Table.Td ta="end">{vndText(charter.before)}</Table.Td>
            <Table.Td ta="end">{vndText(charter.after)}</Table.Td>
            <Table.Td />
          </Table.Tr>
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
