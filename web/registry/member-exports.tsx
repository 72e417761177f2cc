import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { listMemberExports } from '#contexts/registry/member.wire.ts';
import type { OrganisationId } from '#kernel/id.ts';
import type { ReplyOf } from '#kernel/method.ts';
import { answer } from '#web/lib/api.ts';
import { dayText, numberText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { Section } from '#web/ui/section.tsx';
import { Timeline } from '#web/ui/timeline.tsx';

type Taken = ReplyOf<typeof listMemberExports>['items'][number];

/** Which of the members were in it. */
const partsOf = (
  t: ReturnType<typeof useWords<'registry'>>,
  { present, standing, party, searched, asOf }: Pick<Taken, 'present' | 'standing' | 'party' | 'searched' | 'asOf'>,
): string[] => [
  t(`member.presence.${present}`),
  ...(standing === null ? [] : [t(`member.standing.${standing}`)]),
  ...(party === null ? [] : [t(`member.party.${party}`)]),
  ...(searched ? [t('member.exportSearched')] : []),
  ...(asOf === null ? [] : [t('member.asOf.short', { day: dayText(asOf) })]),
];

/** Who took the list of members away, for those who keep it. */
export function MemberExports({ organisation }: { organisation: OrganisationId }) {
  const t = useWords('registry');
  const { data } = useQuery(answer(listMemberExports, { organisation }));
  if (data === undefined) return null;
  return (
    <Section title={t('member.exports')} lead={t('member.exportsLead')}>
      {data.items.length === 0 ? (
        <Text c="dimmed">{t('member.exportsEmpty')}</Text>
      ) : (
        <Timeline
          label={t('member.exports')}
          events={data.items.map(({ id, at, by, scope, format, rows, ...taken }) => ({
            id,
            at,
            title: t(`member.exportScope.${scope}`, { format: format.toUpperCase() }),
            text: [`${t('member.exportRows')}: ${numberText(rows)}`, ...partsOf(t, taken)].join(' · '),
            ...(by !== null && { by }),
          }))}
        />
      )}
    </Section>
  );
}
