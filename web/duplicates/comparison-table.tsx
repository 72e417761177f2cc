import { Anchor, Group, Table, Text } from '@mantine/core';
import { IconBan, IconCheck, IconChecks, IconInfoCircle, IconMinus, IconX, type Icon } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { EvidenceStrength } from '#contexts/duplicates/pair.ts';
import type { ComparedRow, HangingKind, PairView } from '#contexts/duplicates/pair.wire.ts';
import type { Day } from '#kernel/day.ts';
import type { MemberId, OrganisationId } from '#kernel/id.ts';
import { dayText, numberText, vndText } from '#web/lib/format.ts';
import { useWords, word, type WordKey } from '#web/lib/i18n.ts';
import { registryPaths } from '#web/registry/paths.ts';
import { SideName } from './pair-list.page.tsx';
import classes from './comparison.module.css';

const signs: Readonly<Record<EvidenceStrength, { icon: Icon; color: string }>> = {
  'strong-for': { icon: IconChecks, color: 'clay' },
  for: { icon: IconCheck, color: 'clay' },
  weak: { icon: IconMinus, color: 'gray' },
  against: { icon: IconX, color: 'leaf' },
  'strong-against': { icon: IconBan, color: 'leaf' },
};

/** Codes and figures in words. */
const texts: Readonly<Record<string, (value: string) => string>> = {
  kind: (value) => word(`registry:kind.${value}` as WordKey),
  sex: (value) => word(`registry:member.sex.${value}` as WordKey),
  standing: (value) => word(`registry:member.standing.${value}` as WordKey),
  capital: (value) => vndText(Number(value)),
  'founding-day': (value) => dayText(value as Day),
  'joined-on': (value) => dayText(value as Day),
};

function Value({ row, value }: { row: ComparedRow; value: string | null }) {
  useWords('registry');
  if (value === null)
    return (
      <Text span c="dimmed">
        —
      </Text>
    );
  return <>{texts[row.field]?.(value) ?? value}</>;
}

function Agreement({ row }: { row: ComparedRow }) {
  const t = useWords('duplicates');
  const isEvidence = !['organisation', 'standing', 'joined-on', 'capital'].includes(row.field);
  if (row.strength === null || row.level === null)
    return (
      <Group gap={6} wrap="nowrap" align="flex-start">
        <IconInfoCircle size={18} aria-hidden />
        <Text size="sm" c="dimmed">
          {isEvidence ? t('notCompared') : t('notEvidence')}
        </Text>
      </Group>
    );
  const { icon: Sign, color } = signs[row.strength];
  return (
    <Group gap={6} wrap="nowrap" align="flex-start">
      <Sign size={18} aria-hidden color={`var(--mantine-color-${color}-7)`} />
      <div>
        <Text size="sm" fw={500}>
          {word(`duplicates:level.${row.level}` as WordKey)}
        </Text>
        <Text size="sm" c="dimmed">
          {t(`strength.${row.strength}`)} ({t('bits', { count: Math.round(row.bits ?? 0) })})
        </Text>
      </div>
    </Group>
  );
}

export const recordPath = ({ subject }: Pick<PairView, 'subject'>, id: string): string =>
  subject === 'member' ? registryPaths.member(id as MemberId) : registryPaths.organisation(id as OrganisationId);

function Head({ pair, side }: { pair: PairView; side: 'first' | 'second' }) {
  const t = useWords('duplicates');
  return (
    <>
      <SideName side={pair[side]} />
      {pair.sight === 'full' && (
        <Anchor component={Link} to={recordPath(pair, pair[side].id)} size="sm" fw={400}>
          {t('openRecord')}
        </Anchor>
      )}
    </>
  );
}

/** Both records side by side; how they agree stands in words beside a sign. */
export function ComparisonTable({ pair }: { pair: PairView }) {
  const t = useWords('duplicates');
  return (
    <div className={classes['scroll']}>
      <Table className={classes['table'] ?? ''}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('fieldLabel')}</Table.Th>
            <Table.Th scope="col">
              <Head pair={pair} side="first" />
            </Table.Th>
            <Table.Th scope="col">
              <Head pair={pair} side="second" />
            </Table.Th>
            <Table.Th scope="col">{t('agreement')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {pair.rows.map((row) => (
            <Table.Tr key={row.field}>
              <Table.Th scope="row">{t(`field.${row.field}`)}</Table.Th>
              <Table.Td className={classes['value'] ?? ''}>
                <Value row={row} value={row.first} />
              </Table.Td>
              <Table.Td className={classes['value'] ?? ''}>
                <Value row={row} value={row.second} />
              </Table.Td>
              <Table.Td className={classes['wide'] ?? ''}>
                <Agreement row={row} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

/** Where one sees what hangs on a record; the rest is seen on its own page. */
const leadsTo: Readonly<Partial<Record<HangingKind, (id: OrganisationId) => string>>> = {
  members: (id) => registryPaths.members(id),
  contracts: (id) => `/linkage/contracts?organisation=${id}`,
  chains: (id) => `/linkage/chains?organisation=${id}`,
  lots: (id) => `/quality/lots?organisation=${id}`,
};

function Count({ pair, id, what, n }: { pair: PairView; id: string; what: HangingKind; n: number }) {
  const to = pair.subject === 'organisation' ? leadsTo[what]?.(id as OrganisationId) : undefined;
  if (n === 0 || to === undefined) return <>{numberText(n)}</>;
  return (
    <Anchor component={Link} to={to}>
      {numberText(n)}
    </Anchor>
  );
}

export function HangingTable({ pair }: { pair: PairView }) {
  const t = useWords('duplicates');
  if (pair.hanging.length === 0) return <Text c="dimmed">{t('hangingEmpty')}</Text>;
  return (
    <div className={classes['scroll']}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('hangingLabel')}</Table.Th>
            <Table.Th scope="col">{pair.first.name ?? t('first')}</Table.Th>
            <Table.Th scope="col">{pair.second.name ?? t('second')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {pair.hanging.map(({ what, first, second }) => (
            <Table.Tr key={what}>
              <Table.Th scope="row">{t(`what.${what}`)}</Table.Th>
              <Table.Td>
                <Count pair={pair} id={pair.first.id} what={what} n={first} />
              </Table.Td>
              <Table.Td>
                <Count pair={pair} id={pair.second.id} what={what} n={second} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
