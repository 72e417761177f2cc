import { Loader, Modal, Text, TextInput, VisuallyHidden } from '@mantine/core';
import { useDebouncedValue, useDisclosure } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useId, useState, type KeyboardEvent } from 'react';
import { useNavigate } from 'react-router';
import { useWords } from '#web/lib/i18n.ts';
import { useMe } from '#web/lib/me.ts';
import { useFound } from './palette-found.ts';
import { inOrder, sought, type PaletteItem } from './palette-item.ts';
import { PaletteList } from './palette-list.tsx';
import { useOwnItems } from './palette-own.ts';
import { keepRecent } from './palette-recent.ts';
import classes from './palette.module.css';

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/** What there is to choose from, given what is typed: without a word what was opened lately, then pages and actions. */
function useItems(typed: string) {
  const [text] = useDebouncedValue(typed.trim(), 200);
  const own = useOwnItems();
  const found = useFound(text);
  return {
    items: inOrder([...sought(typed, [...own.recent, ...own.items]), ...(typed.trim() === '' ? [] : found.items)]),
    isBusy: found.isFetching || text !== typed.trim(),
    failed: found.failed,
  };
}

/** Pages, actions and what the register holds, by name, with or without tone marks. Default export: it is fetched when first asked for. */
export default function Palette() {
  const t = useWords('shell');
  const [opened, { close }] = useDisclosure(true);
  return (
    <Modal
      opened={opened}
      onClose={close}
      withCloseButton={false}
      centered={false}
      yOffset="8dvh"
      size="lg"
      padding={0}
      attributes={{ content: { 'aria-label': t('shell.palette') } }}
    >
      <Choice onDone={close} />
    </Modal>
  );
}

function Choice({ onDone }: { onDone: () => void }) {
  const t = useWords('shell');
  const navigate = useNavigate();
  const account = useMe().account?.id ?? null;
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const { items, isBusy, failed } = useItems(typed);
  const list = useId();
  const chosen = Math.min(at, items.length - 1);
  const choose = (item: PaletteItem | undefined): void => {
    if (item === undefined) return;
    onDone();
    keepRecent(account, item);
    if (item.to === undefined) item.run?.();
    else void navigate(item.to);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const step = steps[event.key];
    if (step === undefined && event.key !== 'Enter') return;
    event.preventDefault();
    if (step === undefined) choose(items[chosen]);
    else setAt((chosen + step + items.length) % Math.max(1, items.length));
  };
  return (
    <>
      <TextInput
        data-autofocus
        size="lg"
        variant="unstyled"
        className={classes['search'] ?? ''}
        leftSection={isBusy && typed !== '' ? <Loader size="xs" /> : <IconSearch size={20} aria-hidden />}
        placeholder={t('palette.hint')}
        aria-label={t('palette.hint')}
        role="combobox"
        aria-expanded
        aria-controls={list}
        aria-activedescendant={items.length > 0 ? `${list}-${chosen}` : undefined}
        autoComplete="off"
        value={typed}
        onKeyDown={onKeyDown}
        onChange={({ currentTarget }) => {
          setTyped(currentTarget.value);
          setAt(0);
        }}
      />
      <PaletteList id={list} items={items} chosen={chosen} onChoose={choose} />
      <VisuallyHidden role="status">{isBusy ? '' : t('palette.found', { count: items.length })}</VisuallyHidden>
      {failed && (
        <Text c="red" size="sm" p="md" role="alert">
          {t('palette.failed')}
        </Text>
      )}
      {items.length === 0 && !failed && (
        <Text c="dimmed" ta="center" p="xl">
          {isBusy ? t('select.searching') : t('palette.empty')}
        </Text>
      )}
    </>
  );
}
