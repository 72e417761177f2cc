import { findWord } from '#web/lib/i18n.ts';

/** What a number of law is called; its key where nobody has named it yet. */
export function numberName(key: string): string {
  const criterion = /^rating\.criterion\.(\d+)$/.exec(key);
  if (criterion !== null) return findWord('setup:number.criterion', { number: criterion[1] }) ?? key;
  const field = /^sector\.(.+)$/.exec(key);
  if (field !== null)
    return findWord('setup:number.sectorOf', { field: findWord(`registry:field.${field[1]}`) ?? field[1] }) ?? key;
  const act = /^act\.basis\.(.+)$/.exec(key);
  if (act !== null)
    return findWord('setup:number.basis', { act: findWord(`registry:act.kind.${act[1]}`) ?? act[1] }) ?? key;
  return findWord(`setup:number.${key.replaceAll('.', '-')}`) ?? key;
}
