import { Anchor, Badge, Box, Button, Group, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { z } from 'zod';
import { listActs, type ActRow } from '#contexts/registry/act.wire.ts';
import { dissolutionCourse } from '#contexts/registry/dissolution.ts';
import { listLinks } from '#contexts/registry/founding.wire.ts';
import type { OrganisationView } from '#contexts/registry/organisation.wire.ts';
import { answer, useAnswer } from '#web/lib/api.ts';
import { dayText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Section } from '#web/ui/section.tsx';
import { Steps } from '#web/ui/steps.tsx';
import { DayText } from '#web/ui/value-text.tsx';
import classes from '#web/ui/timeline.module.css';
import { ActChanges } from './act-changes.tsx';
import { paperText, PaperLink } from './document-fields.tsx';
import { registryPaths } from './paths.ts';
import { ShapeMenu, UndoAct } from './shape-menu.tsx';

type Linked = z.infer<typeof listLinks.reply>['items'][number];

/** What has happened to an organisation up to the day looked at, oldest first. */
export function LifeLine({ organisation }: { organisation: OrganisationView }) {
  const t = useWords('registry');
  const { id, may, state } = organisation;
  const { items } = useAnswer(listActs, { organisation: id });
  const acts = items.filter(({ onDay }) => onDay <= state.on);
  return (
    <Section
      title={t('act.title')}
      actions={
        <>
          <ShapeMenu organisation={organisation} />
          {may.act && (
            <Button
              component={Link}
              to={registryPaths.newAct(id)}
              size="xs"
              variant="default"
              leftSection={<IconPlus size={16} aria-hidden />}
            >
              {t('act.record')}
            </Button>
          )}
        </>
      }
    >
      <Dissolution acts={acts} />
      {acts.length === 0 ? (
        <EmptyState title={t('act.empty')} />
      ) : (
        <ol className={classes['timeline']} aria-label={t('act.title')}>
          {acts.map((act) => (
            <Act key={act.id} act={act} mayUndo={may.shape} />
          ))}
        </ol>
      )}
    </Section>
  );
}

function Act({ act, mayUndo }: { act: ActRow; mayUndo: boolean }) {
  const t = useWords('registry');
  const basis = [paperText(act), act.legalBasis].filter(Boolean).join(' · ');
  const isUndone = act.undoneBy !== null;
  return (
    <li>
      <Text size="sm" c="dimmed">
        <DayText day={act.onDay} />
      </Text>
      <Group gap="xs">
        <Text fw={500} td={isUndone ? 'line-through' : 'none'}>
          {t(`act.kind.${act.kind}`)}
        </Text>
        {isUndone && (
          <Badge variant="outline" color="gray" tt="none" fw={500}>
            {t('life.undoneMark')}
          </Badge>
        )}
        {mayUndo && <UndoAct act={act} />}
      </Group>
      {act.ground !== null && <Text size="sm">{t(`life.ground.${act.ground}`)}</Text>}
      <ActChanges changes={act.changes} />
      {act.note !== null && act.note !== '' && <Text size="sm">{act.note}</Text>}
      {basis !== '' && (
        <Text size="sm" c="dimmed">
          {basis}
          {act.basisVerified === false && ` (${t('life.basis.false')})`}
        </Text>
      )}
      <PaperLink file={act.file} />
    </li>
  );
}

/** How far a dissolution has come; nothing where none runs. */
export function Dissolution({ acts }: { acts: readonly Pick<ActRow, 'kind' | 'onDay' | 'undoneBy'>[] }) {
  const t = useWords('registry');
  const course = dissolutionCourse(acts.filter(({ kind, undoneBy }) => kind !== 'undone' && undoneBy === null));
  if (course[0]?.onDay === null) return null;
  const next = course.find(({ onDay }) => onDay === null)?.kind;
  return (
    <Box mb="lg">
      <Steps
        label={t('life.dissolution.title')}
        steps={course.map(({ kind, onDay }) => ({
          label: t(`act.kind.${kind}`),
          state: onDay !== null ? ('done' as const) : kind === next ? ('current' as const) : ('next' as const),
          ...(onDay !== null && { note: dayText(onDay) }),
        }))}
      />
    </Box>
  );
}

/** Where it came from and where it went. */
export function Lineage({ organisation: { id, state } }: { organisation: OrganisationView }) {
  const t = useWords('registry');
  const { data } = useQuery(answer(listLinks, { organisation: id }));
  const items = data?.items.filter(({ onDay }) => onDay <= state.on) ?? [];
  if (items.length === 0) return null;
  const hasPredecessors = items.some(({ side, way }) => side === 'predecessor' && way !== 'founded-union');
  return (
    <Section title={t('life.links.title')} lead={hasPredecessors ? t('life.links.note') : undefined}>
      <ul className={classes['timeline']}>
        {items.map((link) => (
          <LinkLine key={`${link.act} ${link.organisation.id}`} link={link} />
        ))}
      </ul>
    </Section>
  );
}

function LinkLine({ link: { side, way, onDay, organisation } }: { link: Linked }) {
  const t = useWords('registry');
  return (
    <li>
      <Text size="sm" c="dimmed">
        <DayText day={onDay} /> · {t(`life.links.${side}.${way}`)}
      </Text>
      <Anchor component={Link} to={registryPaths.organisation(organisation.id)} py={4} display="inline-block">
        {organisation.name}
      </Anchor>
      <Text size="sm" c="dimmed" span>
        {` · ${t(`kind.${organisation.kind}`)} · ${t(`status.${organisation.status}`)}`}
      </Text>
    </li>
  );
}
