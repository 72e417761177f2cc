import { Alert, Button, Group } from '@mantine/core';
import { IconArrowBackUp, IconCheck, IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { confirmUnitAct, withdrawUnitAct } from '#contexts/places/unit-act.wire.ts';
import { useCommand } from '#web/lib/command.ts';
import { useWords } from '#web/lib/i18n.ts';
import { obstacleText } from '#web/lib/problem-text.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { ObstacleList } from '#web/ui/problem-note.tsx';
import { ReasonDialog } from '#web/ui/reason-dialog.tsx';
import type { UnitActView } from './act-values.ts';
import { placesPaths } from './paths.ts';

/** Units, seats, plots and officers are everywhere: what other rooms show is asked for again. */
const stale = { stale: ['registry', 'production', 'insight', 'people'] } as const;

export function ActActions({ act }: { act: UnitActView }) {
  const t = useWords('places');
  const [asked, setAsked] = useState<'confirm' | 'withdraw'>();
  const close = () => setAsked(undefined);
  return (
    <>
      <Group gap="sm" mt="md" data-noprint>
        {act.may.change && (
          <Button
            size="md"
            disabled={!act.may.confirm}
            leftSection={<IconCheck size={18} aria-hidden />}
            onClick={() => setAsked('confirm')}
          >
            {t('act.confirm')}
          </Button>
        )}
        {act.may.change && (
          <Button
            size="md"
            variant="default"
            component={Link}
            to={placesPaths.changeAct(act.id)}
            leftSection={<IconPencil size={18} aria-hidden />}
          >
            {t('act.change')}
          </Button>
        )}
        {act.may.withdraw && (
          <Button
            size="md"
            variant="subtle"
            color="red"
            leftSection={<IconArrowBackUp size={18} aria-hidden />}
            onClick={() => setAsked('withdraw')}
          >
            {t(act.state === 'draft' ? 'act.withdrawDraft' : 'act.undo')}
          </Button>
        )}
      </Group>
      {act.undoTroubles.length > 0 && (
        <Alert color="gray" variant="light" mt="md" title={t('act.cannotUndo')}>
          <ObstacleList obstacles={act.undoTroubles.map((code) => obstacleText(code, 'places', 'unit-act'))} />
        </Alert>
      )}
      {asked === 'confirm' && <Confirming act={act} onClose={close} />}
      {asked === 'withdraw' && <Withdrawing act={act} onClose={close} />}
    </>
  );
}

interface AskedProps {
  readonly act: UnitActView;
  readonly onClose: () => void;
}

function Confirming({ act: { id, version, effects }, onClose }: AskedProps) {
  const t = useWords('places');
  const confirm = useCommand(confirmUnitAct, stale);
  return (
    <ConfirmDialog
      opened
      title={t('act.confirmTitle')}
      confirm={t('act.confirm')}
      pending={confirm.isPending}
      problem={confirm.error}
      onConfirm={() => confirm.mutate({ act: id, version, seen: effects }, { onSuccess: onClose })}
      onClose={onClose}
    >
      {t('act.confirmText')}
    </ConfirmDialog>
  );
}

function Withdrawing({ act: { id, state }, onClose }: AskedProps) {
  const t = useWords('places');
  const withdraw = useCommand(withdrawUnitAct, stale);
  const isDraft = state === 'draft';
  return (
    <ReasonDialog
      title={t(isDraft ? 'act.withdrawDraft' : 'act.undoTitle')}
      confirm={t(isDraft ? 'act.withdrawDraft' : 'act.undo')}
      label={t('act.reason')}
      danger
      pending={withdraw.isPending}
      problem={withdraw.error}
      onConfirm={(reason) => withdraw.mutate({ act: id, reason }, { onSuccess: onClose })}
      onClose={onClose}
    >
      {t(isDraft ? 'act.withdrawDraftText' : 'act.undoText')}
    </ReasonDialog>
  );
}
