import { Group, Pagination, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { Filters } from '#web/lib/filters.ts';
import { useWords } from '#web/lib/i18n.ts';

const defaultSize = 50;

/** The pages of a list; the page stands in the URL. */
export function TablePages({ total, filters }: { total: number; filters: Pick<Filters, 'text' | 'set'> }) {
  const t = useWords('shell');
  const isNarrow = useMediaQuery('(max-width: 47.99em)');
  const size = Number(filters.text('size')) || defaultSize;
  const page = Number(filters.text('page')) || 1;
  const pages = Math.ceil(total / size);
  if (pages <= 1) return null;
  const from = (page - 1) * size + 1;
  return (
    <Group justify="space-between" py="sm" px={{ base: 0, sm: 'sm' }} data-noprint>
      <Text size="sm" c="dimmed">
        {t('table.range', { from, until: Math.min(total, page * size), total })}
      </Text>
      <Pagination
        component="nav"
        aria-label={t('table.pages')}
        value={page}
        total={pages}
        siblings={isNarrow ? 0 : 1}
        gap={isNarrow ? 4 : 8}
        getItemProps={(number) => ({ 'aria-label': t('table.page', { page: number }) })}
        getControlProps={(control) => ({ 'aria-label': t(control === 'previous' ? 'table.previous' : 'table.next') })}
        onChange={(next) => {
          filters.set({ page: next });
          window.scrollTo({ top: 0 });
        }}
      />
    </Group>
  );
}
