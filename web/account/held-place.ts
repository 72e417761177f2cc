import type { Held } from '#contexts/people/account.wire.ts';
import { word } from '#web/lib/i18n.ts';

/** Where a role is held, in words. */
export const placeText = ({ organisation, unit }: Pick<Held, 'organisation' | 'unit'>): string =>
  organisation?.name ?? unit?.name ?? word('account:people.province');

export const roleText = ({ role }: Pick<Held, 'role'>): string => word(`shell:role.${role}`);

export const heldText = (held: Held): string => `${roleText(held)} · ${placeText(held)}`;
