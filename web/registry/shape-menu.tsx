import { Button, Menu, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArrowsSplit2 } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import type { ActId, ActRow } from '#contexts/registry/act.wire.ts';
import { hasEnded } from '#contexts/registry/organisation.ts';
import type { OrganisationView } from '#contexts/registry/organisation.wire.ts';
import { undoAct } from '#contexts/registry/reshaping.wire.ts';
import { undoableActs } from '#contexts/registry/undoing.ts';
import { newId } from '#kernel/id.ts';
import { useCommand } from '#web/lib/command.ts';
import { useWords } from '#web/lib/i18n.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { registryPaths } from './paths.ts';

const withMembers = ['cooperative-group', 'cooperative', 'union'];

/** Conversion, merger and split, for the officer of the place. */
export function ShapeMenu({ organisation: { id, kind, status, may } }: { organisation: OrganisationView }) {
  const t = useWords('registry');
  if (!may.shape || hasEnded(status) || !withMembers.includes(kind)) return null;
  return (
    <Menu>
      <Menu.Target>
        <Button size="xs" variant="default" leftSection={<IconArrowsSplit2 size={16} aria-hidden />}>
          {t('life.shape.menu')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {kind === 'cooperative-group' && (
          <Menu.Item component={Link} to={registryPaths.convert(id)}>
            {t('life.convert.title')}
          </Menu.Item>
        )}
        <Menu.Item component={Link} to={registryPaths.merge(id)}>
          {t('life.merge.title')}
        </Menu.Item>
        <Menu.Item component={Link} to={registryPaths.split(id)}>
          {t('life.split.title')}
        </Menu.Item>
        <Menu.Item component={Link} to={registryPaths.register(id)}>
          {t('life.register.title')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** Takes back an act that was entered in error. */
export function UndoAct({ act }: { act: ActRow }) {
  const t = useWords('registry');
  const [opened, { open, close }] = useDisclosure(false);
  const [reason, setReason] = useState('');
  const undo = useCommand(undoAct, { stale: ['insight', 'linkage'] });
  if (act.undoneBy !== null || !undoableActs.includes(act.kind)) return null;
  const label = t(`act.kind.${act.kind}`);
  return (
    <>
      <Button
        variant="subtle"
        color="red"
        size="compact-sm"
        data-noprint
        aria-label={`${t('life.undo.title')}: ${label}`}
        onClick={open}
      >
        {t('life.undo.button')}
      </Button>
      <ConfirmDialog
        opened={opened}
        onClose={close}
        title={`${t('life.undo.title')}: ${label}`}
        confirm={t('life.undo.confirm')}
        danger
        pending={undo.isPending}
        problem={undo.error}
        onConfirm={() => undo.mutate({ id: newId<ActId>(), act: act.id, reason }, { onSuccess: close })}
      >
        {t('life.undo.text')}
        <TextInput
          mt="sm"
          label={t('life.undo.reason')}
          required
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </ConfirmDialog>
    </>
  );
}
