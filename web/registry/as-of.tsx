import { Alert, Anchor, Box } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { Link } from 'react-router';
import { getOrganisation, type OrganisationView } from '#contexts/registry/organisation.wire.ts';
import { today } from '#kernel/day.ts';
import { useFilters } from '#web/lib/filters.ts';
import { dayText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { DayFilter } from '#web/ui/day-filter.tsx';
import { registryPaths } from './paths.ts';

/** The day a record is looked at, kept in the address. */
export function AsOfPicker({ organisation: { id } }: { organisation: OrganisationView }) {
  const t = useWords('registry');
  const filters = useFilters(getOrganisation, { organisation: id });
  return (
    <Box maw="13rem" mb="md" data-noprint>
      <DayFilter filters={filters} name="asOf" label={t('life.asOf.label')} max={today()} />
    </Box>
  );
}

/** Says that this is not today's record, how far it can be trusted, and leads back. */
export function AsOfBanner({ organisation: { id, state } }: { organisation: OrganisationView }) {
  const t = useWords('registry');
  if (state.on === today()) return null;
  const day = dayText(state.on);
  const { keptSince } = state;
  return (
    <Alert
      color="clay"
      variant="light"
      mb="md"
      icon={<IconHistory aria-hidden />}
      title={t(state.existed ? 'life.asOf.banner' : 'life.asOf.absent', { day })}
    >
      {keptSince !== null && state.on < keptSince && <div>{t('life.asOf.keptSince', { day: dayText(keptSince) })}</div>}
      <Anchor component={Link} to={registryPaths.organisation(id)} data-noprint>
        {t('life.asOf.today')}
      </Anchor>
    </Alert>
  );
}

/** An organisation below the least number of the law is flagged, never stopped. */
export function UnderMinimum({ organisation: { underMinimum, officialMembers } }: { organisation: OrganisationView }) {
  const t = useWords('registry');
  if (underMinimum === null) return null;
  const { least, since, verified } = underMinimum;
  return (
    <Alert color="clay" variant="light" mb="md" title={t('life.minimum.title')}>
      {t('life.minimum.text', { present: officialMembers, least })}{' '}
      {since === null ? t('life.minimum.ever') : t('life.minimum.since', { day: dayText(since) })}{' '}
      {!verified && t('life.minimum.unverified')}
    </Alert>
  );
}
