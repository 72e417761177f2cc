import { Anchor, Text, Title } from '@mantine/core';
import { IconCoins } from '@tabler/icons-react';
import { Link } from 'react-router';
import { getCapital, type CapitalRow } from '#contexts/registry/capital.wire.ts';
import type { OrganisationView } from '#contexts/registry/organisation.wire.ts';
import { today } from '#kernel/day.ts';
import type { ReplyOf } from '#kernel/method.ts';
import { useAnswer } from '#web/lib/api.ts';
import { percentText } from '#web/lib/format.ts';
import { useWords, word } from '#web/lib/i18n.ts';
import { DataTable } from '#web/ui/data-table.tsx';
import { Facts } from '#web/ui/facts.tsx';
import { Section } from '#web/ui/section.tsx';
import type { Column } from '#web/ui/table-column.ts';
import { Money } from '#web/ui/value-text.tsx';
import { registryPaths } from './paths.ts';

type Of = Pick<OrganisationView, 'id' | 'state'>;

/** The book of the day the page speaks of; three shares say enough here. */
export const capitalInBrief = ({ id, state }: Of) => ({ organisation: id, on: state.on, size: 3 });

const columns: Column<CapitalRow>[] = [
  { label: 'registry:member.name', cell: ({ name }) => name ?? word('registry:member.hidden') },
  {
    label: 'registry:capital.subscribed',
    cell: ({ subscribedVnd }) => <Money amountVnd={subscribedVnd} />,
    align: 'end',
  },
  { label: 'registry:capital.paid', cell: ({ paidVnd }) => <Money amountVnd={paidVnd} />, align: 'end', minor: true },
  {
    label: 'registry:capital.share',
    cell: ({ shareBasisPoints }) => percentText(shareBasisPoints / 10_000, 2),
    align: 'end',
  },
];

/** Charter capital, what is paid in and what is late, and the largest shares; to a member the own one. */
export function CapitalBrief({ organisation }: { organisation: Of }) {
  const t = useWords('registry');
  const capital = useAnswer(getCapital, capitalInBrief(organisation));
  const { id, state } = organisation;
  const then = state.on === today() ? '' : `?on=${state.on}`;
  const held = capital.items.filter(({ subscribedVnd, paidVnd }) => subscribedVnd > 0 || paidVnd > 0);
  const title = t(capital.sight === 'own' ? 'capital.brief.own' : 'capital.brief.largest');
  return (
    <Section
      title={t('capital.brief.title')}
      actions={
        <Anchor component={Link} to={`${registryPaths.capital(id)}${then}`}>
          <IconCoins size={16} aria-hidden /> {t(capital.sight === 'own' ? 'capital.openOwn' : 'capital.open')}
        </Anchor>
      }
    >
      <Sums capital={capital} />
      <Title order={3} size="h5" mt="md" mb="xs">
        {title}
      </Title>
      {held.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t(capital.sight === 'own' ? 'capital.emptyOwn' : 'capital.empty')}
        </Text>
      ) : (
        <DataTable
          columns={columns}
          rows={held}
          rowKey={({ member }) => member}
          rowLink={({ member }) => registryPaths.member(member)}
          caption={title}
        />
      )}
    </Section>
  );
}

function Sums({ capital }: { capital: ReplyOf<typeof getCapital> }) {
  const t = useWords('registry');
  const isGroup = capital.organisation.kind === 'cooperative-group';
  // Where no time to pay in is known, nothing is late; of others a member is not told.
  const knowsLate = !isGroup && capital.sight !== 'own' && (capital.payIn?.months ?? null) !== null;
  return (
    <Facts
      facts={[
        {
          label: t(isGroup ? 'capital.contributions' : 'capital.charter'),
          value: <Money amountVnd={capital.subscribedVnd} />,
        },
        { label: t('capital.paid'), value: <Money amountVnd={capital.paidVnd} /> },
        ...(knowsLate ? [{ label: t('capital.late'), value: <Money amountVnd={capital.lateVnd} /> }] : []),
        { label: t('capital.holders'), value: capital.holders },
      ]}
    />
  );
}
