import { Button, List, Table, Text } from '@mantine/core';
import { Link } from 'react-router';
import { accountNumbers, accountLines, isResultLine } from '#contexts/books/year-book.ts';
import { exportYearBooks, type YearBook } from '#contexts/books/year-book.wire.ts';
import type { OrganisationId } from '#kernel/id.ts';
import { documentUrl } from '#web/lib/api.ts';
import { dayText, instantText, vndText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { currentLanguage } from '#web/lib/language.ts';
import { ExportLinks } from '#web/ui/export-links.tsx';
import { StateBadge } from '#web/ui/marks.tsx';
import { Section } from '#web/ui/section.tsx';
import { Money } from '#web/ui/value-text.tsx';
import { booksPaths } from './paths.ts';

interface AccountSectionProps {
  readonly account: YearBook;
  readonly organisation: OrganisationId;
  readonly onCorrect: (() => void) | undefined;
}

/** One year's books: every line, and whether what must hold does. */
export function AccountSection({ account, organisation, onCorrect }: AccountSectionProps) {
  const t = useWords('books');
  const { year, version, source, by, at, reason, asOn } = account;
  const href = (format: 'pdf' | 'xlsx'): string =>
    documentUrl(exportYearBooks, { organisation, year, format, language: currentLanguage() });
  return (
    <Section
      title={t('account.yearOf', { year })}
      lead={[t('account.version', { version }), source, by ?? t('update.somebody'), instantText(at), reason ?? '']
        .filter((part) => part !== '')
        .join(' · ')}
      actions={
        <>
          <ExportLinks
            links={[
              { label: 'PDF', href: href('pdf') },
              { label: 'XLSX', href: href('xlsx') },
            ]}
          />
          <Button component={Link} to={booksPaths.surplus(organisation, year)} variant="default" size="xs">
            {t('surplus.open')}
          </Button>
          {onCorrect !== undefined && (
            <Button variant="default" size="xs" onClick={onCorrect}>
              {t('account.correct')}
            </Button>
          )}
        </>
      }
    >
      {asOn !== null && <StateBadge tone="waiting" label={t('account.asOnMark', { day: dayText(asOn) })} />}
      <Lines account={account} />
      <Identities account={account} />
    </Section>
  );
}

function Lines({ account }: { account: YearBook }) {
  const t = useWords('books');
  const lines = new Map(account.lines.map((line) => [line.line, line]));
  return (
    <Table.ScrollContainer
      minWidth={560}
      type="native"
      tabIndex={0}
      role="region"
      aria-label={`${t('account.yearOf', { year: account.year })}: ${t('account.lineLabel')}`}
    >
      <Table aria-label={t('account.yearOf', { year: account.year })} fz="sm" verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('account.lineLabel')}</Table.Th>
            <Table.Th scope="col">{t('account.number')}</Table.Th>
            <Table.Th scope="col" ta="end">
              {t('account.externalVnd')}
            </Table.Th>
            <Table.Th scope="col" ta="end">
              {t('account.internalVnd')}
            </Table.Th>
            <Table.Th scope="col" ta="end">
              {t('account.totalVnd')}
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {accountLines.map((line) => {
            const amounts = lines.get(line);
            const [external, internal] = [amounts?.externalVnd ?? null, amounts?.internalVnd ?? null];
            const both = external === null || internal === null ? null : external + internal;
            return (
              <Table.Tr key={line}>
                <Table.Th scope="row" fw={400}>
                  {t(`account.line.${line}`)}
                </Table.Th>
                <Table.Td c="dimmed">{accountNumbers[line]}</Table.Td>
                <Table.Td ta="end">{isResultLine(line) && <Money amountVnd={external} />}</Table.Td>
                <Table.Td ta="end">{isResultLine(line) && <Money amountVnd={internal} />}</Table.Td>
                <Table.Td ta="end">
                  <Money amountVnd={isResultLine(line) ? both : (amounts?.totalVnd ?? null)} />
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function Identities({ account }: { account: YearBook }) {
  const t = useWords('books');
  return (
    <List size="sm" mt="xs" spacing={2}>
      {account.identities.map(({ identity, holds, expected }) => (
        <List.Item key={identity}>
          {t(`account.identity.${identity}`)}:{' '}
          <Text span inherit c={holds === null ? 'dimmed' : undefined}>
            {holds === null ? t('account.unchecked') : t('account.holds', { value: vndText(expected ?? 0) })}
          </Text>
        </List.Item>
      ))}
    </List>
  );
}
