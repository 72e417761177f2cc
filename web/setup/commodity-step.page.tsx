import { Alert, Anchor, Button, Checkbox, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { Link, useSearchParams } from 'react-router';
import { sectors } from '#contexts/registry/commodity.ts';
import { listCommodities } from '#contexts/registry/commodity.wire.ts';
import {
  acceptListedCommodities,
  listListedCommodities,
  type ListedCommodity,
} from '#contexts/registry/listed-commodity.wire.ts';
import { newId } from '#kernel/id.ts';
import { plain } from '#kernel/text.ts';
import { useAnswer } from '#web/lib/api.ts';
import { useCommand } from '#web/lib/command.ts';
import { useWords } from '#web/lib/i18n.ts';
import { currentLanguage } from '#web/lib/language.ts';
import type { Load } from '#web/lib/routes.tsx';
import { nameIn } from '#web/registry/named.ts';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { StateBadge, UnverifiedMark } from '#web/ui/marks.tsx';
import { ProblemNote } from '#web/ui/problem-note.tsx';
import { Section } from '#web/ui/section.tsx';
import { OwnCommodity } from './commodity-own.form.tsx';
import classes from './commodity-step.module.css';
import { inOwnWords } from './own-words.ts';
import { setupPaths } from './paths.ts';
import { askSetup } from './state.ts';
import { StepFrame } from './step-frame.tsx';
import { useChosen } from './use-chosen.ts';

const everything = {} as const;
export const load: Load = (at) =>
  Promise.all([askSetup(at), at.ask(listListedCommodities, everything), at.ask(listCommodities, everything)]);

const isShown = ({ names, sector }: ListedCommodity, search: string, wanted: string): boolean =>
  (wanted === '' || sector === wanted) &&
  Object.values(names).some((name) => plain(name).includes(plain(search.trim())));

const byName = (one: ListedCommodity, other: ListedCommodity): number =>
  nameIn(one.names).localeCompare(nameIn(other.names), currentLanguage());

export function Page() {
  const t = useWords('setup');
  const { may } = useAnswer(listListedCommodities, everything);
  return (
    <StepFrame step="commodities" lead={t('commodities.lead')}>
      <Listed />
      {may.accept && (
        <Section title={t('commodities.own')} lead={t('commodities.ownLead')}>
          <OwnCommodity />
        </Section>
      )}
      <Mine />
    </StepFrame>
  );
}

function Listed() {
  const t = useWords('setup');
  const { items, may } = useAnswer(listListedCommodities, everything);
  const [filters, setFilters] = useSearchParams();
  const [search, sector] = [filters.get('search') ?? '', filters.get('sector') ?? ''];
  const { chosen, choose, toggle } = useChosen();
  const accept = useCommand(acceptListedCommodities);
  const shown = items.filter((item) => isShown(item, search, sector)).toSorted(byName);
  const set = (name: string, value: string): void =>
    setFilters(
      (before) => {
        const next = new URLSearchParams(before);
        if (value === '') next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true, preventScrollReset: true },
    );
  const free = shown.filter(({ commodity }) => commodity === null);
  const send = (): void =>
    accept.mutate(
      { items: [...chosen].map((code) => ({ code, commodity: newId() })) },
      { onSuccess: () => choose([]) },
    );
  return (
    <Section title={t('commodities.list')}>
      <Stack gap="md">
        <Group align="end" data-noprint>
          <TextInput
            label={t('commodities.search')}
            value={search}
            onChange={(event) => set('search', event.currentTarget.value)}
          />
          <NativeSelect
            label={t('commodities.sector')}
            value={sector}
            data={[{ value: '', label: '' }, ...sectors.map((value) => ({ value, label: t(`sector.${value}`) }))]}
            onChange={(event) => set('sector', event.currentTarget.value)}
          />
          {may.accept && free.length > 0 && (
            <Button variant="default" onClick={() => choose(free.map(({ code }) => code))}>
              {t('commodities.chooseAll')}
            </Button>
          )}
        </Group>
        {shown.length === 0 ? (
          <EmptyState title={t('shell:table.emptyFiltered')} />
        ) : (
          <ul className={classes['list']} aria-label={t('commodities.list')}>
            {shown.map((item) => (
              <ListedItem
                key={item.code}
                item={item}
                {...(may.accept && { chosen: chosen.has(item.code), onToggle: () => toggle(item.code) })}
              />
            ))}
          </ul>
        )}
        <ProblemNote problem={inOwnWords(accept.error)} />
        {accept.data !== undefined && chosen.size === 0 && (
          <Alert role="status" color="leaf" variant="light">
            {t('commodities.accepted', { count: accept.data.accepted })}
          </Alert>
        )}
        {chosen.size > 0 && (
          <div className={classes['bar']} data-noprint>
            <Button size="md" loading={accept.isPending} onClick={send}>
              {t('commodities.accept', { count: chosen.size })}
            </Button>
          </div>
        )}
      </Stack>
    </Section>
  );
}

interface ItemProps {
  readonly item: ListedCommodity;
  readonly chosen?: boolean;
  readonly onToggle?: () => void;
}

function ListedItem({ item, chosen = false, onToggle }: ItemProps) {
  const t = useWords('setup');
  const name = nameIn(item.names);
  const units = item.units.map(({ names }) => nameIn(names)).join(', ');
  const isFree = item.commodity === null && onToggle !== undefined;
  return (
    <li className={classes['item']}>
      {isFree ? <Checkbox size="md" label={name} checked={chosen} onChange={onToggle} /> : <Text fw={500}>{name}</Text>}
      <Text size="sm" c="dimmed">
        {t(`sector.${item.sector}`)} · {units}
      </Text>
      <Group gap="xs">
        {item.commodity !== null && <StateBadge tone="good" label={t('commodities.there')} />}
        {!item.verified && <UnverifiedMark />}
      </Group>
    </li>
  );
}

function Mine() {
  const t = useWords('setup');
  const { items } = useAnswer(listCommodities, everything);
  if (items.length === 0) return null;
  return (
    <Section title={t('commodities.mine')}>
      <ul className={classes['mine']}>
        {items.map(({ id, names }) => (
          <li key={id}>
            <Anchor component={Link} to={setupPaths.tradeUnits(id)} py={6} display="inline-block">
              {nameIn(names)}
            </Anchor>
          </li>
        ))}
      </ul>
    </Section>
  );
}
