import { Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { createContext, useContext, useState } from 'react';
import { Link } from 'react-router';
import { confirmUnitLinks, listUnitLinks, type UnitLinkRow } from '#contexts/places/unit.wire.ts';
import { useAnswer } from '#web/lib/api.ts';
import { useCommand } from '#web/lib/command.ts';
import { useFilters } from '#web/lib/filters.ts';
import { useWords, word } from '#web/lib/i18n.ts';
import { filtersIn } from '#web/lib/params.ts';
import type { Load } from '#web/lib/routes.tsx';
import { registryPaths } from '#web/registry/paths.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { FilterBar, SearchFilter, SelectFilter } from '#web/ui/filter-bar.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import type { Column } from '#web/ui/table-column.ts';
import { DayText } from '#web/ui/value-text.tsx';
import { CorrectLink, LinkOrigin, linkNames } from './link-cells.tsx';
import { placesPaths } from './paths.ts';
import { UnitLink } from './unit-text.tsx';
import { WayMark } from './unit-ways.tsx';

interface ChoosingState {
  readonly may: boolean;
  readonly chosen: ReadonlySet<string>;
  readonly toggle: (id: string) => void;
  readonly correct: (row: UnitLinkRow) => void;
}
/** Which links are about to be confirmed together. */
const Choosing = createContext<ChoosingState>({
  may: false,
  chosen: new Set(),
  toggle: () => undefined,
  correct: () => undefined,
});

const columns: Column<UnitLinkRow>[] = [
  { label: 'places:link.fromLabel', cell: (row) => <LinkOrigin row={row} /> },
  { label: 'places:unit.partLabel', cell: ({ part }) => word(`places:unit.part.${part}`) },
  { label: 'places:link.toLabel', cell: ({ to }) => <UnitLink unit={to} /> },
  { label: 'places:unit.onDay', cell: ({ onDay }) => <DayText day={onDay} />, minor: true },
  { label: 'places:unit.source', cell: ({ source, document }) => document ?? source, minor: true },
  { label: 'places:link.verifiedLabel', cell: ({ verified }) => <WayMark way={{ verified, confirmedOn: null }} /> },
  { label: 'places:link.choose', cell: (row) => <RowActions row={row} /> },
];

function RowActions({ row }: { row: UnitLinkRow }) {
  const t = useWords('places');
  const { may, chosen, toggle, correct } = useContext(Choosing);
  if (!may) return null;
  return (
    <Group gap="sm" wrap="nowrap">
      {!row.verified && (
        <Checkbox
          aria-label={t('link.chooseOf', linkNames(row))}
          checked={chosen.has(row.id)}
          onChange={() => toggle(row.id)}
        />
      )}
      <Button
        size="compact-sm"
        variant="subtle"
        aria-label={t('link.correctOf', linkNames(row))}
        onClick={() => correct(row)}
      >
        {t('link.correct')}
      </Button>
    </Group>
  );
}

export const load: Load = ({ ask, search }) => ask(listUnitLinks, filtersIn(listUnitLinks, search));

/** Which unit went into which: read in a document, confirmed many at once, a wrong one corrected. */
export function Page() {
  const t = useWords('places');
  const filters = useFilters(listUnitLinks);
  const { items, total, unverified, may } = useAnswer(listUnitLinks, filters.input);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const toggle = (id: string) =>
    setChosen((before) => new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id]));
  const [wrong, setWrong] = useState<UnitLinkRow>();
  const open = items.filter(({ verified }) => !verified).map(({ id }) => id);
  return (
    <>
      <PageHeader
        title={t('link.title')}
        lead={t('link.lead')}
        crumbs={[{ label: t('unit.list'), to: registryPaths.units }]}
        actions={
          <>
            <Button component={Link} to={placesPaths.address()} variant="default">
              {t('address.title')}
            </Button>
            {may.confirm && (
              <Button component={Link} to={placesPaths.newLink()} leftSection={<IconPlus size={18} aria-hidden />}>
                {t('link.new')}
              </Button>
            )}
          </>
        }
      />
      <Text size="sm" c="dimmed" mb="md">
        {t('link.unverified', { count: unverified })}
      </Text>
      <FilterBar filters={filters}>
        <SearchFilter filters={filters} name="search" label={t('shell:search')} />
        <SelectFilter
          filters={filters}
          name="verified"
          label={t('link.verifiedLabel')}
          options={(['false', 'true'] as const).map((value) => ({ value, label: t(`link.verifiedOption.${value}`) }))}
        />
        <SelectFilter
          filters={filters}
          name="part"
          label={t('unit.partLabel')}
          options={(['whole', 'part'] as const).map((value) => ({ value, label: t(`unit.part.${value}`) }))}
        />
      </FilterBar>
      {may.confirm && (
        <ConfirmBar
          open={open}
          chosen={[...chosen]}
          onChooseAll={() => setChosen(new Set(open))}
          onDone={() => setChosen(new Set())}
        />
      )}
      <Choosing value={{ may: may.confirm, chosen, toggle, correct: setWrong }}>
        <DataTable
          columns={columns}
          rows={items}
          total={total}
          filters={filters}
          caption={t('link.title')}
          empty={t('link.empty')}
        />
      </Choosing>
      {wrong !== undefined && <CorrectLink row={wrong} onClose={() => setWrong(undefined)} />}
    </>
  );
}

interface ConfirmBarProps {
  readonly open: readonly string[];
  readonly chosen: readonly string[];
  readonly onChooseAll: () => void;
  readonly onDone: () => void;
}

function ConfirmBar({ open, chosen, onChooseAll, onDone }: ConfirmBarProps) {
  const t = useWords('places');
  const [asked, setAsked] = useState(false);
  const [document, setDocument] = useState('');
  const confirm = useCommand(confirmUnitLinks, { stale: ['registry', 'insight'] });
  const send = () =>
    confirm.mutate(
      { links: [...chosen], document },
      {
        onSuccess: () => {
          setAsked(false);
          onDone();
        },
      },
    );
  return (
    <Group gap="sm" mb="sm" data-noprint>
      <Button disabled={chosen.length === 0} onClick={() => setAsked(true)}>
        {t('link.confirm', { count: chosen.length })}
      </Button>
      {open.length > 0 && (
        <Button variant="subtle" onClick={onChooseAll}>
          {t('link.chooseAll')}
        </Button>
      )}
      <Text size="sm" aria-live="polite">
        {confirm.data === undefined ? '' : t('link.confirmed', { count: confirm.data.confirmed })}
      </Text>
      <ConfirmDialog
        opened={asked}
        title={t('link.confirmTitle')}
        confirm={t('link.confirm', { count: chosen.length })}
        pending={confirm.isPending}
        problem={confirm.error}
        onConfirm={() => document.trim().length > 2 && send()}
        onClose={() => setAsked(false)}
      >
        <Stack gap="sm">
          {t('link.confirmText')}
          <TextInput
            label={t('link.document')}
            description={t('link.documentHint')}
            required
            data-autofocus
            maxLength={300}
            value={document}
            error={document !== '' && document.trim().length < 3 ? t('shell:field.required') : undefined}
            onChange={(event) => setDocument(event.currentTarget.value)}
          />
        </Stack>
      </ConfirmDialog>
    </Group>
  );
}
