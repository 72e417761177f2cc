import { SimpleGrid, Text } from '@mantine/core';
import type { FigureView } from '#contexts/insight/figure.wire.ts';
import { instantText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { SyntheticMark } from '#web/ui/marks.tsx';
import { StatCard } from '#web/ui/stat-card.tsx';
import { definitionText, figureText, shownFigure } from './figure-text.tsx';
import { insightPaths } from './paths.ts';

const sources = ['registry', 'linkage', 'quality', 'support'] as const;

function Before({ figure }: { figure: FigureView }) {
  const t = useWords('insight');
  return (
    <>
      {figure.synthetic && <SyntheticMark />}
      {figure.before !== null && (
        <Text size="xs" c="dimmed">
          {t('figure.before', {
            value: figureText(figure.before.value, figure.unit),
            at: instantText(figure.before.at),
          })}
        </Text>
      )}
    </>
  );
}

interface FigureCardsProps {
  readonly figures: readonly FigureView[];
  /** Place and day asked for, which the rows behind are asked for too. */
  readonly search?: string;
}

export function FigureCards({ figures, search = '' }: FigureCardsProps) {
  const t = useWords('insight');
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, md: 3, xl: 4 }} spacing="md">
      {figures.map((figure) => {
        const source = sources.find((known) => known === figure.source) ?? 'registry';
        return (
          <StatCard
            key={figure.key}
            label={t(`figure.name.${figure.key}`)}
            figure={shownFigure(figure).replace('\u00a0', ' ')}
            definition={definitionText(figure)}
            asOf={figure.asOf}
            source={t(`figure.source.${source}`)}
            to={`${insightPaths.figure(figure.key)}${search}`}
            mark={<Before figure={figure} />}
          />
        );
      })}
    </SimpleGrid>
  );
}
