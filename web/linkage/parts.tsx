import { Anchor, Group, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { OrganisationId } from '#kernel/id.ts';
import type { ChainState } from '#contexts/linkage/chain.ts';
import type { ContractState } from '#contexts/linkage/contract.ts';
import type { DeliveryState } from '#contexts/linkage/delivery.ts';
import type { LineState } from '#contexts/linkage/line.ts';
import type { CommodityView, Side } from '#contexts/linkage/part.wire.ts';
import type { SettlementState } from '#contexts/linkage/settlement.ts';
import { numberText, type UnitOfTrade } from '#web/lib/format.ts';
import { findWord, useWords } from '#web/lib/i18n.ts';
import { currentLanguage } from '#web/lib/language.ts';
import { useMe, type Me } from '#web/lib/me.ts';
import { registryPaths } from '#web/registry/paths.ts';
import { StateBadge, SyntheticMark, type Tone } from '#web/ui/marks.tsx';

/** The unit a commodity is traded in, by the name people know. */
export const unitOf = ({ unit }: { readonly unit: { code: string; qty: number } }): UnitOfTrade => ({
  ...unit,
  name: findWord(`linkage:unit.${unit.code}`, { count: 1 }),
  many: findWord(`linkage:unit.${unit.code}`, { count: 2 }),
});

interface Named {
  readonly vi: string;
  readonly en: string;
  readonly th: string;
}
export const nameOf = (thing: Named): string => thing[currentLanguage()];
export const goodsName = (commodity: CommodityView, variety: Named | null): string =>
  variety === null ? nameOf(commodity) : `${nameOf(commodity)} · ${nameOf(variety)}`;

export const shareText = (basisPoints: number): string => `${numberText(basisPoints / 100, 2)} %`;

interface OwnOrganisation {
  readonly id: OrganisationId;
  readonly name: string;
}

/** The organisations this person runs: what may be offered, asked for and signed in their names. */
export function ownOrganisations(me: Me): OwnOrganisation[] {
  const own = new Map<OrganisationId, string>();
  for (const { role, organisation } of me.grants)
    if (organisation && (role === 'organisation-manager' || role === 'buyer'))
      own.set(organisation.id, organisation.name);
  return [...own].map(([id, name]) => ({ id, name }));
}
export const useOwnOrganisations = (): OwnOrganisation[] => ownOrganisations(useMe());

export const PartyLink = ({ party }: { party: OwnOrganisation }) => (
  <Anchor component={Link} to={registryPaths.organisation(party.id)}>
    {party.name}
  </Anchor>
);

/** Name and mark, for the first column of a list. */
export const Marked = ({ name, provenance }: { name: string; provenance: 'entered' | 'synthetic' | 'reported' }) => (
  <Group component="span" gap="xs" display="inline-flex">
    <Text span inherit>
      {name}
    </Text>
    {provenance === 'synthetic' && <SyntheticMark />}
  </Group>
);

const contractTones: Record<ContractState, Tone> = {
  draft: 'neutral',
  offered: 'waiting',
  signed: 'good',
  closed: 'good',
  terminated: 'bad',
  withdrawn: 'neutral',
};
export function ContractBadge({ state }: { state: ContractState }) {
  const t = useWords('linkage');
  return <StateBadge tone={contractTones[state]} label={t(`contract.stateName.${state}`)} />;
}

const deliveryTones: Record<DeliveryState, Tone> = {
  recorded: 'waiting',
  confirmed: 'good',
  disputed: 'bad',
  corrected: 'neutral',
};
export function DeliveryBadge({ state }: { state: DeliveryState }) {
  const t = useWords('linkage');
  return <StateBadge tone={deliveryTones[state]} label={t(`delivery.stateName.${state}`)} />;
}

const settlementTones: Record<SettlementState, Tone> = {
  draft: 'neutral',
  issued: 'waiting',
  agreed: 'busy',
  paid: 'good',
  withdrawn: 'neutral',
};
export function SettlementBadge({ state }: { state: SettlementState }) {
  const t = useWords('linkage');
  return <StateBadge tone={settlementTones[state]} label={t(`settlement.stateName.${state}`)} />;
}

export function LineBadge({ state }: { state: LineState }) {
  const t = useWords('linkage');
  return <StateBadge tone={state === 'open' ? 'good' : 'neutral'} label={t(`line.stateName.${state}`)} />;
}

const chainTones: Record<ChainState, Tone> = { forming: 'busy', active: 'good', ended: 'neutral' };
export function ChainBadge({ state }: { state: ChainState }) {
  const t = useWords('linkage');
  return <StateBadge tone={chainTones[state]} label={t(`chain.stateName.${state}`)} />;
}

export function SideText({ side }: { side: Side }) {
  const t = useWords('linkage');
  return <>{t(`side.${side}`)}</>;
}
