import { Alert, Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Link } from 'react-router';
import type { Instant } from '#kernel/day.ts';
import type { ReplyOf } from '#kernel/method.ts';
import type { getOffer } from '#contexts/linkage/line.wire.ts';
import type { ApiProblem } from '#web/lib/api-problem.ts';
import { daysText, quantityText, vndText, unitText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { ReasonDialog } from '#web/ui/reason-dialog.tsx';
import { Facts } from '#web/ui/facts.tsx';
import { SyntheticMark } from '#web/ui/marks.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { Section } from '#web/ui/section.tsx';
import { Timeline } from '#web/ui/timeline.tsx';
import { Quantity } from '#web/ui/value-text.tsx';
import { linkagePaths } from './paths.ts';
import { goodsName, LineBadge, nameOf, PartyLink, unitOf } from './parts.tsx';

type Line = ReplyOf<typeof getOffer>;

interface LineDetailProps {
  readonly side: 'offer' | 'demand';
  readonly line: Line;
  readonly changePage: string;
  readonly withdraw: (reason: string, done: () => void) => void;
  readonly pending: boolean;
  readonly problem: ApiProblem | null;
}

/** One offer or demand: what is free of it, what its owner alone sees, and every state it has had. */
export function LineDetail({ side, line, changePage, withdraw, pending, problem }: LineDetailProps) {
  const t = useWords('linkage');
  const [asked, { open, close }] = useDisclosure(false);
  const { id } = line;
  return (
    <>
      <PageHeader
        title={t(`${side}.one`, { commodity: nameOf(line.commodity) })}
        lead={<PartyLink party={line.organisation} />}
        crumbs={[{ label: t(`${side}.title`), to: side === 'offer' ? linkagePaths.offers : linkagePaths.demands }]}
        badges={
          <>
            <LineBadge state={line.state} />
            {line.provenance === 'synthetic' && <SyntheticMark />}
          </>
        }
        actions={
          <>
            {line.may.contract && (
              <Button component={Link} to={linkagePaths.contractFrom({ [side]: id })}>
                {t('line.contract')}
              </Button>
            )}
            {line.may.change && (
              <Button component={Link} to={changePage} variant="default">
                {t('line.revise')}
              </Button>
            )}
            {line.may.change && (
              <Button variant="subtle" color="red" onClick={open}>
                {t('line.withdraw')}
              </Button>
            )}
          </>
        }
      />
      <LineFacts side={side} line={line} />
      <Section title={t('line.revisions')}>
        <Revisions line={line} />
      </Section>
      {asked && (
        <ReasonDialog
          title={t('line.withdraw')}
          confirm={t('line.withdraw')}
          label={t('reason')}
          danger
          pending={pending}
          problem={problem}
          onClose={close}
          onConfirm={(reason) => withdraw(reason, close)}
        >
          {t('line.withdrawText')}
        </ReasonDialog>
      )}
    </>
  );
}

function LineFacts({ side, line }: Pick<LineDetailProps, 'side' | 'line'>) {
  const t = useWords('linkage');
  const unit = unitOf(line.commodity);
  const limit = line.limitPriceVnd === null ? null : vndText(line.limitPriceVnd);
  return (
    <>
      <Facts
        facts={[
          { label: t('commodity'), value: goodsName(line.commodity, line.variety) },
          { label: t('days'), value: daysText(line.from, line.until) },
          { label: t('line.periodQty'), value: `${quantityText(line.periodQty, unit)} ${t(`line.per.${line.per}`)}` },
          { label: t('line.total'), value: <Quantity qty={line.totalQty} unit={unit} /> },
          { label: t('line.drawn'), value: <Quantity qty={line.drawnQty} unit={unit} /> },
          { label: t('line.free'), value: <Quantity qty={line.totalQty - line.drawnQty} unit={unit} /> },
          ...(side === 'demand'
            ? [{ label: t('line.minimumOrder'), value: <Quantity qty={line.minimumOrderQty} unit={unit} /> }]
            : []),
          { label: t('certificates'), value: line.certificates.map((kind) => t(`certificate.${kind}`)).join(', ') },
          { label: t('place'), value: line.place },
          { label: t('line.quality'), value: line.quality },
        ]}
      />
      {line.ownsLimit && (
        <Alert color="clay" variant="light" mt="md" title={t(side === 'offer' ? 'line.floor' : 'line.ceiling')}>
          {limit ?? t('shell:notStated')} · {t('line.floorText', { unit: unitText(unit) })}
        </Alert>
      )}
    </>
  );
}

function Revisions({ line }: { line: Line }) {
  const t = useWords('linkage');
  const unit = unitOf(line.commodity);
  return (
    <Timeline
      label={t('line.revisions')}
      events={line.revisions.map(({ revision, content, reason, recordedAt }) => ({
        id: String(revision),
        at: recordedAt as Instant,
        title: t('line.revision', { revision }),
        text: [
          content['state'] === 'withdrawn' ? t('line.stateName.withdrawn') : '',
          typeof content['totalQty'] === 'number' ? quantityText(content['totalQty'], unit) : '',
          reason,
        ]
          .filter((part) => part !== '')
          .join(' · '),
      }))}
    />
  );
}
