import { Anchor, Button, Group, NativeSelect, Paper, Stack, Text } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { Link, useSearchParams } from 'react-router';
import { checkProduct, type getProduct } from '#contexts/credit/product.wire.ts';
import type { OrganisationId } from '#kernel/id.ts';
import type { InputOf, ReplyOf } from '#kernel/method.ts';
import { useAnswer } from '#web/lib/api.ts';
import { dayText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { DaysInput } from '#web/linkage/percent-input.tsx';
import type { LoadAt } from '#web/lib/routes.tsx';
import { ClauseList, Verdict } from '#web/support/clause-list.tsx';
import { Section } from '#web/ui/section.tsx';
import { VndInput } from '#web/ui/vnd-input.tsx';
import { creditPaths } from './paths.ts';

type Product = ReplyOf<typeof getProduct>;
type Asked = InputOf<typeof checkProduct>;

const wholeIn = (search: URLSearchParams, name: string): number | undefined => {
  const value = Number(search.get(name));
  return Number.isSafeInteger(value) && value > 0 ? value : undefined;
};

/** What the address asks to check, if the organisation in it is one's own. */
export function checkIn({ id, may }: Product, search: URLSearchParams): Asked | undefined {
  const organisation = may.check.find((one) => one.id === search.get('organisation'));
  if (organisation === undefined) return undefined;
  const amountVnd = wholeIn(search, 'amountVnd');
  const months = wholeIn(search, 'months');
  return {
    product: id,
    organisation: organisation.id,
    ...(amountVnd !== undefined && { amountVnd }),
    ...(months !== undefined && months <= 360 && { months }),
  };
}

export async function askedCheck(ask: LoadAt['ask'], product: Product, search: URLSearchParams): Promise<void> {
  const asked = checkIn(product, search);
  if (asked !== undefined) await ask(checkProduct, asked);
}

/** Would it hold for us? Asked as often as one likes; nobody is told. */
export function ProductCheck({ product }: { product: Product }) {
  const t = useWords('credit');
  const [search] = useSearchParams();
  const asked = checkIn(product, search);
  return (
    <Section title={t('check.title')} lead={t('check.lead')}>
      {product.may.check.length === 0 ? (
        <Text>{t('check.noOrganisation')}</Text>
      ) : (
        <Question key={search.toString()} product={product} asked={asked} />
      )}
      {asked !== undefined && <Result asked={asked} />}
    </Section>
  );
}

function Question({ product, asked }: { product: Product; asked: Asked | undefined }) {
  const t = useWords('credit');
  const [, setSearch] = useSearchParams();
  const own = product.may.check;
  const [organisation, setOrganisation] = useState<string>(asked?.organisation ?? own[0]!.id);
  const [amountVnd, setAmountVnd] = useState<number | ''>(Number(asked?.amountVnd ?? product.leastVnd));
  const [months, setMonths] = useState<number | ''>(Number(asked?.months ?? product.leastMonths));
  const isWrong = Number.isNaN(amountVnd) || Number.isNaN(months);

  const run = (event: FormEvent): void => {
    event.preventDefault();
    setSearch(
      {
        organisation: organisation as OrganisationId,
        ...(amountVnd !== '' && { amountVnd: String(amountVnd) }),
        ...(months !== '' && { months: String(months) }),
      },
      { preventScrollReset: true },
    );
  };
  return (
    <Paper component="form" onSubmit={run} withBorder p="md" radius="lg" mb="lg" data-noprint>
      <Group align="flex-end" gap="md">
        <NativeSelect
          label={t('check.organisation')}
          value={organisation}
          onChange={(event) => setOrganisation(event.currentTarget.value)}
          data={own.map(({ id, name }) => ({ value: id, label: name }))}
          maw="100%"
        />
        <VndInput label={t('check.amount')} value={amountVnd} onChange={setAmountVnd} />
        <DaysInput label={t('check.months')} value={months} onChange={setMonths} />
        <Button type="submit" disabled={isWrong}>
          {t('check.act')}
        </Button>
      </Group>
    </Paper>
  );
}

function Result({ asked }: { asked: Asked }) {
  const t = useWords('credit');
  const { organisation, judgement, asOf, version } = useAnswer(checkProduct, asked);
  return (
    <Stack gap="lg">
      <div>
        <Text fw={600}>{t('check.result', { organisation: organisation.name })}</Text>
        <Text size="sm" c="dimmed">
          {t('check.asOf', { day: dayText(asOf), version })}
        </Text>
      </div>
      <Verdict judgement={judgement} asOf={asOf} />
      <ClauseList judgement={judgement} />
      <Text data-noprint>
        {t('check.next')}{' '}
        <Anchor component={Link} to={creditPaths.dossiers} underline="always">
          {t('check.toDossiers')}
        </Anchor>
      </Text>
    </Stack>
  );
}
