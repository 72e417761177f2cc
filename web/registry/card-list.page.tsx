import { Button, Checkbox, Group } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { createContext, use, useMemo, useState } from 'react';
import { exportCards, listCards, type CardRow } from '#contexts/registry/card.wire.ts';
import { getOrganisation } from '#contexts/registry/organisation.wire.ts';
import type { MemberId, OrganisationId } from '#kernel/id.ts';
import { documentUrl, useAnswer } from '#web/lib/api.ts';
import { useFilters } from '#web/lib/filters.ts';
import { useWords, word } from '#web/lib/i18n.ts';
import { currentLanguage } from '#web/lib/language.ts';
import { filtersIn } from '#web/lib/params.ts';
import { useParam, type Load } from '#web/lib/routes.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { FilterBar, SearchFilter, SelectFilter } from '#web/ui/filter-bar.tsx';
import { StateBadge, type Tone } from '#web/ui/marks.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import type { Column } from '#web/ui/table-column.ts';
import { DayText } from '#web/ui/value-text.tsx';
import { IssueCards, RevokeCard } from './card-actions.tsx';
import { registryPaths } from './paths.ts';

interface Chosen {
  readonly ids: ReadonlySet<MemberId>;
  readonly toggle: (ids: readonly MemberId[], on: boolean) => void;
}
const Choice = createContext<Chosen>({ ids: new Set(), toggle: () => undefined });

const tones: Record<NonNullable<CardRow['card']>['state'], Tone> = {
  valid: 'good',
  expired: 'waiting',
  revoked: 'bad',
  ended: 'neutral',
};

const columns: Column<CardRow>[] = [
  { label: 'registry:card.choose', cell: (row) => <Choose row={row} /> },
  { label: 'registry:member.name', cell: ({ name }) => name },
  {
    label: 'registry:member.standingLabel',
    cell: ({ standing }) => word(`registry:member.standing.${standing}`),
    minor: true,
  },
  { label: 'registry:card.code', cell: ({ card }) => card?.code },
  { label: 'registry:card.expiresOn', cell: ({ card }) => card && <DayText day={card.expiresOn} /> },
  { label: 'registry:card.stateLabel', cell: (row) => <State row={row} /> },
];

function Choose({ row: { id, name } }: { row: CardRow }) {
  const t = useWords('registry');
  const { ids, toggle } = use(Choice);
  return (
    <Checkbox
      size="md"
      aria-label={t('card.chooseOne', { name })}
      checked={ids.has(id)}
      onChange={(event) => toggle([id], event.currentTarget.checked)}
    />
  );
}

function State({ row: { card } }: { row: CardRow }) {
  const t = useWords('registry');
  if (card === null) return <StateBadge tone="neutral" label={t('card.none')} />;
  return (
    <Group gap="xs">
      <StateBadge tone={tones[card.state]} label={t(`card.state.${card.state}`)} />
      {card.state === 'valid' && <RevokeCard card={card.id} code={card.code} />}
    </Group>
  );
}

export const load: Load = ({ ask, param, search }) => {
  const organisation = param('id') as OrganisationId;
  return Promise.all([
    ask(getOrganisation, { organisation }),
    ask(listCards, filtersIn(listCards, search, { organisation })),
  ]);
};

const most = 100;

/** Who has a card: chosen, handed out, printed, taken back. */
export function Page() {
  const t = useWords('registry');
  const id = useParam<OrganisationId>('id');
  const { name } = useAnswer(getOrganisation, { organisation: id });
  const filters = useFilters(listCards, { organisation: id });
  const { items, total, may } = useAnswer(listCards, filters.input);
  const [ids, setIds] = useState<ReadonlySet<MemberId>>(new Set());
  const choice = useMemo<Chosen>(
    () => ({
      ids,
      toggle: (given, on) =>
        setIds(
          (before) =>
            new Set(on ? [...before, ...given].slice(0, most) : [...before].filter((one) => !given.includes(one))),
        ),
    }),
    [ids],
  );
  const shown = items.map((row) => row.id);
  const all = shown.length > 0 && shown.every((one) => ids.has(one));
  return (
    <Choice value={choice}>
      <PageHeader
        title={t('card.of', { name })}
        lead={t('card.lead')}
        crumbs={[
          { label: name, to: registryPaths.organisation(id) },
          { label: t('member.title'), to: registryPaths.members(id) },
        ]}
        actions={
          <>
            {may.record && <IssueCards organisation={id} members={[...ids]} />}
            <PrintCards organisation={id} members={[...ids]} />
          </>
        }
      />
      <FilterBar filters={filters}>
        <SearchFilter filters={filters} name="search" label={t('member.name')} />
        <SelectFilter
          filters={filters}
          name="cards"
          label={t('card.title')}
          options={(['valid', 'missing'] as const).map((value) => ({ value, label: t(`card.filter.${value}`) }))}
        />
      </FilterBar>
      <Checkbox
        mb="sm"
        size="md"
        label={t('card.choosePage')}
        checked={all}
        onChange={(event) => choice.toggle(shown, event.currentTarget.checked)}
      />
      <DataTable
        columns={columns}
        rows={items}
        total={total}
        filters={filters}
        caption={t('card.title')}
        empty={t('member.empty')}
      />
    </Choice>
  );
}

function PrintCards({ organisation, members }: { organisation: OrganisationId; members: readonly MemberId[] }) {
  const t = useWords('registry');
  const label = t('card.print', { count: members.length });
  const icon = <IconPrinter size={18} aria-hidden />;
  if (members.length === 0)
    return (
      <Button variant="default" leftSection={icon} disabled>
        {label}
      </Button>
    );
  const href = documentUrl(exportCards, { organisation, members: [...members], language: currentLanguage() });
  return (
    <Button component="a" href={href} target="_blank" variant="default" leftSection={icon}>
      {label}
    </Button>
  );
}
