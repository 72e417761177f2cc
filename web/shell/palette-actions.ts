import {
  IconBuildingPlus,
  IconCopyCheck,
  IconFilePencil,
  IconFileUpload,
  IconMapPlus,
  IconPlant,
  IconSeedling,
  IconUserPlus,
  type Icon,
} from '@tabler/icons-react';
import type { Role } from '#kernel/actor.ts';
import { duplicatesPaths } from '#web/duplicates/paths.ts';
import { intakePaths } from '#web/intake/paths.ts';
import type { WordKey } from '#web/lib/i18n.ts';
import { hasRole, type Me } from '#web/lib/me.ts';
import { placesPaths } from '#web/places/paths.ts';
import { registryPaths } from '#web/registry/paths.ts';

type Organisation = NonNullable<Me['grants'][number]['organisation']>;

interface PaletteAction {
  readonly label: WordKey;
  readonly icon: Icon;
  readonly roles: readonly Role[];
  readonly to: string;
}

const officers: readonly Role[] = ['commune-officer', 'provincial-officer'];

/** What is begun on a page of its own, and by whom; the server decides again. */
const begun: readonly PaletteAction[] = [
  { label: 'shell:palette.register', icon: IconBuildingPlus, roles: officers, to: registryPaths.newOrganisation },
  {
    label: 'shell:palette.foundGroup',
    icon: IconSeedling,
    roles: officers,
    to: registryPaths.found('cooperative-group'),
  },
  { label: 'shell:palette.foundCooperative', icon: IconPlant, roles: officers, to: registryPaths.found('cooperative') },
  {
    label: 'shell:palette.importSheet',
    icon: IconFileUpload,
    roles: [...officers, 'organisation-manager'],
    to: intakePaths.newBatch,
  },
  {
    label: 'shell:palette.findDuplicates',
    icon: IconCopyCheck,
    roles: ['provincial-officer', 'administrator'],
    to: duplicatesPaths.runs,
  },
  {
    label: 'shell:palette.unitAct',
    icon: IconMapPlus,
    roles: ['provincial-officer', 'administrator'],
    to: placesPaths.newAct,
  },
];

export const actionsOf = (me: Me): readonly PaletteAction[] => begun.filter(({ roles }) => hasRole(me, ...roles));

/** What is done for an organisation, for those who run it. */
export const actionsFor = ({ id }: Pick<Organisation, 'id'>) =>
  [
    { label: 'shell:palette.recordMember', icon: IconUserPlus, to: registryPaths.newMember(id) },
    { label: 'shell:palette.askChange', icon: IconFilePencil, to: registryPaths.newChangeRequest(id) },
  ] as const;

/** The organisations somebody runs, each once. */
export const runBy = (me: Me): readonly Organisation[] => [
  ...new Map(
    me.grants.flatMap(({ role, organisation }) =>
      role === 'organisation-manager' && organisation ? [[organisation.id, organisation] as const] : [],
    ),
  ).values(),
];
