import type { Role } from '#kernel/actor.ts';
import type { Day } from '#kernel/day.ts';
import type { AccountId, OrganisationId } from '#kernel/id.ts';
import type { UnitCode } from '#kernel/place.ts';
import type { Db } from '#platform/database/db.ts';
import { createAccount, findAccount, giveRole } from '#platform/session/account.ts';
import { seedId } from './ids.ts';
import { storyDirector, storyParts, storyUnit } from './parts.ts';

/** A demonstration account: no password, exists only where the province is a demonstration. */
export interface DemonstrationAccount {
  readonly id: AccountId;
  readonly name: string;
  readonly role: Role;
  readonly organisation?: OrganisationId;
  readonly unit?: UnitCode;
}

const account = (
  number: number,
  name: string,
  role: Role,
  place: Pick<DemonstrationAccount, 'organisation' | 'unit'> = {},
): DemonstrationAccount => ({
  id: seedId('account', number),
  name,
  role,
  ...place,
});

export const demonstrationAccounts = {
  director: account(1, storyDirector.name, 'organisation-manager', { organisation: storyParts.cooperative }),
  yourDirector: account(2, 'Lý Thị Hồng', 'organisation-manager', { organisation: storyParts.yours }),
  member: account(3, 'Chìu Văn Thắng', 'organisation-member', { organisation: storyParts.cooperative }),
  buyer: account(4, 'Vũ Minh Khôi', 'buyer', { organisation: storyParts.buyer }),
  communeOfficer: account(5, 'Đinh Quang Hải', 'commune-officer', { unit: storyUnit }),
  provincialOfficer: account(6, 'Trần Thu Hà', 'provincial-officer'),
  bank: account(7, 'Phạm Đức Long', 'bank-officer', { organisation: storyParts.bank }),
  laboratory: account(8, 'Ngô Thanh Tâm', 'laboratory', { organisation: storyParts.laboratory }),
  auditor: account(9, 'Lê Hoài Nam', 'auditor'),
  administrator: account(10, 'Bùi Khánh Linh', 'administrator'),
} as const;
export type DemonstrationPart = keyof typeof demonstrationAccounts;

const from = '2026-01-01' as Day;

export async function makeDemonstrationAccounts(db: Db): Promise<void> {
  for (const { id, name, role, organisation, unit } of Object.values(demonstrationAccounts)) {
    if ((await findAccount(db, id)) !== undefined) continue;
    await createAccount(db, { id, name, email: `${id}@demo.invalid`, demonstration: true });
    await giveRole(db, { account: id, role, organisation: organisation ?? null, unit: unit ?? null, from, by: null });
  }
}
