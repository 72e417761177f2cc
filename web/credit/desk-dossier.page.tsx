import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconEye, IconPrinter } from '@tabler/icons-react';
import { listDesk, openDossier, type DeskRow } from '#contexts/credit/desk.wire.ts';
import type { DossierId } from '#contexts/credit/dossier.ts';
import { exportDossier } from '#contexts/credit/dossier.wire.ts';
import { documentUrl, useAnswer } from '#web/lib/api.ts';
import { useCommand } from '#web/lib/command.ts';
import { vndText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { useParam, type Load } from '#web/lib/routes.tsx';
import { said } from '#web/support/said.ts';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Facts } from '#web/ui/facts.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { ProblemNote } from '#web/ui/problem-note.tsx';
import { Section } from '#web/ui/section.tsx';
import { DayText, InstantText } from '#web/ui/value-text.tsx';
import { monthsText } from './credit-text.ts';
import { LastAnswer } from './desk-list.page.tsx';
import { OpenedDossier } from './opened-dossier.tsx';
import { creditPaths } from './paths.ts';

const shared = { size: 200 } as const;

export const load: Load = ({ ask }) => ask(listDesk, shared);

/** What is asked for is known from the desk's list; the contents come only by opening, which is written down. */
export function Page() {
  const t = useWords('credit');
  const id = useParam<DossierId>('id');
  const row = useAnswer(listDesk, shared).items.find(({ dossier }) => dossier === id);
  const open = useCommand(openDossier);
  const look = () => open.mutate({ dossier: id });
  const known = row ?? open.data;
  return (
    <>
      <PageHeader
        title={known?.number ?? t('desk.openTitle')}
        {...(known && { lead: known.organisation.name })}
        crumbs={[{ label: t('desk.title'), to: creditPaths.desk }]}
        badges={known && <LastAnswer row={known} />}
      />
      {known === undefined ? <EmptyState title={t('desk.notHere')} /> : <Wanted row={known} />}
      {known !== undefined && open.data === undefined && (
        <Section title={t('desk.openTitle')}>
          <Stack maw="44rem" align="flex-start">
            <Text>{t('desk.openText')}</Text>
            <ProblemNote problem={open.error} />
            <Button size="md" leftSection={<IconEye size={18} aria-hidden />} loading={open.isPending} onClick={look}>
              {t('desk.open')}
            </Button>
          </Stack>
        </Section>
      )}
      {open.data !== undefined && (
        <>
          <Alert color="clay" variant="light" icon={<IconEye aria-hidden />} mt="lg" role="status">
            <Group justify="space-between" gap="sm">
              {t('desk.opened')}
              <PrintLink dossier={id} />
            </Group>
          </Alert>
          <ProblemNote problem={open.error} />
          <OpenedDossier opened={open.data} isOpening={open.isPending} onReopen={look} />
        </>
      )}
    </>
  );
}

/** A plain link: the server writes the print down as it does a look. */
function PrintLink({ dossier }: { dossier: DossierId }) {
  const t = useWords('credit');
  return (
    <Button
      component="a"
      href={documentUrl(exportDossier, { dossier })}
      target="_blank"
      variant="default"
      leftSection={<IconPrinter size={18} aria-hidden />}
    >
      {t('desk.print')}
    </Button>
  );
}

function Wanted({ row }: { row: DeskRow }) {
  const t = useWords('credit');
  return (
    <Facts
      facts={[
        { label: t('desk.product'), value: said(row.product.name) },
        { label: t('desk.purpose'), value: row.purpose },
        {
          label: t('desk.wanted'),
          value: t('consent.wantedOf', { amount: vndText(row.wantedVnd), months: monthsText(t, row.wantedMonths) }),
        },
        { label: t('desk.givenOn'), value: <DayText day={row.givenOn} /> },
        { label: t('desk.until'), value: <DayText day={row.until} /> },
        {
          label: t('desk.lastLook'),
          value: row.lastLookAt === null ? t('desk.neverLooked') : <InstantText at={row.lastLookAt} />,
        },
      ]}
    />
  );
}
