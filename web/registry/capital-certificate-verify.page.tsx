import { Code } from '@mantine/core';
import { IconFileOff } from '@tabler/icons-react';
import type { ShownCertificateState } from '#contexts/registry/capital-certificate.ts';
import { verifyCapitalCertificate } from '#contexts/registry/capital-certificate.wire.ts';
import type { ReplyOf } from '#kernel/method.ts';
import { useAnswer } from '#web/lib/api.ts';
import { useWords } from '#web/lib/i18n.ts';
import { useParam, type Load } from '#web/lib/routes.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Facts } from '#web/ui/facts.tsx';
import { StateBadge, SyntheticMark, type Tone } from '#web/ui/marks.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { DayText } from '#web/ui/value-text.tsx';

type Paper = NonNullable<ReplyOf<typeof verifyCapitalCertificate>['certificate']>;

export const load: Load = ({ ask, param }) => ask(verifyCapitalCertificate, { token: param('token') });

/** Where the code printed on a certificate of contribution leads: does it stand, and nothing about whom. */
export function Page() {
  const t = useWords('registry');
  const { certificate } = useAnswer(verifyCapitalCertificate, { token: useParam('token') });
  return (
    <>
      <PageHeader
        title={t('capital.verify.title')}
        lead={t('capital.verify.lead')}
        badges={certificate !== null && <Marks paper={certificate} />}
      />
      {certificate === null ? (
        <EmptyState title={t('capital.verify.unknown')} icon={IconFileOff} />
      ) : (
        <Told paper={certificate} />
      )}
    </>
  );
}

const tones: Record<ShownCertificateState, Tone> = { stands: 'good', replaced: 'waiting', withdrawn: 'bad' };

function Marks({ paper }: { paper: Paper }) {
  const t = useWords('registry');
  return (
    <>
      <StateBadge tone={tones[paper.state]} label={t(`capital.verify.state.${paper.state}`)} />
      {paper.provenance === 'synthetic' && <SyntheticMark />}
    </>
  );
}

function Told({ paper }: { paper: Paper }) {
  const t = useWords('registry');
  return (
    <Facts
      facts={[
        { label: t('capital.verify.organisation'), value: paper.organisation },
        { label: t('capital.certificate.number'), value: `${paper.number}/GCN-VG` },
        { label: t('capital.certificate.issuedOn'), value: <DayText day={paper.issuedOn} /> },
        ...(paper.replacedBy === null
          ? []
          : [
              { label: t('capital.verify.replacedBy'), value: `${paper.replacedBy}/GCN-VG` },
              { label: t('capital.verify.replacedOn'), value: <DayText day={paper.replacedOn} /> },
            ]),
        ...(paper.withdrawnOn === null
          ? []
          : [{ label: t('capital.certificate.withdrawnDay'), value: <DayText day={paper.withdrawnOn} /> }]),
        {
          label: t('capital.certificate.checkCode'),
          value: <Code style={{ overflowWrap: 'anywhere' }}>{paper.checkCode}</Code>,
        },
      ]}
    />
  );
}
