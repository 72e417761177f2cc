import { Anchor, Button, Group, Table, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { ReplyOf } from '#kernel/method.ts';
import { exportContract, type getContract } from '#contexts/linkage/contract.wire.ts';
import type { Terms } from '#contexts/linkage/terms.ts';
import { documentUrl } from '#web/lib/api.ts';
import { dayText, numberText, quantityText, vndText, unitText, type UnitOfTrade } from '#web/lib/format.ts';
import { useWords, type WordsOf } from '#web/lib/i18n.ts';
import { Facts, type Fact } from '#web/ui/facts.tsx';
import { Section } from '#web/ui/section.tsx';
import { Timeline } from '#web/ui/timeline.tsx';
import { shareText, unitOf } from './parts.tsx';

export type Contract = ReplyOf<typeof getContract>;
type Field = keyof Terms;
type Words = WordsOf<'linkage'>;
type Said = { readonly [F in Field]: (value: Terms[F], unit: UnitOfTrade, t: Words) => string };

const plain = (value: string): string => value;
const days = (value: number): string => numberText(value);

/** Each term in words; used for the terms themselves and for the differences between two versions. */
const said: Said = {
  committedQty: (value, unit) => quantityText(value, unit),
  toleranceBp: (value) => shareText(value),
  from: (value) => dayText(value),
  until: (value) => dayText(value),
  deliveryPlace: plain,
  weighedBy: (value, _, t) => t(`terms.weigher.${value}`),
  grade: plain,
  quality: plain,
  priceKind: (value, _, t) => t(`terms.kind.${value}`),
  priceVnd: (value, unit) => `${vndText(value)} / ${unitText(unit)}`,
  marketSource: plain,
  marketReading: (value, _, t) => (value === null ? '' : t(`terms.reading.${value}`)),
  paymentDueDays: days,
  depositVnd: (value, _, t) => (value === null ? t('terms.notStipulated') : vndText(value)),
  penaltyBp: (value) => shareText(value),
  disputeWindowDays: days,
  onSilence: (value, _, t) => t(`terms.silence.${value}`),
  forceMajeure: plain,
  disputeForum: (value, _, t) => t(`terms.forum.${value}`),
  vatBp: (value, _, t) => (value === null ? t('terms.notStipulated') : shareText(value)),
};
const fields = Object.keys(said) as Field[];

const inWords = (field: Field, value: unknown, { unit, t }: { unit: UnitOfTrade; t: Words }): string =>
  (said[field] as (value: unknown, unit: UnitOfTrade, t: Words) => string)(value, unit, t);

export function ContractTerms({ contract }: { contract: Contract }) {
  const t = useWords('linkage');
  return (
    <Section title={t('contract.termsTitle')}>
      <TermFacts contract={contract} terms={contract.content.terms} />
    </Section>
  );
}

function TermFacts({ contract, terms }: { contract: Contract; terms: Terms }) {
  const t = useWords('linkage');
  const unit = unitOf(contract.commodity);
  const market = terms.priceKind === 'floor-market';
  const facts: Fact[] = fields
    .filter((field) => market || (field !== 'marketSource' && field !== 'marketReading'))
    .map((field) => ({ label: t(`terms.${field}`), value: inWords(field, terms[field], { unit, t }) }));
  return <Facts facts={facts} />;
}

/** What a version said in full, for whoever wants to read or print it. */
function VersionWhole({ contract, version }: { contract: Contract; version: Contract['versions'][number] }) {
  const t = useWords('linkage');
  const [opened, { toggle }] = useDisclosure(false);
  const name = t('contract.version', { version: version.version });
  return (
    <>
      <Group gap="sm" my={4} data-noprint>
        <Button
          variant="subtle"
          size="compact-md"
          aria-expanded={opened}
          aria-label={`${t('contract.readVersion')}: ${name}`}
          onClick={toggle}
        >
          {t('contract.readVersion')}
        </Button>
        <Anchor
          href={documentUrl(exportContract, { contract: contract.id, version: version.version })}
          target="_blank"
          aria-label={`${t('contract.pdf')}: ${name}`}
        >
          {t('contract.pdf')}
        </Anchor>
      </Group>
      {opened && <TermFacts contract={contract} terms={version.terms} />}
    </>
  );
}

/** Every wording the contract has had, newest first, with what changed. */
export function ContractVersions({ contract }: { contract: Contract }) {
  const t = useWords('linkage');
  return (
    <Section title={t('contract.versions')}>
      <Timeline
        label={t('contract.versions')}
        events={contract.versions.map((version) => ({
          id: String(version.version),
          at: version.draftedAt,
          title: t('contract.version', { version: version.version }),
          by: version.draftedBy
            ? t('by', { name: version.draftedBy, side: t(`side.${version.draftedSide}`) })
            : t(`side.${version.draftedSide}`),
          text: <VersionText contract={contract} version={version} />,
        }))}
      />
    </Section>
  );
}

function VersionText({ contract, version }: { contract: Contract; version: Contract['versions'][number] }) {
  const t = useWords('linkage');
  const unit = unitOf(contract.commodity);
  return (
    <>
      {version.note !== '' && <Text fs="italic">{version.note}</Text>}
      {version.version === 1 && <Text>{t('contract.firstVersion')}</Text>}
      {version.differences.length > 0 && (
        <Table.ScrollContainer
          minWidth={420}
          tabIndex={0}
          role="region"
          aria-label={t('contract.version', { version: version.version })}
        >
          <Table withTableBorder my="xs">
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">{t('contract.field')}</Table.Th>
                <Table.Th scope="col">{t('contract.before')}</Table.Th>
                <Table.Th scope="col">{t('contract.after')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {version.differences.map(({ field, before, after }) => (
                <Table.Tr key={field}>
                  <Table.Th scope="row">{t(`terms.${field as Field}`)}</Table.Th>
                  <Table.Td>{inWords(field as Field, before, { unit, t })}</Table.Td>
                  <Table.Td>{inWords(field as Field, after, { unit, t })}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      <VersionWhole contract={contract} version={version} />
      <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        {version.contentHash}
      </Text>
    </>
  );
}
