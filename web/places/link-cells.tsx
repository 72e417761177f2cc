import { Anchor, Button, Text } from '@mantine/core';
import { useState } from 'react';
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
        <Anchor component={Link} to={placesPaths.unit(from.code, from.from)} inherit>
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

/** The wrong link is withdrawn with its reason, and the right one written in its place. */
export function CorrectLink({ row }: { row: UnitLinkRow }) {
  const t = useWords('places');
  const navigate = useNavigate();
  const [asked, setAsked] = useState(false);
  const withdraw = useCommand(withdrawUnitLink, { stale: ['registry', 'insight'] });
  const origin = { former: row.from.former, code: row.from.code, from: row.from.from };
  return (
    <>
      <Button
        size="compact-md"
        variant="subtle"
        aria-label={t('link.correctOf', linkNames(row))}
        onClick={() => setAsked(true)}
      >
        {t('link.correct')}
      </Button>
      {asked && (
        <ReasonDialog
          title={t('link.correctTitle')}
          confirm={t('link.correctConfirm')}
          label={t('link.reason')}
          pending={withdraw.isPending}
          problem={withdraw.error}
          onConfirm={(reason) =>
            withdraw.mutate(
              { link: row.id, reason },
              {
                onSuccess: () =>
                  void navigate(placesPaths.newLink({ ...origin, name: row.from.name, onDay: row.onDay })),
              },
            )
          }
          onClose={() => setAsked(false)}
        >
          {t('link.correctText', linkNames(row))}
        </ReasonDialog>
      )}
    </>
  );
}
