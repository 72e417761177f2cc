import {
  Alert,
  Button,
  Group,
  List,
  NativeSelect,
  Paper,
  SimpleGrid,
  Slider,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { basesOfUse, type UseBasis } from '#contexts/books/member-use.ts';
import { shareSurplusBy, type FundKey, type FundShare } from '#contexts/books/surplus.ts';
import { recordSurplus, type SurplusId, type SurplusPage } from '#contexts/books/surplus.wire.ts';
import { today, type Day } from '#kernel/day.ts';
import { newId } from '#kernel/id.ts';
import { useCommand } from '#web/lib/command.ts';
import { percentText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { DayInput } from '#web/ui/day-input.tsx';
import { Section } from '#web/ui/section.tsx';
import { VndInput } from '#web/ui/vnd-input.tsx';
import { SharingLines } from './sharing-lines.tsx';

interface SimulatorProps {
  readonly page: SurplusPage;
  readonly profitVnd: number;
  readonly taxVnd: number;
}

interface Plan {
  readonly lossesVnd: number;
  readonly funds: readonly FundShare[];
  readonly patronageBp: number;
  readonly useBasis: UseBasis;
}

const percent = (bp: number): string => percentText(bp / 10_000);

/** Statements first; where sales do not go through Lienket, what was entered. */
const usualBasis = ({ weights }: SurplusPage): UseBasis =>
  !weights.some(({ linkageVnd }) => linkageVnd > 0) && weights.some(({ useVnd }) => (useVnd ?? 0) > 0)
    ? 'use'
    : 'linkage';

/** By the parameters; where one is blank the trial begins at nothing. */
function firstPlan(page: SurplusPage, nameOf: (key: FundKey) => string): Plan {
  const { undividedLeastBp, starts } = page.rules;
  const fund = (key: FundKey, bp: number | null): FundShare => ({
    key,
    name: nameOf(key),
    isUndivided: key === 'undivided',
    shareBp: bp ?? 0,
  });
  const isUseKnown = page.weights.some(({ linkageVnd, useVnd }) => linkageVnd > 0 || (useVnd ?? 0) > 0);
  return {
    lossesVnd: 0,
    funds: [
      fund('undivided', undividedLeastBp),
      fund('development', starts.development.bp),
      fund('reserve', starts.reserve.bp),
    ],
    patronageBp: isUseKnown ? (starts.patronage.bp ?? 0) : 0,
    useBasis: usualBasis(page),
  };
}

/** Tried with sliders, nothing saved; what is tried can then be recorded with the meeting's decision. */
export function SurplusSimulator({ page, profitVnd, taxVnd }: SimulatorProps) {
  const t = useWords('books');
  const [plan, setPlan] = useState<Plan>(() => firstPlan(page, (key) => t(`surplus.fund.${key}`)));
  const shared = useMemo(() => {
    const weights = page.weights.map((one) => ({ ...one, member: one.member.id as string }));
    return shareSurplusBy(plan.useBasis, page.rules, { profitVnd, taxVnd, ...plan }, weights);
  }, [page, profitVnd, taxVnd, plan]);
  const names = new Map(page.weights.map(({ member }) => [member.id as string, member]));
  const lines = shared.lines.map((line) => ({
    ...line,
    member: line.member === null ? null : (names.get(line.member) ?? { id: line.member, name: null }),
  }));
  const setFund = (at: number, shareBp: number) =>
    setPlan((now) => ({ ...now, funds: now.funds.map((fund, index) => (index === at ? { ...fund, shareBp } : fund)) }));
  return (
    <Section title={t('surplus.simulate')} lead={t('surplus.simulateLead')}>
      <Paper withBorder p="md" radius="lg" mb="md">
        <Stack>
          <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="lg">
            <VndInput
              label={t('surplus.losses')}
              value={plan.lossesVnd}
              onChange={(value) =>
                setPlan((now) => ({ ...now, lossesVnd: value === '' || Number.isNaN(value) ? 0 : value }))
              }
            />
            {plan.funds.map((fund, at) => (
              <Share key={fund.name} label={fund.name} value={fund.shareBp} onChange={(bp) => setFund(at, bp)} />
            ))}
            <Share
              label={t('surplus.byPatronage')}
              value={plan.patronageBp}
              onChange={(patronageBp) => setPlan((now) => ({ ...now, patronageBp }))}
            />
          </SimpleGrid>
          <NativeSelect
            label={t('use.basisLabel')}
            description={t('use.basisHint')}
            data={basesOfUse.map((value) => ({ value, label: t(`use.basis.${value}`) }))}
            value={plan.useBasis}
            onChange={({ currentTarget: { value } }) => setPlan((now) => ({ ...now, useBasis: value as UseBasis }))}
          />
          <Rules page={page} />
          {shared.warnings.length > 0 && (
            <Alert color="clay" variant="light" icon={<IconAlertTriangle aria-hidden />}>
              <List size="sm">
                {shared.warnings.map((code) => (
                  <List.Item key={code}>{t(`surplus.warning.${code}`)}</List.Item>
                ))}
              </List>
            </Alert>
          )}
          {shared.obstacles.length > 0 && (
            <Alert color="red" variant="light" role="alert">
              <List size="sm">
                {shared.obstacles.map((code) => (
                  <List.Item key={code}>{t(`obstacle.surplus.${code}`)}</List.Item>
                ))}
              </List>
            </Alert>
          )}
        </Stack>
      </Paper>
      {lines.length > 0 && <SharingLines lines={lines} caption={t('surplus.simulate')} />}
      {page.may.record && lines.length > 0 && <Record page={page} plan={plan} />}
    </Section>
  );
}

function Share({ label, value, onChange }: { label: string; value: number; onChange: (bp: number) => void }) {
  return (
    <div>
      <Group justify="space-between">
        <Text size="sm">{label}</Text>
        <Text size="sm" fw={600}>
          {percent(value)}
        </Text>
      </Group>
      <Slider
        min={0}
        max={10_000}
        step={50}
        value={value}
        onChange={onChange}
        label={percent}
        thumbLabel={label}
        thumbSize={26}
        my={8}
      />
    </div>
  );
}

const startNames = ['development', 'reserve', 'patronage'] as const;

function Rules({ page: { rules } }: { page: SurplusPage }) {
  const t = useWords('books');
  const least = (bp: number | null): string => (bp === null ? t('card.notEstablished') : percent(bp));
  const mark = (verified: boolean): string => (verified ? '' : ` (${t('shell:unverified')})`);
  return (
    <Text size="xs" c="dimmed">
      {t('surplus.order')} {t('surplus.undividedLeast', { least: least(rules.undividedLeastBp) })}
      {mark(rules.undividedVerified)}. {t('surplus.patronageLeast', { least: least(rules.patronageLeastBp) })}
      {mark(rules.patronageVerified)}.{' '}
      {startNames.map((name) => (
        <Text span inherit key={name}>
          {t('surplus.start', { what: t(`surplus.startOf.${name}`), bp: least(rules.starts[name].bp) })}
          {mark(rules.starts[name].verified)}
          {rules.starts[name].source === null ? '. ' : `: ${rules.starts[name].source}. `}
        </Text>
      ))}
    </Text>
  );
}

function Record({ page, plan }: { page: SurplusPage; plan: Plan }) {
  const t = useWords('books');
  const record = useCommand(recordSurplus);
  const [asked, setAsked] = useState(false);
  const [id] = useState(() => newId<SurplusId>());
  const [decidedOn, setDecidedOn] = useState<Day | ''>(today());
  const [document, setDocument] = useState('');
  const send = () =>
    record.mutate(
      {
        id,
        organisation: page.organisation.id,
        year: page.year,
        lossesVnd: plan.lossesVnd,
        funds: plan.funds.filter(({ shareBp }) => shareBp > 0),
        patronageBp: plan.patronageBp,
        useBasis: plan.useBasis,
        decidedOn,
        document,
        basisHash: page.basisHash,
      },
      { onSuccess: () => setAsked(false) },
    );
  return (
    <Group mt="md" data-noprint>
      <Button onClick={() => setAsked(true)}>{t('surplus.record')}</Button>
      <ConfirmDialog
        opened={asked}
        title={t('surplus.record')}
        confirm={t('surplus.record')}
        pending={record.isPending}
        problem={record.error}
        onClose={() => setAsked(false)}
        onConfirm={send}
      >
        {t('surplus.recordText')}
        <DayInput label={t('surplus.decidedOn')} required value={decidedOn} onChange={setDecidedOn} />
        <TextInput
          label={t('surplus.document')}
          required
          value={document}
          onChange={(event) => setDocument(event.currentTarget.value)}
        />
      </ConfirmDialog>
    </Group>
  );
}
