import { Anchor, Group } from '@mantine/core';
import { Link } from 'react-router';
import type { LotId } from '#kernel/id.ts';
import { getLot } from '#contexts/quality/lot.wire.ts';
import { getVerdict } from '#contexts/quality/verdict.wire.ts';
import { useAnswer } from '#web/lib/api.ts';
import { useWords } from '#web/lib/i18n.ts';
import { useParam, type Load } from '#web/lib/routes.tsx';
import { Facts } from '#web/ui/facts.tsx';
import { SyntheticMark } from '#web/ui/marks.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { DayText, Quantity } from '#web/ui/value-text.tsx';
import { LotDispatches } from './lot-dispatches.tsx';
import { LotHarvests } from './lot-harvests.tsx';
import { LotStateBadge, named } from './lot-marks.tsx';
import { LotRelease } from './lot-release.tsx';
import { LotSamples } from './lot-samples.tsx';
import { LotTrace } from './lot-trace.tsx';
import { LotVerdicts } from './lot-verdicts.tsx';
import { qualityPaths } from './paths.ts';

export const load: Load = ({ ask, param }) => {
  const lot = param('id') as LotId;
  return Promise.all([ask(getLot, { lot }), ask(getVerdict, { lot })]);
};

export function Page() {
  const t = useWords('quality');
  const id = useParam<LotId>('id');
  const lot = useAnswer(getLot, { lot: id });
  const verdict = useAnswer(getVerdict, { lot: id });
  const { unit } = lot.commodity;
  return (
    <>
      <PageHeader
        title={lot.code}
        crumbs={[{ label: t('lot.title'), to: qualityPaths.lots }]}
        badges={
          <Group gap={6}>
            <LotStateBadge state={lot.state} />
            {lot.provenance === 'synthetic' && <SyntheticMark />}
          </Group>
        }
        lead={`${named(lot.commodity)} · ${lot.organisation.name}`}
      />
      <Facts
        facts={[
          {
            label: t('lot.organisation'),
            value: (
              <Anchor component={Link} to={`/registry/organisations/${lot.organisation.id}`}>
                {lot.organisation.name}
              </Anchor>
            ),
          },
          { label: t('lot.qty'), value: <Quantity qty={lot.qty} unit={unit} /> },
          { label: t('lot.left'), value: <Quantity qty={lot.leftQty} unit={unit} /> },
          { label: t('lot.packedOn'), value: <DayText day={lot.packedOn} /> },
          { label: t('lot.bestBeforeOn'), value: lot.bestBeforeOn && <DayText day={lot.bestBeforeOn} /> },
          { label: t('lot.claimLabel'), value: t(`lot.claim.${lot.claim}`) },
          {
            label: t('lot.certificate'),
            value: lot.certificate && `${lot.certificate.number} · ${lot.certificate.issuer}`,
          },
          { label: t('lot.gtin'), value: lot.gtin },
        ]}
      />
      <LotHarvests lot={lot} />
      <LotSamples lot={lot} />
      <LotVerdicts lot={lot} verdict={verdict} />
      <LotRelease lot={lot} verdict={verdict} />
      <LotDispatches lot={lot} />
      {lot.trace !== null && <LotTrace lot={lot} trace={lot.trace} />}
    </>
  );
}
