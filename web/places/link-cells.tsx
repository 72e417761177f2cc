import { Anchor, Text } from '@mantine/core';
import { Link, useNavigate } from 'react-router';
import { withdrawUnitLink, type UnitLinkRow } from '#contexts/places/unit.wire.ts';
import { useCommand } from '#web/lib/command.ts';
import { useWords } from '#web/lib/i18n.ts';
import { ReasonDialog } from '#web/ui/reason-dialog.tsx';
import { placesPaths } from './paths.ts';
import { unitText } from './unit-text.tsx';

export const linkNames = ({ from, to }: UnitLinkRow) => ({ from: unitText(from), to: unitText(to) });

/** A former unit of before the reform has no page of its own: its code, where one is known, was given to others. */
export function LinkOrigin({ row: { from } }: { row: UnitLinkRow }) {
  return (
    <div>
      {from.code !== null && from.from !== null ? (
        <Anchor component={Link} to={placesPaths.unit(from.code, from.from)} inherit underline="always">
          {unitText(from)}
        </Anchor>
      ) : (
        <Text span inherit style={{ whiteSpace: 'nowrap' }}>
          {unitText(from)}
        </Text>
      )}
      {from.district !== null && (
        <Text size="sm" c="dimmed">
          {from.district}
        </Text>
      )}
    </div>
  );
}

interface CorrectLinkProps {
  readonly row: UnitLinkRow;
  readonly onClose: () => void;
}

/** The wrong link is withdrawn with its reason, and the right one written in its place. Stands beside the list: the row goes away. */
export function CorrectLink({ row, onClose }: CorrectLinkProps) {
  const t = useWords('places');
  const navigate = useNavigate();
  const withdraw = useCommand(withdrawUnitLink, { stale: ['registry', 'insight'] });
  const { former, code, from, district } = row.from;
  const name = [unitText(row.from), ...(district === null ? [] : [`(${district})`])].join(' ');
  const writeAnew = () => void navigate(placesPaths.newLink({ former, code, from, name, onDay: row.onDay }));
  return (
    <ReasonDialog
      title={t('link.correctTitle')}
      confirm={t('link.correctConfirm')}
      label={t('link.reason')}
      pending={withdraw.isPending}
      problem={withdraw.error}
      onConfirm={(reason) => withdraw.mutate({ link: row.id, reason }, { onSuccess: writeAnew })}
      onClose={onClose}
    >
      {t('link.correctText', linkNames(row))}
    </ReasonDialog>
  );
}
