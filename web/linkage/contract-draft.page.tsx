import { Alert, Button, Select, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { today, type Day } from '#kernel/day.ts';
import { newId, type ContractId, type OrganisationId } from '#kernel/id.ts';
import { listChains } from '#contexts/linkage/chain.wire.ts';
import { draftContract } from '#contexts/linkage/contract.wire.ts';
import { getDemand, getOffer, listDemands, listOffers, type LineRow } from '#contexts/linkage/line.wire.ts';
import { listCommodities } from '#contexts/registry/commodity.wire.ts';
import { answer, useAnswer } from '#web/lib/api.ts';
import { useCommand } from '#web/lib/command.ts';
import { daysText, quantityText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import type { Load, LoadAt } from '#web/lib/routes.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { FormShell } from '#web/ui/form-shell.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { tradeUnits } from './line-fields.tsx';
import { linkagePaths } from './paths.ts';
import { goodsName, unitOf } from './parts.tsx';
import { termsFieldNames, TermsFields, termsInput, usualTerms } from './terms-fields.tsx';

type Side = 'offer' | 'demand';
const methods = {
  offer: { get: getOffer, list: listOffers },
  demand: { get: getDemand, list: listDemands },
} as const;
const otherOf = (side: Side): Side => (side === 'offer' ? 'demand' : 'offer');

/** One side comes with the address; the other is one of one's own open lines of the same product. */
const startedFrom = (search: URLSearchParams): { side: Side; id: string } | undefined => {
  for (const side of ['offer', 'demand'] as const) {
    const id = search.get(side);
    if (id !== null) return { side, id };
  }
  return undefined;
};
const getInput = (side: Side, id: string) => (side === 'offer' ? { offer: id } : { demand: id });
const ownInput = (line: LineRow, mine: boolean) =>
  ({ commodity: line.commodity.id, mine: mine ? 'true' : undefined, free: 'true', size: 200 }) as const;

async function loadLines({ ask, search }: Pick<LoadAt, 'ask' | 'search'>) {
  const started = startedFrom(search);
  if (started === undefined) return;
  const { get } = methods[started.side];
  const line = (await ask(get as typeof getOffer, getInput(started.side, started.id) as never)) as LineRow;
  await ask(methods[otherOf(started.side)].list, ownInput(line, !line.may.change));
}
export const load: Load = (at) => Promise.all([loadLines(at), at.ask(listCommodities, {})]);

export function Page() {
  const t = useWords('linkage');
  const [search] = useSearchParams();
  const started = startedFrom(search);
  return (
    <>
      <PageHeader
        title={t('contract.draft')}
        lead={t('contract.draftLead')}
        crumbs={[{ label: t('contract.title'), to: linkagePaths.contracts }]}
      />
      {started === undefined ? <NoLine /> : <ChooseOther key={started.id} {...started} />}
    </>
  );
}

function NoLine() {
  const t = useWords('linkage');
  return (
    <EmptyState
      title={t('contract.chooseLine')}
      action={
        <Button component={Link} to={linkagePaths.offers} variant="light">
          {t('offer.title')}
        </Button>
      }
    />
  );
}

const lineText = (line: LineRow): string =>
  [
    line.organisation.name,
    goodsName(line.commodity, line.variety),
    quantityText(line.totalQty - line.drawnQty, unitOf(line.commodity)),
    daysText(line.from, line.until),
  ].join(' · ');

function ChooseOther({ side, id }: { side: Side; id: string }) {
  const t = useWords('linkage');
  const line = useAnswer(methods[side].get as typeof getOffer, getInput(side, id) as never) as LineRow;
  const other = otherOf(side);
  const { items } = useAnswer(methods[other].list, ownInput(line, !line.may.change));
  const whose = line.may.change ? 'Any' : 'Own';
  const options = items.filter((item) => item.organisation.id !== line.organisation.id);
  const [chosen, choose] = useState<string | null>(options.length === 1 ? options[0]!.id : null);
  const match = options.find((item) => item.id === chosen);
  return (
    <Stack>
      <Text>
        <b>{t(`contract.${side}`)}</b>: {lineText(line)}
      </Text>
      {options.length === 0 ? (
        <Alert color="clay" title={t(`contract.none${whose}.${other}`)}>
          {whose === 'Own' && (
            <Button
              component={Link}
              to={other === 'offer' ? linkagePaths.newOffer : linkagePaths.newDemand}
              variant="light"
              mt="xs"
            >
              {t(`${other}.draft`)}
            </Button>
          )}
        </Alert>
      ) : (
        <Select
          label={t(`contract.choose${whose}.${other}`)}
          required
          searchable
          maw="44rem"
          data={options.map((item) => ({ value: item.id, label: lineText(item) }))}
          value={chosen}
          onChange={choose}
        />
      )}
      {match !== undefined && (
        <DraftForm key={match.id} offer={side === 'offer' ? line : match} demand={side === 'offer' ? match : line} />
      )}
    </Stack>
  );
}

const latest = (...days: Day[]): Day => days.reduce((a, b) => (a > b ? a : b));
const earliest = (...days: Day[]): Day => days.reduce((a, b) => (a < b ? a : b));

function DraftForm({ offer, demand }: { offer: LineRow; demand: LineRow }) {
  const t = useWords('linkage');
  const navigate = useNavigate();
  const goods = useAnswer(listCommodities, {}).items;
  const [id] = useState(() => newId<ContractId>());
  const draft = useCommand(draftContract);
  const [chain, setChain] = useState<string | null>(null);
  const form = useForm({
    initialValues: {
      ...usualTerms(latest(today(), offer.from, demand.from), earliest(offer.until, demand.until)),
      deliveryPlace: demand.place || offer.place,
      quality: demand.quality || offer.quality,
    },
  });
  return (
    <FormShell
      method={draftContract}
      command={draft}
      form={form}
      submit={t('contract.saveDraft')}
      fieldNames={termsFieldNames}
      toInput={(values) => ({
        id,
        offer: offer.id,
        demand: demand.id,
        chain,
        ...termsInput(values),
      })}
      onDone={() => void navigate(linkagePaths.contract(id))}
    >
      <ChainChoice organisations={[offer.organisation.id, demand.organisation.id]} value={chain} onChange={setChain} />
      <TermsFields form={form} units={tradeUnits(goods.find((commodity) => commodity.id === offer.commodity.id))} />
    </FormShell>
  );
}

interface ChainChoiceProps {
  readonly organisations: readonly [OrganisationId, OrganisationId];
  readonly value: string | null;
  readonly onChange: (chain: string | null) => void;
}

/** The chains in which either side takes part; a contract need not belong to one. */
function ChainChoice({ organisations: [seller, buyer], value, onChange }: ChainChoiceProps) {
  const t = useWords('linkage');
  const ofSeller = useQuery(answer(listChains, { organisation: seller, state: 'active', size: 50 }));
  const ofBuyer = useQuery(answer(listChains, { organisation: buyer, state: 'active', size: 50 }));
  const chains = new Map([...(ofSeller.data?.items ?? []), ...(ofBuyer.data?.items ?? [])].map((row) => [row.id, row]));
  if (chains.size === 0) return null;
  return (
    <Select
      label={t('contract.chain')}
      clearable
      clearButtonProps={{ 'aria-label': t('shell:select.clear') }}
      data={[...chains.values()].map(({ id, name }) => ({ value: id, label: name }))}
      value={value}
      onChange={onChange}
    />
  );
}
