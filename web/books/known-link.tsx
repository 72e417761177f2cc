import { Anchor } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { KnownSource } from '#contexts/books/update.wire.ts';
import type { OrganisationId } from '#kernel/id.ts';
import { linkagePaths } from '#web/linkage/paths.ts';
import { registryPaths } from '#web/registry/paths.ts';
import { supportPaths } from '#web/support/paths.ts';

/** Where the rows behind a known figure can be looked at. */
const pageOf: Record<KnownSource, (organisation: OrganisationId) => string> = {
  'member-register': registryPaths.members,
  'member-contributions': registryPaths.members,
  'capital-ledger': registryPaths.capital,
  'yearly-books': registryPaths.organisation,
  settlements: () => linkagePaths.settlements,
  contracts: () => linkagePaths.contracts,
  chains: registryPaths.organisation,
  certificates: registryPaths.organisation,
  disbursements: () => supportPaths.applications,
};

export function KnownLink(props: { organisation: string; source: KnownSource; children: ReactNode }) {
  return (
    <Anchor component={Link} to={pageOf[props.source](props.organisation as OrganisationId)} size="xs">
      {props.children}
    </Anchor>
  );
}
