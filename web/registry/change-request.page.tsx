import { Alert, Anchor, Button, Table, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Link } from 'react-router';
import {
  getChangeRequest,
  withdrawChangeRequest,
  type ChangeRequestId,
  type ChangeRequestView,
} from '#contexts/registry/change-request.wire.ts';
import { listProvinces } from '#contexts/registry/province.wire.ts';
import { listUnits } from '#contexts/registry/unit.wire.ts';
import { useAnswer } from '#web/lib/api.ts';
import { useCommand } from '#web/lib/command.ts';
import { useWords } from '#web/lib/i18n.ts';
import { useParam, type Load } from '#web/lib/routes.tsx';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { Facts } from '#web/ui/facts.tsx';
import { StateBadge } from '#web/ui/marks.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { Section } from '#web/ui/section.tsx';
import { Timeline } from '#web/ui/timeline.tsx';
import { DayText } from '#web/ui/value-text.tsx';
import { ChangeRequestAnswer } from './change-request-answer.tsx';
import { ChangeRequestState } from './change-request-state.tsx';
import { requestFieldText, RequestValue } from './change-request-value.tsx';
import { paperText, PaperLink } from './document-fields.tsx';
import { registryPaths } from './paths.ts';

export const load: Load = ({ ask, param }) =>
  Promise.all([ask(getChangeRequest, { request: param('id') }), ask(listUnits, {}), ask(listProvinces, {})]);

export function Page() {
  const t = useWords('registry');
  const request = useAnswer(getChangeRequest, { request: useParam<ChangeRequestId>('id') });
  const { organisation, state, flags, may } = request;
  return (
    <>
      <PageHeader
        title={t('changeRequest.one')}
        lead={organisation.name}
        crumbs={[{ label: t('changeRequest.title'), to: registryPaths.changeRequests }]}
        badges={
          <>
            <ChangeRequestState state={state} />
            {flags.map((flag) => (
              <StateBadge key={flag} tone="bad" label={t(`changeRequest.flag.${flag}`)} />
            ))}
          </>
        }
        actions={
          <>
            {may.submitAgain && (
              <Button component={Link} to={registryPaths.newChangeRequest(organisation.id, request.id)}>
                {t('changeRequest.again')}
              </Button>
            )}
            {may.withdraw && <Withdraw request={request} />}
          </>
        }
      />
      {state === 'returned' && request.remarks !== null && (
        <Alert color="clay" variant="light" mb="md" title={t('changeRequest.state.returned')}>
          <Text style={{ whiteSpace: 'pre-wrap' }}>{request.remarks}</Text>
        </Alert>
      )}
      <RequestFacts request={request} />
      <Differences request={request} />
      {(may.answer || may.answerForPast) && <ChangeRequestAnswer request={request} />}
      <Section title={t('changeRequest.history')}>
        <Timeline
          label={t('changeRequest.history')}
          events={request.entries.map(({ kind, round, remarks, by, recordedAt }, at) => ({
            id: String(at),
            at: recordedAt,
            title: `${t(`changeRequest.state.${kind}`)}${round > 1 ? ` · ${t('changeRequest.round', { round })}` : ''}`,
            ...(by !== null && { by }),
            ...(remarks !== null && { text: remarks }),
          }))}
        />
      </Section>
    </>
  );
}

function RequestFacts({ request }: { request: ChangeRequestView }) {
  const t = useWords('registry');
  return (
    <Facts
      facts={[
        {
          label: t('changeRequest.organisation'),
          value: (
            <Anchor component={Link} to={registryPaths.organisation(request.organisation.id)}>
              {request.organisation.name}
            </Anchor>
          ),
        },
        { label: t('changeRequest.unit'), value: request.unit?.name ?? t('changeRequest.outside') },
        {
          label: t('changeRequest.onDay'),
          value: request.onDay === null ? t('changeRequest.onDayOfAnswer') : <DayText day={request.onDay} />,
        },
        {
          label: t('changeRequest.document'),
          value: (
            <>
              {paperText(request)} <PaperLink file={request.file} />
            </>
          ),
        },
        ...(request.legalBasis === null
          ? []
          : [
              {
                label: t('changeRequest.legalBasis'),
                value: `${request.legalBasis.text} (${t(`life.basis.${request.legalBasis.verified}`)})`,
              },
            ]),
        { label: t('changeRequest.note'), value: request.note },
        { label: t('changeRequest.submittedOn'), value: <DayText day={request.submittedOn} /> },
        {
          label: t('changeRequest.answeredOn'),
          value: request.answeredOn && <DayText day={request.answeredOn} />,
        },
      ]}
    />
  );
}

/** Each field as it was, as it is asked to be, and as it is now. */
function Differences({ request: { differences } }: { request: ChangeRequestView }) {
  const t = useWords('registry');
  return (
    <Section title={t('changeRequest.differences')}>
      <Table.ScrollContainer minWidth={0} type="native">
        <Table captionSide="top">
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('changeRequest.fieldLabel')}</Table.Th>
              <Table.Th scope="col">{t('changeRequest.before')}</Table.Th>
              <Table.Th scope="col">{t('changeRequest.wanted')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {differences.map(({ field, before, wanted, now, changedSince }) => (
              <Table.Tr key={field}>
                <Table.Th scope="row">{requestFieldText(field)}</Table.Th>
                <Table.Td>
                  <RequestValue field={field} value={before} />
                  {changedSince && (
                    <Text size="sm" c="red.8">
                      {t('changeRequest.changedSince')}: <RequestValue field={field} value={now} />
                    </Text>
                  )}
                </Table.Td>
                <Table.Td fw={600}>
                  <RequestValue field={field} value={wanted} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Section>
  );
}

function Withdraw({ request }: { request: ChangeRequestView }) {
  const t = useWords('registry');
  const [opened, { open, close }] = useDisclosure(false);
  const withdraw = useCommand(withdrawChangeRequest, { stale: ['insight'] });
  return (
    <>
      <Button variant="default" onClick={open}>
        {t('changeRequest.withdraw')}
      </Button>
      <ConfirmDialog
        opened={opened}
        title={t('changeRequest.withdraw')}
        confirm={t('changeRequest.withdraw')}
        pending={withdraw.isPending}
        problem={withdraw.error}
        onConfirm={() => withdraw.mutate({ request: request.id }, { onSuccess: close })}
        onClose={close}
      >
        {t('changeRequest.withdrawText')}
      </ConfirmDialog>
    </>
  );
}
