import { Anchor, Group, List, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { Subject } from '#contexts/duplicates/pair.ts';
import { listMergers } from '#contexts/duplicates/pair.wire.ts';
import type { MemberId, OrganisationId } from '#kernel/id.ts';
import { answer } from '#web/lib/api.ts';
import { instantText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { registryPaths } from '#web/registry/paths.ts';
import { Section } from '#web/ui/section.tsx';
import { UndoMerger } from './pair-decisions.tsx';
import { duplicatesPaths } from './paths.ts';

/** On the page of a record: under which others it was entered, and what waits to be looked at. Nothing where there is nothing. */
export function MergerSection({ subject, record }: { subject: Subject; record: string }) {
  const t = useWords('duplicates');
  const { data } = useQuery({ ...answer(listMergers, { subject, record }), retry: false });
  if (data === undefined || data.items.length + data.samePerson.length + data.open === 0) return null;
  return (
    <Section title={t('section.title')} lead={data.items.length > 0 ? t('section.also') : undefined}>
      <List>
        {data.items.map(({ id, merged, at, reason, closesBook, may }) => (
          <List.Item key={id}>
            <Group gap="sm">
              <Text>
                {merged.name ?? t('hidden')}, {t('section.mergedOn', { at: instantText(at) })}
                {reason !== null && `: ${reason}`}
              </Text>
              {closesBook && (
                <Anchor component={Link} to={registryPaths.capitalBook(merged.id as OrganisationId)}>
                  {t('section.closedBook')}
                </Anchor>
              )}
              {may.undo && <UndoMerger merger={id} />}
            </Group>
          </List.Item>
        ))}
      </List>
      {data.samePerson.length > 0 && (
        <>
          <Text>{t('section.samePerson')}</Text>
          <List>
            {data.samePerson.map(({ id, organisation }) => (
              <List.Item key={id}>
                <Anchor component={Link} to={registryPaths.member(id as MemberId)}>
                  {organisation}
                </Anchor>
              </List.Item>
            ))}
          </List>
        </>
      )}
      {data.open > 0 && (
        <Anchor component={Link} to={duplicatesPaths.pairsOf(subject, record)}>
          {t('section.open', { count: data.open })}
        </Anchor>
      )}
    </Section>
  );
}
