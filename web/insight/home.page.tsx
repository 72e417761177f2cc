import { Anchor, Badge, Box, Group, List, SimpleGrid, Text } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { Link } from 'react-router';
import { getWorkCount } from '#contexts/insight/work.wire.ts';
import { useAnswer } from '#web/lib/api.ts';
import { useWords } from '#web/lib/i18n.ts';
import { hasRole, useMe, type Me } from '#web/lib/me.ts';
import type { Load } from '#web/lib/routes.tsx';
import { SetupCard } from '#web/setup/home-card.tsx';
import { askSetup } from '#web/setup/state.ts';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { Section } from '#web/ui/section.tsx';
import classes from './home.module.css';
import { insightPaths } from './paths.ts';
import { startsFor } from './start.ts';
import { askWaiting, useWaiting, type WaitingItem } from './waiting.ts';

const isAdministrator = (me: Me): boolean => hasRole(me, 'administrator');

/** Whoever has a queue in the registry. */
const hasQueue = (me: Me): boolean =>
  hasRole(me, 'commune-officer', 'provincial-officer', 'organisation-manager', 'administrator');

export const load: Load = (at) =>
  Promise.all([askWaiting(at), isAdministrator(at.me) && askSetup(at), hasQueue(at.me) && at.ask(getWorkCount, {})]);

export function Page() {
  const t = useWords('insight');
  const items = useWaiting();
  const me = useMe();
  return (
    <>
      <PageHeader
        title={t('home.title')}
        lead={items.length === 0 ? t('home.lead') : t('home.waiting', { count: items.length })}
      />
      {items.length > 0 && (
        <ul className={classes['list']} aria-label={t('home.title')}>
          {items.map((item) => (
            <Item key={`${item.room} ${item.key}`} item={item} />
          ))}
        </ul>
      )}
      {hasQueue(me) ? <Queue isAlone={items.length === 0} /> : items.length === 0 && <Nothing />}
      {isAdministrator(me) && <SetupCard />}
      <Starts />
      <Roles />
    </>
  );
}

function Item({ item }: { item: WaitingItem }) {
  const t = useWords('insight');
  return (
    <li>
      <Anchor component={Link} to={item.link} className={classes['item'] ?? ''} underline="never">
        <div>
          <Text fw={600} c="var(--mantine-color-text)">
            {item.what}
          </Text>
          <Text size="sm" c="dimmed">
            {[item.title, t('home.since', { day: item.sinceText })].filter(Boolean).join(' · ')}
          </Text>
        </div>
        <Badge variant="light" tt="none">
          {t(`shell:group.${item.room}`)}
        </Badge>
        <IconChevronRight size={18} aria-hidden />
      </Anchor>
    </li>
  );
}

function Nothing() {
  const t = useWords('insight');
  return <EmptyState title={t('home.empty')} text={t('home.emptyText')} />;
}

/** How much waits in the registry beyond what stands above, all of it on one page. */
function Queue({ isAlone }: { isAlone: boolean }) {
  const t = useWords('insight');
  const { total } = useAnswer(getWorkCount, {});
  if (total === 0) return isAlone && <Nothing />;
  return (
    <Box mt="sm">
      <Anchor component={Link} to={insightPaths.work} className={classes['item'] ?? ''} underline="never">
        <div>
          <Text fw={600} c="var(--mantine-color-text)">
            {t('work.home', { count: total })}
          </Text>
          <Text size="sm" c="dimmed">
            {t('work.homeText')}
          </Text>
        </div>
        <Badge variant="light" tt="none">
          {t('shell:group.registry')}
        </Badge>
        <IconChevronRight size={18} aria-hidden />
      </Anchor>
    </Box>
  );
}

/** What one comes to do when nothing is waiting, large enough for a thumb. */
function Starts() {
  const t = useWords('insight');
  const starts = startsFor(useMe());
  if (starts.length === 0) return null;
  return (
    <Section title={t('home.start.title')}>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="sm">
        {starts.map(({ key, to, icon: Mark }) => (
          <Anchor key={key} component={Link} to={to} className={classes['start'] ?? ''} underline="never">
            <Mark size={22} stroke={1.6} aria-hidden />
            <Text span fw={500} c="var(--mantine-color-text)">
              {t(`home.start.${key}`)}
            </Text>
          </Anchor>
        ))}
      </SimpleGrid>
    </Section>
  );
}

function Roles() {
  const t = useWords('insight');
  const { grants } = useMe();
  return (
    <Section title={t('home.roles')}>
      {grants.length === 0 ? (
        <Text c="dimmed">{t('home.noRoles')}</Text>
      ) : (
        <List spacing={4}>
          {grants.map(({ id, role, organisation, unit }) => (
            <List.Item key={id}>
              <Group gap={6}>
                <Text fw={600}>{t(`shell:role.${role}`)}</Text>
                <Text c="dimmed">{organisation?.name ?? unit?.name ?? ''}</Text>
              </Group>
            </List.Item>
          ))}
        </List>
      )}
    </Section>
  );
}
