import { Alert, Button, Loader, Stack, Table, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconShieldCheck, IconShieldX } from '@tabler/icons-react';
import { Suspense } from 'react';
import { compareFacts } from '#contexts/support/application.wire.ts';
import type { ApplicationId } from '#contexts/support/application.ts';
import { useAnswer } from '#web/lib/api.ts';
import { dayText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { Section } from '#web/ui/section.tsx';
import type { ApplicationView } from './application.page.tsx';
import { ClauseList, Verdict } from './clause-list.tsx';
import { valueText } from './fact-text.ts';
import { GrantList } from './grant-list.tsx';

type Snapshot = NonNullable<ApplicationView['snapshot']>;

/** The facts a decision rests on, what the rules said then, and whether they say so again. */
export function SnapshotSection({ application, snapshot }: { application: ApplicationView; snapshot: Snapshot }) {
  const t = useWords('support');
  const [isCompared, compared] = useDisclosure(false);
  const { version, asOf, tableVersion, judgement, grant, reproduced, factsHash } = snapshot;
  const isSame = reproduced.hash && reproduced.outcome;
  return (
    <Section
      title={t('application.snapshot')}
      lead={t('application.snapshotLead', { day: dayText(asOf), version, table: tableVersion })}
      actions={
        <Button variant="default" onClick={compared.toggle} aria-expanded={isCompared}>
          {t('application.compare')}
        </Button>
      }
    >
      <Stack gap="md">
        {isCompared && (
          <Suspense fallback={<Loader size="sm" />}>
            <Comparison application={application.id} />
          </Suspense>
        )}
        <Verdict judgement={judgement} asOf={asOf} />
        <Alert
          variant="light"
          color={isSame ? 'leaf' : 'red'}
          icon={isSame ? <IconShieldCheck aria-hidden /> : <IconShieldX aria-hidden />}
        >
          {isSame ? t('application.reproduced') : t('application.notReproduced')}
          <Text size="xs" ff="monospace" mt={4} style={{ overflowWrap: 'anywhere' }}>
            SHA-256 {factsHash}
          </Text>
        </Alert>
        {grant !== null && grant.length > 0 && (
          <div>
            <Title order={3} size="h4" mb="xs">
              {t('check.grant')}
            </Title>
            <GrantList grant={grant} parts={application.parts} />
          </div>
        )}
        <ClauseList judgement={judgement} />
      </Stack>
    </Section>
  );
}

function Comparison({ application }: { application: ApplicationId }) {
  const t = useWords('support');
  const { changes, frozenOn } = useAnswer(compareFacts, { application });
  if (changes.length === 0)
    return <Alert color="leaf">{t('application.compareNone', { day: dayText(frozenOn) })}</Alert>;
  return (
    <Table aria-label={t('application.compare')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t('clause.fact')}</Table.Th>
          <Table.Th scope="col">{t('application.was')}</Table.Th>
          <Table.Th scope="col">{t('application.is')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {changes.map(({ name, shape, was, is }) => (
          <Table.Tr key={name}>
            <Table.Td>{t(`fact.${name}`)}</Table.Td>
            <Table.Td>{valueText(t, { shape, value: was })}</Table.Td>
            <Table.Td>{valueText(t, { shape, value: is })}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
