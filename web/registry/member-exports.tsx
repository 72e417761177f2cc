import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { listMemberExports } from '#contexts/registry/member.wire.ts';
import type { OrganisationId } from '#kernel/id.ts';
import { answer } from '#web/lib/api.ts';
import { dayText, numberText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { Section } from '#web/ui/section.tsx';
import { Timeline } from '#web/ui/timeline.tsx';

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
          events={data.items.map(({ id, at, by, scope, format, present, asOf, rows }) => ({
            id,
            at,
            title: t(`member.exportScope.${scope}`, { format: format.toUpperCase() }),
            text: `${t('member.exportRows')}: ${numberText(rows)} · ${t(`member.presence.${present}`)}${asOf === null ? '' : ` · ${t('member.asOf.short', { day: dayText(asOf) })}`}`,
            ...(by !== null && { by }),
          }))}
        />
      )}
    </Section>
  );
}
