import { Anchor, Button, Group, List, Table, Text } from '@mantine/core';
import { IconListCheck } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { MeasureId } from '#contexts/support/policy.ts';
import { getMeasure } from '#contexts/support/policy.wire.ts';
import type { ReplyOf } from '#kernel/method.ts';
import { useAnswer } from '#web/lib/api.ts';
import { dayText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { useParam, type Load } from '#web/lib/routes.tsx';
import { Facts } from '#web/ui/facts.tsx';
import { StateBadge, SyntheticMark, UnverifiedMark } from '#web/ui/marks.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { Section } from '#web/ui/section.tsx';
import { Money } from '#web/ui/value-text.tsx';
import { ClauseTexts } from './clause-texts.tsx';
import { supportPaths } from './paths.ts';
import { said } from './said.ts';
import { validText } from './valid-text.ts';

type Measure = ReplyOf<typeof getMeasure>;

export const load: Load = ({ ask, param }) => ask(getMeasure, { measure: param('id') });

export function Page() {
  const t = useWords('support');
  const measure = useAnswer(getMeasure, { measure: useParam<MeasureId>('id') });
  return (
    <>
      <PageHeader
        title={said(measure.name)}
        lead={said(measure.summary)}
        crumbs={[
          { label: t('policy.title'), to: supportPaths.policies },
          { label: measure.policyNumber, to: supportPaths.policy(measure.policy) },
        ]}
        badges={<Badges measure={measure} />}
        actions={
          <Button
            component={Link}
            to={supportPaths.check(measure.id)}
            leftSection={<IconListCheck size={18} aria-hidden />}
          >
            {t('measure.check')}
          </Button>
        }
      />
      <MeasureFacts measure={measure} />
      <Section title={t('measure.gives')}>
        <List spacing="xs">
          {measure.parts.map((part) => (
            <List.Item key={part.code}>
              {said(part.name)}{' '}
              <Text span c="dimmed">
                ({part.kind === 'money' ? t('measure.money') : t('measure.inKind')})
              </Text>
            </List.Item>
          ))}
        </List>
      </Section>
      <Section title={t('measure.conditions')} lead={t('measure.conditionsLead')}>
        <ClauseTexts clauses={measure.clauses} />
      </Section>
      <Section title={t('measure.rules')}>
        <RuleTable kind="eligibility" table={measure.eligibility} />
        <RuleTable kind="grant" table={measure.grant} />
      </Section>
    </>
  );
}

function Badges({ measure }: { measure: Measure }) {
  const t = useWords('support');
  return (
    <>
      <StateBadge
        tone={measure.isOpen ? 'good' : 'neutral'}
        label={measure.isOpen ? t('measure.open') : t('measure.notOpen')}
      />
      {!measure.verified && <UnverifiedMark />}
      {measure.provenance === 'synthetic' && <SyntheticMark />}
    </>
  );
}

function MeasureFacts({ measure }: { measure: Measure }) {
  const t = useWords('support');
  const open = { validFrom: measure.openFrom, validUntil: measure.openUntil };
  return (
    <Facts
      facts={[
        {
          label: t('measure.policy'),
          value: (
            <Anchor component={Link} to={supportPaths.policy(measure.policy)}>
              {measure.policyNumber}
            </Anchor>
          ),
        },
        { label: t('measure.openFrom'), value: validText(t, open) },
        { label: t('measure.budget'), value: <Money amountVnd={measure.budgetVnd} /> },
        { label: t('measure.approved'), value: <Money amountVnd={measure.approvedVnd} /> },
        { label: t('measure.left'), value: <Money amountVnd={measure.budgetVnd - measure.approvedVnd} /> },
        { label: t('measure.fund'), value: measure.fund?.name },
        { label: t('clause.source'), value: measure.source },
      ]}
    />
  );
}

/** The rules as they are run, for those who want to check them. */
function RuleTable({ kind, table }: { kind: 'eligibility' | 'grant'; table: Measure['grant'] }) {
  const t = useWords('support');
  if (table === null) return null;
  const title = t(`measure.table.${kind}`);
  return (
    <>
      <Group gap="xs" mt="md">
        <Text fw={600}>{title}</Text>
        <Text size="sm" c="dimmed">
          {t('measure.rulesLead', { version: table.version, day: dayText(table.validFrom) })}
        </Text>
        {!table.verified && <UnverifiedMark />}
      </Group>
      <Table.ScrollContainer minWidth={480} type="native" tabIndex={0} role="region" aria-label={title}>
        <Table aria-label={title}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('measure.rule')}</Table.Th>
              <Table.Th scope="col">{t('measure.tests')}</Table.Th>
              <Table.Th scope="col">{t('measure.outputs')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {table.rules.map((rule) => (
              <Table.Tr key={rule.id}>
                <Table.Td>{rule.id}</Table.Td>
                <Table.Td ff="monospace" fz="sm">
                  {rule.tests.flatMap((test, at) => (test === '-' ? [] : [`${table.inputs[at]} ${test}`])).join('; ')}
                </Table.Td>
                <Table.Td ff="monospace" fz="sm">
                  {rule.outputs.map((output, at) => `${table.outputs[at]} = ${output}`).join('; ')}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </>
  );
}
