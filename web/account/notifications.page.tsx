import { Button } from '@mantine/core';
import { IconChecks } from '@tabler/icons-react';
import { listNotifications, markSeen } from '#contexts/people/notification.wire.ts';
import { useAnswer } from '#web/lib/api.ts';
import { useCommand } from '#web/lib/command.ts';
import { useFilters } from '#web/lib/filters.ts';
import { useWords } from '#web/lib/i18n.ts';
import { filtersIn } from '#web/lib/params.ts';
import type { Load } from '#web/lib/routes.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { FilterBar, SwitchFilter } from '#web/ui/filter-bar.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { TablePages } from '#web/ui/table-pages.tsx';
import { NoticeList } from './notice-list.tsx';

export const load: Load = ({ ask, search }) => ask(listNotifications, filtersIn(listNotifications, search));

export function Page() {
  const t = useWords('account');
  const filters = useFilters(listNotifications);
  const { items, total, unseen } = useAnswer(listNotifications, filters.input);
  const seen = useCommand(markSeen);
  return (
    <>
      <PageHeader
        title={t('notice.title')}
        actions={
          unseen > 0 && (
            <Button
              variant="default"
              leftSection={<IconChecks size={18} aria-hidden />}
              loading={seen.isPending}
              onClick={() => seen.mutate({})}
            >
              {t('notice.markAll')}
            </Button>
          )
        }
      />
      <FilterBar filters={filters}>
        <SwitchFilter filters={filters} name="unseen" label={t('notice.unseenOnly')} />
      </FilterBar>
      {items.length === 0 ? <EmptyState title={t('notice.empty')} /> : <NoticeList notices={items} />}
      <TablePages total={total} filters={filters} />
    </>
  );
}
