import { Button, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { IconCheck, IconCircle, IconCircleDot } from '@tabler/icons-react';
import { useSearchParams } from 'react-router';
import { listStories, type StoryStepView, type StoryView } from '#contexts/insight/story.wire.ts';
import { useAnswer } from '#web/lib/api.ts';
import { dayText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { useMe } from '#web/lib/me.ts';
import type { Load } from '#web/lib/routes.tsx';
import { signInAsDemonstration, startAnew, useAuthAction } from '#web/lib/auth.ts';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { ProblemNote } from '#web/ui/problem-note.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { stepPath } from './story-links.ts';
import classes from './walk.module.css';

export const load: Load = ({ ask }) => ask(listStories, {});

export function Page() {
  const t = useWords('insight');
  const me = useMe();
  const [search, setSearch] = useSearchParams();
  const { items } = useAnswer(listStories, {});
  const story = items.find(({ key }) => key === search.get('story')) ?? ownStory(items, me.account?.id);
  return (
    <>
      <PageHeader title={t('walk.title')} lead={t('walk.lead')} />
      {story === undefined ? (
        <EmptyState title={t('walk.none')} />
      ) : (
        <Stack gap="lg">
          {items.length > 1 && (
            <SegmentedControl
              aria-label={t('walk.choose')}
              value={story.key}
              onChange={(key) => setSearch({ story: key }, { replace: true })}
              data={items.map(({ key }) => ({ value: key, label: t(`walk.key.${key}`) }))}
              data-noprint
            />
          )}
          <Walk story={story} />
        </Stack>
      )}
    </>
  );
}

const stepsDone = (story: StoryView): number => story.steps.filter(({ doneOn }) => doneOn !== null).length;

/** The story one is in the middle of: one's own, else the one begun and not yet at its end. */
function ownStory(stories: readonly StoryView[], account: string | undefined): StoryView | undefined {
  const isBegun = (story: StoryView): boolean => stepsDone(story) > 0 && stepsDone(story) < story.steps.length;
  return stories.find(({ accounts }) => accounts.director === account) ?? stories.find(isBegun) ?? stories[0];
}

function Walk({ story }: { story: StoryView }) {
  const t = useWords('insight');
  const done = stepsDone(story);
  const next = story.steps.find(({ doneOn }) => doneOn === null)?.step;
  return (
    <section aria-label={story.cooperative.name}>
      <Text fw={600} size="lg">
        {story.cooperative.name}
      </Text>
      <Text c="dimmed" mb="md">
        {t('walk.progress', { done, all: story.steps.length })} {t('walk.dates')}
      </Text>
      <ol className={classes['steps']}>
        {story.steps.map((step) => (
          <Step key={step.step} step={step} story={story} isNext={step.step === next} />
        ))}
      </ol>
    </section>
  );
}

function Step({ step, story, isNext }: { step: StoryStepView; story: StoryView; isNext: boolean }) {
  const t = useWords('insight');
  const isDone = step.doneOn !== null;
  const Icon = isDone ? IconCheck : isNext ? IconCircleDot : IconCircle;
  const state = isDone ? t('walk.done') : isNext ? t('walk.next') : t('walk.later');
  return (
    <li
      className={classes['step']}
      data-state={isDone ? 'done' : isNext ? 'next' : 'later'}
      data-step={step.step}
      aria-current={isNext ? 'step' : undefined}
    >
      <span className={classes['icon']}>
        <Icon size={20} aria-hidden />
      </span>
      <div>
        <h2 className={classes['title']}>{t(`walk.step.${step.step}.title`)}</h2>
        <Text size="sm" c="dimmed">
          {state}
          {step.doneOn !== null && ` · ${t('walk.on', { day: dayText(step.doneOn) })}`}
        </Text>
        <Text mt={4}>{t(`walk.step.${step.step}.text`)}</Text>
        {(isDone || isNext) && <Go step={step} story={story} />}
      </div>
    </li>
  );
}

/** Opens the step's page, as the one whose part it is. */
function Go({ step, story }: { step: StoryStepView; story: StoryView }) {
  const t = useWords('insight');
  const me = useMe();
  const account = story.accounts[step.part];
  const to = stepPath(step, story);
  const enter = useAuthAction(signInAsDemonstration, () => startAnew(to));
  const role = t(`walk.part.${step.part}`);
  if (account === undefined || me.account?.id === account || !me.demoSignIns) {
    return (
      <Button component="a" href={to} variant={step.doneOn === null ? 'filled' : 'light'} mt="xs" data-noprint>
        {t('walk.open')}
      </Button>
    );
  }
  return (
    <Group mt="xs" data-noprint>
      <ProblemNote problem={enter.error} />
      <Button
        variant={step.doneOn === null ? 'filled' : 'light'}
        loading={enter.isPending}
        onClick={() => enter.mutate(account)}
      >
        {t('walk.openAs', { role })}
      </Button>
    </Group>
  );
}
