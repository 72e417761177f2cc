import { Anchor, Button, Group, List, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { Role } from '#kernel/actor.ts';
import { creditPaths } from '#web/credit/paths.ts';
import { useWords } from '#web/lib/i18n.ts';
import { hasRole, isSignedIn, useMe, type Me } from '#web/lib/me.ts';
import { linkagePaths } from '#web/linkage/paths.ts';
import { productionPaths } from '#web/production/paths.ts';
import { registryPaths } from '#web/registry/paths.ts';
import { PageHeader } from '#web/ui/page-header.tsx';
import { Section } from '#web/ui/section.tsx';
import classes from './home.module.css';
import { exportGroups, type ExportSet } from './export-sets.ts';
import { insightPaths } from './paths.ts';

/** Everything one may take away in one place; the lists' own pages have the same links, with their filters. */
export function Page() {
  const t = useWords('insight');
  const me = useMe();
  return (
    <>
      <PageHeader title={t('exports.title')} lead={t('exports.lead')} />
      {exportGroups(t, me).map(({ title, sets }) => (
        <Section key={title} title={title}>
          <ul className={classes['list']}>
            {sets.map((one) => (
              <Row key={one.label} set={one} />
            ))}
          </ul>
        </Section>
      ))}
      <Single me={me} />
    </>
  );
}

function Row({ set: { label, note, links } }: { set: ExportSet }) {
  return (
    <li>
      <Group justify="space-between" gap="sm" className={classes['set'] ?? ''}>
        <div>
          <Text fw={500}>{label}</Text>
          {note !== undefined && (
            <Text size="sm" c="dimmed">
              {note}
            </Text>
          )}
        </div>
        <Group gap="xs">
          {links.map((link) => (
            <Button
              key={link.label}
              component="a"
              href={link.href}
              download
              variant="default"
              aria-label={`${label}: ${link.label}`}
              leftSection={<IconDownload size={16} aria-hidden />}
            >
              {link.label}
            </Button>
          ))}
        </Group>
      </Group>
    </li>
  );
}

const officers: readonly Role[] = ['provincial-officer', 'commune-officer', 'auditor'];
const traders: readonly Role[] = ['organisation-manager', 'organisation-member', 'buyer'];

const pages = [
  { key: 'memberships', to: registryPaths.memberships, roles: ['organisation-member', 'organisation-manager'] },
  { key: 'organisations', to: registryPaths.organisations, roles: officers },
  { key: 'contracts', to: linkagePaths.contracts, roles: [...officers, ...traders] },
  { key: 'settlements', to: linkagePaths.settlements, roles: [...officers, ...traders] },
  { key: 'seasons', to: productionPaths.seasons, roles: [...officers, 'organisation-manager', 'organisation-member'] },
  { key: 'dossiers', to: creditPaths.dossiers, roles: ['organisation-manager'] },
  { key: 'dossiers', to: creditPaths.desk, roles: ['bank-officer'] },
  { key: 'figures', to: insightPaths.figures, roles: officers },
] as const;

/** What is taken away one at a time. */
function Single({ me }: { me: Me }) {
  const t = useWords('insight');
  const open = pages.filter(({ roles }) => isSignedIn(me) && hasRole(me, ...roles));
  if (open.length === 0) return null;
  return (
    <Section title={t('exports.single')} lead={t('exports.singleLead')}>
      <List spacing="xs" size="lg">
        {open.map(({ key, to }) => (
          <List.Item key={to}>
            <Anchor component={Link} to={to}>
              {t(`exports.page.${key}`)}
            </Anchor>
          </List.Item>
        ))}
      </List>
    </Section>
  );
}
