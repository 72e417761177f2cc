import { Anchor, Button, Checkbox, Group, Text } from '@mantine/core';
import type { ParameterRow } from '#contexts/registry/parameter.wire.ts';
import { fileUrl } from '#web/lib/api.ts';
import { dayText, instantText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { StateBadge } from '#web/ui/marks.tsx';
import { numberName } from './number-name.ts';
import { valueText } from './number-value.tsx';
import classes from './parameter-step.module.css';

interface ItemProps {
  readonly row: ParameterRow;
  readonly chosen?: boolean;
  readonly onToggle?: () => void;
  readonly onChange?: () => void;
}

/** One number in its time: what it is, since when, where it stands written, and who here answers for it. */
export function ParameterItem({ row, chosen, onToggle, onChange }: ItemProps) {
  const t = useWords('setup');
  const name = numberName(row.key);
  const value = valueText(row.value);
  return (
    <li className={classes['item']}>
      <span>
        {onToggle !== undefined && (
          <Checkbox
            size="md"
            aria-label={t('parameters.choose', { name: `${name}, ${dayText(row.from)}` })}
            checked={chosen ?? false}
            onChange={onToggle}
          />
        )}
      </span>
      <div>
        <Text fw={600}>{name}</Text>
        <Text size="sm" c="dimmed" ff="monospace" className={classes['key'] ?? ''}>
          {row.key}
        </Text>
        <Text size="sm" c="dimmed">
          {row.source}
          {row.file !== null && (
            <>
              {' · '}
              <Anchor href={fileUrl(row.file)} inherit>
                {t('parameters.file')}
              </Anchor>
            </>
          )}
        </Text>
      </div>
      <div className={classes['value']}>
        <Text fw={500} {...(value === undefined && { c: 'dimmed' })}>
          {value ?? t('parameters.blank')}
        </Text>
        <Text size="sm" c="dimmed">
          {row.until === null
            ? t('parameters.onward', { from: dayText(row.from) })
            : t('parameters.between', { from: dayText(row.from), until: dayText(row.until) })}
        </Text>
      </div>
      <div>
        <State row={row} />
        <Text size="sm" c="dimmed">
          {!row.own && t(row.readAtSource ? 'parameters.read' : 'parameters.unread')}
        </Text>
      </div>
      <Group justify="flex-end" data-noprint>
        {onChange !== undefined && (
          <Button
            variant="subtle"
            size="compact-md"
            mih={32}
            onClick={onChange}
            aria-label={t('parameters.changeOf', { name })}
          >
            {t('parameters.change')}
          </Button>
        )}
      </Group>
    </li>
  );
}

function State({ row: { verified, own, answeredBy, answeredAt } }: { row: ParameterRow }) {
  const t = useWords('setup');
  if (!verified) return <StateBadge tone="waiting" label={t('parameters.open')} />;
  const by = answeredBy ?? t('parameters.somebody');
  const at = answeredAt === null ? '' : instantText(answeredAt);
  return <Text size="sm">{t(own ? 'parameters.own' : 'parameters.confirmed', { by, at })}</Text>;
}
