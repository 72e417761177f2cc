import { Button, Group } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { exportDossier, getDossier } from '#contexts/credit/dossier.wire.ts';
import type { DossierId } from '#contexts/credit/dossier.ts';
import { listProducts } from '#contexts/credit/product.wire.ts';
import { documentUrl, useAnswer } from '#web/lib/api.ts';
import { useWords } from '#web/lib/i18n.ts';
import { useParam, type Load } from '#web/lib/routes.tsx';
import { Facts } from '#web/ui/facts.tsx';
import { SyntheticMark } from '#web/ui/marks.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { DayText } from '#web/ui/value-text.tsx';
import { DossierBadge } from './credit-marks.tsx';
import { DossierConsents } from './dossier-consents.tsx';
import { DossierContents } from './dossier-contents.tsx';
import { DossierSeal } from './dossier-seal.tsx';
import { creditPaths } from './paths.ts';

export const load: Load = ({ ask, param }) =>
  Promise.all([ask(getDossier, { dossier: param('id') }), ask(listProducts, {})]);

export function Page() {
  const t = useWords('credit');
  const id = useParam<DossierId>('id');
  const dossier = useAnswer(getDossier, { dossier: id });
  return (
    <>
      <PageHeader
        title={dossier.number}
        lead={dossier.organisation.name}
        crumbs={[{ label: t('dossier.title'), to: creditPaths.dossiers }]}
        badges={
          <Group gap={6}>
            <DossierBadge state={dossier.state} />
            {dossier.synthetic && <SyntheticMark />}
          </Group>
        }
        actions={
          <Button
            component="a"
            href={documentUrl(exportDossier, { dossier: id })}
            target="_blank"
            variant="default"
            leftSection={<IconPrinter size={18} aria-hidden />}
          >
            {t('dossier.print')}
          </Button>
        }
      />
      <Facts
        facts={[
          { label: t('dossier.organisation'), value: dossier.organisation.name },
          { label: t('dossier.taxNumber'), value: dossier.content.organisation.taxNumber },
          { label: t('dossier.assembledOn'), value: <DayText day={dossier.assembledOn} /> },
          { label: t('dossier.answeredOn'), value: dossier.answeredOn && <DayText day={dossier.answeredOn} /> },
        ]}
      />
      <DossierConsents dossier={dossier} />
      <DossierContents content={dossier.content} />
      <DossierSeal dossier={dossier} />
    </>
  );
}
