import { Anchor, Box, Breadcrumbs, Group, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useWords } from '#web/lib/i18n.ts';

export interface Crumb {
  readonly label: string;
  readonly to: string;
}

interface PageHeaderProps {
  readonly title: string;
  /** One line under the title: what this is, or whose. */
  readonly lead?: ReactNode;
  /** The pages above this one. */
  readonly crumbs?: readonly Crumb[];
  /** Beside the title: state, marks. */
  readonly badges?: ReactNode;
  readonly actions?: ReactNode;
}

/** The head of every page: its h1 takes the focus after a navigation, its title names the browser's tab. */
export function PageHeader({ title, lead, crumbs = [], badges, actions }: PageHeaderProps) {
  const t = useWords('shell');
  return (
    <Box component="header" mb="lg">
      <title>{`${title} · ${t('product')}`}</title>
      {crumbs.length > 0 && (
        <Breadcrumbs
          separatorMargin={6}
          styles={{ breadcrumb: { whiteSpace: 'normal', lineHeight: 1.3 } }}
          data-noprint
        >
          {crumbs.map((crumb) => (
            <Anchor key={crumb.to} component={Link} to={crumb.to} size="sm" py={6} display="inline-block">
              {crumb.label}
            </Anchor>
          ))}
        </Breadcrumbs>
      )}
      <Group justify="space-between" align="flex-start" gap="sm">
        <Box>
          <Group gap="sm" align="center">
            <Title order={1} tabIndex={-1} data-page-title>
              {title}
            </Title>
            {badges}
          </Group>
          {lead !== undefined && (
            <Text c="dimmed" mt={4} maw="48rem" component="div">
              {lead}
            </Text>
          )}
        </Box>
        {actions !== undefined && (
          <Group gap="xs" data-noprint>
            {actions}
          </Group>
        )}
      </Group>
    </Box>
  );
}
