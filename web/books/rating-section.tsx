import { Group, Text } from '@mantine/core';
import { ratingClasses, ratingGroups, type RatingClass } from '#contexts/books/rating-card.ts';
import type { RatingCardView } from '#contexts/books/card.wire.ts';
import { useWords } from '#web/lib/i18n.ts';
import { StateBadge, UnverifiedMark } from '#web/ui/marks.tsx';
import { Section } from '#web/ui/section.tsx';
import { Facts } from '#web/ui/facts.tsx';
import { CardBlanks, KeptCards } from './card-blanks.tsx';
import { ScoreCell } from './score-cell.tsx';
import classes from './update.module.css';

type Line = RatingCardView['lines'][number];

const isClass = (name: string): name is RatingClass => (ratingClasses as readonly string[]).includes(name);

/** 15 criteria in their parts: what was given, what was found, what nobody knows. */
export function RatingSection({ card }: { card: RatingCardView }) {
  const t = useWords('books');
  const nameOf = (name: string): string => (isClass(name) ? t(`card.rating.${name}`) : name);
  return (
    <Section title={t('card.ratingTitle')} lead={t('card.ratingLead')} actions={<Grade card={card} />}>
      <CardBlanks texts={card.blanks.map((blank) => blankText(t, blank))} />
      <Facts
        facts={[
          { label: t('card.selfPoints'), value: partlyText(t, card, 'self') },
          { label: t('card.checkedPoints'), value: partlyText(t, card, 'checked') },
          { label: t('card.totalPoints'), value: card.totalPoints ?? t('card.open') },
          { label: t('card.monthsOperating'), value: card.monthsOperating },
          { label: t('card.monthsStopped'), value: card.monthsStopped },
        ]}
      />
      {ratingGroups.map((group) => (
        <Group key={group} mt="md" display="block">
          <Text fw={600} size="sm" mb={4}>
            {t(`card.group.${group}`)}
          </Text>
          <div className={classes['form']}>
            {card.lines
              .filter((line) => line.group === group)
              .map((line) => (
                <ScoreLine key={`${line.criterion} ${line.part}`} line={line} card={card} />
              ))}
          </div>
        </Group>
      ))}
      <KeptCards kept={card.kept} className={nameOf} />
    </Section>
  );
}

/** A sum of some parts says of how many; of none there is no sum, and it is not nought. */
function partlyText(t: ReturnType<typeof useWords<'books'>>, card: RatingCardView, kind: 'self' | 'checked') {
  const given = card.lines.filter((line) => line[kind].points !== null).length;
  const points = kind === 'self' ? card.selfPoints : card.checkedPoints;
  return given === 0 ? null : t('card.partly', { points, given, all: card.lines.length });
}

function Grade({ card }: { card: RatingCardView }) {
  const t = useWords('books');
  if (card.notGraded !== null) return <StateBadge tone="neutral" label={t(`card.notGraded.${card.notGraded}`)} />;
  if (card.class === null) return <StateBadge tone="waiting" label={t('card.open')} />;
  return <StateBadge tone="good" label={t(`card.rating.${card.class}`)} />;
}

const blankText = (t: ReturnType<typeof useWords<'books'>>, blank: string): string => {
  const [kind, number] = blank.split(/-(?=\d+$)/);
  if (kind === 'most' && number !== undefined) return t('card.ratingBlank.most', { number });
  if (kind === 'points' && number !== undefined) return t('card.ratingBlank.points', { number });
  return t(`card.ratingBlank.${blank as 'bands'}`);
};

function ScoreLine({ line, card }: { line: Line; card: RatingCardView }) {
  const t = useWords('books');
  const of = { organisation: card.organisation.id, year: card.year, criterion: line.criterion, part: line.part };
  return (
    <div className={classes['score']}>
      <div className={classes['name']}>
        {line.criterion}. {t(`card.criterion.c${line.criterion as 1}`)}
        {line.part !== 'whole' && ` – ${t(`card.part.${line.part}`)}`}
        {!line.verified && line.most !== null && (
          <>
            {' '}
            <UnverifiedMark />
          </>
        )}
      </div>
      <Text size="sm" className={classes['figure'] ?? ''}>
        {line.most === null ? t('card.notEstablished') : t('card.most', { most: line.most })}
      </Text>
      <ScoreCell key={`self ${line.self.version}`} of={{ ...of, kind: 'self' }} line={line} writable={card.may.self} />
      <ScoreCell
        key={`checked ${line.checked.version}`}
        of={{ ...of, kind: 'checked' }}
        line={line}
        writable={card.may.checked}
      />
    </div>
  );
}
