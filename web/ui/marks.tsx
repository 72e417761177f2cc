import { Badge } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleX,
  IconClock,
  IconFlask2,
  IconProgress,
  type Icon,
} from '@tabler/icons-react';
import { useWords } from '#web/lib/i18n.ts';

export const tones = ['good', 'waiting', 'busy', 'bad', 'neutral'] as const;
export type Tone = (typeof tones)[number];

/** Colour never says it alone: each tone has its sign, and the label its words. */
const looks: Record<Tone, { color: string; icon: Icon }> = {
  good: { color: 'leaf', icon: IconCircleCheck },
  waiting: { color: 'clay', icon: IconClock },
  busy: { color: 'blue', icon: IconProgress },
  bad: { color: 'red', icon: IconCircleX },
  neutral: { color: 'gray', icon: IconCircleDashed },
};

export function StateBadge({ tone, label }: { tone: Tone; label: string }) {
  const { color, icon: Mark } = looks[tone];
  return (
    <Badge
      variant="light"
      color={color}
      size="lg"
      mih={22}
      radius="sm"
      tt="none"
      fw={500}
      leftSection={<Mark size={14} aria-hidden />}
    >
      {label}
    </Badge>
  );
}

/** On a record that was made up for demonstration. */
export function SyntheticMark() {
  const t = useWords('shell');
  return (
    <Badge
      variant="outline"
      color="clay"
      radius="sm"
      tt="none"
      fw={500}
      leftSection={<IconFlask2 size={13} aria-hidden />}
      title={t('syntheticNote')}
    >
      {t('synthetic')}
    </Badge>
  );
}

/** On a figure, limit or rule whose source has not been checked. */
export function UnverifiedMark() {
  const t = useWords('shell');
  return (
    <Badge
      variant="outline"
      color="red"
      radius="sm"
      tt="none"
      fw={500}
      leftSection={<IconAlertTriangle size={13} aria-hidden />}
    >
      {t('unverified')}
    </Badge>
  );
}
