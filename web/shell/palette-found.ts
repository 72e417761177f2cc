import { IconBuildingCommunity, IconFileText, IconMapPin, IconPlant2, IconUser } from '@tabler/icons-react';
import { useQueries, useQuery } from '@tanstack/react-query';
import { listContracts } from '#contexts/linkage/contract.wire.ts';
import { findMembers, listMembers } from '#contexts/registry/member.wire.ts';
import { searchNames } from '#contexts/registry/name.wire.ts';
import type { CommodityId, MemberId, OrganisationId } from '#kernel/id.ts';
import type { ReplyOf } from '#kernel/method.ts';
import type { UnitCode } from '#kernel/place.ts';
import { answer } from '#web/lib/api.ts';
import { useWords, type WordsOf } from '#web/lib/i18n.ts';
import { currentLanguage } from '#web/lib/language.ts';
import { hasRole, useMe } from '#web/lib/me.ts';
import { linkagePaths } from '#web/linkage/paths.ts';
import { placesPaths } from '#web/places/paths.ts';
import { registryPaths } from '#web/registry/paths.ts';
import { runBy } from './palette-actions.ts';
import type { PaletteItem } from './palette-item.ts';

type Name = ReplyOf<typeof searchNames>['items'][number];
type Contract = ReplyOf<typeof listContracts>['items'][number];

const most = 5;
/** Organisations are many and would hide units and goods of the name. */
const mostNames = 20;
/** Of one's own organisations, where somebody runs many. */
const mostRun = 4;
const leastTyped = 2;

function nameItem(name: Name, t: WordsOf<'shell'>): PaletteItem {
  if (name.what === 'organisation')
    return {
      id: name.id,
      group: 'organisation',
      label: name.name,
      note: name.unit ?? undefined,
      icon: IconBuildingCommunity,
      to: registryPaths.organisation(name.id as OrganisationId),
    };
  if (name.what === 'commodity')
    return {
      id: name.id,
      group: 'commodity',
      label: name.names[currentLanguage()],
      icon: IconPlant2,
      to: registryPaths.commodity(name.id as CommodityId),
    };
  return {
    id: `unit ${name.code}`,
    group: 'unit',
    label: name.name,
    note: name.former ? t('palette.formerUnit') : (name.district ?? undefined),
    icon: IconMapPin,
    to: name.former
      ? `${registryPaths.formerUnits}?search=${encodeURIComponent(name.name)}`
      : placesPaths.unit(name.code as UnitCode),
  };
}

const memberItem = (id: MemberId, label: string, note: string | undefined): PaletteItem => ({
  id,
  group: 'member',
  label,
  note,
  icon: IconUser,
  to: registryPaths.member(id),
});

const contractItem = ({ id, number, seller, buyer }: Contract): PaletteItem => ({
  id,
  group: 'contract',
  label: number,
  note: `${seller.name} · ${buyer.name}`,
  icon: IconFileText,
  to: linkagePaths.contract(id),
});

/** Members by name: an officer's of the whole place, otherwise those of the organisations one runs. */
function useMembers(text: string, asked: boolean) {
  const me = useMe();
  const isOfficer = hasRole(me, 'commune-officer', 'provincial-officer');
  const everywhere = useQuery({
    ...answer(findMembers, { search: text, size: most }),
    enabled: asked && isOfficer,
  });
  const own = useQueries({
    queries: (isOfficer ? [] : runBy(me).slice(0, mostRun)).map(({ id }) => ({
      ...answer(listMembers, { organisation: id, search: text, size: most }),
      enabled: asked,
    })),
  });
  const organisations = runBy(me);
  return {
    isFetching: everywhere.isFetching || own.some(({ isFetching }) => isFetching),
    failed: everywhere.isError || own.some(({ isError }) => isError),
    items: [
      ...(everywhere.data?.items ?? []).map(({ id, name, organisation }) => memberItem(id, name, organisation.name)),
      ...own.flatMap(({ data }, index) =>
        (data?.items ?? []).flatMap(({ id, name }) =>
          name === null ? [] : [memberItem(id, name, organisations[index]?.name)],
        ),
      ),
    ].slice(0, most),
  };
}

/** What the register holds of the text typed, as far as the person may see it; a question overtaken by the next is dropped. */
export function useFound(text: string) {
  const t = useWords('shell');
  const me = useMe();
  const asked = text.length >= leastTyped;
  const names = useQuery({ ...answer(searchNames, { search: text, size: mostNames }), enabled: asked });
  const contracts = useQuery({
    ...answer(listContracts, { search: text, size: most }),
    enabled: asked && me.grants.length > 0,
  });
  const members = useMembers(text, asked);
  const items = [
    ...(['organisation', 'unit', 'commodity'] as const).flatMap((what) =>
      (names.data?.items ?? [])
        .filter((name) => name.what === what)
        .slice(0, most)
        .map((name) => nameItem(name, t)),
    ),
    ...members.items,
    ...(contracts.data?.items ?? []).map(contractItem),
  ];
  return {
    items: asked ? items : [],
    isFetching: names.isFetching || contracts.isFetching || members.isFetching,
    failed: asked && (names.isError || contracts.isError || members.failed),
  };
}
