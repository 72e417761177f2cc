import { Alert, Anchor, Button, Text } from '@mantine/core';
import { IconCopyCheck, IconEdit, IconNews, IconUsers } from '@tabler/icons-react';
import { Link } from 'react-router';
import { listChains } from '#contexts/linkage/chain.wire.ts';
import { listActs } from '#contexts/registry/act.wire.ts';
import { getCapital } from '#contexts/registry/capital.wire.ts';
import { listCertificates } from '#contexts/registry/certificate.wire.ts';
import { getOrganisation, type OrganisationView } from '#contexts/registry/organisation.wire.ts';
import { listYearly } from '#contexts/registry/yearly.wire.ts';
import { today } from '#kernel/day.ts';
import type { OrganisationId } from '#kernel/id.ts';
import { useAnswer } from '#web/lib/api.ts';
import { useFilters } from '#web/lib/filters.ts';
import { useWords, word } from '#web/lib/i18n.ts';
import { filtersIn } from '#web/lib/params.ts';
import { useParam, type Load } from '#web/lib/routes.tsx';
import { MergerSection } from '#web/duplicates/merger-section.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { Section } from '#web/ui/section.tsx';
import { CapitalBrief, capitalInBrief } from './capital-brief.tsx';
import { DocumentSection } from './document-section.tsx';
import { CertificateSection } from './certificate-section.tsx';
import { ChainSection } from './chain-section.tsx';
import { AsOfBanner, AsOfPicker, UnderMinimum } from './as-of.tsx';
import { LifeLine, Lineage } from './life-line.tsx';
import { OrganisationFacts } from './organisation-facts.tsx';
import { OrganisationMarks } from './organisation-marks.tsx';
import { registryPaths } from './paths.ts';
import { RepresentativeSection } from './representative-section.tsx';
import { WorkPlaces } from './work-places.tsx';
import { YearlySection } from './yearly-section.tsx';

const withMembers = ['cooperative', 'union', 'cooperative-group'];

export const load: Load = async ({ ask, param, search }) => {
  const organisation = param('id') as OrganisationId;
  const [shown] = await Promise.all([
    ask(getOrganisation, filtersIn(getOrganisation, search, { organisation })),
    ask(listActs, { organisation }),
    ask(listCertificates, { organisation }),
    ask(listChains, { organisation }),
  ]);
  await Promise.all([
    ...(shown.may.listYearly ? [ask(listYearly, { organisation })] : []),
    ...(shown.may.seeCapital ? [ask(getCapital, capitalInBrief(shown))] : []),
  ]);
};

export function Page() {
  const t = useWords('registry');
  const asked = useParam<OrganisationId>('id');
  const shown = useFilters(getOrganisation, { organisation: asked });
  const organisation = useAnswer(getOrganisation, shown.input);
  const { id, may, kind } = organisation;
  const isToday = organisation.state.on === today();
  return (
    <>
      <PageHeader
        title={organisation.name}
        lead={t(`kind.${kind}`)}
        crumbs={[{ label: t('title'), to: registryPaths.organisations }]}
        badges={<OrganisationMarks status={organisation.status} provenance={organisation.provenance} />}
        actions={
          may.change && (
            <Button
              component={Link}
              to={registryPaths.changeOrganisation(id)}
              variant="default"
              leftSection={<IconEdit size={18} aria-hidden />}
            >
              {t('organisation.change')}
            </Button>
          )
        }
      />
      {organisation.provenance === 'reported' && (
        <Alert color="gray" variant="light" mb="md" icon={<IconNews aria-hidden />}>
          {t('reportedNote')}
        </Alert>
      )}
      {asked !== id && (
        <Alert color="gray" variant="light" mb="md" icon={<IconCopyCheck aria-hidden />}>
          {word('duplicates:section.shownAs')}
        </Alert>
      )}
      <AsOfPicker organisation={organisation} />
      <AsOfBanner organisation={organisation} />
      <UnderMinimum organisation={organisation} />
      <OrganisationFacts organisation={organisation} />
      {isToday && may.listRepresentatives && <RepresentativeSection organisation={id} />}
      {withMembers.includes(kind) && <Members organisation={organisation} />}
      {may.seeCapital && <CapitalBrief organisation={organisation} />}
      {isToday && may.listYearly && <WorkPlaces organisation={id} />}
      {/* What has no past here is not shown beside what has. */}
      {isToday && (
        <>
          <ChainSection organisation={id} />
          <YearlySection organisation={organisation} />
          <CertificateSection organisation={id} />
          <DocumentSection organisation={id} />
        </>
      )}
      <Lineage organisation={organisation} />
      <MergerSection subject="organisation" record={id} />
      <LifeLine organisation={organisation} />
    </>
  );
}

function Members({ organisation: { id, members, may, provenance } }: { organisation: OrganisationView }) {
  const t = useWords('registry');
  return (
    <Section title={t('member.title')}>
      <Text mb="xs">
        {provenance === 'reported'
          ? t('organisation.membersUntold')
          : t('organisation.membersCount', { count: members })}
      </Text>
      {may.listMembers ? (
        <Anchor component={Link} to={registryPaths.members(id)}>
          <IconUsers size={16} aria-hidden /> {t('organisation.openMembers')}
        </Anchor>
      ) : (
        <Text size="sm" c="dimmed">
          {t('organisation.membersClosed')}
        </Text>
      )}
    </Section>
  );
}
