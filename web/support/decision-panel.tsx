import { Fieldset, Group, Paper, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { decisions, type DecisionKind } from '#contexts/support/application.ts';
import { decideApplication } from '#contexts/support/application.wire.ts';
import type { GrantedPart } from '#contexts/support/eligibility.wire.ts';
import { useCommand } from '#web/lib/command.ts';
import { numberText, vndText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { typedQty } from '#web/lib/typed-number.ts';
import { FormShell } from '#web/ui/form-shell.tsx';
import { NumberTextInput } from '#web/ui/number-text-input.tsx';
import { Section } from '#web/ui/section.tsx';
import { VndInput } from '#web/ui/vnd-input.tsx';
import type { ApplicationView } from './application.page.tsx';
import { DeskFields, type DeskValues } from './desk-fields.tsx';
import { countText, partName } from './grant-list.tsx';

interface Values extends DeskValues {
  parts: Record<string, { count: number | ''; amountVnd: number | '' }>;
}

const proposed = (grant: readonly GrantedPart[]): Values['parts'] =>
  Object.fromEntries(grant.map(({ part, count, amountVnd }) => [part, { count: count ?? '', amountVnd }]));

const partsOf = ({ choice, parts }: Values) =>
  choice !== 'approved'
    ? []
    : Object.entries(parts).flatMap(([part, { count, amountVnd }]) =>
        amountVnd === '' || amountVnd === 0 ? [] : [{ part, amountVnd, ...(count !== '' && { count }) }],
      );

/** Second level: approval part by part within the rules and the budget, or a refusal with its reasons. */
export function DecisionPanel({ application }: { application: ApplicationView }) {
  const t = useWords('support');
  const decide = useCommand(decideApplication);
  const grant = application.snapshot?.grant ?? [];
  const form = useForm<Values>({ initialValues: { choice: '', remarks: '', clauses: [], parts: proposed(grant) } });
  const { budget } = application;
  return (
    <Section title={t('desk.decide')} lead={t('desk.lead')}>
      <Paper withBorder p="md" radius="lg">
        <FormShell
          method={decideApplication}
          command={decide}
          form={form}
          submit={t('desk.sendDecision')}
          fieldNames={{ decision: 'choice' }}
          toInput={(values) => ({
            application: application.id,
            seenVersion: application.version,
            decision: values.choice as DecisionKind,
            remarks: values.remarks,
            clauses: values.clauses,
            parts: partsOf(values),
          })}
          onDone={() => form.reset()}
        >
          <DeskFields
            form={form}
            name="decision"
            clauses={application.snapshot?.judgement.clauses ?? []}
            options={decisions.map((value) => ({ value, label: t(`desk.decision.${value}`) }))}
          />
          {form.values.choice === 'approved' && (
            <Fieldset legend={t('desk.parts')}>
              {budget !== null && (
                <Text size="sm" c="dimmed" mb="xs">
                  {t('desk.budget', {
                    left: vndText(budget.budgetVnd - budget.approvedVnd),
                    budget: vndText(budget.budgetVnd),
                  })}
                </Text>
              )}
              {grant.map((one) => (
                <PartFields key={one.part} one={one} application={application} form={form} />
              ))}
            </Fieldset>
          )}
        </FormShell>
      </Paper>
    </Section>
  );
}

interface PartFieldsProps {
  readonly one: GrantedPart;
  readonly application: ApplicationView;
  readonly form: ReturnType<typeof useForm<Values>>;
}

function PartFields({ one, application, form }: PartFieldsProps) {
  const t = useWords('support');
  const { parts } = application;
  const name = partName(parts, one.part);
  return (
    <Group align="flex-start" gap="md" mb="sm">
      {one.count !== null && (
        <NumberTextInput
          label={`${name} · ${t('disbursement.count')}`}
          description={t('desk.most', { most: countText(parts, one) })}
          parse={(text) => typedQty(text, 1)}
          format={(value) => numberText(value)}
          wrong={t('shell:field.quantity')}
          {...form.getInputProps(`parts.${one.part}.count`)}
        />
      )}
      <VndInput
        label={`${name} · ${one.count === null ? t('disbursement.amount') : t('disbursement.value')}`}
        description={t('desk.most', { most: vndText(one.amountVnd) })}
        {...form.getInputProps(`parts.${one.part}.amountVnd`)}
      />
    </Group>
  );
}
