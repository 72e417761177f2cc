import { Button, Group, Menu, Stack, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconBookmark, IconBookmarkPlus, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useLocation } from 'react-router';
import { listViews, saveView, withdrawView, type SavedView, type ViewId } from '#contexts/people/view.wire.ts';
import { newId } from '#kernel/id.ts';
import { answer } from '#web/lib/api.ts';
import { useCommand } from '#web/lib/command.ts';
import { useWords } from '#web/lib/i18n.ts';
import { isSignedIn, useMe } from '#web/lib/me.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { inOwnWords } from './own-words.ts';

/** What is kept of an address: its filters, not the page of the list. */
function keptSearch(search: string): string {
  const kept = new URLSearchParams(search);
  kept.delete('page');
  return kept.toString();
}

/** One's own saved views of this list: opened, kept, ended. For who has signed in. */
export function SavedViews() {
  return isSignedIn(useMe()) ? <OwnViews /> : null;
}

function OwnViews() {
  const t = useWords('shell');
  const { pathname, search } = useLocation();
  const [naming, { open, close }] = useDisclosure(false);
  const [ending, setEnding] = useState<SavedView | null>(null);
  const { data } = useQuery({ ...answer(listViews, { page: pathname }), staleTime: 60_000 });
  const views = data?.items ?? [];
  const here = keptSearch(search);
  return (
    <>
      <Menu position="bottom-start" shadow="md" width={280}>
        <Menu.Target>
          <Button variant="default" leftSection={<IconBookmark size={16} aria-hidden />}>
            {t('filter.views')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {views.map((view) => (
            <Menu.Item
              key={view.id}
              component={Link}
              to={{ pathname, search: view.search }}
              fw={view.search === here ? 600 : 400}
            >
              {view.name}
            </Menu.Item>
          ))}
          {views.length > 0 && <Menu.Divider />}
          <Menu.Item leftSection={<IconBookmarkPlus size={16} aria-hidden />} onClick={open} disabled={here === ''}>
            {t('filter.saveView')}
          </Menu.Item>
          {views.map((view) => (
            <Menu.Item
              key={view.id}
              color="red"
              leftSection={<IconTrash size={16} aria-hidden />}
              onClick={() => setEnding(view)}
            >
              {t('filter.endView', { name: view.name })}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {naming && <NameView page={pathname} search={here} onClose={close} />}
      {ending !== null && <EndView view={ending} onClose={() => setEnding(null)} />}
    </>
  );
}

function NameView({ page, search, onClose }: { page: string; search: string; onClose: () => void }) {
  const t = useWords('shell');
  useWords('account');
  const [name, setName] = useState('');
  const save = useCommand(saveView);
  const [id] = useState(() => newId<ViewId>());
  return (
    <ConfirmDialog
      opened
      title={t('filter.saveView')}
      confirm={t('filter.save')}
      pending={save.isPending}
      problem={inOwnWords(save.error)}
      onConfirm={() => save.mutate({ id, page, name, search }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <Stack gap="xs">
        <TextInput
          label={t('filter.viewName')}
          description={t('filter.viewHint')}
          required
          maxLength={60}
          data-autofocus
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
      </Stack>
    </ConfirmDialog>
  );
}

function EndView({ view, onClose }: { view: SavedView; onClose: () => void }) {
  const t = useWords('shell');
  useWords('account');
  const end = useCommand(withdrawView);
  return (
    <ConfirmDialog
      opened
      title={t('filter.endView', { name: view.name })}
      confirm={t('filter.end')}
      danger
      pending={end.isPending}
      problem={inOwnWords(end.error)}
      onConfirm={() => end.mutate({ view: view.id }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <Group>{t('filter.endText')}</Group>
    </ConfirmDialog>
  );
}
