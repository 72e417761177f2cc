import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconBan, IconCircleCheck, IconTruckDelivery } from '@tabler/icons-react';
import { useState } from 'react';
import { newId } from '#kernel/id.ts';
import type { DecisionId } from '#contexts/quality/lot.ts';
import { blockLot, releaseLot } from '#contexts/quality/lot.wire.ts';
import type { MarketVerdictView } from '#contexts/quality/verdict.wire.ts';
import { useCommand } from '#web/lib/command.ts';
import { useWords } from '#web/lib/i18n.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { ReasonDialog } from '#web/ui/reason-dialog.tsx';
import { ObstacleList } from '#web/ui/problem-note.tsx';
import { Section } from '#web/ui/section.tsx';
import { Timeline } from '#web/ui/timeline.tsx';
import { DayText } from '#web/ui/value-text.tsx';
import type { LotReply } from './lot-harvests.tsx';
import { named } from './lot-marks.tsx';
import type { VerdictReply } from './lot-verdicts.tsx';
import { obstacleText, type LotObstacle } from './obstacle-text.ts';

interface MarketProps {
  readonly lot: LotReply;
  readonly verdict: MarketVerdictView;
  readonly nameOf: (analyte: string) => string;
}

function Market({ lot, verdict, nameOf }: MarketProps) {
  const t = useWords('quality');
  const [asking, setAsking] = useState(false);
  const [id, setId] = useState(() => newId<DecisionId>());
  const release = useCommand(releaseLot);
  const market = named(verdict.market);
  if (verdict.released) {
    return (
      <Alert color="leaf" variant="light" icon={<IconCircleCheck aria-hidden />}>
        {t('release.released', { market })}
      </Alert>
    );
  }
  if (verdict.obstacles.length > 0) {
    return (
      <Alert color="clay" variant="light" title={t('release.notYet', { market })}>
        <ObstacleList obstacles={verdict.obstacles.map((obstacle) => obstacleText(obstacle as LotObstacle, nameOf))} />
      </Alert>
    );
  }
  return (
    <Alert color="leaf" variant="light" title={t('release.ready', { market })}>
      {lot.may.release && (
        <Button size="md" leftSection={<IconTruckDelivery size={18} aria-hidden />} onClick={() => setAsking(true)}>
          {t('release.act', { market })}
        </Button>
      )}
      <ConfirmDialog
        opened={asking}
        title={t('release.act', { market })}
        confirm={t('release.act', { market })}
        pending={release.isPending}
        problem={release.error}
        onClose={() => setAsking(false)}
        onConfirm={() =>
          release.mutate(
            { id, lot: lot.id, market: verdict.market.code },
            {
              onSuccess: () => {
                setAsking(false);
                setId(newId<DecisionId>());
              },
            },
          )
        }
      >
        {t('release.confirm', { code: lot.code, market })}
      </ConfirmDialog>
    </Alert>
  );
}

function Block({ lot }: { lot: LotReply }) {
  const t = useWords('quality');
  const [asking, setAsking] = useState(false);
  const [id] = useState(() => newId<DecisionId>());
  const block = useCommand(blockLot);
  return (
    <>
      <Button
        variant="outline"
        color="red"
        leftSection={<IconBan size={18} aria-hidden />}
        onClick={() => setAsking(true)}
      >
        {t('release.block')}
      </Button>
      {asking && (
        <ReasonDialog
          danger
          title={t('release.block')}
          confirm={t('release.block')}
          label={t('release.reason')}
          pending={block.isPending}
          problem={block.error}
          onClose={() => setAsking(false)}
          onConfirm={(reason) => block.mutate({ id, lot: lot.id, reason }, { onSuccess: () => setAsking(false) })}
        >
          <Text>{t('release.blockLead')}</Text>
        </ReasonDialog>
      )}
    </>
  );
}

function History({ lot }: { lot: LotReply }) {
  const t = useWords('quality');
  const marketOf = (code: string | null): string => {
    const market = lot.markets.find((each) => each.code === code);
    return market === undefined ? (code ?? '') : named(market);
  };
  if (lot.decisions.length === 0) return null;
  return (
    <Timeline
      label={t('release.history')}
      events={lot.decisions.map(({ id, at, kind, market, decidedBy, decidedAs, reason, decidedOn }) => ({
        id,
        at,
        title: t(`release.event.${kind}`, { market: marketOf(market) }),
        ...(decidedBy !== null && decidedAs !== 'rule' ? { by: decidedBy } : {}),
        text:
          decidedAs === 'rule'
            ? t('release.byRule', { reason: reason ?? '' })
            : (reason ?? <DayText day={decidedOn} />),
      }))}
    />
  );
}

/** What may leave and for where, with every reason why not; then what was decided. */
export function LotRelease({ lot, verdict }: { lot: LotReply; verdict: VerdictReply }) {
  const t = useWords('quality');
  const names = new Map(
    [...(verdict.organic?.breaches ?? []), ...(verdict.organic?.traces ?? [])].map(({ analyte, name }) => [
      analyte,
      name,
    ]),
  );
  return (
    <Section title={t('release.title')} lead={t('release.lead')} actions={lot.may.block && <Block lot={lot} />}>
      <Stack gap="sm">
        {verdict.markets.map((market) => (
          <Market
            key={market.market.code}
            lot={lot}
            verdict={market}
            nameOf={(analyte) => names.get(analyte) ?? analyte}
          />
        ))}
      </Stack>
      <Group mt="md">
        <History lot={lot} />
      </Group>
    </Section>
  );
}
