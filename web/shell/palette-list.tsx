import { useEffect } from 'react';
import { useWords } from '#web/lib/i18n.ts';
import { paletteGroups, type PaletteItem } from './palette-item.ts';
import classes from './palette.module.css';

interface PaletteListProps {
  readonly id: string;
  readonly items: readonly PaletteItem[];
  readonly chosen: number;
  readonly onChoose: (item: PaletteItem) => void;
}

/** The items by group; which one is chosen is said by the field, which keeps the focus. */
export function PaletteList({ id, items, chosen, onChoose }: PaletteListProps) {
  const t = useWords('shell');
  useEffect(() => {
    document.getElementById(`${id}-${chosen}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, chosen]);
  const placed = items.map((item, place) => ({ item, place }));
  return (
    <div id={id} role="listbox" aria-label={t('shell.palette')} className={classes['list']}>
      {paletteGroups.map((group) => {
        const own = placed.filter(({ item }) => item.group === group);
        return own.length === 0 ? null : (
          <div key={group} role="group" aria-label={t(`palette.group.${group}`)}>
            <div className={classes['group']} aria-hidden>
              {t(`palette.group.${group}`)}
            </div>
            {own.map(({ item, place }) => (
              <Option
                key={item.id}
                id={`${id}-${place}`}
                item={item}
                isChosen={place === chosen}
                onChoose={() => onChoose(item)}
              />
            ))}
          </div>
        );
      })}
    </div>
  );
}

interface OptionProps {
  readonly id: string;
  readonly item: PaletteItem;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function Option({ id, item: { label, note, icon: Mark }, isChosen, onChoose }: OptionProps) {
  return (
    <div
      id={id}
      role="option"
      aria-selected={isChosen}
      tabIndex={-1}
      className={classes['option']}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      <Mark size={20} stroke={1.7} aria-hidden />
      <span>
        <span className={classes['label']}>{label}</span>
        {note !== undefined && <span className={classes['note']}>{note}</span>}
      </span>
    </div>
  );
}
